#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "process.hpp"

namespace upstream::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

class OutputTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
  }
};

TEST_F(OutputTest, AFileGetsWhatStdoutWouldHaveGot) {
  const auto outcome = run({"good.yaml", "-o", "report"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(read("report"), run({"good.yaml"}).out);
  EXPECT_THAT(names(), ElementsAre("good.yaml", "report"));
}

TEST_F(OutputTest, HyphenIsStdout) { EXPECT_EQ(run({"good.yaml", "-o", "-"}).out, run({"good.yaml"}).out); }

TEST_F(OutputTest, TheNameOfStdoutIsStdout) {
  EXPECT_EQ(run({"good.yaml", "-o", "/dev/stdout"}).out, run({"good.yaml"}).out);
}

TEST_F(OutputTest, AWordToBeExplainedIsNoInput) {
  write("build", "old");
  EXPECT_EQ(run({"explain", "build", "-o", "build"}).code, 0);
  EXPECT_EQ(read("build"), run({"explain", "build"}).out);
}

TEST_F(OutputTest, AnOldFileIsReplacedAndKeepsItsMode) {
  write("report", "old");
  fs::permissions(folder() / "report",
                  fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  EXPECT_EQ(run({"good.yaml", "--output=report"}).code, 0);
  EXPECT_EQ(read("report"), run({"good.yaml"}).out);
  EXPECT_EQ(fs::status(folder() / "report").permissions() & fs::perms::all,
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(OutputTest, ASymbolicLinkStaysOne) {
  write("real", "old");
  fs::create_symlink("real", folder() / "link");
  EXPECT_EQ(run({"good.yaml", "-o", "link"}).code, 0);
  EXPECT_TRUE(fs::is_symlink(folder() / "link"));
  EXPECT_EQ(read("real"), run({"good.yaml"}).out);
}

TEST_F(OutputTest, AFolderThatCannotBeWrittenToIsAFailureThatLeavesNothing) {
  const auto outcome = run({"good.yaml", "-o", "/proc/report", "--lang", "en"});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_THAT(outcome.err, HasSubstr("'/proc/report' cannot be written"));
  if (::geteuid() == 0) return;
  fs::create_directory(folder() / "locked");
  fs::permissions(folder() / "locked", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(run({"good.yaml", "-o", "locked/report"}).code, 4);
  EXPECT_TRUE(fs::is_empty(folder() / "locked"));
}

TEST_F(OutputTest, ADeviceIsWrittenToAndNotReplaced) {
  EXPECT_EQ(run({"good.yaml", "-o", "/dev/full"}).code, 4);
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
  EXPECT_EQ(run({"good.yaml", "-o", "/dev/null"}).code, 0);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(OutputTest, ALinkThatLeadsNowhereYetStaysALink) {
  fs::create_directory(folder() / "there");
  fs::create_symlink("there/link", folder() / "link");
  fs::create_symlink("report", folder() / "there/link");
  EXPECT_EQ(run({"good.yaml", "-o", "link"}).code, 0);
  EXPECT_TRUE(fs::is_symlink(folder() / "link"));
  EXPECT_TRUE(fs::is_symlink(folder() / "there/link"));
  EXPECT_EQ(read("there/report"), run({"good.yaml"}).out);
  fs::create_symlink("round", folder() / "round");
  EXPECT_EQ(run({"good.yaml", "-o", "round"}).code, 4);
  EXPECT_TRUE(fs::is_symlink(folder() / "round"));
}

TEST_F(OutputTest, AResultIsNeverWrittenOverAProfileOfTheFolder) {
  fs::create_directory(folder() / "team");
  write("team/a.yaml", kGood);
  write("team/b.json", R"({"version": 1, "name": "B"})");
  write("team/broken.yaml", "name: [");
  fs::create_symlink("team/a.yaml", folder() / "symbolic");
  fs::create_hard_link(folder() / "team/a.yaml", folder() / "hard");
  for (const char* command : {"batch", "team", "validate"}) {
    for (const char* result : {"team/a.yaml", "team/b.json", "team/broken.yaml", "symbolic", "hard"}) {
      SCOPED_TRACE(std::string(command) + " " + result);
      const auto before = read(result);
      const auto outcome = run({command, "team", "-o", result, "--lang", "en"});
      EXPECT_EQ(outcome.code, 2);
      EXPECT_EQ(outcome.out, "");
      EXPECT_THAT(outcome.err, HasSubstr("would overwrite the profile 'team/"));
      EXPECT_EQ(read(result), before);
    }
  }
}

TEST_F(OutputTest, ARefusedResultLeavesNothingMended) {
  fs::create_directory(folder() / "team");
  write("team/a.yaml", "version: 1\nname: A\nskils: {}\n");
  write("team/b.yaml", kGood);
  EXPECT_EQ(run({"validate", "team", "--fix", "-o", "team/b.yaml"}).code, 2);
  EXPECT_THAT(read("team/a.yaml"), HasSubstr("skils"));
}

TEST_F(OutputTest, AnEarlierReportInTheFolderIsWrittenAnew) {
  fs::create_directory(folder() / "team");
  write("team/a.yaml", kGood);
  for (const char* command : {"batch", "team", "validate"}) {
    const std::vector<std::string> arguments{command, "team", "--format", "json", "-o", "team/report.json"};
    ASSERT_EQ(run(arguments).code, 0);
    const auto once = read("team/report.json");
    EXPECT_EQ(run(arguments).code, 0);
    EXPECT_EQ(read("team/report.json"), once);
  }
}

TEST_F(OutputTest, AResultIsNotMadeUnderTheNameOfAMissingInput) {
  for (const char* command : {"assess", "batch", "team"})
    EXPECT_EQ(run({command, "good.yaml", "new.yaml", "-o", "./new.yaml"}).code, 2);
  EXPECT_THAT(names(), ElementsAre("good.yaml"));
}

TEST_F(OutputTest, WithoutAResultNoFileIsMade) {
  write("bad.yaml", kBad);
  write("report", "old");
  EXPECT_EQ(run({"bad.yaml", "-o", "report"}).code, 1);
  EXPECT_EQ(read("report"), "old");
}

TEST_F(OutputTest, AFullDeviceIsAFailure) {
  for (const char* format : {"text", "json"}) {
    const auto outcome =
        run({"good.yaml", "--format", format, "--lang", "en"}, {.standard_output = Stream::full_device});
    EXPECT_EQ(outcome.code, 4);
    EXPECT_THAT(outcome.err, HasSubstr("no space left"));
  }
}

TEST_F(OutputTest, AReaderThatWentAwayHearsNothing) {
  const auto outcome = run({"good.yaml", "good.yaml"}, {.standard_output = Stream::broken_pipe});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(OutputTest, AClosedStdoutIsAFailure) {
  EXPECT_EQ(run({"good.yaml"}, {.standard_output = Stream::closed}).code, 4);
  EXPECT_EQ(run({"good.yaml", "-o", "report"}, {.standard_output = Stream::closed}).code, 0);
}

TEST_F(OutputTest, AClosedStderrChangesNothing) {
  write("bad.yaml", kBad);
  EXPECT_EQ(run({"bad.yaml", "good.yaml", "-o", "report"}, {.standard_error = Stream::closed}).code, 1);
  EXPECT_EQ(read("report"), run({"good.yaml"}).out);
  EXPECT_EQ(run({"bad.yaml"}, {.standard_error = Stream::full_device}).code, 1);
}

TEST_F(OutputTest, InitWritesAProfileThatAssessesWithoutAFinding) {
  for (const char* language : {"ja", "en"}) {
    const std::string name = std::string("me.") + language + ".yaml";
    EXPECT_EQ(run({"init", "-o", name, "--lang", language}).code, 0);
    const auto outcome = run({name});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.err, "");
    EXPECT_EQ(run({"init", "--lang", language}).out, read(name));
  }
}

TEST_F(OutputTest, InitOverwritesOnlyWithForce) {
  const auto refused = run({"init", "-o", "good.yaml", "--lang", "en"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(read("good.yaml"), kGood);
  fs::create_symlink("nowhere", folder() / "dangling");
  EXPECT_EQ(run({"init", "-o", "dangling"}).code, 2);
  EXPECT_THAT(names(), ElementsAre("dangling", "good.yaml"));
  EXPECT_EQ(run({"init", "-o", "good.yaml", "--force"}).code, 0);
  EXPECT_EQ(read("good.yaml"), run({"init"}).out);
}

}  // namespace
}  // namespace upstream::test
