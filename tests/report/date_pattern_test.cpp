#include "report/date_pattern.hpp"

#include <array>
#include <regex>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "upstream/date/date.hpp"

namespace upstream::test {
namespace {

bool fits_pattern(const std::string& text) {
  static const std::regex pattern(date_pattern(), std::regex::ECMAScript | std::regex::optimize);
  return std::regex_search(text, pattern);
}

void expect_same(const std::string& text) {
  EXPECT_EQ(fits_pattern(text), parse_date(text).has_value()) << "'" << text << "'";
}

void expect_not_refused(const std::string& text) {
  EXPECT_TRUE(!parse_date(text) || fits_pattern(text)) << "'" << text << "'";
}

std::string wide(const std::string& text) {
  constexpr std::array<std::string_view, 10> digits{"０", "１", "２", "３", "４",
                                                    "５", "６", "７", "８", "９"};
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += digits[static_cast<std::size_t>(c - '0')];
    } else if (c == '-') {
      out += "－";
    } else {
      out += c;
    }
  }
  return out;
}

TEST(DatePattern, TakesEveryDayThatExistsAndNoOther) {
  int days = 0;
  for (int year = Date::kFirstYear - 2; year <= Date::kLastYear + 2; ++year) {
    for (int month = 0; month <= 13; ++month) {
      expect_same(fmt::format("{:04}-{:02}", year, month));
      for (int day = 0; day <= 32; ++day) {
        const auto text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
        expect_same(text);
        days += static_cast<int>(fits_pattern(text));
      }
    }
    if (HasFailure()) return;
  }
  EXPECT_EQ(days, 54'787);  // 150 years of 365 days, and 37 leap days
}

TEST(DatePattern, TakesNoNeighbourOfADate) {
  for (const std::string text : {"2024-04", "2024-02-29", "1950-01-01", "2099-12-31"}) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      for (const char c : {'0', '1', '2', '3', '9', '-', '/', '.', 'T', 'x', '+'}) {
        auto longer = text;
        expect_same(longer.insert(at, 1, c));
        if (at == text.size()) continue;
        auto other = text;
        other[at] = c;
        expect_same(other);
      }
      auto shorter = text;
      if (at < text.size()) expect_same(shorter.erase(at, 1));
    }
  }
  for (const std::string text :
       {"", "-", "now", "2024", "20240401", "2024年4月", "昨年", "現在", "2024/04", "04-2024",
        "2024-04-01T00:00:00", "令和6年", "R6", "R6/4", "Ryu", "平成", "n/a"}) {
    EXPECT_FALSE(parse_date(text)) << text;
    EXPECT_FALSE(fits_pattern(text)) << text;
  }
}

TEST(DatePattern, RefusesNoDateOfTheJapaneseCalendar) {
  struct Era {
    const char* kanji;
    const char* square;
    char letter;
  };
  int taken = 0;
  for (const auto& era : {Era{"令和", "㋿", 'R'}, Era{"平成", "㍻", 'H'}, Era{"昭和", "㍼", 'S'}}) {
    for (int year = 1; year <= 99; ++year) {
      for (int month = 1; month <= 12; ++month) {
        const int day = (year + month) % 28 + 1;
        for (const auto& text : {fmt::format("{}{}年{}月", era.kanji, year, month),
                                 fmt::format("{}{}年{}月{}日", era.kanji, year, month, day),
                                 fmt::format("{}{:02}年{:02}月", era.square, year, month),
                                 fmt::format("{}{}.{}", era.letter, year, month),
                                 fmt::format("{}{:02}.{:02}.{:02}", era.letter, year, month, day),
                                 fmt::format("{} {} 年 {} 月", era.kanji, year, month),
                                 fmt::format("　{}　{}年　{}月", era.kanji, year, month),
                                 fmt::format("{}元年{}月", era.kanji, month)}) {
          taken += static_cast<int>(parse_date(text).has_value());
          expect_not_refused(text);
          expect_not_refused(wide(text));
        }
        expect_not_refused(fmt::format("{}{}．{}", era.letter == 'R' ? "Ｒ" : "ｈ", year, month));
        expect_not_refused(fmt::format("{}{}.{}", era.letter == 'R' ? "r" : "s", year, month));
      }
    }
  }
  EXPECT_GT(taken, 10'000);
}

TEST(DatePattern, RefusesNoDateInWideCharacters) {
  for (int year = 1950; year <= 2099; year += 7) {
    for (int month = 1; month <= 12; ++month) {
      for (const auto& text :
           {fmt::format("{:04}-{:02}", year, month), fmt::format("{:04}-{:02}-28", year, month)}) {
        EXPECT_TRUE(parse_date(wide(text)));
        expect_not_refused(wide(text));
        expect_not_refused(" " + text);
        expect_not_refused(text + "　");
        expect_not_refused(text.substr(0, 4) + " " + text.substr(4));
        expect_not_refused(wide(text.substr(0, 4)) + text.substr(4));
      }
    }
  }
}

}  // namespace
}  // namespace upstream::test
