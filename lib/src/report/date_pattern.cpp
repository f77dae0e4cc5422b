#include "date_pattern.hpp"

#include <fmt/format.h>

#include "upstream/date/date.hpp"

namespace upstream {
namespace {

// The years are written out below; 2000 is the only century among them, and a leap year.
static_assert(Date::kFirstYear == 1950 && Date::kLastYear == 2099);
constexpr std::string_view kYear = "(?:19[5-9][0-9]|20[0-9]{2})";
constexpr std::string_view kLeapYear = "(?:19(?:[579][26]|[68][048])|20(?:[02468][048]|[13579][26]))";

// Alternatives and no character classes, which some engines build of bytes.
constexpr std::string_view kWide = "(?:０|１|２|３|４|５|６|７|８|９|－| |　)";
constexpr std::string_view kGap = "(?: |　)*";
constexpr std::string_view kEra = "(?:令和|平成|昭和|㋿|㍻|㍼|[RHSrhs]|Ｒ|Ｈ|Ｓ|ｒ|ｈ|ｓ)";

}  // namespace

std::string date_pattern() {
  const auto month = fmt::format("{}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?", kYear);
  const auto late_day = fmt::format("{}-(?:(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)", kYear);
  const auto leap_day = fmt::format("{}-02-29", kLeapYear);
  const auto any_width = fmt::format("(?:[0-9-]|{})", kWide);
  const auto wide = fmt::format("{}{{0,20}}{}{}{{0,20}}", any_width, kWide, any_width);
  const auto japanese = fmt::format("{}{}.{{1,20}}(?:年|\\.|．).{{1,40}}", kGap, kEra);
  return fmt::format("^(?:{}|{}|{}|{}|{})$", month, late_day, leap_day, wide, japanese);
}

}  // namespace upstream
