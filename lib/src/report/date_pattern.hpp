#pragma once

#include <string>

namespace upstream {

/// A regular expression (ECMA 262, without look-around) for what `parse_date` reads: YYYY-MM and YYYY-MM-DD
/// in plain characters exactly, leap years included; the Japanese calendar, full-width digits and spaces
/// loosely, so that no date is refused that the program reads.
[[nodiscard]] std::string date_pattern();

}  // namespace upstream
