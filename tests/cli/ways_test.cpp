#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "process.hpp"

// whatif, compare and timeline as a person or a CI job runs them.
namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class WaysTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
    write("bad.yaml", kBad);
  }
  [[nodiscard]] Outcome english(std::vector<std::string> arguments, const World& world = {}) const {
    arguments.insert(arguments.end(), {"--lang", "en"});
    return run(arguments, world);
  }
};

TEST_F(WaysTest, WhatifShowsBeforeAndAfterAndLeavesTheFile) {
  const auto outcome = english({"whatif", "good.yaml", "--set", "skills.server=4", "--add-cert", "CCNA",
                                "--add-months", "build=12", "--at", "2027-04"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("before"), HasSubstr("2026-04-01"), HasSubstr("2027-04-30")));
  EXPECT_EQ(read("good.yaml"), kGood);
}

TEST_F(WaysTest, WhatifNamesEveryOptionThatCannotBe) {
  const auto outcome = english({"whatif", "good.yaml", "--set", "skills.server=9", "--add-cert", "CCNNA"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("--set skills.server=9: 9 is outside 0–4"),
                                 HasSubstr("did you mean 'ccna'?"), Not(HasSubstr("good.yaml:"))));
}

TEST_F(WaysTest, TheDayComesFromTheOptionAsEverywhere) {
  const auto outcome = run({"whatif", "good.yaml", "--as-of", "2028-01-15", "--format", "json"});
  EXPECT_EQ(json::parse(outcome.out)["before"]["as_of"], "2028-01-15");
  EXPECT_EQ(json::parse(outcome.out)["after"]["as_of"], "2028-01-15");
}

TEST_F(WaysTest, AProfileWithErrorsIsToldAsAssessTellsIt) {
  for (const char* command : {"whatif", "timeline"}) {
    const auto outcome = english({command, "bad.yaml"});
    EXPECT_EQ(outcome.code, 1) << command;
    EXPECT_EQ(outcome.err, english({"assess", "bad.yaml"}).err);
    EXPECT_THAT(outcome.out, IsEmpty());
  }
  EXPECT_EQ(english({"compare", "bad.yaml", "good.yaml"}).code, 1);
}

TEST_F(WaysTest, WhatCannotBeReadIsThree) {
  for (const char* command : {"whatif", "timeline"}) EXPECT_EQ(run({command, "absent.yaml"}).code, 3);
  EXPECT_EQ(run({"compare", "good.yaml", "absent.yaml"}).code, 3);
}

TEST_F(WaysTest, TheNumberOfFilesIsHeldToIt) {
  EXPECT_THAT(english({"whatif"}).err, HasSubstr("whatif takes one FILE"));
  EXPECT_THAT(english({"timeline", "good.yaml", "good.yaml"}).err, HasSubstr("timeline takes one FILE"));
  EXPECT_THAT(english({"compare", "good.yaml"}).err, HasSubstr("compare takes two"));
  EXPECT_THAT(english({"compare", "-", "-"}).err, HasSubstr("only once"));
  EXPECT_EQ(run({"compare", "good.yaml"}).code, 2);
}

TEST_F(WaysTest, OptionsOfOthersAreRefused) {
  for (const auto& arguments : {std::vector<std::string>{"assess", "good.yaml", "--set", "skills.server=1"},
                                {"timeline", "good.yaml", "--at", "2027-01"},
                                {"whatif", "good.yaml", "--from", "2027-01"},
                                {"timeline", "good.yaml", "--fail-on-drop"},
                                {"compare", "good.yaml", "good.yaml", "--add-cert", "CCNA"}}) {
    const auto outcome = english(arguments);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("does not go with"));
  }
}

TEST_F(WaysTest, CompareReadsOneSideFromAPipe) {
  World world;
  world.input = kGood;
  const auto outcome =
      english({"compare", "-", "good.yaml", "--stdin-filename", "old.yaml", "--format", "json"}, world);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const auto document = json::parse(outcome.out);
  EXPECT_EQ(document["before"]["path"], "old.yaml");
  EXPECT_EQ(document["delta"]["total"], 0);
}

TEST_F(WaysTest, CompareTakesWhatFormatJsonSaved) {
  ASSERT_EQ(run({"good.yaml", "--format", "json", "-o", "saved.json"}).code, 0);
  const auto document = json::parse(run({"compare", "saved.json", "good.yaml", "--format", "json"}).out);
  EXPECT_EQ(document["delta"], json::parse(R"({"profile":0,"rubric":0,"tool":0,"time":0,"total":0})"));
  EXPECT_EQ(document["before"]["saved"]["as_of"], "2026-04-01");
}

TEST_F(WaysTest, OnlyADropOfTheProfileFails) {
  std::string less(kGood);
  less.replace(less.find("server: 3"), 9, "server: 1");
  write("less.yaml", less);
  EXPECT_EQ(english({"compare", "good.yaml", "less.yaml"}).code, 0);
  const auto drop = english({"compare", "good.yaml", "less.yaml", "--fail-on-drop"});
  EXPECT_EQ(drop.code, 1);
  EXPECT_THAT(drop.err, AllOf(HasSubstr("--fail-on-drop"), HasSubstr("points\n")));
  EXPECT_EQ(english({"compare", "less.yaml", "good.yaml", "--fail-on-drop"}).code, 0);

  const std::string lapsing =
      "version: 1\nname: A\ncertifications: [{name: CCNA, acquired: 2024-05}]\nas_of: ";
  write("early.yaml", lapsing + "2026-04-01\n");
  write("late.yaml", lapsing + "2028-04-01\n");
  EXPECT_EQ(english({"compare", "early.yaml", "late.yaml", "--fail-on-drop"}).code, 0);
}

TEST_F(WaysTest, ASavedAssessmentOfALaterLayoutIsRefused) {
  write("later.json", "{\"schema_version\": 7, \"ok\": true, \"facts\": {}}");
  const auto outcome = english({"compare", "later.json", "good.yaml"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("'later.json': its schema_version is 7; this program reads 1"));
}

TEST_F(WaysTest, TheTimelineIsDrawnForTheTerminal) {
  const auto shown = [&](std::map<std::string, std::string> environment) {
    World world;
    world.environment = std::move(environment);
    return english({"timeline", "good.yaml"}, world).out;
  };
  EXPECT_THAT(shown({{"LC_ALL", "C"}}), AllOf(HasSubstr("100 |"), Not(HasSubstr("│"))));
  EXPECT_THAT(shown({{"LC_ALL", "ja_JP.UTF-8"}}), HasSubstr("100 │"));
  EXPECT_THAT(shown({{"LC_ALL", ""}, {"LANG", "C.utf8"}}), HasSubstr("│"));
  EXPECT_THAT(shown({{"LC_ALL", ""}}), HasSubstr("│"));
  EXPECT_THAT(shown({{"LC_ALL", "ja_JP.UTF-8"}, {"TERM", "dumb"}}), Not(HasSubstr("│")));
}

TEST_F(WaysTest, TheTimelineEndsAtTheAssessment) {
  const auto document = json::parse(run({"timeline", "good.yaml", "--format", "json"}).out);
  const auto assessed = json::parse(run({"good.yaml", "--format", "json"}).out);
  EXPECT_EQ(document["points"].back()["date"], assessed["as_of"]);
  EXPECT_EQ(document["points"].back()["permille"], assessed["readiness"]["permille"]);
}

TEST_F(WaysTest, ADateThatIsNoneNamesItsOption) {
  EXPECT_THAT(english({"timeline", "good.yaml", "--from", "soon"}).err,
              HasSubstr("--from 'soon' is no date"));
  EXPECT_THAT(english({"whatif", "good.yaml", "--at", "soon"}).err, HasSubstr("--at 'soon' is no date"));
  EXPECT_THAT(english({"timeline", "good.yaml", "--from", "2027-01", "--to", "2026-01"}).err,
              HasSubstr("after its end"));
}

TEST_F(WaysTest, TheResultIsNeverWrittenOverAnInput) {
  for (const auto& arguments : {std::vector<std::string>{"whatif", "good.yaml"},
                                {"timeline", "good.yaml"},
                                {"compare", "bad.yaml", "good.yaml"}}) {
    auto all = arguments;
    all.insert(all.end(), {"-o", "good.yaml"});
    EXPECT_EQ(english(all).code, 2);
    EXPECT_EQ(read("good.yaml"), kGood);
  }
}

TEST_F(WaysTest, ExitZeroMakesANotMetZeroAndIsInTheHelp) {
  for (const auto& arguments : {std::vector<std::string>{"whatif", "bad.yaml"},
                                {"timeline", "bad.yaml"},
                                {"compare", "bad.yaml", "good.yaml"}}) {
    auto all = arguments;
    EXPECT_EQ(run(all).code, 1);
    all.emplace_back("--exit-zero");
    EXPECT_EQ(run(all).code, 0);
    EXPECT_THAT(run({arguments.front(), "--help"}).out, HasSubstr("--exit-zero"));
  }
  EXPECT_EQ(run({"compare", "absent.yaml", "good.yaml", "--exit-zero"}).code, 3);
}

TEST_F(WaysTest, AnOptionOfOneValueIsTakenOnce) {
  for (const auto& arguments :
       {std::vector<std::string>{"whatif", "good.yaml", "--at", "2027-01", "--at", "2027-01"},
        {"timeline", "good.yaml", "--from", "2027-01", "--from", "2027-02"},
        {"timeline", "good.yaml", "--to", "2027-01", "--to", "2027-02"},
        {"compare", "good.yaml", "good.yaml", "--as-of", "2027-01", "--as-of", "2027-02"}}) {
    const auto outcome = english(arguments);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("is given twice"));
  }
  EXPECT_EQ(run({"compare", "good.yaml", "good.yaml", "--fail-on-drop", "--fail-on-drop"}).code, 0);
}

TEST_F(WaysTest, SchemasArePrinted) {
  for (const char* name : {"whatif", "compare", "timeline"})
    EXPECT_EQ(json::parse(run({"schema", name}).out)["title"], std::string("upstream-check ") + name);
}

}  // namespace
}  // namespace upstream::test
