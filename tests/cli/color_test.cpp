#include <gmock/gmock.h>

#include "process.hpp"

namespace upstream::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using Variables = std::map<std::string, std::string>;

constexpr const char* kEscape = "\x1b[";

struct Case {
  const char* name;
  Variables environment;
  std::vector<std::string> flags;
  bool in_file;
  bool at_terminal;
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }

class Color : public CliTest, public testing::WithParamInterface<Case> {
 protected:
  [[nodiscard]] Outcome assess(Stream out, Stream err) const {
    write("bad.yaml", kBad);
    write("good.yaml", kGood);
    auto arguments = GetParam().flags;
    arguments.insert(arguments.end(), {"bad.yaml", "good.yaml"});
    auto environment = GetParam().environment;
    environment.emplace("TERM", "xterm");
    return run(arguments, {.environment = environment, .standard_output = out, .standard_error = err});
  }
};

void expect_color(const std::string& text, bool colored) {
  if (colored) {
    EXPECT_THAT(text, HasSubstr(kEscape));
  } else {
    EXPECT_THAT(text, Not(HasSubstr(kEscape)));
  }
}

TEST_P(Color, WhereNeitherStreamIsATerminal) {
  const auto outcome = assess(Stream::captured, Stream::captured);
  expect_color(outcome.out, GetParam().in_file);
  expect_color(outcome.err, GetParam().in_file);
}

TEST_P(Color, WhereOnlyStdoutIsATerminal) {
  const auto outcome = assess(Stream::terminal, Stream::captured);
  expect_color(outcome.out, GetParam().at_terminal);
  expect_color(outcome.err, GetParam().in_file);
}

TEST_P(Color, WhereOnlyStderrIsATerminal) {
  const auto outcome = assess(Stream::captured, Stream::terminal);
  expect_color(outcome.out, GetParam().in_file);
  expect_color(outcome.err, GetParam().at_terminal);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Color,
    testing::Values(Case{"Nothing", {}, {}, false, true}, Case{"Auto", {}, {"--color", "auto"}, false, true},
                    Case{"Always", {}, {"--color=always"}, true, true},
                    Case{"Never", {}, {"--color=never"}, false, false},
                    Case{"NoColor", {{"NO_COLOR", "1"}}, {}, false, false},
                    Case{"EmptyNoColor", {{"NO_COLOR", ""}}, {}, false, true},
                    Case{"AlwaysBeatsNoColor", {{"NO_COLOR", "1"}}, {"--color=always"}, true, true},
                    Case{"ForceColor", {{"FORCE_COLOR", "1"}}, {}, true, true},
                    Case{"ForceColorZero", {{"FORCE_COLOR", "0"}}, {}, false, true},
                    Case{"NoColorBeatsForce", {{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, {}, false, false},
                    Case{"NeverBeatsForce", {{"FORCE_COLOR", "1"}}, {"--color=never"}, false, false},
                    Case{"CliColorForce", {{"CLICOLOR_FORCE", "1"}}, {}, true, true},
                    Case{"CliColorForceZero", {{"CLICOLOR_FORCE", "0"}}, {}, false, true},
                    Case{"CliColorZero", {{"CLICOLOR", "0"}}, {}, false, false},
                    Case{"ForceBeatsCliColorZero", {{"CLICOLOR", "0"}, {"FORCE_COLOR", "1"}}, {}, true, true},
                    Case{"DumbTerminal", {{"TERM", "dumb"}}, {}, false, false},
                    Case{"ForceBeatsDumbTerminal", {{"TERM", "dumb"}, {"FORCE_COLOR", "1"}}, {}, true, true}),
    [](const auto& one) { return std::string(one.param.name); });

TEST_F(CliTest, ColorNeverGetsIntoFilesOrJson) {
  write("good.yaml", kGood);
  EXPECT_THAT(run({"--color=always", "--format=json", "good.yaml"}).out, Not(HasSubstr("\x1b")));
  EXPECT_EQ(run({"--color=always", "good.yaml", "-o", "report"}).code, 0);
  EXPECT_THAT(read("report"), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace upstream::test
