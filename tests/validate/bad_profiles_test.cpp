#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/diagnostic/rule.hpp"
#include "upstream/report/file_report.hpp"

// tests/validate/bad holds a profile for every rule about profiles, named after it.
namespace upstream {
namespace {

/// Of these a file cannot, or should not, lie in a repository.
bool has_no_sample(Rule rule) { return rule == Rule::unreadable || rule == Rule::file_too_large; }

std::vector<std::string> rules_about_profiles() {
  std::vector<std::string> ids;
  for (const auto& rule : rules()) {
    if (!rule.id.starts_with("rubric-") && !has_no_sample(rule.rule)) ids.emplace_back(rule.id);
  }
  return ids;
}

TEST(BadProfiles, ThereIsOneForEveryRule) {
  std::vector<std::string> expected;
  for (const auto& id : rules_about_profiles()) expected.push_back("tests/validate/bad/" + id + ".yaml");
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(test::files_of_source_tree("tests/validate/bad"), expected);
}

class BadProfile : public testing::TestWithParam<std::string> {};

TEST_P(BadProfile, ReportsTheRuleItIsNamedAfterAndNoOther) {
  using namespace std::chrono;
  const auto path = "tests/validate/bad/" + GetParam() + ".yaml";
  const auto report =
      report_on(SourceFile(path, test::read_source_tree(path)), test::builtin_rubric(),
                {.day = sys_days{year{2026} / October / 31}, .today = {}, .future_entries = Severity::error});
  const auto found = test::rule_ids(report.diagnostics);
  EXPECT_THAT(found, testing::Not(testing::IsEmpty()));
  EXPECT_THAT(found, testing::Each(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Every, BadProfile, testing::ValuesIn(rules_about_profiles()), [](const auto& row) {
  auto name = row.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace upstream
