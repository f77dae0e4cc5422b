#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "process.hpp"

namespace upstream::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Variables = std::map<std::string, std::string>;

class SettingsFileTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
    write("lapsing.yaml", "version: 1\nname: L\ncertifications: [{name: CCNA, acquired: 2024-01}]\n");
    fs::create_directories(folder() / "team/a");
    write("team/a/good.yaml", kGood);
    // A rubric that can be told from the one that is built in.
    auto rubric = run({"rubric", "export"}).out;
    const std::string version = "version: 1.0.0";
    const auto at = rubric.find(version);
    ASSERT_NE(at, std::string::npos);
    rubric.replace(at, version.size(), "version: 9.9.9");
    write("company.yaml", rubric);
  }
  void configure(std::string_view text, const std::string& where = "") const {
    write(where + ".upstream-check.yaml", text);
  }
  [[nodiscard]] Outcome in(const std::string& where, std::vector<std::string> arguments,
                           const Variables& environment = {}) const {
    arguments.insert(arguments.end(), {"--lang", "en"});
    return run(arguments, {.environment = environment, .working_folder = where});
  }
};

/// A setting, a value that can be seen to work, and how.
struct SettingCase {
  const char* key;
  const char* option;
  const char* variable;
  const char* value;
  bool (*works)(const Outcome&);
  std::vector<std::string> arguments = {"good.yaml"};
};
void PrintTo(const SettingCase& row, std::ostream* out) { *out << row.key; }

bool is_not_met(const Outcome& outcome) { return outcome.code == 1; }

class Precedence : public SettingsFileTest, public testing::WithParamInterface<SettingCase> {
 protected:
  [[nodiscard]] Outcome run_with(bool by_option, bool by_variable, bool by_file) const {
    const auto& row = GetParam();
    std::vector<std::string> arguments = row.arguments;
    arguments.emplace_back("-v");
    if (by_option) arguments.insert(arguments.end(), {row.option, row.value});
    Variables environment;
    if (by_variable) environment[row.variable] = row.value;
    configure(by_file ? fmt::format("{}: {}\n", row.key, row.value) : std::string("# nothing\n"));
    return run(arguments, {.environment = environment});
  }
};

TEST_P(Precedence, IsOptionThenVariableThenFile) {
  const auto& row = GetParam();
  for (unsigned given = 0; given < 8; ++given) {
    const bool by_option = (given & 4U) != 0;
    const bool by_variable = (given & 2U) != 0;
    const bool by_file = (given & 1U) != 0;
    const auto outcome = run_with(by_option, by_variable, by_file);
    EXPECT_EQ(row.works(outcome), given != 0) << given << outcome.out << outcome.err;
    if (given == 0) {
      EXPECT_THAT(outcome.err, Not(HasSubstr(fmt::format("setting {}:", row.key))));
      continue;
    }
    const auto place = fmt::format(".upstream-check.yaml:1:{} {}", std::string(row.key).size() + 3, row.key);
    const auto origin = by_option ? std::string(row.option) : by_variable ? std::string(row.variable) : place;
    EXPECT_THAT(outcome.err, HasSubstr(fmt::format("setting {}: '{}', by {}\n", row.key, row.value, origin)));
  }
}

TEST_P(Precedence, AnEmptyVariableIsNotSet) {
  const auto& row = GetParam();
  configure("# nothing\n");
  EXPECT_FALSE(row.works(run(row.arguments, {.environment = {{row.variable, ""}}})));
}

TEST_P(Precedence, NoConfigLeavesTheEnvironmentAlone) {
  const auto& row = GetParam();
  configure(fmt::format("{}: {}\n", row.key, row.value));
  auto arguments = row.arguments;
  arguments.emplace_back("--no-config");
  EXPECT_FALSE(row.works(run(arguments)));
  EXPECT_TRUE(row.works(run(arguments, {.environment = {{row.variable, row.value}}})));
}

INSTANTIATE_TEST_SUITE_P(
    Every, Precedence,
    testing::Values(
        SettingCase{"lang", "--lang", "UPSTREAM_CHECK_LANG", "en",
                    [](const Outcome& outcome) { return outcome.out.find("as of") != std::string::npos; }},
        SettingCase{"color", "--color", "UPSTREAM_CHECK_COLOR", "always",
                    [](const Outcome& outcome) { return outcome.out.find('\x1b') != std::string::npos; }},
        SettingCase{
            "as_of", "--as-of", "UPSTREAM_CHECK_AS_OF", "2027-05-06",
            [](const Outcome& outcome) { return outcome.out.find("2027-05-06") != std::string::npos; }},
        SettingCase{"rubric",
                    "--rubric",
                    "UPSTREAM_CHECK_RUBRIC",
                    "company.yaml",
                    [](const Outcome& outcome) { return outcome.out.find("9.9.9") != std::string::npos; },
                    {"good.yaml", "--format", "json"}},
        SettingCase{"fail_under", "--fail-under", "UPSTREAM_CHECK_FAIL_UNDER", "100", is_not_met},
        SettingCase{"require_stage", "--require-stage", "UPSTREAM_CHECK_REQUIRE_STAGE", "design", is_not_met},
        SettingCase{"require_path", "--require-path", "UPSTREAM_CHECK_REQUIRE_PATH", "inhouse-se",
                    is_not_met},
        SettingCase{"expiring_within",
                    "--expiring-within",
                    "UPSTREAM_CHECK_EXPIRING_WITHIN",
                    "90d",
                    [](const Outcome& outcome) {
                      return outcome.out.find("certification-expiring") != std::string::npos;
                    },
                    {"validate", "lapsing.yaml", "--as-of", "2026-12-01"}},
        SettingCase{
            "exclude",
            "--exclude",
            "UPSTREAM_CHECK_EXCLUDE",
            "lapsing.yaml",
            [](const Outcome& outcome) { return outcome.out.find("lapsing.yaml") == std::string::npos; },
            {"validate", ".", "--as-of", "2026-12-01", "--expiring-within", "90d"}},
        SettingCase{"baseline",
                    "--baseline",
                    "UPSTREAM_CHECK_BASELINE",
                    "none.json",
                    [](const Outcome& outcome) { return outcome.code == 2; },
                    {"validate", "good.yaml"}}),
    [](const auto& row) { return std::string(row.param.key); });

struct ComplaintCase {
  const char* name;
  const char* key;
  const char* variable;
  const char* value;
  bool only_the_rubric_knows;  ///< otherwise a settings file is told at once, by its shape
};
void PrintTo(const ComplaintCase& row, std::ostream* out) { *out << row.name; }

class ComplaintNames : public SettingsFileTest, public testing::WithParamInterface<ComplaintCase> {};

TEST_P(ComplaintNames, WhoGaveTheValue) {
  const auto& row = GetParam();
  for (const auto* language : {"ja", "en"}) {
    Variables environment{{"UPSTREAM_CHECK_LANG", language}};
    environment[row.variable] = row.value;
    const auto outcome = run({"good.yaml"}, {.environment = environment});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr(fmt::format("error: {}", row.variable)));
  }
  configure(fmt::format("# ours\n{}: {}\n", row.key, row.value));
  const auto outcome = run({"good.yaml"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  auto place = fmt::format(".upstream-check.yaml:2:{}", std::string(row.key).size() + 3);
  place += row.only_the_rubric_knows ? fmt::format(" {}", row.key) : ": error: ";
  EXPECT_THAT(outcome.err, HasSubstr(place));
}

INSTANTIATE_TEST_SUITE_P(
    Every, ComplaintNames,
    testing::Values(ComplaintCase{"Language", "lang", "UPSTREAM_CHECK_LANG", "fr", false},
                    ComplaintCase{"Color", "color", "UPSTREAM_CHECK_COLOR", "red", false},
                    ComplaintCase{"Day", "as_of", "UPSTREAM_CHECK_AS_OF", "soon", false},
                    ComplaintCase{"Score", "fail_under", "UPSTREAM_CHECK_FAIL_UNDER", "101", false},
                    ComplaintCase{"AbsentRubric", "rubric", "UPSTREAM_CHECK_RUBRIC", "absent.yaml", true},
                    ComplaintCase{"NoRubric", "rubric", "UPSTREAM_CHECK_RUBRIC", "good.yaml", true},
                    ComplaintCase{"Stage", "require_stage", "UPSTREAM_CHECK_REQUIRE_STAGE", "desing", true},
                    ComplaintCase{"StageOfTwoMeanings", "require_stage", "UPSTREAM_CHECK_REQUIRE_STAGE",
                                  "設計構築", true},
                    ComplaintCase{"Path", "require_path", "UPSTREAM_CHECK_REQUIRE_PATH", "nowhere", true}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(SettingsFileTest, WhatIsNotReachedNamesWhoAsked) {
  configure("fail_under: 100\nrequire_path: [cloud-engineer, inhouse-se]\n");
  EXPECT_THAT(in("", {"good.yaml"}, {{"UPSTREAM_CHECK_REQUIRE_STAGE", "design"}}).err,
              AllOf(HasSubstr("under 100 (.upstream-check.yaml:1:13 fail_under)"),
                    HasSubstr("(UPSTREAM_CHECK_REQUIRE_STAGE)"),
                    HasSubstr("(.upstream-check.yaml:2:16 require_path)"),
                    HasSubstr("(.upstream-check.yaml:2:32 require_path)")));
}

TEST_F(SettingsFileTest, AListReplacesTheListBehindIt) {
  configure("require_path: cloud-engineer\n");
  const Variables two{{"UPSTREAM_CHECK_REQUIRE_PATH", "inhouse-se\n\nit-consultant\n"}};
  EXPECT_THAT(in("", {"good.yaml"}).err, HasSubstr("cloud engineer has not"));
  EXPECT_THAT(in("", {"good.yaml"}, two).err, AllOf(HasSubstr("in-house"), HasSubstr("consultant"),
                                                    Not(HasSubstr("cloud engineer has not"))));
  EXPECT_THAT(in("", {"good.yaml", "--require-path", "cloud-engineer"}, two).err,
              AllOf(HasSubstr("cloud engineer has not"), Not(HasSubstr("in-house"))));
}

TEST_F(SettingsFileTest, TheFirstOneUpwardsCountsAlone) {
  configure("require_stage: design\nfail_under: 100\n");
  EXPECT_THAT(in("team/a", {"good.yaml"}).err,
              AllOf(HasSubstr("(../../.upstream-check.yaml:1:16 require_stage)"),
                    HasSubstr("(../../.upstream-check.yaml:2:13 fail_under)")));
  configure("require_stage: design\n", "team/");
  EXPECT_THAT(in("team/a", {"good.yaml"}).err,
              AllOf(HasSubstr("(../.upstream-check.yaml:1:16 require_stage)"), Not(HasSubstr("fail_under"))));
  configure("", "team/a/");
  EXPECT_EQ(in("team/a", {"good.yaml"}).code, 0);
}

TEST_F(SettingsFileTest, VerboseTellsWhichFileIsUsed) {
  EXPECT_THAT(in("", {"-v", "good.yaml"}).err, HasSubstr("settings file none\n"));
  configure("");
  EXPECT_THAT(in("team/a", {"-v", "good.yaml"}).err, HasSubstr("settings file ../../.upstream-check.yaml\n"));
  EXPECT_THAT(in("", {"-v", "good.yaml", "--no-config"}).err, HasSubstr("settings file none\n"));
}

TEST_F(SettingsFileTest, ItsFilesAreRelativeToItsFolder) {
  fs::rename(folder() / "company.yaml", folder() / "team/company.yaml");
  configure("rubric: team/company.yaml\n");
  EXPECT_THAT(in("team/a", {"good.yaml", "--format", "json"}).out, HasSubstr("9.9.9"));
  EXPECT_THAT(in("team/a", {"good.yaml", "--rubric", "team/company.yaml"}).err, HasSubstr("cannot be read"));
}

TEST_F(SettingsFileTest, ALinkMustNotLeadOutOfItsFolder) {
  fs::create_symlink("../company.yaml", folder() / "team/out.yaml");
  configure("rubric: out.yaml\n", "team/");
  const auto outcome = in("team", {"rubric", "show"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr(".upstream-check.yaml:1:9 rubric"), HasSubstr("symbolic links")));
  fs::create_symlink("a/rubric.yaml", folder() / "team/in.yaml");
  fs::rename(folder() / "company.yaml", folder() / "team/a/rubric.yaml");
  configure("rubric: in.yaml\n", "team/");
  EXPECT_EQ(in("team", {"rubric", "show"}).code, 0);
}

TEST_F(SettingsFileTest, TheRubricOfALintIsTheOneOnTheCommandLine) {
  configure("rubric: company.yaml\n");
  write("wrong.yaml", "id: x\n");
  EXPECT_EQ(in("", {"rubric", "lint"}).code, 0);
  EXPECT_EQ(in("", {"rubric", "lint", "wrong.yaml"}).code, 2);
  EXPECT_THAT(in("", {"rubric", "lint", "wrong.yaml"}).out, HasSubstr("wrong.yaml:1:1"));
}

TEST_F(SettingsFileTest, ResultsAreNotWrittenOverItsRubric) {
  configure("rubric: company.yaml\n");
  const auto before = read("company.yaml");
  EXPECT_EQ(in("", {"rubric", "show", "-o", "company.yaml"}).code, 2);
  EXPECT_EQ(read("company.yaml"), before);
}

TEST_F(SettingsFileTest, EveryMistakeIsToldInOneRun) {
  configure("langs: en\nfail_under: 101\nrubric: ../company.yaml\n");
  const auto japanese = run({"good.yaml"});
  EXPECT_EQ(japanese.code, 2);
  EXPECT_EQ(japanese.out, "");
  EXPECT_THAT(japanese.err, AllOf(HasSubstr(".upstream-check.yaml:1:1: error: 知らないキー「langs」"),
                                  HasSubstr("「lang」のことですか"), HasSubstr(":2:13: error: 101 は"),
                                  HasSubstr(":3:9: error: 「../company.yaml」は"),
                                  HasSubstr("設定ファイル「.upstream-check.yaml」は使えない")));
  const auto english = in("", {"good.yaml"});
  EXPECT_THAT(english.err, AllOf(HasSubstr(".upstream-check.yaml:1:1: error: unknown key 'langs'"),
                                 HasSubstr("did you mean 'lang'?"), HasSubstr(":2:13: error: 101 is outside"),
                                 HasSubstr(":3:9: error: '../company.yaml' leads out"),
                                 HasSubstr("the settings file '.upstream-check.yaml' cannot be used")));
}

TEST_F(SettingsFileTest, AMistakeStopsEveryCommandButNoHelp) {
  configure("color: red\n");
  const std::vector<std::vector<std::string>> commands{
      {"good.yaml"}, {"explain", "build"}, {"rubric", "show"}, {"schema", "assessment"}, {"init"}};
  for (auto command : commands) {
    EXPECT_EQ(run(command).code, 2) << command.front();
    command.emplace_back("--no-config");
    EXPECT_EQ(run(command).code, 0) << command.front();
  }
  EXPECT_EQ(run({"--help"}).code, 0);
  EXPECT_EQ(run({"explain", "--help"}).code, 0);
  EXPECT_EQ(run({"--version"}).code, 0);
}

TEST_F(SettingsFileTest, ItsLanguageIsThatOfMistakesElsewhere) {
  configure("lang: en\n");
  EXPECT_THAT(run({"--bogus"}).err, HasSubstr("there is no option"));
  EXPECT_THAT(run({"--bogus", "--no-config"}).err, HasSubstr("オプション"));
  EXPECT_THAT(run({"--bogus", "--lang", "ja"}).err, HasSubstr("オプション"));
  EXPECT_THAT(run({"--help"}).out, HasSubstr("Examples:"));
  configure("lang: en\ncolor: red\n");
  EXPECT_THAT(run({"good.yaml"}).err, HasSubstr("none of auto, always, never"));
}

TEST_F(SettingsFileTest, WhatStandsAfterTheTwoHyphensDoesNotSwitchItOff) {
  configure("fail_under: 100\n");
  write("--no-config", kGood);
  EXPECT_EQ(run({"--", "--no-config"}).code, 1);
}

TEST_F(SettingsFileTest, NothingOfItReachesTheTerminalRaw) {
  configure("require_stage: \"\\e[2J\\u202e\"\n");
  const auto named = run({"good.yaml", "-v"});
  EXPECT_EQ(named.code, 2);
  EXPECT_THAT(named.err, AllOf(HasSubstr("\\u{1B}[2J\\u{202E}"), Not(HasSubstr("\x1b"))));
  configure("lang: \"\\e[2J\"\n\"\\e[2J\": 1\nrubric: \"/\\u202e\"\n");
  EXPECT_THAT(run({"good.yaml"}).err,
              AllOf(HasSubstr("[config-path]"), Not(HasSubstr("\x1b")), Not(HasSubstr("\u202e"))));
  configure("lang: \x1b[2J\n");
  EXPECT_THAT(run({"good.yaml"}).err, AllOf(HasSubstr("[control-character]"), Not(HasSubstr("\x1b"))));
}

TEST_F(SettingsFileTest, WhatIsNoRegularFileIsNotOpened) {
  const auto path = folder() / ".upstream-check.yaml";
  const auto is_refused = [&](const char* why) {
    const auto outcome = in("team/a", {"good.yaml"});
    EXPECT_EQ(outcome.code, 2) << why;
    EXPECT_EQ(outcome.out, "") << why;
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("the settings file '../../.upstream-check.yaml' cannot be read"),
                                   HasSubstr(why), HasSubstr("--no-config")));
    EXPECT_EQ(in("team/a", {"good.yaml", "--no-config"}).code, 0) << why;
    fs::remove_all(path);
  };
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  is_refused("pipe");
  fs::create_directory(path);
  is_refused("directory");
  fs::create_symlink("/dev/zero", path);
  is_refused("leads out");
  fs::create_symlink("absent", path);
  is_refused("no such file");
  fs::create_symlink(".upstream-check.yaml", path);
  is_refused("lead nowhere");
}

TEST_F(SettingsFileTest, ALinkInsideItsFolderIsFollowed) {
  write("shared.yaml", "fail_under: 100\n");
  fs::create_symlink("shared.yaml", folder() / ".upstream-check.yaml");
  EXPECT_EQ(run({"good.yaml"}).code, 1);
}

TEST_F(SettingsFileTest, WithoutPermissionItIsAnErrorAndNoSilence) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  configure("fail_under: 100\n");
  fs::permissions(folder() / ".upstream-check.yaml", fs::perms::none);
  const auto outcome = in("", {"good.yaml"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("permission denied"));
}

TEST_F(SettingsFileTest, AnEmptyOneIsFine) {
  for (const auto* text : {"", "# nothing yet\n", "---\n", "x-note: mine\n"}) {
    configure(text);
    const auto outcome = run({"good.yaml"});
    EXPECT_EQ(outcome.code, 0) << text;
    EXPECT_THAT(outcome.err, IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace upstream::test
