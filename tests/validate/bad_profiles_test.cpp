#include <algorithm>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/validate/validate.hpp"
#include "upstream/validate/validation_report.hpp"

// A folder of profiles that each break one rule, and what every format makes of it, checked whole.
// UPSTREAM_UPDATE_GOLDEN=1 rewrites the goldens; never in CI.
namespace upstream {
namespace {

/// Of these a file cannot, or should not, lie in a repository, or they need more than files.
bool has_no_sample(Rule rule) {
  return rule == Rule::unreadable || rule == Rule::file_too_large || rule == Rule::requirement_not_met;
}

std::vector<std::string> rules_with_samples() {
  std::vector<std::string> ids;
  for (const auto& rule : rules()) {
    if (is_about_profiles(rule.rule) && !has_no_sample(rule.rule)) ids.emplace_back(rule.id);
  }
  return ids;
}

std::string path_of(std::string_view rule) { return "tests/validate/bad/" + std::string(rule) + ".yaml"; }

/// As `validate tests/validate/bad --as-of 2026-10-31 --expiring-within 90d`.
const std::vector<ValidatedFile>& validated() {
  static const auto files = [] {
    ValidateOptions options;
    options.day = Date::of(2026, 10, 31)->first_day();
    options.expiring_within = 90;
    std::vector<ValidatedFile> all;
    for (const auto& path : test::files_of_source_tree("tests/validate/bad"))
      all.push_back(validate_file(SourceFile(path, test::read_source_tree(path)), path,
                                  test::builtin_rubric(), options));
    settle(all, nullptr);
    return all;
  }();
  return files;
}

TEST(BadProfiles, ThereIsOneForEveryRule) {
  std::vector<std::string> expected;
  for (const auto& id : rules_with_samples()) expected.push_back(path_of(id));
  std::sort(expected.begin(), expected.end());
  EXPECT_GE(expected.size(), 40U);
  EXPECT_EQ(test::files_of_source_tree("tests/validate/bad"), expected);
}

class BadProfile : public testing::TestWithParam<std::string> {};

TEST_P(BadProfile, ReportsTheRuleItIsNamedAfterAndNoOther) {
  const auto file = std::find_if(validated().begin(), validated().end(), [](const ValidatedFile& one) {
    return one.source.path() == path_of(GetParam());
  });
  ASSERT_NE(file, validated().end());
  std::vector<std::string_view> found;
  for (const auto& finding : file->findings) found.push_back(rule_info(finding.diagnostic.rule).id);
  EXPECT_THAT(found, testing::Not(testing::IsEmpty()));
  EXPECT_THAT(found, testing::Each(GetParam()));
}

std::string without_hyphens(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Every, BadProfile, testing::ValuesIn(rules_with_samples()),
                         [](const auto& row) { return without_hyphens(row.param); });

struct Rendering {
  std::string name;
  std::string file;
  std::function<std::string(const ValidationReport&)> render;
  Language language = Language::ja;
};
void PrintTo(const Rendering& rendering, std::ostream* out) { *out << rendering.name; }

class FormatOfBadProfiles : public testing::TestWithParam<Rendering> {};

TEST_P(FormatOfBadProfiles, IsTheGolden) {
  const ValidationReport report{validated(), test::builtin_rubric(), GetParam().language};
  const auto actual = GetParam().render(report);
  test::expect_golden("tests/validate/golden/" + GetParam().file, actual);
}

std::string as_text(const ValidationReport& report) { return render_validation_text(report, {}); }

INSTANTIATE_TEST_SUITE_P(Formats, FormatOfBadProfiles,
                         testing::Values(Rendering{"TextJa", "bad.ja.txt", as_text},
                                         Rendering{"TextEn", "bad.en.txt", as_text, Language::en},
                                         Rendering{"Json", "bad.json", render_validation_json},
                                         Rendering{"Sarif", "bad.sarif", render_sarif},
                                         Rendering{"SarifEn", "bad.en.sarif", render_sarif, Language::en},
                                         Rendering{"Junit", "bad.junit.xml", render_junit},
                                         Rendering{"Github", "bad.github.txt", render_github},
                                         Rendering{"StepSummary", "bad.summary.md", render_step_summary},
                                         Rendering{"Gitlab", "bad.gitlab.json", render_gitlab}),
                         test::kByName);

}  // namespace
}  // namespace upstream
