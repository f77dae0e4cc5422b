#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upstream::csv {

/// One record by RFC 4180, its line break (CR LF) included. Each field is made harmless; one that a
/// spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string record(const std::vector<std::string>& fields);

}  // namespace upstream::csv
