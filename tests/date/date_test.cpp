#include "upstream/date/date.hpp"

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/date/month_set.hpp"

namespace upstream {
namespace {

struct DateCase {
  const char* text;
  const char* iso;  // empty: no date
};
void PrintTo(const DateCase& row, std::ostream* out) { *out << row.text; }

class ParseDate : public testing::TestWithParam<DateCase> {};

TEST_P(ParseDate, ReadsOrRefuses) {
  const auto date = parse_date(GetParam().text);
  EXPECT_EQ(date ? date->iso() : "", GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Iso, ParseDate,
    testing::Values(DateCase{"2024-04", "2024-04"}, DateCase{"2024-04-01", "2024-04-01"},
                    DateCase{"1950-01-01", "1950-01-01"}, DateCase{"2099-12-31", "2099-12-31"},
                    DateCase{"2024-02-29", "2024-02-29"}, DateCase{"2000-02-29", "2000-02-29"},
                    DateCase{"２０２４－０４", "2024-04"}, DateCase{"２０２４-０４-０１", "2024-04-01"}));

INSTANTIATE_TEST_SUITE_P(NoDate, ParseDate,
                         testing::Values(DateCase{"", ""}, DateCase{"2024", ""}, DateCase{"2024-4", ""},
                                         DateCase{"2024-4-1", ""}, DateCase{"24-04", ""},
                                         DateCase{"2024/04", ""}, DateCase{"2024-04-", ""},
                                         DateCase{"2024--4", ""}, DateCase{"-024-04", ""},
                                         DateCase{"2024-04-01T00:00", ""}, DateCase{"2024-04x", ""},
                                         DateCase{"04-2024", ""}, DateCase{"now", ""},
                                         DateCase{"2024-4-001", ""}, DateCase{"202-04-011", ""}));

INSTANTIATE_TEST_SUITE_P(NoSuchDay, ParseDate,
                         testing::Values(DateCase{"2023-02-29", ""}, DateCase{"2100-02-29", ""},
                                         DateCase{"2024-02-30", ""}, DateCase{"2024-04-31", ""},
                                         DateCase{"2024-00", ""}, DateCase{"2024-13", ""},
                                         DateCase{"2024-01-00", ""}, DateCase{"2024-01-32", ""},
                                         DateCase{"1949-12", ""}, DateCase{"2100-01", ""},
                                         DateCase{"0000-01", ""}));

INSTANTIATE_TEST_SUITE_P(
    Era, ParseDate,
    testing::Values(DateCase{"令和6年4月", "2024-04"}, DateCase{"令和6年4月15日", "2024-04-15"},
                    DateCase{"令和元年5月", "2019-05"}, DateCase{"令和元年5月1日", "2019-05-01"},
                    DateCase{"令和1年5月", "2019-05"}, DateCase{"平成30年4月", "2018-04"},
                    DateCase{"平成元年1月8日", "1989-01-08"}, DateCase{"昭和64年1月7日", "1989-01-07"},
                    DateCase{"昭和25年1月", "1950-01"}, DateCase{"令和６年１２月３１日", "2024-12-31"},
                    DateCase{"令和 6 年 4 月", "2024-04"}, DateCase{"㋿6年4月", "2024-04"},
                    DateCase{"R6.4", "2024-04"}, DateCase{"令和6.4", "2024-04"},
                    DateCase{"R6.4.1", "2024-04-01"}, DateCase{"r06.04.01", "2024-04-01"},
                    DateCase{"Ｒ６．４", "2024-04"}, DateCase{"R元.5", "2019-05"},
                    DateCase{"H30.4.1", "2018-04-01"}, DateCase{"S64.1.7", "1989-01-07"},
                    DateCase{"平成32年4月", "2020-04"}));

INSTANTIATE_TEST_SUITE_P(
    NoEraDate, ParseDate,
    testing::Values(DateCase{"令和6年", ""}, DateCase{"令和0年4月", ""}, DateCase{"令和6年0月", ""},
                    DateCase{"令和6年13月", ""}, DateCase{"令和6年2月30日", ""}, DateCase{"令和6年4", ""},
                    DateCase{"令和6年4月1", ""}, DateCase{"令和6年4月0日", ""}, DateCase{"令和年4月", ""},
                    DateCase{"R6", ""}, DateCase{"R6.", ""}, DateCase{"R6.4.", ""}, DateCase{"R6.4.31", ""},
                    DateCase{"R6/4", ""}, DateCase{"R6.4月", ""}, DateCase{"大正10年4月", ""},
                    DateCase{"昭和24年12月", ""}, DateCase{"令和100年1月", ""}, DateCase{"令和-6年4月", ""},
                    DateCase{"令和6年4月1日朝", ""}, DateCase{"X6.4", ""}));

TEST(ParseDate, LongTextIsNoDate) { EXPECT_FALSE(parse_date("2024-04" + std::string(1 << 20, ' '))); }

Date date(std::string_view text) { return parse_date(text).value(); }

TEST(Date, MonthReachesFromItsFirstToItsLastDay) {
  EXPECT_EQ(iso(date("2024-02").first_day()), "2024-02-01");
  EXPECT_EQ(iso(date("2024-02").last_day()), "2024-02-29");
  EXPECT_EQ(iso(date("2023-02").last_day()), "2023-02-28");
  EXPECT_EQ(iso(date("2024-02-10").first_day()), "2024-02-10");
  EXPECT_EQ(iso(date("2024-02-10").last_day()), "2024-02-10");
}

struct PlusCase {
  const char* from;
  int months;
  const char* to;
  const char* last_day;
};
void PrintTo(const PlusCase& row, std::ostream* out) { *out << row.from << " + " << row.months; }

class PlusMonths : public testing::TestWithParam<PlusCase> {};

TEST_P(PlusMonths, KeepsThePrecision) {
  const auto& [from, months, to, last_day] = GetParam();
  const auto later = date(from).plus_months(months);
  EXPECT_EQ(later.iso(), to);
  EXPECT_EQ(later.has_day(), date(from).has_day());
  EXPECT_EQ(iso(later.last_day()), last_day);
}

INSTANTIATE_TEST_SUITE_P(Table, PlusMonths,
                         testing::Values(PlusCase{"2025-05", 36, "2028-05", "2028-05-31"},
                                         PlusCase{"2025-05", 0, "2025-05", "2025-05-31"},
                                         PlusCase{"2021-02", 36, "2024-02", "2024-02-29"},
                                         PlusCase{"2024-12", 1, "2025-01", "2025-01-31"},
                                         PlusCase{"2024-01-31", 1, "2024-02-29", "2024-02-29"},
                                         PlusCase{"2023-01-31", 1, "2023-02-28", "2023-02-28"},
                                         PlusCase{"2024-02-29", 12, "2025-02-28", "2025-02-28"},
                                         PlusCase{"2024-02-29", 48, "2028-02-29", "2028-02-29"},
                                         PlusCase{"2025-05-10", 36, "2028-05-10", "2028-05-10"},
                                         PlusCase{"2024-03", -3, "2023-12", "2023-12-31"}));

TEST(Date, OfADayGivesItBack) {
  EXPECT_EQ(Date::of(date("2024-02-29").first_day()).iso(), "2024-02-29");
  EXPECT_FALSE(Date::of(2023, 2, 29));
  EXPECT_FALSE(Date::of(2023, 13));
}

TEST(MonthIndex, CountsFrom1950) {
  EXPECT_EQ(month_index(date("1950-01-01").first_day()), 0);
  EXPECT_EQ(month_index(date("1951-02-28").first_day()), 13);
  EXPECT_EQ(month_index(date("2099-12-31").first_day()), 1799);
}

TEST(MonthSet, CountsAMonthOnce) {
  MonthSet months;
  EXPECT_EQ(months.count(), 0);
  months.add(0, 11);
  months.add(6, 17);
  EXPECT_EQ(months.count(), 18);
  months.add(1799, 1799);
  EXPECT_EQ(months.count(), 19);
}

TEST(MonthSet, CountsThoseBetweenTwoMonths) {
  MonthSet months;
  months.add(50, 70);
  months.add(120, 200);
  for (const int first : {0, 49, 50, 63, 64, 70, 71, 119, 127, 128, 192, 200, 201}) {
    for (int last = first - 1; last < 260; ++last) {
      int counted = 0;
      for (int month = first; month <= last; ++month) counted += months.contains(month) ? 1 : 0;
      EXPECT_EQ(months.count(first, last), counted) << first << " to " << last;
    }
  }
}

TEST(MonthSet, AddsNothingBackwards) {
  MonthSet months;
  months.add(5, 4);
  EXPECT_EQ(months.count(), 0);
}

TEST(MonthSet, KnowsWhereTwoMeet) {
  MonthSet a;
  MonthSet b;
  a.add(60, 70);
  b.add(71, 80);
  EXPECT_FALSE(a.meets(b));
  b.add(70, 70);
  EXPECT_TRUE(a.meets(b));
  a.add(b);
  EXPECT_EQ(a.count(), 21);
}

}  // namespace
}  // namespace upstream
