#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace upstream {

using Day = std::chrono::sys_days;

/// A day, or a month when only that is known. Years 1950 to 2099: a working life and what certificates reach
/// ahead.
class Date {
 public:
  static constexpr int kFirstYear = 1950;
  static constexpr int kLastYear = 2099;

  /// `day` 0 is the month alone. Nothing where there is no such day.
  [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day = 0);
  [[nodiscard]] static Date of(Day day);

  [[nodiscard]] Day first_day() const;
  [[nodiscard]] Day last_day() const;
  [[nodiscard]] bool has_day() const { return day_ != 0; }

  /// The same precision `months` later; a day that the month lacks becomes its last (01-31 + 1 month →
  /// 02-28).
  [[nodiscard]] Date plus_months(int months) const;

  /// YYYY-MM-DD or YYYY-MM.
  [[nodiscard]] std::string iso() const;

  bool operator==(const Date&) const = default;

 private:
  Date(int year, unsigned month, unsigned day)
      : year_(static_cast<std::int16_t>(year)),
        month_(static_cast<std::uint8_t>(month)),
        day_(static_cast<std::uint8_t>(day)) {}

  std::int16_t year_;
  std::uint8_t month_;
  std::uint8_t day_;
};

/// Reads YYYY-MM, YYYY-MM-DD and Japanese era dates (令和6年4月, 令和元年5月1日, R6.4, H30.4.1), full-width
/// digits included. Era names are not held against the calendar of eras (平成32年 is read as 2020): people
/// write forms ahead.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// Months since 1950-01, the unit in which experience is counted.
[[nodiscard]] int month_index(Day day);

[[nodiscard]] std::string iso(Day day);

}  // namespace upstream
