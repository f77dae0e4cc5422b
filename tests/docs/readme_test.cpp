#include <regex>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/report/diagnostics_text.hpp"
#include "upstream/report/text_report.hpp"
#include "upstream/validate/fixes.hpp"
#include "upstream/validate/validate.hpp"
#include "upstream/validate/validation_report.hpp"

// What the READMEs show is what the program prints: whole, or the beginning of it with a last line "…".
namespace upstream::test {
namespace {

struct Shown {
  Language language;
  std::string command;  ///< "validate", or empty for assess
  std::string file;
  std::string output;
};

/// The ```console blocks, each `$ upstream-check [validate] --lang LANG [--expiring-within 90d] FILE` and
/// what follows.
std::vector<Shown> shown_in(const std::string& document) {
  static const std::regex block(
      "```console\\n\\$ upstream-check (validate )?--lang (ja|en) (--expiring-within 90d )?([^ "
      "\\n]+)\\n([^`]*)```");
  std::vector<Shown> all;
  for (std::sregex_iterator at(document.begin(), document.end(), block), end; at != end; ++at) {
    all.push_back({(*at)[2] == "en" ? Language::en : Language::ja, (*at)[1].matched ? "validate" : "",
                   (*at)[4], (*at)[5]});
  }
  return all;
}

std::string run_validate(const Shown& shown) {
  ValidateOptions options;
  options.today = Date::of(2026, 10, 31)->first_day();
  options.expiring_within = 90;
  auto file = validate_file(SourceFile(shown.file, read_source_tree(shown.file)), shown.file,
                            builtin_rubric(), options);
  settle({&file, 1}, nullptr);
  return render_validation_text({{&file, 1}, builtin_rubric(), shown.language}, {});
}

std::string run(const Shown& shown) {
  if (shown.command == "validate") return run_validate(shown);
  ReportOptions options;
  options.today = Date::of(2026, 10, 31)->first_day();
  const auto report =
      report_on(SourceFile(shown.file, read_source_tree(shown.file)), builtin_rubric(), options);
  const auto found = render_diagnostics_text(report.source, report.diagnostics, {shown.language, false, 100});
  return report.ok() ? render_text(report, {shown.language, 80, false, false}) : found;
}

class Readme : public testing::TestWithParam<const char*> {};

TEST_P(Readme, ShowsWhatTheProgramPrints) {
  const auto blocks = shown_in(read_source_tree(GetParam()));
  ASSERT_EQ(blocks.size(), 3U);
  for (const auto& shown : blocks) {
    constexpr std::string_view more = "…\n";
    const auto actual = run(shown);
    if (shown.output.ends_with(more)) {
      const auto beginning = shown.output.substr(0, shown.output.size() - more.size());
      EXPECT_EQ(actual.substr(0, beginning.size()), beginning) << shown.file;
    } else {
      EXPECT_EQ(actual, shown.output) << shown.file;
    }
  }
}

TEST_P(Readme, ShowsTheDifferenceThatFixMakes) {
  const auto before = read_source_tree("tests/docs/wrong.yaml");
  const auto after = fix_profile(SourceFile("tests/docs/wrong.yaml", before), builtin_rubric()).text;
  const auto block = "```diff\n" + render_diff("tests/docs/wrong.yaml", before, after) + "```\n";
  EXPECT_NE(read_source_tree(GetParam()).find(block), std::string::npos) << block;
}

TEST_P(Readme, ShowsLinesOfTheTeam) {
  const auto document = read_source_tree(GetParam());
  const bool english = std::string_view(GetParam()) == "README.md";
  const auto team =
      read_source_tree(english ? "tests/team/golden/team.en.txt" : "tests/team/golden/team.ja.txt");
  const auto begin = document.find("```text\n") + 8;
  ASSERT_GT(begin, 8U);
  std::istringstream block(document.substr(begin, document.find("```", begin) - begin));
  std::size_t lines = 0;
  for (std::string line; std::getline(block, line); ++lines) {
    EXPECT_NE(("\n" + team).find("\n" + line + "\n"), std::string::npos) << line;
  }
  EXPECT_GT(lines, 8U);
}

TEST_P(Readme, NamesTheCommandThatTheCiCalls) {
  constexpr std::string_view command = "sh tests/run.sh";
  EXPECT_NE(read_source_tree(GetParam()).find(command), std::string::npos);
  EXPECT_NE(read_source_tree(".ci/run").find(command), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Documents, Readme, testing::Values("README.md", "README.ja.md"),
                         [](const auto& document) {
                           return std::string(document.index == 0 ? "English" : "Japanese");
                         });

}  // namespace
}  // namespace upstream::test
