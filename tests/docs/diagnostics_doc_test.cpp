#include <algorithm>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/config/load.hpp"
#include "upstream/report/file_report.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/validate/validate.hpp"

namespace upstream {
namespace {

/// What docs/diagnostics.md says of one rule. A snippet is the text of its code block, or what a comment
/// makes of it: `bytes: 41 0a (…)`, `repeat: TEXT × 3`. `also: a, b` names rules that the bad snippets of the
/// section report beside it.
struct Section {
  std::string id;
  std::string text;  ///< the prose
  std::vector<std::string> bad;
  std::vector<std::string> good;
  std::vector<std::string> also;
  bool without_snippet = false;
};

std::string from_hex(const std::string& hex) {
  std::istringstream in(hex.substr(0, hex.find('(')));
  std::string bytes;
  for (std::string byte; in >> byte;) bytes += static_cast<char>(std::stoi(byte, nullptr, 16));
  return bytes;
}

std::string from_repeat(const std::string& rule) {
  const std::string times = " × ";
  const auto at = rule.rfind(times);
  auto piece = rule.substr(0, at);
  if (const auto escape = piece.find("\\n"); escape != std::string::npos) piece.replace(escape, 2, "\n");
  return test::repeated(piece, std::stoul(rule.substr(at + times.size())));
}

void read_comment(const std::string& comment, Section& section) {
  const auto colon = comment.find(": ");
  const auto name = comment.substr(0, colon);
  const auto value = comment.substr(colon + 2);
  if (name == "bytes") {
    section.bad.push_back(from_hex(value));
  } else if (name == "repeat") {
    section.bad.push_back(from_repeat(value));
  } else if (name == "also") {
    section.also.push_back(value);
  } else {
    EXPECT_EQ(name, "no snippet") << section.id;
    section.without_snippet = true;
  }
}

bool is_whole(const Section& section, std::string_view snippet) {
  return section.id.starts_with("rubric-") || section.id.starts_with("config-") ||
         snippet.find("version: ") != std::string::npos;
}

std::vector<Section> read_sections() {
  std::vector<Section> sections;
  std::istringstream in(test::read_source_tree("docs/diagnostics.md"));
  std::string* block = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```") && !sections.empty()) {
      const bool begins = block == nullptr;
      if (!begins && !is_whole(sections.back(), *block)) *block = "version: 1\nname: Aさん\n" + *block;
      block = nullptr;
      if (!begins) continue;
      EXPECT_TRUE(line == "```yaml bad" || line == "```yaml good") << sections.back().id << ": " << line;
      auto& blocks = line == "```yaml bad" ? sections.back().bad : sections.back().good;
      block = &blocks.emplace_back();
    } else if (block != nullptr) {
      *block += line + "\n";
    } else if (line.starts_with("### `")) {
      sections.emplace_back().id = line.substr(5, line.size() - 6);
    } else if (!sections.empty() && line.starts_with("<!-- ")) {
      read_comment(line.substr(5, line.size() - 9), sections.back());
    } else if (!sections.empty()) {
      sections.back().text += line + " ";
    }
  }
  return sections;
}

const std::vector<Section>& sections() {
  static const auto read = read_sections();
  return read;
}

/// With everything that has an effect on one file; what is suppressed is not there.
std::vector<std::string> rules_found_by_validate(const std::string& snippet, Day day) {
  ValidateOptions options;
  options.day = day;
  options.expiring_within = 90;
  auto file =
      validate_file(SourceFile("profile.yaml", snippet), "profile.yaml", test::builtin_rubric(), options);
  settle({&file, 1}, nullptr);
  std::vector<std::string> ids;
  for (const auto& finding : file.findings) {
    if (finding.counts()) ids.emplace_back(rule_info(finding.diagnostic.rule).id);
  }
  return ids;
}

std::vector<std::string> rules_of_profile(std::string_view rule, const std::string& snippet) {
  using namespace std::chrono;
  const Day day = sys_days{year{2026} / October / 31};
  if (is_found_by_validate_only(find_rule(rule)->rule)) return rules_found_by_validate(snippet, day);
  const auto report = report_on(SourceFile("profile.yaml", snippet), test::builtin_rubric(),
                                {.day = day, .today = {}, .future_entries = Severity::error});
  return test::rule_ids(report.diagnostics);
}

std::vector<std::string> rules_of_rubric(std::string_view good, std::string_view bad) {
  good.remove_suffix(1);  // the line break of the block, behind which the line may go on
  bad.remove_suffix(1);
  return test::rule_ids(test::load_rubric_text(test::replaced(builtin_rubric_text(), good, bad)).diagnostics);
}

std::vector<std::string> rules_of_config(std::string_view /*rule*/, const std::string& snippet) {
  Diagnostics found;
  (void)load_config(SourceFile(".upstream-check.yaml", snippet), found);
  return test::rule_ids(found);
}

TEST(DiagnosticsDoc, HasEveryRuleInItsOrder) {
  std::vector<std::string> documented;
  for (const auto& section : sections()) documented.push_back(section.id);
  std::vector<std::string> known;
  for (const auto& rule : rules()) known.emplace_back(rule.id);
  EXPECT_EQ(documented, known);
}

class DocumentedRule : public testing::TestWithParam<Section> {};

TEST_P(DocumentedRule, StatesItsSeverity) {
  const auto* rule = find_rule(GetParam().id);
  ASSERT_NE(rule, nullptr);
  EXPECT_THAT(GetParam().text, testing::HasSubstr(fmt::format("**{}", id(rule->severity))));
}

TEST_P(DocumentedRule, HasSnippetsThatDoWhatItSays) {
  const auto& section = GetParam();
  if (section.without_snippet) return;
  ASSERT_FALSE(section.bad.empty());
  ASSERT_FALSE(section.good.empty());
  const bool rubric = section.id.starts_with("rubric-");
  const auto rules_of = section.id.starts_with("config-") ? rules_of_config : rules_of_profile;
  for (const auto& bad : section.bad) {
    const auto found = rubric ? rules_of_rubric(section.good.front(), bad) : rules_of(section.id, bad);
    EXPECT_THAT(found, testing::Contains(section.id)) << bad.substr(0, 200);
    for (const auto& rule : found) {
      const bool listed = std::find(section.also.begin(), section.also.end(), rule) != section.also.end();
      EXPECT_TRUE(rule == section.id || listed) << rule << " is reported too by\n" << bad.substr(0, 200);
    }
  }
  // The good piece of a rubric is one of the built-in one, which reports nothing (tests/rubric).
  if (rubric) return;
  for (const auto& good : section.good) EXPECT_THAT(rules_of(section.id, good), testing::IsEmpty()) << good;
}

INSTANTIATE_TEST_SUITE_P(Every, DocumentedRule, testing::ValuesIn(sections()), [](const auto& row) {
  std::string name = row.param.id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

void PrintTo(const Section& section, std::ostream* out) { *out << section.id; }

}  // namespace
}  // namespace upstream
