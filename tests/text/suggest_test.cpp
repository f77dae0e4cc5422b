#include "upstream/text/suggest.hpp"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace upstream::text {
namespace {

struct DistanceCase {
  const char* a;
  const char* b;
  std::size_t distance;
};
void PrintTo(const DistanceCase& row, std::ostream* out) { *out << row.a << " / " << row.b; }

class EditDistance : public testing::TestWithParam<DistanceCase> {};

TEST_P(EditDistance, IsTheSameBothWays) {
  const auto& [a, b, distance] = GetParam();
  EXPECT_EQ(edit_distance(a, b), distance);
  EXPECT_EQ(edit_distance(b, a), distance);
}

INSTANTIATE_TEST_SUITE_P(
    Table, EditDistance,
    testing::Values(DistanceCase{"", "", 0}, DistanceCase{"", "abc", 3},
                    DistanceCase{"network", "network", 0}, DistanceCase{"netwrok", "network", 1},
                    DistanceCase{"netwok", "network", 1}, DistanceCase{"netxwork", "network", 1},
                    DistanceCase{"metwork", "network", 1}, DistanceCase{"kitten", "sitting", 3},
                    DistanceCase{"ca", "abc", 3}, DistanceCase{"監視", "監査", 1},
                    DistanceCase{"視監", "監視", 1}, DistanceCase{"𠮷田", "吉田", 1}));

TEST(Closest, FindsTheNearestWord) {
  constexpr std::array<std::string_view, 3> words{"network", "server", "security"};
  EXPECT_EQ(closest("netwrok", words), "network");
  EXPECT_EQ(closest("Sever", words), "server");
  EXPECT_EQ(closest("ＳＥＣＵＲＩＴＹ", words), "security");
}

TEST(Closest, GivesNothingWhereNothingIsNear) {
  constexpr std::array<std::string_view, 2> words{"network", "server"};
  EXPECT_EQ(closest("mainframe", words), "");
  EXPECT_EQ(closest("", words), "");
  EXPECT_EQ(closest("-・ ", words), "");
  EXPECT_EQ(closest("network", {}), "");
}

TEST(Closest, ShortWordsNeedToBeNearer) {
  constexpr std::array<std::string_view, 1> words{"ab"};
  EXPECT_EQ(closest("ax", words), "ab");
  EXPECT_EQ(closest("xy", words), "");
}

TEST(Closest, FirstOfEquallyNearWordsWins) {
  constexpr std::array<std::string_view, 2> words{"cast", "cost"};
  EXPECT_EQ(closest("cxst", words), "cast");
}

TEST(ClosestKey, GivesThePlace) {
  const std::array<std::string, 3> keys{"lpic1", "ccna", "ネットワーク"};
  EXPECT_EQ(closest_key("CCNAA", keys), 1U);
  EXPECT_EQ(closest_key("ネットワク", keys), 2U);
  EXPECT_FALSE(closest_key("toeic", keys));
}

TEST(Closest, DoesNotTryAMegabyte) {
  constexpr std::array<std::string_view, 1> words{"network"};
  EXPECT_EQ(closest(std::string(1 << 20, 'n'), words), "");
}

}  // namespace
}  // namespace upstream::text
