#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "process.hpp"
#include "upstream/rubric/load.hpp"

// plan as a person or a script runs it.
namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using Words = std::vector<std::string>;

/// Five years of maintenance: a lab opens the way to design.
constexpr std::string_view kMaintainer =
    "version: 1\n"
    "name: Tester\n"
    "as_of: 2026-04-01\n"
    "experience:\n"
    "  - {stage: maintenance, from: 2021-04, domains: [cloud]}\n"
    "skills: {cloud-virtualization: 3, operations: 3, troubleshooting: 3}\n";

class PlanTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("me.yaml", kMaintainer);
    write("bad.yaml", kBad);
  }
  [[nodiscard]] Outcome english(Words arguments, const World& world = {}) const {
    arguments.insert(arguments.end(), {"--lang", "en"});
    return run(arguments, world);
  }
};

TEST_F(PlanTest, IsFoundAndLeavesTheFile) {
  const auto outcome = english({"plan", "me.yaml", "--to", "design"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("Reaching design takes 3 months"), HasSubstr("is 31 then: the depth"),
                    HasSubstr("opens the gate 'build practice'"), HasSubstr("no promotion")));
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(read("me.yaml"), kMaintainer);
}

TEST_F(PlanTest, WhatIsReachedAlreadyNeedsNone) {
  const auto outcome = english({"plan", "me.yaml", "--to", "build"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("You have reached build already"), Not(HasSubstr("What to do"))));
}

TEST_F(PlanTest, WithoutOneItEndsWithOneAndStillSaysWhy) {
  const Words arguments{"plan", "me.yaml", "--to", "design", "--by", "2026-05"};
  const auto outcome = english(arguments);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("not by 2026-05-31"));
  auto zero = arguments;
  zero.emplace_back("--exit-zero");
  EXPECT_EQ(run(zero).code, 0);
  auto machine = arguments;
  machine.insert(machine.end(), {"--format", "json"});
  const auto document = json::parse(run(machine).out);
  EXPECT_EQ(document["found"], false);
  EXPECT_EQ(document["obstacles"][0]["kind"], "time");
  EXPECT_EQ(document["alternatives"]["months_without_limit"], 3);
}

TEST_F(PlanTest, TheGoalIsNamedInAnyWayOfTheRubric) {
  for (const char* goal : {"design", "設計", "基本設計", "stage:design"}) {
    const auto document = json::parse(run({"plan", "me.yaml", "--to", goal, "--format", "json"}).out);
    EXPECT_EQ(document["goal"], json::parse(R"({"kind": "stage", "id": "design", "score": null})")) << goal;
  }
  const auto path = run({"plan", "me.yaml", "--to", "path:inhouse-se", "--score", "1", "--format", "json"});
  EXPECT_EQ(json::parse(path.out)["goal"],
            json::parse(R"({"kind": "path", "id": "inhouse-se", "score": 1})"));
  const auto noted = english({"plan", "me.yaml", "--to", "運用"});
  EXPECT_EQ(noted.code, 0);
  EXPECT_THAT(noted.err, HasSubstr("--to: '運用' is read as maintenance"));
}

TEST_F(PlanTest, ANameOfAStageAndAPathHasToBeToldApart) {
  std::string own(builtin_rubric_text());
  const std::string_view aliases = "aliases: [コンサルタント, ITコンサル, コンサル]";
  ASSERT_NE(own.find(aliases), std::string::npos);
  own.replace(own.find(aliases), aliases.size(), "aliases: [build]");
  write("own.yaml", own);
  const auto outcome = english({"plan", "me.yaml", "--to", "build", "--rubric", "own.yaml"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("write one of: stage:build path:it-consultant"));
  EXPECT_EQ(run({"plan", "me.yaml", "--to", "stage:build", "--rubric", "own.yaml"}).code, 0);
}

/// What networks prove is too old after half a year, and it has to be learned long before the end.
TEST_F(PlanTest, ThatMissesTheGoalOnItsDaysIsNone) {
  std::string own(builtin_rubric_text());
  const std::string_view fresh = "stale_months: 48";
  const auto network = own.find("\n  - id: network\n");
  ASSERT_NE(network, std::string::npos);
  own.replace(own.find(fresh, network), fresh.size(), "stale_months: 6");
  write("own.yaml", own);
  const std::string newcomer = UPSTREAM_SOURCE_DIR "/profiles/newcomer.yaml";
  const Words arguments{"plan", newcomer, "--to", "security-engineer", "--rubric", "own.yaml"};
  const auto outcome = english(arguments);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("but not on the days they would be done"));
  auto machine = arguments;
  machine.insert(machine.end(), {"--format", "json"});
  const auto document = json::parse(run(machine).out);
  EXPECT_EQ(document["reaches"], false);
  EXPECT_EQ(document["optimal"], false);
}

struct Wrong {
  const char* name;
  Words arguments;
  const char* english;
  const char* japanese;
};
void PrintTo(const Wrong& one, std::ostream* out) { *out << one.name; }

class WrongPlan : public PlanTest, public testing::WithParamInterface<Wrong> {};

TEST_P(WrongPlan, IsToldInTheLanguageAsked) {
  for (const bool english : {true, false}) {
    auto arguments = GetParam().arguments;
    arguments.insert(arguments.begin(), "plan");
    arguments.insert(arguments.end(), {"--lang", english ? "en" : "ja"});
    const auto outcome = run(arguments);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, AllOf(StartsWith("upstream-check: error: "),
                                   HasSubstr(english ? GetParam().english : GetParam().japanese)));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongPlan,
    testing::Values(
        Wrong{"NoGoal", {"me.yaml"}, "plan me.yaml --to design", "plan me.yaml --to design"},
        Wrong{"GoalWithoutValue", {"me.yaml", "--to"}, "write --to STAGE|PATH\n", "--to STAGE|PATH と書いて"},
        Wrong{"ACertificate",
              {"me.yaml", "--to", "CCNA"},
              "it is a certificate: upstream-check explain ccna",
              "これは資格。何に効くかは upstream-check explain ccna"},
        Wrong{"ASkill",
              {"me.yaml", "--to", "ネットワーク"},
              "it is a skill: upstream-check explain network",
              "これは技能。上げ方は upstream-check explain network"},
        Wrong{"NearStage",
              {"me.yaml", "--to", "desing"},
              "did you mean 'design'? the stages are: monitoring",
              "「design」ですか。工程は monitoring"},
        Wrong{"NearPath",
              {"me.yaml", "--to", "cloud-enginer"},
              "did you mean 'cloud-engineer'?",
              "「cloud-engineer」ですか"},
        Wrong{"UnknownGoalListsAll",
              {"me.yaml", "--to", "nowhere"},
              "the paths are: it-consultant",
              "進路は it-consultant"},
        Wrong{
            "GoalOfBytes", {"me.yaml", "--to", "\xff"}, "there is no stage and no path", "工程も進路もない"},
        Wrong{"GoalOfTwoMeanings",
              {"me.yaml", "--to", "設計構築"},
              "write one of: stage:design stage:build",
              "どれか一つを書いてください: stage:design stage:build"},
        Wrong{"ScoreTooHigh",
              {"me.yaml", "--to", "design", "--score", "101"},
              "write the readiness to come to, like --score 60",
              "目標とする到達度を --score 60 のように"},
        Wrong{"ScoreOfNothing",
              {"me.yaml", "--to", "design", "--score", "0"},
              "--score '0' is no whole number",
              "--score の値「0」"},
        Wrong{"ScoreNoNumber", {"me.yaml", "--to", "design", "--score", "6x"}, "--score '6x'", "「6x」"},
        Wrong{"TooManyHours",
              {"me.yaml", "--to", "design", "--hours-per-week", "16"},
              "15 hours a week are the most that can be kept up beside work",
              "仕事と並べて続けられるのは週 15 時間まで"},
        Wrong{"NegativeHours",
              {"me.yaml", "--to", "design", "--hours-per-week=-1"},
              "from 0 to 15",
              "0 から 15 まで"},
        Wrong{"NoDay",
              {"me.yaml", "--to", "design", "--by", "soon"},
              "--by 'soon' is no date",
              "日付として読めない"},
        Wrong{"DayBeyondTheCalendar",
              {"me.yaml", "--to", "design", "--by", "2200-01"},
              "from 1950 to 2099",
              "1950 年から 2099 年まで"},
        Wrong{"DayBeforeTheProfile",
              {"me.yaml", "--to", "design", "--by", "2026-03"},
              "--by 2026-03-31 is before 2026-04-01",
              "評価する日 2026-04-01 より前"},
        Wrong{"AvoidAnythingElse",
              {"me.yaml", "--to", "design", "--avoid", "work"},
              "--avoid 'work' is not cert",
              "書けるのは cert だけ"},
        Wrong{"GivenTwice",
              {"me.yaml", "--to", "design", "--to", "build"},
              "--to is given twice",
              "--to が二度ある"},
        Wrong{"NoFile", {"--to", "design"}, "plan takes one FILE", "一つだけ"},
        Wrong{"TwoFiles", {"me.yaml", "me.yaml", "--to", "design"}, "plan takes one FILE", "一つだけ"},
        Wrong{"Format",
              {"me.yaml", "--to", "design", "--format", "csv"},
              "none of text|json",
              "text|json のどれでもない"},
        Wrong{"OptionOfAnother",
              {"me.yaml", "--to", "design", "--at", "2027-01"},
              "--at does not go with plan",
              "--at は plan では使えない"},
        Wrong{"OutputIsInput",
              {"me.yaml", "--to", "design", "-o", "me.yaml"},
              "is an input too",
              "入力と同じファイル"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(PlanTest, EveryWrongOptionIsNamedInOneRun) {
  const auto outcome = english({"plan", "me.yaml", "--to", "nowhere", "--score", "0", "--hours-per-week",
                                "99", "--by", "soon", "--avoid", "work"});
  EXPECT_EQ(outcome.code, 2);
  for (const char* option : {"--to", "--score", "--hours-per-week", "--by", "--avoid"})
    EXPECT_THAT(outcome.err, HasSubstr(std::string("error: ") + option));
}

TEST_F(PlanTest, ItsOptionsAreOfNoOther) {
  for (const auto& arguments : {Words{"me.yaml", "--to", "design"},
                                {"whatif", "me.yaml", "--score", "3"},
                                {"timeline", "me.yaml", "--change-post"}}) {
    const auto outcome = english(arguments);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("does not go with"));
  }
  EXPECT_EQ(run({"timeline", "me.yaml", "--to", "2027-01"}).code, 0);
}

TEST_F(PlanTest, OptionsChangeThePlan) {
  const auto plan = [&](Words options) {
    options.insert(options.begin(), {"plan", "me.yaml", "--to", "design", "--format", "json"});
    return json::parse(run(options).out);
  };
  EXPECT_EQ(plan({"--hours-per-week", "15"})["months"]["likely"], 1);
  EXPECT_EQ(plan({"--hours-per-week", "15"})["hours_per_week"], 15);
  EXPECT_EQ(plan({"--as-of", "2027-01-31"})["as_of"], "2027-01-31");
  EXPECT_EQ(plan({"--avoid", "cert"})["request"]["avoid"], json::parse(R"(["cert"])"));
  EXPECT_EQ(plan({"--change-post"})["request"]["change_post"], true);
  EXPECT_EQ(plan({"--by", "2026-04-01"})["request"]["by"], "2026-04-01");
}

TEST_F(PlanTest, ReadsStandardInputAndWritesAFile) {
  const auto outcome = run(
      {"plan", "-", "--to", "design", "--stdin-filename", "x.yaml", "--format", "json", "-o", "plan.json"},
      {.input = std::string(kMaintainer)});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(json::parse(read("plan.json"))["profile"]["path"], "x.yaml");
  for (const Words& name : {Words{}, {"--stdin-filename", "x.yaml"}}) {
    Words arguments{"plan", "-", "--to", "design"};
    arguments.insert(arguments.end(), name.begin(), name.end());
    EXPECT_THAT(run(arguments, {.input = std::string(kMaintainer)}).out,
                HasSubstr("upstream-check whatif - \\"));
  }
}

TEST_F(PlanTest, AProfileWithErrorsIsToldAsAssessTellsIt) {
  const auto outcome = english({"plan", "bad.yaml", "--to", "design"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err, english({"assess", "bad.yaml"}).err);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_EQ(run({"plan", "absent.yaml", "--to", "design"}).code, 3);
  EXPECT_EQ(run({"plan", ".", "--to", "design"}).code, 2);
}

TEST_F(PlanTest, AFullDeviceBeatsThatThereIsNone) {
  const Words arguments{"plan", "me.yaml", "--to", "design", "--by", "2026-05"};
  EXPECT_EQ(run(arguments, {.standard_output = Stream::full_device}).code, 4);
}

TEST_F(PlanTest, NamesAreHarmlessAtTheTerminal) {
  std::string hostile(kMaintainer);
  hostile.replace(hostile.find("Tester"), 6, R"("\e[2J\n::error::x")");
  write("'; touch pwned; '.yaml", hostile);
  const auto outcome = english({"plan", "'; touch pwned; '.yaml", "--to", "design"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\n::error::"))));
}

/// The lines that the plan ends with do in a shell what they say.
TEST_F(PlanTest, TheCommandThatItShowsCanBePasted) {
  const std::string name = "'; touch pwned; $(touch pwned) '.yaml";
  write(name, kMaintainer);
  const auto shown = english({"plan", name, "--to", "design"}).out;
  const auto begin = shown.find("  upstream-check whatif");
  ASSERT_NE(begin, std::string::npos) << shown;
  auto script = shown.substr(begin, shown.find("\n\n", begin) - begin);
  script = "upstream-check() { \"$BINARY\" \"$@\" --format json; }\n" + script;
  const auto outcome =
      run({"-c", script}, {.environment = {{"BINARY", UPSTREAM_CHECK_BINARY}}, .program = "bash"});
  EXPECT_EQ(outcome.code, 0) << outcome.err << script;
  EXPECT_EQ(json::parse(outcome.out)["after"]["stage"]["reached"], "design");
  EXPECT_THAT(names(), Not(testing::Contains("pwned")));
}

TEST_F(PlanTest, ItsSchemaIsPrinted) {
  EXPECT_EQ(json::parse(run({"schema", "plan"}).out)["title"], "upstream-check plan");
}

}  // namespace
}  // namespace upstream::test
