#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upstream::csv {

/// RFC 4180.
inline constexpr std::string_view kLineBreak = "\r\n";

/// The cell, quoted where it needs to be. Control and invisible characters become \u{…}; what a spreadsheet
/// would take for a formula (= + - @ or the minus U+2212, also full-width or behind blanks) gets an
/// apostrophe before it.
void append_cell(std::string& out, std::string_view raw);

/// One record of such cells, its line break included.
[[nodiscard]] std::string record(const std::vector<std::string>& fields);

}  // namespace upstream::csv
