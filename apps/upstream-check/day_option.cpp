#include "day_option.hpp"

#include <fmt/format.h>

#include "upstream/text/unicode.hpp"

namespace upstream::app {

Checked<std::optional<Day>> read_day_option(const Options& options, Option option, DayOfMonth of_month) {
  const auto text = options.value(option);
  if (!text) return std::optional<Day>();
  const auto date = text::invalid_utf8_at(*text) ? std::nullopt : parse_date(*text);
  if (!date) {
    const auto origin = options.origin(option);
    return Complaint{
        {fmt::format("{} の「{}」は日付として読めない", origin, *text),
         fmt::format("{} '{}' is no date", origin, *text)},
        {fmt::format("{} 年から {} 年までの日付を 2026-11-01 のように書いてください", Date::kFirstYear,
                     Date::kLastYear),
         fmt::format("write it like 2026-11-01, from {} to {}", Date::kFirstYear, Date::kLastYear)}};
  }
  return std::optional(of_month == DayOfMonth::last ? date->last_day() : date->first_day());
}

}  // namespace upstream::app
