#pragma once

#include <string>
#include <string_view>

/// JSON writes 𠮷 as "\ud842\udfb7"; yaml-cpp 0.7 refuses each half. The halves are carried through the
/// parser as code points of the private use area: same length, so every place stays where it was.
namespace upstream::yaml {

[[nodiscard]] bool has_surrogate_pairs(std::string_view text);
[[nodiscard]] std::string hide_surrogate_pairs(std::string text);
/// `quoted`: the halves are code points now. Otherwise they are still the six characters that stood in the
/// file.
[[nodiscard]] std::string restore_surrogate_pairs(std::string_view value, bool quoted);

}  // namespace upstream::yaml
