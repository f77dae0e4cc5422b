#include <sstream>

#include <gmock/gmock.h>

#include "process.hpp"
#include "support/support.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Help : public CliTest, public testing::WithParamInterface<const char*> {};

TEST_P(Help, IsTheGoldenText) {
  const auto outcome = run({"--help", "--lang", GetParam()});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  expect_golden(std::string("tests/cli/golden/help.") + GetParam() + ".txt", outcome.out);
}

TEST_P(Help, FitsATerminalOfEightyColumns) {
  for (const char* command : {"--all", "assess", "validate", "batch", "team", "plan", "whatif", "compare",
                              "timeline", "explain", "rubric", "schema", "init", "completion"}) {
    std::istringstream lines(run({command, "--help", "--lang", GetParam()}).out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(text::display_width(line), 80U) << line;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Help, testing::Values("ja", "en"));

TEST_F(CliTest, HelpOfACommandShowsItsOwnOptionsOnly) {
  EXPECT_THAT(run({"init", "--help"}).out, HasSubstr("--force"));
  EXPECT_THAT(run({"explain", "--help"}).out, Not(HasSubstr("--force")));
  EXPECT_THAT(run({"explain", "--help"}).out, Not(HasSubstr("--fail-under")));
}

TEST_F(CliTest, VersionIsThatOfTheProject) {
  const auto outcome = run({"--version"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "upstream-check " UPSTREAM_CHECK_VERSION "\n");
}

TEST_F(CliTest, HelpIntoAFullDeviceIsAFailure) {
  EXPECT_EQ(run({"--help"}, {.standard_output = Stream::full_device}).code, 4);
}

}  // namespace
}  // namespace upstream::test
