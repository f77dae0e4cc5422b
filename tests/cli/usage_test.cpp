#include <gmock/gmock.h>

#include "process.hpp"

namespace upstream::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Case {
  const char* name;
  std::vector<std::string> arguments;
  const char* english;  ///< in the message or its help
  const char* japanese;
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }

class WrongUsage : public CliTest, public testing::WithParamInterface<Case> {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
    std::filesystem::create_directory(folder() / "folder");
  }
};

TEST_P(WrongUsage, IsOneSentenceInTheLanguageAsked) {
  for (const bool english : {true, false}) {
    const auto outcome =
        run(GetParam().arguments, {.environment = {{"UPSTREAM_CHECK_LANG", english ? "en" : "ja"}}});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, AllOf(StartsWith("upstream-check: error: "),
                                   HasSubstr(english ? GetParam().english : GetParam().japanese)));
  }
}

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Table, WrongUsage,
    testing::Values(
        Case{"UnknownOption",
             {"good.yaml", "--bogus"},
             "there is no option '--bogus'",
             "オプション「--bogus」はない"},
        Case{"UnknownLetter", {"-x", "good.yaml"}, "there is no option '-x'", "オプション「-x」はない"},
        Case{"NearOption",
             {"good.yaml", "--requir-stage=build"},
             "did you mean '--require-stage'?",
             "「--require-stage」ですか"},
        Case{"MissingValue",
             {"good.yaml", "--fail-under"},
             "--fail-under needs a value",
             "--fail-under には値が要る"},
        Case{"MissingValueOfLetter", {"good.yaml", "-qo"}, "--output needs a value", "--output には値が要る"},
        Case{"OptionInPlaceOfValue",
             {"-o", "-q", "good.yaml"},
             "--output needs a value",
             "--output には値が要る"},
        Case{"EmptyValue", {"--as-of=", "good.yaml"}, "--as-of needs a value", "--as-of には値が要る"},
        Case{"FlagWithValue",
             {"--quiet=yes", "good.yaml"},
             "--quiet takes no value",
             "--quiet に値は付けられない"},
        Case{"GivenTwice",
             {"--width", "80", "--width", "90", "good.yaml"},
             "--width is given twice",
             "--width が二度ある"},
        Case{"WidthTooSmall", {"--width", "59", "good.yaml"}, "from 60 to 200", "60 から 200 まで"},
        Case{"UnknownFormat",
             {"--format", "yaml", "good.yaml"},
             "none of text|json",
             "text|json のどれでもない"},
        Case{"FormatOfAnotherCommand",
             {"--format", "sarif", "good.yaml"},
             "sarif goes with validate",
             "sarif は validate で使えます"},
        Case{"BatchWithoutOperand", {"batch"}, "no file or folder", "評価するファイルもフォルダーもない"},
        Case{"BatchFormat",
             {"batch", "folder", "--format", "text"},
             "table|csv|ndjson|json",
             "table|csv|ndjson|json"},
        Case{"BatchFormatTwice",
             {"batch", "folder", "--format", "csv", "--format", "json"},
             "--format is given twice",
             "--format が二度ある"},
        Case{"BatchInputFormat",
             {"batch", "-", "--input-format", "jsonl"},
             "none of files|ndjson|yaml",
             "files|ndjson|yaml のどれでもない"},
        Case{"BatchTwoStreams",
             {"batch", "a", "b", "--input-format", "ndjson"},
             "reads one stream",
             "ストリームは一つだけ"},
        Case{"BatchExcludeFromStream",
             {"batch", "-", "--input-format", "yaml", "--exclude", "x"},
             "--exclude does not go with",
             "--exclude は"},
        Case{"BatchDetailInATable", {"batch", "folder", "--detail"}, "ndjson or json", "ndjson か json"},
        Case{"BatchMarkOutsideCsv",
             {"batch", "folder", "--bom", "--format", "json"},
             "--bom goes with --format csv",
             "--bom は --format csv"},
        Case{"BatchJobs", {"batch", "folder", "--jobs", "-1"}, "from 0 to 256", "0 から 256 まで"},
        Case{"JobsOfAnotherCommand",
             {"good.yaml", "--jobs", "2"},
             "does not go with assess",
             "assess では使えない"},
        Case{"FormatOfTextCommand",
             {"explain", "build", "--format", "json"},
             "format of explain is text",
             "explain の形式は text"},
        Case{"UnknownColor",
             {"--color", "red", "good.yaml"},
             "none of auto|always|never",
             "auto|always|never のどれでもない"},
        Case{"NoSuchDay",
             {"--as-of", "2027-02-30", "good.yaml"},
             "'2027-02-30' is no date",
             "日付として読めない"},
        Case{"OptionOfAnotherCommand",
             {"good.yaml", "--force"},
             "--force does not go with assess",
             "--force は assess では使えない"},
        Case{"Folder", {"folder"}, "'folder' is a directory", "「folder」はディレクトリ"},
        Case{"FolderNamesBatch", {"folder"}, "batch", "batch"},
        Case{"NearStage",
             {"good.yaml", "--require-stage", "desing"},
             "did you mean 'design'?",
             "「design」ですか"},
        Case{"StageOfTwoMeanings",
             {"good.yaml", "--require-stage", "設計構築"},
             "write one of: design build",
             "どれか一つを書いてください: design build"},
        Case{"UnknownPathListsAll",
             {"good.yaml", "--require-path", "nowhere"},
             "it-consultant",
             "it-consultant"},
        Case{"ExplainWithoutName", {"explain"}, "explain takes one name", "名前を一つだけ"},
        Case{"ExplainNearName", {"explain", "bild"}, "did you mean 'build'?", "「build」ですか"},
        Case{"RubricWithoutVerb", {"rubric"}, "show, lint or export", "show・lint・export"},
        Case{"UnknownSchema", {"schema", "assesment"}, "did you mean 'assessment'?", "「assessment」ですか"},
        Case{"InitWithOperand",
             {"init", "me.yaml"},
             "upstream-check init -o me.yaml",
             "upstream-check init -o me.yaml"},
        Case{"StdinTwice", {"-", "-"}, "only once", "一度だけ"},
        Case{"StdinNameWithoutStdin",
             {"good.yaml", "--stdin-filename", "x"},
             "goes with standard input",
             "標準入力"},
        Case{"OutputIsInput", {"good.yaml", "-o", "good.yaml"}, "is an input too", "入力と同じファイル"}),
    name_of);

TEST_F(WrongUsage, OutputOverItsInputLeavesTheInputAlone) {
  const auto path = (folder() / "good.yaml").string();
  EXPECT_EQ(run({"good.yaml", "-o", "./good.yaml"}).code, 2);
  EXPECT_EQ(run({"-", "-o", "good.yaml"}, {.input_file = path}).code, 2);
  EXPECT_EQ(read("good.yaml"), kGood);
}

TEST_F(WrongUsage, AbsentFileNearACommandGetsADidYouMean) {
  EXPECT_THAT(run({"explian", "build", "--lang", "en"}).err, HasSubstr("did you mean 'explain'?"));
  EXPECT_THAT(run({"./explian", "--lang", "en"}).err, Not(HasSubstr("did you mean")));
  EXPECT_THAT(run({"assess", "explian", "--lang", "en"}).err, Not(HasSubstr("did you mean")));
}

TEST_F(WrongUsage, CommandsAreNeverFiles) {
  write("explain", kGood);
  EXPECT_EQ(run({"explain"}).code, 2);
  EXPECT_EQ(run({"./explain"}).code, 0);
  EXPECT_EQ(run({"--", "explain"}).code, 0);
  EXPECT_EQ(run({"assess", "explain"}).code, 0);
}

TEST_F(WrongUsage, AWordAfterAFileIsAFile) {
  write("schema", kGood);
  EXPECT_EQ(run({"good.yaml", "schema"}).code, 0);
}

TEST_F(WrongUsage, ARepeatableOptionTakesOneValue) {
  const auto outcome =
      run({"--require-path", "cloud-engineer", "good.yaml", "--require-path", "inhouse-se", "--lang", "en"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("cloud engineer"), HasSubstr("in-house")));
}

TEST_F(WrongUsage, BracketsAreOrdinaryInFileNames) {
  write("[a,b]", kGood);
  EXPECT_EQ(run({"[a,b]"}).code, 0);
}

TEST_F(WrongUsage, WhatStandsAfterTheTwoHyphensIsNoOption) {
  write("--all", kGood);
  EXPECT_EQ(run({"--", "--all"}).code, 0);
}

}  // namespace
}  // namespace upstream::test
