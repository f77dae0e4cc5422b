#include "upstream/config/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Loaded {
  Config config;
  std::vector<std::string> found;
};

Loaded load(const std::string& text) {
  Loaded loaded;
  Diagnostics diagnostics;
  loaded.config = load_config(SourceFile(".upstream-check.yaml", text), diagnostics);
  loaded.found = test::places(diagnostics);
  return loaded;
}

std::vector<std::string> texts(const Loaded& loaded, std::string_view key) {
  std::vector<std::string> all;
  for (const auto& value : loaded.config.values(key)) all.push_back(value.text);
  return all;
}

TEST(LoadConfig, GivesEachValueAsTheCommandLineWould) {
  const auto loaded = load(
      "lang: 英語\ncolor: NEVER\nas_of: 令和8年11月1日\nrubric: rules/company.yaml\nfail_under: 0x3C\n"
      "require_stage: 構築\nstrict: True\nexclude: drafts/*\nexpiring_within: 90d\nbaseline: known.json\n");
  EXPECT_THAT(loaded.found, IsEmpty());
  EXPECT_THAT(texts(loaded, "lang"), ElementsAre("en"));
  EXPECT_THAT(texts(loaded, "color"), ElementsAre("never"));
  EXPECT_THAT(texts(loaded, "as_of"), ElementsAre("令和8年11月1日"));
  EXPECT_THAT(texts(loaded, "rubric"), ElementsAre("rules/company.yaml"));
  EXPECT_THAT(texts(loaded, "fail_under"), ElementsAre("60"));
  EXPECT_THAT(texts(loaded, "require_stage"), ElementsAre("構築"));
  EXPECT_THAT(texts(loaded, "require_path"), IsEmpty());
  EXPECT_THAT(texts(loaded, "strict"), ElementsAre("true"));
  EXPECT_THAT(texts(loaded, "exclude"), ElementsAre("drafts/*"));
  EXPECT_THAT(texts(loaded, "expiring_within"), ElementsAre("90d"));
  EXPECT_THAT(texts(loaded, "baseline"), ElementsAre("known.json"));
}

TEST(LoadConfig, KnowsThePlaceOfEveryValue) {
  const auto loaded = load("# ours\nrequire_path: [cloud-engineer, inhouse-se]\n");
  const auto& values = loaded.config.values("require_path");
  ASSERT_EQ(values.size(), 2U);
  EXPECT_EQ(values[0].at, (Position{2, 16}));
  EXPECT_EQ(values[1].at, (Position{2, 32}));
}

TEST(LoadConfig, AFileWithoutASettingIsFine) {
  for (const auto* text : {"", "\n", "# nothing yet\n", "---\n", "null\n", "{}\n", "x-note: mine\n"}) {
    const auto loaded = load(text);
    EXPECT_THAT(loaded.found, IsEmpty()) << text;
    EXPECT_THAT(loaded.config.settings, IsEmpty()) << text;
  }
}

struct WrongCase {
  const char* name;
  const char* text;
  std::vector<std::string> places;
};
void PrintTo(const WrongCase& row, std::ostream* out) { *out << row.name; }

class WrongConfig : public testing::TestWithParam<WrongCase> {};

TEST_P(WrongConfig, IsReportedAtItsPlace) { EXPECT_EQ(load(GetParam().text).found, GetParam().places); }

INSTANTIATE_TEST_SUITE_P(
    Table, WrongConfig,
    testing::Values(WrongCase{"NoMapping", "[lang]", {"1:1 error wrong-type"}},
                    WrongCase{"UnknownKey", "langs: en", {"1:1 error unknown-key"}},
                    WrongCase{"TwiceTheSameKey", "lang: en\nlang: ja", {"2:1 error duplicate-key"}},
                    WrongCase{"TwoDocuments", "lang: en\n---\nlang: ja", {"2:1 error multiple-documents"}},
                    WrongCase{"NoValue", "lang:", {"1:5 error wrong-type"}},
                    WrongCase{"UnknownWord", "lang: fr", {"1:7 error unknown-value"}},
                    WrongCase{"NoDay", "as_of: 2026-02-30", {"1:8 error invalid-date"}},
                    WrongCase{"ScoreTooHigh", "fail_under: 101", {"1:13 error out-of-range"}},
                    WrongCase{"ScoreInQuotes", "fail_under: '60'", {"1:13 error wrong-type"}},
                    WrongCase{"NoTruth", "strict: yes", {"1:9 error wrong-type"}},
                    WrongCase{"ListForOne", "require_stage: [build]", {"1:16 error wrong-type"}},
                    WrongCase{"NumberInList", "require_path: [1]", {"1:16 error wrong-type"}},
                    WrongCase{"TooManyDays", "expiring_within: 3651", {"1:18 error out-of-range"}},
                    WrongCase{"TooManyDaysWithLetter", "expiring_within: 3651d", {"1:18 error out-of-range"}},
                    WrongCase{"Weeks", "expiring_within: two weeks", {"1:18 error wrong-type"}},
                    WrongCase{"AbsolutePath", "rubric: /etc/passwd", {"1:9 error config-path"}},
                    WrongCase{"ClimbingPath", "baseline: a/../../b", {"1:11 error config-path"}},
                    WrongCase{"ClimbingAtTheEnd", "rubric: a/..", {"1:9 error config-path"}},
                    WrongCase{"NulInPath", R"(rubric: "..\0")", {"1:9 error control-character"}},
                    WrongCase{"EscapeInPath", R"(rubric: "\e[2J")", {"1:9 error control-character"}},
                    WrongCase{"EmptyPath", "rubric: ''", {"1:9 error out-of-range"}},
                    WrongCase{"All",
                              "langs: en\ncolor: red\nrubric: ../x\n",
                              {"1:1 error unknown-key", "2:8 error unknown-value", "3:9 error config-path"}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(LoadConfig, DotsInsideANameDoNotClimb) {
  for (const auto* name : {"..rubric.yaml", "a..b/c", "...", "./a", "a/./b"}) {
    EXPECT_THAT(load(std::string("rubric: ") + name).found, IsEmpty()) << name;
  }
}

TEST(LoadConfig, TellsTheLanguageBesideAnError) {
  const auto loaded = load("lang: en\ncolor: red\n");
  EXPECT_THAT(loaded.found, testing::SizeIs(1));
  EXPECT_THAT(texts(loaded, "lang"), ElementsAre("en"));
}

TEST(ParseDays, TakesANumberOfDays) {
  EXPECT_EQ(parse_days("0"), 0);
  EXPECT_EQ(parse_days("90"), 90);
  EXPECT_EQ(parse_days("90d"), 90);
  EXPECT_EQ(parse_days("3650d"), kMostDays);
  for (const auto* text :
       {"", "d", "-1", "-0", "+1", "3651", "1.5", "90dd", "90 d", "9w", "99999999999d", "九十"}) {
    EXPECT_EQ(parse_days(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace upstream
