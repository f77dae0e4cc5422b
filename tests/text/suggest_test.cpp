#include "upstream/text/suggest.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "upstream/text/unicode.hpp"

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

// The search stops as soon as a key cannot be the nearest; that must not show.
TEST(ClosestKey, IsWhatAllDistancesSay) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string made;
    for (auto left = random() % 9; left > 0; --left) made += std::array{"a", "b", "c", "監"}[random() % 4];
    return made;
  };
  for (int run = 0; run < 20000; ++run) {
    std::array<std::string, 4> keys;
    std::generate(keys.begin(), keys.end(), word);
    const auto wanted = word();
    std::optional<std::size_t> nearest;
    auto least = std::min<std::size_t>(3, count_code_points(wanted) / 2) + 1;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto distance = edit_distance(wanted, keys[i]);
      if (wanted.empty() || distance >= least) continue;
      nearest = i;
      least = distance;
    }
    ASSERT_EQ(closest_key(wanted, keys), nearest) << wanted << " among " << testing::PrintToString(keys);
  }
}

TEST(Closest, DoesNotTryAMegabyte) {
  constexpr std::array<std::string_view, 1> words{"network"};
  EXPECT_EQ(closest(std::string(1 << 20, 'n'), words), "");
}

}  // namespace
}  // namespace upstream::text
