#include "csv.hpp"

#include <algorithm>
#include <array>

#include "upstream/text/escape.hpp"

namespace upstream::csv {
namespace {

/// The signs a formula begins with, full-width ones too: a spreadsheet in Japan takes those as well. Spaces
/// before them do not help.
bool begins_formula(std::string_view field) {
  constexpr std::array<std::string_view, 8> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return field.starts_with(sign); });
}

std::string field(std::string_view raw) {
  auto safe = text::printable(raw);
  if (begins_formula(safe)) safe.insert(safe.begin(), '\'');
  if (safe.find_first_of(",\"\r\n") == std::string::npos && !safe.starts_with(' ') && !safe.ends_with(' '))
    return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string record(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += ',';
    line += field(fields[i]);
  }
  return line + "\r\n";
}

}  // namespace upstream::csv
