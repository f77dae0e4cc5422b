#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "process.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string profile(std::string_view id, std::string_view rest = "") {
  return "version: 1\nname: Name of " + std::string(id) + "\nid: " + std::string(id) + "\n" +
         std::string(rest);
}

class TeamTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    std::filesystem::create_directory(folder() / "team");
    write("team/a.yaml", profile("anna", "skills: {network: {level: 3, reviewed_level: 3}}\n"));
    write("team/b.yaml",
          profile("ben", "as_of: 2020-01-01\ncertifications: [{name: CCNA, acquired: 2024-01}]\n"));
  }
  [[nodiscard]] Outcome team(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "team");
    arguments.insert(arguments.end(), {"--lang", "en", "--as-of", "2026-10-31"});
    return run(arguments);
  }
  [[nodiscard]] json picture(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    return json::parse(team(arguments).out);
  }
};

TEST_F(TeamTest, TellsAboutAFolder) {
  const auto outcome = team({"team"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("2 people"), HasSubstr("as of 2026-10-31"), HasSubstr("anna"),
                                 Not(HasSubstr("Name of"))));
}

TEST_F(TeamTest, OneDayIsForAllWhateverTheProfilesSay) {
  // On the day of its own profile the certificate had not been passed.
  const auto value = picture({"team", "--expiring-within", "100d"});
  EXPECT_EQ(value["as_of"], "2026-10-31");
  ASSERT_EQ(value["lapses"]["certifications"].size(), 1U);
  EXPECT_EQ(value["lapses"]["certifications"][0]["person"], "ben");
  EXPECT_EQ(picture({"team", "--expiring-within", "10"})["lapses"]["certifications"].size(), 0U);
}

TEST_F(TeamTest, TheEnvironmentNamesTheDayWhereNoOptionDoes) {
  const auto outcome =
      run({"team", "team", "--format", "json"}, {.environment = {{"UPSTREAM_CHECK_AS_OF", "2025-05-05"}}});
  EXPECT_EQ(json::parse(outcome.out)["as_of"], "2025-05-05");
}

TEST_F(TeamTest, AProfileWithAnErrorLeavesTheOthers) {
  write("team/c.yaml", kBad);
  const auto outcome = team({"team"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("team/c.yaml:3:1: error: "));
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("2 of 3 people"), HasSubstr("1 with errors")));
  EXPECT_EQ(team({"team", "--exit-zero"}).code, 0);
}

TEST_F(TeamTest, AFileThatCannotBeReadLeavesTheOthers) {
  const auto outcome = team({"team", "absent.yaml"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("'absent.yaml' cannot be read"));
  EXPECT_THAT(outcome.out, HasSubstr("2 of 3 people"));
}

TEST_F(TeamTest, WarningsOfAProfileAreNotItsBusiness) {
  write("team/c.yaml", kWarned);
  const auto outcome = team({"team"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(TeamTest, TwoOfOneIdAreSaidAndBothCounted) {
  write("team/c.yaml", profile("anna"));
  const auto outcome = team({"team", "--format", "json"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("team/c.yaml: warning: "), HasSubstr("'anna'"), HasSubstr("team/a.yaml")));
  EXPECT_EQ(json::parse(outcome.out)["group"]["people"], 3);
  EXPECT_EQ(team({"team", "-q"}).err, "");
}

TEST_F(TeamTest, NoProfileIsNoInput) {
  std::filesystem::create_directory(folder() / "empty");
  const auto outcome = team({"empty"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("there is no profile to look at"));
}

TEST_F(TeamTest, ErrorsAloneMakeNoPicture) {
  write("bad.yaml", kBad);
  const auto outcome = team({"bad.yaml"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("no profile could be assessed"));
}

TEST_F(TeamTest, WithoutAsksForAnIdThatIsThere) {
  const auto outcome = team({"team", "--without", "ana"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("--without 'ana'"), HasSubstr("did you mean 'anna'?")));
  const auto value = picture({"team", "--without", "anna", "--without", "ben"});
  EXPECT_EQ(value["without"]["people"], json({"anna", "ben"}));
}

TEST_F(TeamTest, PseudonymsStandForIdsInByteOrder) {
  const auto value = picture({"team", "--pseudonyms", "--without", "ben"});
  EXPECT_EQ(value["coverage"]["people"][0]["id"], "P01");
  EXPECT_EQ(value["without"]["people"], json({"P02"}));
  EXPECT_THAT(value.dump(), Not(HasSubstr("anna")));
}

TEST_F(TeamTest, NamesAreShownWhereTheyAreWanted) {
  EXPECT_THAT(team({"team", "--names"}).out, HasSubstr("Name of anna"));
  EXPECT_THAT(team({"team", "--names", "--format", "csv"}).out, HasSubstr("anna,Name of anna,"));
}

TEST_F(TeamTest, TheIdOfAFileWithoutOneIsItsPath) {
  write("team/plain.yaml", "version: 1\nname: Somebody\n");
  EXPECT_THAT(team({"team"}).out, AllOf(HasSubstr("team/plain"), Not(HasSubstr("Somebody"))));
}

TEST_F(TeamTest, GroupsShowNobody) {
  const auto value = picture({"team", "--min-group", "5"});
  EXPECT_EQ(value["group"]["identity"], "none");
  EXPECT_EQ(value["single_points_of_failure"], nullptr);
  EXPECT_THAT(value.dump(), Not(HasSubstr("anna")));
}

TEST_F(TeamTest, AnOutputInTheFolderIsNoProfileOfTheNextRun) {
  for (int run = 0; run < 2; ++run) {
    EXPECT_EQ(team({"team", "--format", "json", "-o", "team/out.json"}).code, 0);
    EXPECT_EQ(json::parse(read("team/out.json"))["group"]["profiles"], 2);
  }
}

TEST_F(TeamTest, ExcludedFilesAreNotRead) {
  EXPECT_EQ(picture({"team", "--exclude", "b.yaml"})["group"]["profiles"], 1);
}

TEST_F(TeamTest, StandardInputIsAProfileToo) {
  const auto outcome =
      run({"team", "-", "--stdin-filename", "x.yaml", "--format", "csv"}, {.input = "version: 1\nname: X\n"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\r\nx,"));
}

struct Usage {
  const char* name;
  std::vector<std::string> arguments;
  const char* message;
};
void PrintTo(const Usage& row, std::ostream* out) { *out << row.name; }

class TeamUsage : public TeamTest, public testing::WithParamInterface<Usage> {};

TEST_P(TeamUsage, IsWrong) {
  const auto outcome = team(GetParam().arguments);
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Table, TeamUsage,
    testing::Values(
        Usage{"NoPath", {}, "no file or folder is given"},
        Usage{"NamesAndPseudonyms", {"team", "--names", "--pseudonyms"}, "exclude each other"},
        Usage{"GroupsWithNames", {"team", "--names", "--min-group", "5"}, "--names does not go with"},
        Usage{
            "GroupsWithout", {"team", "--without", "anna", "--min-group", "2"}, "--without does not go with"},
        Usage{"CsvWithout",
              {"team", "--without", "anna", "--format", "csv"},
              "--without does not go with --format csv"},
        Usage{"CsvExpiring",
              {"team", "--expiring-within", "9d", "--format", "csv"},
              "--expiring-within does not go with --format csv"},
        Usage{"NoGroup", {"team", "--min-group", "0"}, "--min-group '0' is no whole number"},
        Usage{"NoNumber", {"team", "--min-group", "5x"}, "--min-group '5x' is no whole number"},
        Usage{"Days", {"team", "--expiring-within", "-1"}, "--expiring-within '-1'"},
        Usage{"Format", {"team", "--format", "sarif"}, "is none of text|json|csv|markdown"},
        Usage{"FailUnder", {"team", "--fail-under", "5"}, "--fail-under does not go with team"},
        Usage{"RequireStage", {"team", "--require-stage", "build"}, "--require-stage does not go with team"},
        Usage{"RequirePath", {"team", "--require-path", "x"}, "--require-path does not go with team"},
        Usage{"All", {"team", "--all"}, "--all does not go with team"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(TeamTest, ItsOptionsAreForItAlone) {
  write("good.yaml", kGood);
  for (const auto* option : {"--names", "--pseudonyms"}) EXPECT_EQ(run({"good.yaml", option}).code, 2);
  EXPECT_EQ(run({"validate", "good.yaml", "--format", "csv"}).code, 2);
  EXPECT_EQ(run({"good.yaml", "--format", "markdown"}).code, 2);
}

TEST_F(TeamTest, ItsSchemaIsPrinted) {
  const auto outcome = run({"schema", "team"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(json::parse(outcome.out)["title"], "upstream-check team");
}

TEST_F(TeamTest, NoColourGoesIntoAFormatForPrograms) {
  for (const auto* format : {"json", "csv", "markdown"}) {
    EXPECT_THAT(team({"team", "--format", format, "--color", "always"}).out, Not(HasSubstr("\x1b")));
  }
  EXPECT_THAT(team({"team", "--color", "always"}).out, HasSubstr("\x1b["));
}

}  // namespace
}  // namespace upstream::test
