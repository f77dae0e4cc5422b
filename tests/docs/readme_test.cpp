#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/validate/fixes.hpp"
#include "upstream/validate/validation_report.hpp"

// What the READMEs show beside the console blocks, which tests/cli runs.
namespace upstream::test {
namespace {

class Readme : public testing::TestWithParam<const char*> {};

TEST_P(Readme, ShowsTheDifferenceThatFixMakes) {
  const auto before = read_source_tree("tests/docs/wrong.yaml");
  const auto after = fix_profile(SourceFile("tests/docs/wrong.yaml", before), builtin_rubric()).text;
  const auto block = "```diff\n" + render_diff("tests/docs/wrong.yaml", before, after) + "```\n";
  EXPECT_NE(read_source_tree(GetParam()).find(block), std::string::npos) << block;
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
