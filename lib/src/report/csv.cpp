#include "csv.hpp"

#include <algorithm>

#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::csv {
namespace {

/// Whether a spreadsheet would compute it. Where Japanese is typed the full-width signs do as well, and so do
/// signs behind blanks, which some trim; NFKC makes one of all these. It leaves the minus that a Japanese
/// keyboard gives on some systems (U+2212).
bool begins_formula(std::string_view field) {
  constexpr std::string_view signs = "=+-@";
  constexpr std::string_view minus = "\u2212";
  const auto folded = text::nfkc(field);
  const auto first = folded.find_first_not_of(' ');
  return first != std::string::npos && (signs.find(folded[first]) != std::string_view::npos ||
                                        std::string_view(folded).substr(first).starts_with(minus));
}

}  // namespace

void append_cell(std::string& out, std::string_view raw) {
  auto safe = text::printable(raw);
  if (begins_formula(safe)) safe.insert(safe.begin(), '\'');
  // A semicolon separates where the comma is the decimal sign.
  if (safe.find_first_of(",;\"") == std::string::npos && !safe.starts_with(' ') && !safe.ends_with(' ')) {
    out += safe;
    return;
  }
  out += '"';
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string record(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += ',';
    append_cell(line, fields[i]);
  }
  return line.append(kLineBreak);
}

}  // namespace upstream::csv
