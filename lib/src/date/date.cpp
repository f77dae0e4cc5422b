#include "upstream/date/date.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

namespace chrono = std::chrono;

struct Era {
  std::string_view kanji;
  char letter;  // after folding
  int year_before_first;
};
constexpr std::array kEras{Era{"令和", 'r', 2018}, Era{"平成", 'h', 1988}, Era{"昭和", 's', 1925}};

/// Takes a run of one to `most` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  int number = 0;
  const auto* end = text.data() + std::min(most, text.size());
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || text.front() == '-') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// 2024-04, 2024-04-01: exactly the ISO widths, so that 24-4 or 2024-4 is an error and not a guess.
std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = take_number(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month) return std::nullopt;
  if (text.empty()) return Date::of(*year, static_cast<unsigned>(*month));
  if (!take(text, "-")) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || *day == 0 || !text.empty()) return std::nullopt;
  return Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<int> take_era_year(std::string_view& text) {
  for (const auto& era : kEras) {
    const bool kanji = take(text, era.kanji);
    if (!kanji && !(text.starts_with(era.letter) && take(text, text.substr(0, 1)))) continue;
    if (take(text, "元")) return era.year_before_first + 1;
    const auto year = take_number(text, 2);
    if (!year || *year == 0) return std::nullopt;
    return era.year_before_first + *year;
  }
  return std::nullopt;
}

std::optional<Date> parse_era(std::string_view text) {
  const auto year = take_era_year(text);
  if (!year) return std::nullopt;
  const bool kanji = take(text, "年");
  if (!kanji && !take(text, ".")) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || *month == 0 || (kanji && !take(text, "月"))) return std::nullopt;
  if (text.empty()) return Date::of(*year, static_cast<unsigned>(*month));
  if (!kanji && !take(text, ".")) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || *day == 0 || (kanji && !take(text, "日")) || !text.empty()) return std::nullopt;
  return Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return std::nullopt;
  const chrono::year_month_day date{chrono::year{year}, chrono::month{month},
                                    chrono::day{day == 0 ? 1 : day}};
  if (!date.ok()) return std::nullopt;
  return Date(year, month, day);
}

Date Date::of(Day day) {
  const chrono::year_month_day date{day};
  return {int{date.year()}, unsigned{date.month()}, unsigned{date.day()}};
}

Day Date::first_day() const {
  return chrono::year_month_day{chrono::year{year_}, chrono::month{month_},
                                chrono::day{has_day() ? day_ : 1U}};
}

Day Date::last_day() const {
  if (has_day()) return first_day();
  return chrono::year_month_day_last{chrono::year{year_}, chrono::month_day_last{chrono::month{month_}}};
}

Date Date::plus_months(int months) const {
  const int index = year_ * 12 + static_cast<int>(month_) - 1 + months;
  const int year = index / 12;
  const auto month = static_cast<unsigned>(index % 12) + 1;
  const chrono::year_month_day_last last{chrono::year{year}, chrono::month_day_last{chrono::month{month}}};
  return {year, month, std::min(unsigned{day_}, unsigned{last.day()})};
}

std::string Date::iso() const {
  if (!has_day()) return fmt::format("{:04}-{:02}", year_, month_);
  return fmt::format("{:04}-{:02}-{:02}", year_, month_, day_);
}

std::optional<Date> parse_date(std::string_view text) {
  if (auto date = parse_iso(text)) return date;
  constexpr std::size_t longest = 64;  // 令和６年１２月３１日 with room; longer text is no date
  if (text.size() > longest) return std::nullopt;
  std::string folded;
  for (const char c : text::fold(text)) {
    if (c != ' ') folded += c;
  }
  if (auto date = parse_iso(folded)) return date;
  return parse_era(folded);
}

int month_index(Day day) {
  const chrono::year_month_day date{day};
  return (int{date.year()} - Date::kFirstYear) * 12 + static_cast<int>(unsigned{date.month()}) - 1;
}

std::string iso(Day day) { return Date::of(day).iso(); }

}  // namespace upstream
