#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "process.hpp"
#include "upstream/rubric/load.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Commands = CliTest;

TEST_F(Commands, ExplainFindsByIdLabelAndKind) {
  for (const char* name : {"build", "構築", "stage:build"}) {
    const auto outcome = run({"explain", name});
    EXPECT_EQ(outcome.code, 0) << name;
    EXPECT_THAT(outcome.out, HasSubstr("構築"));
  }
  EXPECT_EQ(run({"explain", "unknown-key"}).code, 0);
}

TEST_F(Commands, ExplainSaysWhereTheSourcesAreNamed) {
  for (const char* name : {"S1", "S2"}) {
    const auto outcome = run({"explain", name, "--lang", "en"});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("where rules come from"));
    EXPECT_THAT(run({"rubric", "export"}).out.substr(0, 1500),
                HasSubstr(std::string("#   ") + name + "  an article"));
  }
  EXPECT_THAT(run({"explain", "S", "--lang", "en"}).err, Not(HasSubstr("where rules come from")));
}

TEST_F(Commands, RubricExportIsByteForByte) {
  EXPECT_EQ(run({"rubric", "export"}).out, builtin_rubric_text());
  const auto own = "\xEF\xBB\xBF" + std::string(builtin_rubric_text()) + "# own\r\n";
  write("own.yaml", own);
  EXPECT_EQ(run({"rubric", "export", "--rubric", "own.yaml", "-o", "copy.yaml"}).code, 0);
  EXPECT_EQ(read("copy.yaml"), own);
}

TEST_F(Commands, AnExportedRubricAssessesTheSame) {
  write("good.yaml", kGood);
  EXPECT_EQ(run({"rubric", "export", "-o", "own.yaml"}).code, 0);
  EXPECT_EQ(run({"--rubric", "own.yaml", "good.yaml", "--all"}).out, run({"good.yaml", "--all"}).out);
}

TEST_F(Commands, RubricLintPutsItsFindingsOnStdout) {
  EXPECT_THAT(run({"rubric", "lint", "--lang", "en"}).out, HasSubstr("no findings"));
  write("wrong.yaml", kGood);
  for (const auto& arguments : {std::vector<std::string>{"rubric", "lint", "wrong.yaml"},
                                {"rubric", "lint", "--rubric", "wrong.yaml"}}) {
    const auto outcome = run(arguments);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.out, StartsWith("wrong.yaml:1:1: error"));
    EXPECT_EQ(outcome.err, "");
  }
  EXPECT_EQ(run({"rubric", "lint", "-"}, {.input = std::string(builtin_rubric_text())}).code, 0);
  EXPECT_EQ(run({"rubric", "lint", "absent.yaml"}).code, 3);
  EXPECT_EQ(run({"rubric", "lint", "--rubric", "absent.yaml"}).code, 2);
}

TEST_F(Commands, RubricShowFollowsTheLanguage) {
  EXPECT_THAT(run({"rubric", "show", "--lang", "en"}).out, HasSubstr("maintenance"));
  EXPECT_THAT(run({"rubric", "show", "--lang", "ja"}).out, HasSubstr("保守"));
}

TEST_F(Commands, AWrongRubricStopsEveryCommandThatUsesIt) {
  write("wrong.yaml", kGood);
  write("good.yaml", kGood);
  for (const auto& arguments : {std::vector<std::string>{"good.yaml"},
                                {"explain", "build"},
                                {"rubric", "show"},
                                {"schema", "profile"},
                                {"rubric", "export"}}) {
    auto all = arguments;
    all.insert(all.end(), {"--rubric", "wrong.yaml", "--lang", "en"});
    const auto outcome = run(all);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("the rubric 'wrong.yaml' cannot be used"));
  }
}

TEST_F(Commands, EverySchemaIsJson) {
  for (const char* name : {"profile", "assessment", "validation", "rubric", "settings"}) {
    const auto outcome = run({"schema", name});
    EXPECT_EQ(outcome.code, 0) << name;
    EXPECT_EQ(json::parse(outcome.out)["$schema"], "http://json-schema.org/draft-07/schema#") << name;
    EXPECT_EQ(run({"schema", name, "-o", "schema.json"}).code, 0);
    EXPECT_EQ(read("schema.json"), outcome.out);
  }
  EXPECT_EQ(run({"schema", "assessment", "--format", "json"}).code, 0);
}

TEST_F(Commands, TheSchemaOfAProfileKnowsTheNamesOfTheRubric) {
  auto rubric = std::string(builtin_rubric_text());
  const auto alias = rubric.find("aliases: [NW], skill:");
  ASSERT_NE(alias, std::string::npos);
  write("own.yaml", rubric.replace(alias, 12, "aliases: [LAN"));
  const auto own = run({"schema", "profile", "--rubric", "own.yaml"});
  EXPECT_EQ(own.code, 0);
  EXPECT_THAT(own.out, HasSubstr("\"LAN\""));
  EXPECT_THAT(run({"schema", "profile"}).out, Not(HasSubstr("\"LAN\"")));
}

}  // namespace
}  // namespace upstream::test
