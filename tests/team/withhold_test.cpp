#include "upstream/team/withhold.hpp"

#include <numeric>
#include <random>

#include <gmock/gmock.h>

namespace upstream::test {
namespace {

/// 7 is shown, -1 is below the minimum, -2 is withheld because of another.
std::vector<int> shown(const std::vector<int>& cells, int minimum) {
  std::vector<int> out;
  for (const auto& figure : withhold(cells, minimum))
    out.push_back(figure.people ? *figure.people : figure.small ? -1 : -2);
  return out;
}

struct Case {
  const char* name;
  std::vector<int> cells;
  int minimum;
  std::vector<int> shown;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class Withhold : public testing::TestWithParam<Case> {};

TEST_P(Withhold, ShowsWhatMayBeShown) {
  EXPECT_EQ(shown(GetParam().cells, GetParam().minimum), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Withhold,
    testing::Values(Case{"NoMinimum", {0, 1, 2}, 1, {0, 1, 2}},   //
                    Case{"NoneBelow", {5, 6, 7}, 5, {5, 6, 7}},   //
                    Case{"TwoBelow", {3, 4, 9}, 5, {-1, -1, 9}},  //
                    Case{"OneBelowTakesTheNextSmallest", {3, 8, 6, 9}, 5, {-1, 8, -2, 9}},
                    Case{"TwoBelowThatAreOneSmallGroupTogether", {1, 1, 9, 6}, 5, {-1, -1, 9, -2}},
                    Case{"NobodyIsASmallGroupToo", {0, 12}, 5, {-1, -2}},
                    Case{"TheFirstOfTwoAlike", {2, 6, 6}, 5, {-1, -2, 6}},
                    Case{"AFewInAll", {1, 2}, 5, {-1, -1}},  //
                    Case{"NoCells", {}, 5, {}}),
    [](const auto& row) { return std::string(row.param.name); });

// Whoever knows the size of the group subtracts: what is left over must never be one small group.
TEST(WithholdProperty, WhatIsWithheldIsNeverASmallGroup) {
  std::mt19937 random(1);
  for (int run = 0; run < 5000; ++run) {
    std::vector<int> cells(1 + random() % 6);
    for (auto& cell : cells) cell = static_cast<int>(random() % 12);
    const int minimum = 2 + static_cast<int>(random() % 6);
    const auto figures = withhold(cells, minimum);
    int hidden = 0;
    int sum = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (figures[i].people) {
        EXPECT_EQ(*figures[i].people, cells[i]);
        EXPECT_GE(cells[i], minimum);
        continue;
      }
      ++hidden;
      sum += cells[i];
    }
    const bool everything = static_cast<std::size_t>(hidden) == cells.size();
    EXPECT_TRUE(hidden == 0 || everything || (hidden >= 2 && sum >= minimum))
        << testing::PrintToString(cells);
  }
}

TEST(WithholdNested, NeitherNumberGivesTheOtherAway) {
  // 8 able, 9 claim it, of 20: the one who only claims it would be told by the difference.
  const auto close = withhold_nested(8, 9, 20, 5);
  EXPECT_FALSE(close.inner.people && close.outer.people);
  const auto apart = withhold_nested(6, 12, 20, 5);
  EXPECT_EQ(apart.inner.people, 6);
  EXPECT_EQ(apart.outer.people, 12);
  // 17 of 20 leaves out three.
  const auto most = withhold_nested(6, 17, 20, 5);
  EXPECT_EQ(most.outer.people, std::nullopt);
  EXPECT_FALSE(most.outer.small);
}

}  // namespace
}  // namespace upstream::test
