#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/report/diagnostics_text.hpp"
#include "upstream/report/text_report.hpp"

// What the READMEs show is what the program prints: whole, or the beginning of it with a last line "…".
namespace upstream::test {
namespace {

struct Shown {
  Language language;
  std::string file;
  std::string output;
};

/// The ```console blocks, each `$ upstream-check --lang LANG FILE` and what follows.
std::vector<Shown> shown_in(const std::string& document) {
  std::vector<Shown> all;
  constexpr std::string_view fence = "```console\n$ upstream-check --lang ";
  for (auto at = document.find(fence); at != std::string::npos; at = document.find(fence, at)) {
    at += fence.size();
    const auto language = document.substr(at, 2) == "en" ? Language::en : Language::ja;
    const auto line_end = document.find('\n', at);
    const auto end = document.find("```", line_end);
    all.push_back({language, document.substr(at + 3, line_end - at - 3),
                   document.substr(line_end + 1, end - line_end - 1)});
  }
  return all;
}

std::string run(const Shown& shown) {
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
  ASSERT_EQ(blocks.size(), 2U);
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
