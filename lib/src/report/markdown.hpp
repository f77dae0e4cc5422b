#pragma once

#include <string>
#include <string_view>

namespace upstream::markdown {

/// Text without markup, link, mention or HTML.
[[nodiscard]] std::string escaped(std::string_view raw);

/// The same for a cell of a table: cut at 200 columns.
[[nodiscard]] std::string cell(std::string_view raw);

}  // namespace upstream::markdown
