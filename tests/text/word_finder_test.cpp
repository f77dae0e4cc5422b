#include "upstream/text/word_finder.hpp"

#include <gmock/gmock.h>

namespace upstream::text {
namespace {

using testing::ElementsAre;

bool contains_word(std::string_view text, std::string word) {
  WordFinder finder;
  const auto number = finder.add(std::move(word));
  return finder.find(text).at(number);
}

TEST(WordFinder, JapaneseHasNoWordBorders) {
  EXPECT_TRUE(contains_word("手順書の作成", "手順書"));
  EXPECT_TRUE(contains_word("手順書の作成", "作成"));
  EXPECT_FALSE(contains_word("手順の書", "手順書"));
  EXPECT_FALSE(contains_word("手順", "手順書"));
}

TEST(WordFinder, LatinWordsStandAlone) {
  EXPECT_TRUE(contains_word("idsの調整", "ids"));
  EXPECT_TRUE(contains_word("調整(ids/ips)", "ips"));
  EXPECT_FALSE(contains_word("kids", "ids"));
  EXPECT_FALSE(contains_word("idsx", "ids"));
  EXPECT_TRUE(contains_word("kids ids", "ids"));
  EXPECT_TRUE(contains_word("awsの運用", "aws"));
}

TEST(WordFinder, FindsAllWordsAtOnceAlsoOneInAnother) {
  WordFinder finder;
  EXPECT_EQ(finder.add("切り分け"), 0U);
  EXPECT_EQ(finder.add("一次切り分け"), 1U);
  EXPECT_EQ(finder.add("sql"), 2U);
  EXPECT_EQ(finder.add("切り分け"), 3U);
  EXPECT_EQ(finder.word(1), "一次切り分け");
  EXPECT_THAT(finder.find("障害の一次切り分け"), ElementsAre(true, true, false, true));
  EXPECT_THAT(finder.find("切り分けとsql"), ElementsAre(true, false, true, true));
  EXPECT_THAT(finder.find(""), ElementsAre(false, false, false, false));
}

TEST(WordFinder, AWordOfNothingStandsNowhere) { EXPECT_FALSE(contains_word("監視", "")); }

}  // namespace
}  // namespace upstream::text
