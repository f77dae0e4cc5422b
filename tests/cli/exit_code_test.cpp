#include <sys/stat.h>

#include "process.hpp"

namespace upstream::test {
namespace {

struct Case {
  const char* name;
  std::vector<std::string> arguments;
  int code;
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }

class ExitCode : public CliTest, public testing::WithParamInterface<Case> {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
    write("warned.yaml", kWarned);
    write("bad.yaml", kBad);
    write("binary.yaml", std::string_view("\0\1\2", 3));
    std::filesystem::create_directory(folder() / "folder");
    ASSERT_EQ(::mkfifo((folder() / "fifo").c_str(), 0600), 0);
  }
};

TEST_P(ExitCode, IsAsDocumented) {
  const auto outcome = run(GetParam().arguments);
  EXPECT_EQ(outcome.code, GetParam().code) << outcome.err;
}

/// The code must not depend on the format.
TEST_P(ExitCode, IsTheSameInJson) {
  auto arguments = GetParam().arguments;
  arguments.insert(arguments.begin(), {"--format", "json"});
  EXPECT_EQ(run(arguments).code, GetParam().code);
}

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Table, ExitCode,
    testing::Values(Case{"Good", {"good.yaml"}, 0}, Case{"GoodNamed", {"assess", "good.yaml"}, 0},
                    Case{"WarningsPass", {"warned.yaml"}, 0}, Case{"Bad", {"bad.yaml"}, 1},
                    Case{"NoText", {"binary.yaml"}, 1}, Case{"BadButZero", {"--exit-zero", "bad.yaml"}, 0},
                    Case{"ScoreReached", {"good.yaml", "--fail-under", "0"}, 0},
                    Case{"ScoreNotReached", {"good.yaml", "--fail-under", "100"}, 1},
                    Case{"ScoreNotReachedButZero", {"good.yaml", "--fail-under", "100", "--exit-zero"}, 0},
                    Case{"StageReached", {"good.yaml", "--require-stage", "maintenance"}, 0},
                    Case{"StageNotReached", {"good.yaml", "--require-stage", "design"}, 1},
                    Case{"PathNotReached", {"good.yaml", "--require-path", "cloud-engineer"}, 1},
                    Case{"Absent", {"absent.yaml"}, 3},
                    Case{"AbsentIsNeverZero", {"absent.yaml", "--exit-zero"}, 3}, Case{"Fifo", {"fifo"}, 3},
                    Case{"Device", {"/dev/zero"}, 3}, Case{"Folder", {"folder"}, 2},
                    Case{"FolderIsNeverZero", {"folder", "--exit-zero"}, 2},
                    Case{"GoodAndBad", {"good.yaml", "bad.yaml"}, 1},
                    Case{"BadAndFolder", {"bad.yaml", "folder", "good.yaml"}, 2},
                    Case{"TheHighestWins", {"absent.yaml", "folder", "bad.yaml", "good.yaml"}, 3},
                    Case{"NoFile", {"assess"}, 2}, Case{"UnknownOption", {"good.yaml", "--bogus"}, 2},
                    Case{"UnknownStage", {"good.yaml", "--require-stage", "nowhere"}, 2},
                    Case{"UnknownPath", {"good.yaml", "--require-path", "nowhere"}, 2},
                    Case{"ScoreOutOfRange", {"good.yaml", "--fail-under", "101"}, 2},
                    Case{"ScoreNoNumber", {"good.yaml", "--fail-under", "5x"}, 2},
                    Case{"NoDate", {"good.yaml", "--as-of", "soon"}, 2},
                    Case{"RubricAbsent", {"good.yaml", "--rubric", "absent"}, 2},
                    Case{"RubricWrong", {"good.yaml", "--rubric", "good.yaml"}, 2},
                    Case{"OutputFolderAbsent", {"good.yaml", "-o", "absent/report"}, 4},
                    Case{"OutputIsFolder", {"good.yaml", "-o", "folder"}, 4},
                    Case{"OutputFull", {"good.yaml", "-o", "/dev/full"}, 4},
                    Case{"OutputFailsAfterBadInput", {"absent.yaml", "good.yaml", "-o", "/dev/full"}, 4}),
    name_of);

TEST_F(CliTest, NoArgumentsShowTheHelpOnStderrAndAreWrongUsage) {
  const auto outcome = run({});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("upstream-check init"), std::string::npos);
}

}  // namespace
}  // namespace upstream::test
