#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "process.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using Input = CliTest;

TEST_F(Input, StandardInputIsAFileCalledHyphen) {
  write("good.yaml", kGood);
  const auto piped = run({"-", "--stdin-filename", "good.yaml"}, {.input = std::string(kGood)});
  EXPECT_EQ(piped.code, 0);
  EXPECT_EQ(piped.out, run({"good.yaml"}).out);
}

TEST_F(Input, StandardInputIsNamedInDiagnostics) {
  EXPECT_THAT(run({"-"}, {.input = std::string(kBad)}).err, HasSubstr("<stdin>:3:1: error"));
  EXPECT_THAT(run({"-", "--stdin-filename", "a/b.yaml"}, {.input = std::string(kBad)}).err,
              HasSubstr("a/b.yaml:3:1: error"));
}

TEST_F(Input, StandardInputThatCannotBeReadIsAFile) { EXPECT_EQ(run({"-"}, {.input_file = "/"}).code, 3); }

TEST_F(Input, EndlessStandardInputIsTooLarge) {
  const auto outcome = run({"-"}, {.input_file = "/dev/zero"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("file-too-large"));
}

TEST_F(Input, OneByteOverTheLimitIsTooLargeWithAndWithoutByteOrderMark) {
  const std::string head = "version: 1\nname: x\n#";
  const auto sized = [&](std::size_t bytes) { return head + std::string(bytes - head.size(), 'x'); };
  constexpr std::size_t limit = std::size_t{1024} * 1024;
  write("limit.yaml", sized(limit));
  write("over.yaml", sized(limit + 1));
  write("mark.yaml", "\xEF\xBB\xBF" + sized(limit));
  write("over-mark.yaml", "\xEF\xBB\xBF" + sized(limit + 1));
  EXPECT_EQ(run({"limit.yaml"}).code, 0);
  EXPECT_EQ(run({"mark.yaml"}).code, 0);
  EXPECT_THAT(run({"over.yaml"}).err, HasSubstr("file-too-large"));
  EXPECT_THAT(run({"over-mark.yaml"}).err, HasSubstr("file-too-large"));
}

TEST_F(Input, FifosAndDevicesAreNotOpened) {
  ASSERT_EQ(::mkfifo((folder() / "fifo").c_str(), 0600), 0);
  const auto outcome = run({"fifo", "/dev/zero", "--lang", "en"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("it is a pipe"), HasSubstr("it is no regular file")));
}

TEST_F(Input, OneBadFileNeverStopsTheOthers) {
  write("good.yaml", kGood);
  write("bad.yaml", kBad);
  const auto outcome = run({"absent.yaml", "good.yaml", "bad.yaml", "good.yaml", "--lang", "en"});
  EXPECT_EQ(outcome.code, 3);
  const auto one = run({"good.yaml", "--lang", "en"}).out;
  EXPECT_EQ(outcome.out, one + "\n" + one);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("'absent.yaml' cannot be read"), HasSubstr("bad.yaml:3:1: error")));
}

TEST_F(Input, AProfileWithErrorsPutsNothingOnStdout) {
  write("bad.yaml", kBad);
  const auto outcome = run({"bad.yaml"});
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("bad.yaml:3:1: error"));
}

TEST_F(Input, JsonHoldsEveryFileInOrderAndStderrNoFindings) {
  write("good.yaml", kGood);
  write("bad.yaml", kBad);
  std::filesystem::create_directory(folder() / "folder");
  const auto outcome = run({"--format", "json", "bad.yaml", "absent.yaml", "folder", "good.yaml"});
  const auto reports = json::parse(outcome.out);
  ASSERT_EQ(reports.size(), 4U);
  EXPECT_EQ(reports[0]["profile"]["path"], "bad.yaml");
  EXPECT_EQ(reports[1]["diagnostics"][0]["rule"], "unreadable");
  EXPECT_EQ(reports[2]["diagnostics"][0]["rule"], "unreadable");
  EXPECT_EQ(reports[3]["ok"], true);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("absent.yaml"), Not(HasSubstr("unknown-key"))));
}

TEST_F(Input, JsonOfOneFileIsAnObjectEvenWhereItIsUnreadable) {
  write("good.yaml", kGood);
  EXPECT_TRUE(json::parse(run({"--format=json", "good.yaml"}).out).is_object());
  EXPECT_EQ(json::parse(run({"--format=json", "absent.yaml"}).out)["ok"], false);
}

TEST_F(Input, HostileFileNamesAreHarmlessEverywhere) {
  const std::string hostile = "a\nb\x1b[31m\xE2\x80\xAE.yaml";
  write(hostile, kGood);
  write("bad" + hostile, kBad);
  for (const char* name : {"", "bad", "absent"}) {
    for (const char* format : {"text", "json"}) {
      const auto outcome = run({"-v", "--format", format, "--fail-under", "100", name + hostile});
      for (const auto* text : {&outcome.out, &outcome.err}) {
        EXPECT_THAT(*text,
                    AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("a\nb")), Not(HasSubstr("\xE2\x80\xAE"))));
      }
    }
  }
  EXPECT_THAT(run({"absent" + hostile}).err, HasSubstr("absenta\\u{A}b\\u{1B}[31m\\u{202E}.yaml"));
}

TEST_F(Input, FileNamesThatAreNoUtf8AreReported) {
  const std::string name = "caf\xE9.yaml";
  write(name, kGood);
  EXPECT_EQ(run({name}).code, 0);
  EXPECT_TRUE(json::parse(run({"--format=json", name}).out).is_object());
  EXPECT_EQ(run({"\xE9xplain"}).code, 3);
  EXPECT_EQ(run({"--\xE9"}).code, 2);
  EXPECT_EQ(run({"explain", "\xE9"}).code, 2);
  EXPECT_EQ(run({name, "--require-stage", "\xE9"}).code, 2);
}

TEST_F(Input, UnreadableFilesAreNamed) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  write("secret.yaml", kGood);
  std::filesystem::permissions(folder() / "secret.yaml", std::filesystem::perms::none);
  const auto outcome = run({"secret.yaml", "--lang", "en"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("permission denied"));
}

}  // namespace
}  // namespace upstream::test
