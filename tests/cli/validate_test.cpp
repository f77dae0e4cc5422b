#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "process.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class ValidateTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
    write("bad.yaml", kBad);
    write("warned.yaml", kWarned);
  }
  [[nodiscard]] Outcome validate(std::vector<std::string> arguments, World world = {}) const {
    arguments.insert(arguments.begin(), {"validate", "--lang", "en"});
    return run(arguments, world);
  }
  [[nodiscard]] json as_json(std::vector<std::string> arguments, World world = {}) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    return json::parse(validate(std::move(arguments), std::move(world)).out);
  }
};

struct ExitCase {
  const char* name;
  std::vector<std::string> arguments;
  int code;
};
void PrintTo(const ExitCase& row, std::ostream* out) { *out << row.name; }

class ValidateExit : public ValidateTest, public testing::WithParamInterface<ExitCase> {};

TEST_P(ValidateExit, DoesNotDependOnTheFormat) {
  for (const char* format : {"text", "json", "sarif", "junit", "github", "gitlab"}) {
    auto arguments = GetParam().arguments;
    arguments.insert(arguments.end(), {"--format", format});
    EXPECT_EQ(validate(arguments).code, GetParam().code) << format;
  }
  EXPECT_EQ(validate(GetParam().arguments).code, GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(Table, ValidateExit,
                         testing::Values(ExitCase{"Good", {"good.yaml"}, 0},                            //
                                         ExitCase{"Warned", {"warned.yaml"}, 0},                        //
                                         ExitCase{"WarnedStrict", {"warned.yaml", "--strict"}, 1},      //
                                         ExitCase{"Bad", {"bad.yaml", "good.yaml"}, 1},                 //
                                         ExitCase{"BadButNotFailing", {"bad.yaml", "--exit-zero"}, 0},  //
                                         ExitCase{"Absent", {"good.yaml", "absent.yaml"}, 3},           //
                                         ExitCase{"AbsentAndBad", {"bad.yaml", "absent.yaml"}, 3},      //
                                         ExitCase{"Requirement", {"good.yaml", "--fail-under", "100"}, 1},
                                         ExitCase{"NoBaseline", {"good.yaml", "--baseline", "none.json"}, 2}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST_F(ValidateTest, FindingsAreTheResultAndOneBadFileNeverStopsTheOthers) {
  const auto outcome = validate({"bad.yaml", "absent.yaml", "warned.yaml"});
  EXPECT_THAT(
      outcome.out,
      AllOf(HasSubstr("bad.yaml:3:1: error"), HasSubstr("absent.yaml: error: 'absent.yaml' cannot be read"),
            HasSubstr("warned.yaml:4:18: warning"), HasSubstr("3 files: 2 errors, 1 warning")));
  EXPECT_EQ(outcome.err, "");
}

TEST_F(ValidateTest, FoldersAreWalkedAsGitignoreAndExcludeSay) {
  std::filesystem::create_directories(folder() / "team/old");
  std::filesystem::create_directories(folder() / "team/.hidden");
  write("team/a.yaml", kGood);
  write("team/b.json", "{\"version\": 1, \"name\": \"B\"}");
  write("team/notes.txt", "x");
  write("team/old/c.yaml", kBad);
  write("team/.hidden/d.yaml", kBad);
  write("team/skip.yaml", kBad);
  write("team/.gitignore", "old/\n");
  const auto report = as_json({"team", "--exclude", "skip.yaml"});
  ASSERT_EQ(report["files"].size(), 2U);
  EXPECT_EQ(report["files"][0]["path"], "team/a.yaml");
  EXPECT_EQ(report["files"][1]["path"], "team/b.json");
  EXPECT_EQ(report["summary"]["ok"], 2);
}

TEST_F(ValidateTest, NothingToLookAtIsAnErrorInEveryFormat) {
  std::filesystem::create_directory(folder() / "empty");
  const auto outcome = validate({"empty", "--format", "json"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(json::parse(outcome.out)["files"], json::array());
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("'empty' holds no profile"), HasSubstr("there is no profile to look at")));
  EXPECT_EQ(json::parse(validate({"empty", "--format", "gitlab"}).out), json::array());
}

TEST_F(ValidateTest, StandardInputHasAName) {
  const auto outcome = validate({"-", "--stdin-filename", "team/x.yaml"}, {.input = std::string(kBad)});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, StartsWith("team/x.yaml:3:1: error"));
}

TEST_F(ValidateTest, EntriesThatBeginLaterAreErrorsHere) {
  write("later.yaml", "version: 1\nname: A\nexperience: [{stage: build, from: 2030-01}]\n");
  EXPECT_EQ(run({"later.yaml", "--as-of", "2026-10-31"}).code, 0);
  EXPECT_EQ(validate({"later.yaml", "--as-of", "2026-10-31"}).code, 1);
}

TEST_F(ValidateTest, SeveralFormatsGoToFilesAndOneToStdout) {
  const auto outcome =
      validate({"bad.yaml", "--format", "text", "--format", "sarif=out.sarif", "--format=junit=out.xml"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("bad.yaml:3:1: error"));
  EXPECT_EQ(json::parse(read("out.sarif"))["version"], "2.1.0");
  EXPECT_THAT(read("out.xml"), HasSubstr("<testsuites"));
}

TEST_F(ValidateTest, WithoutAFormatOnStdoutTheSummaryIsStillSaid) {
  const auto outcome = validate({"bad.yaml", "--format", "json=out.json"});
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("1 file: 1 error"));
  EXPECT_EQ(validate({"bad.yaml", "--format", "json=out.json", "-q"}).err, "");
}

TEST_F(ValidateTest, AFileThatCannotBeWrittenIsSaidAndTheOthersAreWritten) {
  const auto outcome =
      validate({"good.yaml", "--format", "json=/proc/x.json", "--format", "gitlab=out.json"});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_THAT(outcome.err, HasSubstr("'/proc/x.json' cannot be written"));
  EXPECT_EQ(read("out.json"), "[]\n");
}

TEST_F(ValidateTest, WhatTheRunItselfWritesIsNoProfile) {
  EXPECT_EQ(validate({".", "--format", "json=report.json", "--exit-zero"}).code, 0);
  EXPECT_EQ(validate({".", "--format", "json=report.json", "--exit-zero"}).code, 0);
  EXPECT_THAT(read("report.json"), Not(HasSubstr("report.json")));
  EXPECT_EQ(json::parse(read("report.json"))["summary"]["files"], 3);
}

struct WrongCase {
  const char* name;
  std::vector<std::string> arguments;
  const char* says;
};
void PrintTo(const WrongCase& row, std::ostream* out) { *out << row.name; }

class ValidateUsage : public ValidateTest, public testing::WithParamInterface<WrongCase> {};

TEST_P(ValidateUsage, IsSaidInOneSentence) {
  const auto outcome = validate(GetParam().arguments);
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Table, ValidateUsage,
    testing::Values(
        WrongCase{"NoPath", {}, "no file or folder is given"},
        WrongCase{"UnknownFormat", {"good.yaml", "--format", "sarf"}, "did you mean 'sarif'?"},
        WrongCase{"TwoOnStdout", {"good.yaml", "--format", "text", "--format", "json"}, "only one format"},
        WrongCase{"NoFileName", {"good.yaml", "--format", "json="}, "lacks the name of the file"},
        WrongCase{"SameFileTwice",
                  {"good.yaml", "--format", "json=x", "--format", "sarif=x"},
                  "'x' would be written twice"},
        WrongCase{
            "OutputForNothing", {"good.yaml", "--format", "json=x", "-o", "y"}, "no format is left for -o"},
        WrongCase{"OutputIsAnInput", {"good.yaml", "-o", "good.yaml"}, "is an input too"},
        WrongCase{"FormatIsAnInput", {"good.yaml", "--format", "json=good.yaml"}, "is an input too"},
        WrongCase{"FixAndDiff", {"good.yaml", "--fix", "--diff"}, "exclude each other"},
        WrongCase{"FixOfStandardInput", {"-", "--fix"}, "cannot be fixed in place"},
        WrongCase{"DiffWithAFormat",
                  {"good.yaml", "--diff", "--format", "json"},
                  "the result of --diff is the difference"},
        WrongCase{"Days", {"good.yaml", "--expiring-within", "soon"}, "is no number of days"},
        WrongCase{"UpdateWithoutBaseline", {"good.yaml", "--update-baseline"}, "needs --baseline FILE"},
        WrongCase{"Stage", {"good.yaml", "--require-stage", "desing"}, "did you mean 'design'?"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(ValidateTest, AResultDoesNotOverwriteWhatItIsMadeOf) {
  std::filesystem::create_directory(folder() / "team");
  write("team/a.yaml", kGood);
  write("base.json", "{\"version\": 1, \"findings\": []}\n");
  write(".upstream-check.yaml", "strict: false\n");
  EXPECT_EQ(validate({"team", "-o", "team/a.yaml"}).code, 2);
  EXPECT_EQ(read("team/a.yaml"), kGood);
  EXPECT_EQ(validate({"good.yaml", "--baseline", "base.json", "--format", "json=base.json"}).code, 2);
  EXPECT_EQ(validate({"good.yaml", "-o", ".upstream-check.yaml"}).code, 2);
  EXPECT_EQ(validate({"good.yaml", "--format", "json=x", "--format", "gitlab=./x"}).code, 2);
  EXPECT_EQ(validate({"good.yaml", "--format", "text", "--format", "gitlab=-"}).code, 2);
}

TEST_F(ValidateTest, AnEmptyResultReplacesAnOldOne) {
  write("old.txt", "stale\n");
  EXPECT_EQ(validate({"good.yaml", "--format", "github", "-o", "old.txt"}).code, 0);
  EXPECT_EQ(read("old.txt"), "");
}

TEST_F(ValidateTest, FixLeavesWhatIsNoProfile) {
  const std::string package = "{\"name\": \"web\", \"versions\": \"1.0.0\", \"preference\": {}}\n";
  write("package.json", package);
  EXPECT_THAT(validate({"package.json", "--fix"}).out, Not(HasSubstr("--fix mends")));
  EXPECT_EQ(read("package.json"), package);
}

TEST_F(ValidateTest, AnErrorThatIsSuppressedHidesNoOther) {
  write("later.yaml",
        "version: 1\nname: A\nexperience: [{stage: build, from: 2030-01}]\nfoo: 1  # upstream-check: "
        "ignore[unknown-key] r\n");
  const auto outcome = validate({"later.yaml", "--as-of", "2026-10-31"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("[starts-after-day]"));
}

TEST_F(ValidateTest, ABaselineKeepsWhatItSaysOfAFileThatCannotBeRead) {
  EXPECT_EQ(validate({"bad.yaml", "--baseline", "base.json", "--update-baseline"}).code, 0);
  const auto before = read("base.json");
  std::filesystem::remove(folder() / "bad.yaml");
  EXPECT_EQ(validate({"bad.yaml", "--baseline", "base.json", "--update-baseline"}).code, 3);
  EXPECT_EQ(read("base.json"), before);
}

TEST_F(ValidateTest, DiffShowsWhatFixWritesAndChangesNothing) {
  const auto outcome = validate({"bad.yaml", "--diff"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out,
            "--- a/bad.yaml\n+++ b/bad.yaml\n@@ -1,3 +1,3 @@\n version: 1\n name: Tester\n-skils: "
            "{}\n+skills: {}\n");
  EXPECT_EQ(read("bad.yaml"), kBad);
  EXPECT_EQ(validate({"good.yaml", "--diff"}).out, "");
}

TEST_F(ValidateTest, FixWritesInPlaceAndReportsWhatIsLeft) {
  const std::string mark = "\xEF\xBB\xBF";
  write("mark.yaml", mark + "version: 1\r\nname: A\r\nskils: {netwrok: 3, guru: 1}\r\n");
  std::filesystem::permissions(folder() / "mark.yaml",
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto outcome = validate({"bad.yaml", "mark.yaml", "good.yaml", "--fix"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("3 mended in 2 files"));
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("unknown skill 'guru'"), HasSubstr("3 files: 1 error")));
  EXPECT_EQ(read("bad.yaml"), "version: 1\nname: Tester\nskills: {}\n");
  EXPECT_EQ(read("mark.yaml"), mark + "version: 1\r\nname: A\r\nskills: {network: 3, guru: 1}\r\n");
  EXPECT_EQ(read("good.yaml"), kGood);
  EXPECT_EQ(std::filesystem::status(folder() / "mark.yaml").permissions() & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_THAT(validate({"bad.yaml", "mark.yaml", "--fix"}).err, Not(HasSubstr("mended")));
}

TEST_F(ValidateTest, ABaselineLetsOldFindingsPassAndNewOnesFail) {
  const auto made = validate({".", "--strict", "--baseline", "base.json", "--update-baseline"});
  EXPECT_EQ(made.code, 0);
  EXPECT_THAT(made.out, HasSubstr("suppressed"));
  EXPECT_EQ(json::parse(read("base.json"))["findings"].size(), 2U);
  EXPECT_EQ(validate({".", "--strict", "--baseline", "base.json"}).code, 0);
  write("new.yaml", "version: 1\nname: N\nnew: 1\n");
  EXPECT_EQ(validate({".", "--strict", "--baseline", "base.json"}).code, 1);
  write("bad.yaml", "version: 1\nname: Tester\nid: bad\n");
  std::filesystem::remove(folder() / "new.yaml");
  const auto gone = validate({".", "--baseline", "base.json"});
  EXPECT_EQ(gone.code, 0);
  EXPECT_THAT(gone.out,
              HasSubstr("bad.yaml: warning: the baseline holds a finding of unknown-key that is gone"));
}

TEST_F(ValidateTest, ABrokenBaselineIsAnErrorWithItsPlace) {
  write("base.json", "{\"version\": 1, \"findins\": []}\n");
  const auto outcome = validate({"good.yaml", "--baseline", "base.json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("base.json:1:16: error: unknown key 'findins'"), HasSubstr("cannot be used")));
}

TEST_F(ValidateTest, LapsesToComeAreWarnings) {
  write("lapse.yaml", "version: 1\nname: A\ncertifications: [{name: CCNA, acquired: 2024-01}]\n");
  EXPECT_EQ(validate({"lapse.yaml", "--as-of", "2026-12-01", "--strict"}).code, 0);
  const auto outcome =
      validate({"lapse.yaml", "--as-of", "2026-12-01", "--strict", "--expiring-within", "90d"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("CCNA lapses on 2027-01-31 (61 days left)"));
}

TEST_F(ValidateTest, AGithubJobGetsAnnotationsAndASummaryByItself) {
  World job{.environment = {{"GITHUB_ACTIONS", "true"},
                            {"GITHUB_STEP_SUMMARY", (folder() / "summary.md").string()}}};
  write("summary.md", "before\n");
  const auto outcome = validate({"bad.yaml", "--format", "json"}, job);
  EXPECT_TRUE(json::accept(outcome.out));
  EXPECT_THAT(outcome.err,
              HasSubstr("::error file=bad.yaml,line=3,endLine=3,col=1,endColumn=5,title=unknown-key::"));
  EXPECT_THAT(read("summary.md"), AllOf(StartsWith("before\n### upstream-check validate\n"),
                                        HasSubstr("| error | bad.yaml | 3 |")));
  // Asked for, they are the result, and are not said twice.
  const auto asked = validate({"bad.yaml", "--format", "github"}, job);
  EXPECT_THAT(asked.out, StartsWith("::error file=bad.yaml"));
  EXPECT_EQ(asked.err, "");
  EXPECT_EQ(validate({"bad.yaml"}).err, "");
}

TEST_F(ValidateTest, ASummaryThatCannotBeWrittenIsSaidAndNoFailure) {
  const World job{.environment = {{"GITHUB_ACTIONS", "true"}, {"GITHUB_STEP_SUMMARY", "/proc/summary"}}};
  const auto outcome = validate({"good.yaml"}, job);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("GITHUB_STEP_SUMMARY '/proc/summary' cannot be written"));
}

TEST_F(ValidateTest, LinksThatGoRoundAreNamedAndAFifoIsLost) {
  std::filesystem::create_directory(folder() / "loop");
  write("loop/a.yaml", kGood);
  std::filesystem::create_directory_symlink(".", folder() / "loop/round");
  const auto round = validate({"loop"});
  EXPECT_EQ(round.code, 0) << round.out;
  EXPECT_THAT(round.err, HasSubstr("loop/round"));
  ASSERT_EQ(::mkfifo((folder() / "loop/pipe.yaml").c_str(), 0600), 0);
  const auto fifo = validate({"loop"});
  EXPECT_EQ(fifo.code, 3);
  EXPECT_THAT(fifo.out, HasSubstr("loop/pipe.yaml"));
}

TEST_F(ValidateTest, SettingsComeFromTheFileAndGlobsAreRelativeToIt) {
  std::filesystem::create_directories(folder() / "team/old");
  write(".upstream-check.yaml", "strict: true\nexclude: [/team/old, bad.yaml]\nlang: en\n");
  write("team/old/x.yaml", kBad);
  EXPECT_EQ(run({"validate", "warned.yaml"}).code, 1);
  EXPECT_EQ(run({"validate", "warned.yaml"}, {.environment = {{"UPSTREAM_CHECK_STRICT", "0"}}}).code, 0);
  const auto outcome = run({"validate", "..", "--no-config"}, {.working_folder = "team"});
  EXPECT_THAT(outcome.out, HasSubstr("bad.yaml"));
  const auto excluded = run({"validate", ".."}, {.working_folder = "team"});
  EXPECT_THAT(excluded.out, AllOf(Not(HasSubstr("old/x.yaml")), Not(HasSubstr("bad.yaml"))));
}

TEST_F(ValidateTest, HostileNamesAreHarmlessInEveryFormat) {
  const std::string name = "::error::x ##[add-mask]\n%0A,\x1b[31m\xE2\x80\xAE.yaml";
  write(name, kBad);
  for (const char* format : {"text", "json", "sarif", "junit", "github", "gitlab"}) {
    const auto outcome = validate({name, "--format", format});
    EXPECT_THAT(outcome.out, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\xE2\x80\xAE"))));
    // What begins with a command of today is read as that one alone, and has the name as it is.
    if (std::string(format) == "github") continue;
    EXPECT_THAT("\n" + outcome.out, AllOf(Not(HasSubstr("\n::")), Not(HasSubstr("##[")))) << format;
  }
}

TEST_F(ValidateTest, AReaderThatWentAwayHearsNothing) {
  const auto outcome = validate({"bad.yaml"}, {.standard_output = Stream::broken_pipe});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(ValidateTest, QuietLeavesErrorsOnly) {
  EXPECT_EQ(validate({"warned.yaml", "good.yaml", "-q"}).out, "");
  EXPECT_THAT(validate({"bad.yaml", "warned.yaml", "-q"}).out,
              AllOf(HasSubstr("bad.yaml:3:1"), Not(HasSubstr("TOEIC"))));
}

}  // namespace
}  // namespace upstream::test
