#include <gmock/gmock.h>

#include "process.hpp"

namespace upstream::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class RequirementsTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
  }
  [[nodiscard]] Outcome require(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"good.yaml", "--lang", "en"});
    return run(arguments);
  }
};

TEST_F(RequirementsTest, TheReportIsWrittenWhateverIsRequired) {
  EXPECT_EQ(require({"--fail-under", "100"}).out, require({}).out);
}

TEST_F(RequirementsTest, ALowScoreIsSaidWithItsLargestGaps) {
  EXPECT_THAT(require({"--fail-under", "100"}).err,
              AllOf(HasSubstr("good.yaml: error: readiness "), HasSubstr(" is under 100 (--fail-under)"),
                    HasSubstr(" points: ")));
}

TEST_F(RequirementsTest, AStageIsSaidWithItsShutGates) {
  EXPECT_THAT(require({"--require-stage", "design"}).err,
              AllOf(HasSubstr("design (設計) has not been reached (--require-stage)"),
                    HasSubstr("gate 'build practice'")));
}

TEST_F(RequirementsTest, APathIsSaidWithItsReadiness) {
  EXPECT_THAT(
      require({"--require-path", "cloud-engineer"}).err,
      AllOf(HasSubstr("cloud engineer has not been reached: readiness "), HasSubstr("80 is asked for")));
}

TEST_F(RequirementsTest, StagesAndPathsGoByIdLabelAndAlias) {
  for (const char* name : {"design", "設計", "Design", "stage:design", "上流工程"}) {
    EXPECT_EQ(require({"--require-stage", name}).code, 1) << name;
  }
  for (const char* name : {"inhouse-se", "社内SE", "path:inhouse-se"}) {
    EXPECT_EQ(require({"--require-path", name}).code, 1) << name;
  }
}

TEST_F(RequirementsTest, AReadingIsSaidOnce) {
  const auto outcome = require({"--require-stage", "運用"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("'運用' is read as maintenance"));
}

TEST_F(RequirementsTest, EveryFileIsHeldAgainstThem) {
  write("newcomer.yaml", "version: 1\nname: N\nas_of: 2026-04-01\n");
  const auto outcome = run({"good.yaml", "newcomer.yaml", "--require-stage", "maintenance", "--lang", "en"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("newcomer.yaml: error: maintenance"),
                                 Not(HasSubstr("good.yaml: error: maintenance"))));
}

TEST_F(RequirementsTest, QuietKeepsThem) { EXPECT_NE(require({"-q", "--fail-under", "100"}).err, ""); }

}  // namespace
}  // namespace upstream::test
