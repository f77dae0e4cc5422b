#pragma once

#include <string_view>

namespace upstream::text {

/// Whether `word` stands in `text`, both folded. A word that begins or ends with an ASCII letter or digit
/// must stand alone there (IDS is not in "kids"); Japanese has no such borders.
[[nodiscard]] bool contains_word(std::string_view text, std::string_view word);

}  // namespace upstream::text
