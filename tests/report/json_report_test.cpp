#include "upstream/report/json_report.hpp"

#include <array>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "property/profile_generator.hpp"
#include "report/json_support.hpp"
#include "upstream/assess/assess.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

std::string render(const FileReport& report, Language language = Language::ja) {
  return render_json({&report, 1}, builtin_rubric(), language);
}

json json_of(std::string_view text, std::string_view path = "profile.yaml") {
  return json::parse(render(report_of(text, path)));
}

bool holds_float(const json& value) {
  if (value.is_number_float()) return true;
  if (!value.is_structured()) return false;
  return std::any_of(value.begin(), value.end(), holds_float);
}

/// Places differ between a profile and its facts; everything else may not.
json without_places(json value) {
  if (value.is_object()) {
    for (const auto* key : {"line", "column", "evidence"}) value.erase(key);
  }
  if (value.is_structured()) {
    for (auto& member : value) member = without_places(std::move(member));
  }
  return value;
}

class JsonOfSampleProfile : public testing::TestWithParam<std::string> {};

/// Reads the facts of a report as a profile and compares what comes of them.
void expect_same_of_facts(const json& first) {
  ASSERT_TRUE(first["ok"]);
  const auto second = json_of(first["facts"].dump());
  ASSERT_TRUE(second["ok"]) << second["diagnostics"].dump(2);
  for (const auto* key : {"as_of", "stage", "readiness", "months_at", "conditions", "findings", "gates",
                          "ledger", "gaps", "skills", "certifications", "paths", "environment",
                          "entry_routes", "market", "estimate", "sensitivity"}) {
    EXPECT_EQ(without_places(first[key]), without_places(second[key])) << key;
  }
  EXPECT_EQ(first["facts"], second["facts"]);
}

TEST_P(JsonOfSampleProfile, FactsAreAssessedTheSame) {
  expect_same_of_facts(json_of(read_source_tree(GetParam()), GetParam()));
}

TEST(JsonOfGeneratedProfile, FactsAreAssessedTheSame) {
  for (std::uint64_t seed = 1; seed <= 50 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    auto profile = std::make_unique<const Profile>(ProfileGenerator(builtin_rubric(), seed).profile());
    auto assessment = assess(*profile, builtin_rubric(), {kToday, true});
    FileReport report{SourceFile("p.yaml", ""), {}, kToday, std::move(profile), std::move(assessment)};
    expect_same_of_facts(json::parse(render(report)));
  }
}

TEST_P(JsonOfSampleProfile, PointsAddUp) {
  const auto report = json_of(read_source_tree(GetParam()), GetParam());
  int earned = 0;
  int gain = 0;
  for (const auto& entry : report["ledger"]) earned += entry["earned"].get<int>();
  for (const auto& gap : report["gaps"]) {
    if (gap["kind"] != "blocker") gain += gap["gain"].get<int>();
  }
  EXPECT_EQ(earned, report["readiness"]["permille"].get<int>());
  EXPECT_EQ(earned + gain, 1000);
}

TEST_P(JsonOfSampleProfile, HoldsNoFloatingPoint) {
  EXPECT_FALSE(holds_float(json_of(read_source_tree(GetParam()), GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Profiles, JsonOfSampleProfile, testing::ValuesIn(files_of_source_tree("profiles")),
                         [](const auto& file) { return fmt::format("{}", file.index); });

TEST(JsonReport, BeginsWithWhatMadeIt) {
  const auto report = json_of("version: 1\nname: x\n", "team/h-san.yaml");
  EXPECT_EQ(report["schema_version"], 1);
  EXPECT_EQ(report["tool"]["name"], "upstream-check");
  EXPECT_EQ(report["rubric"]["hash"], builtin_rubric().hash);
  EXPECT_EQ(report["profile"], (json{{"path", "team/h-san.yaml"}, {"id", "team/h-san"}, {"name", "x"}}));
  EXPECT_EQ(report["as_of"], "2026-10-31");
}

TEST(JsonReport, OfAProfileWithErrorsHoldsOnlyItsDiagnostics) {
  const auto report = json_of("version: 1\nname: x\nskils: {}\n");
  std::vector<std::string> keys;
  for (const auto& [key, value] : report.items()) keys.push_back(key);
  EXPECT_THAT(keys, testing::UnorderedElementsAre("schema_version", "ok", "tool", "rubric", "profile",
                                                  "as_of", "diagnostics_total", "diagnostics"));
  EXPECT_FALSE(report["ok"]);
  const auto& diagnostic = report["diagnostics"].at(0);
  EXPECT_EQ(diagnostic["rule"], "unknown-key");
  EXPECT_EQ(diagnostic["line"], 3);
  EXPECT_EQ(diagnostic["end_column"], 6);
}

TEST(JsonReport, OfSeveralFilesIsAnArray) {
  std::array<FileReport, 2> reports{report_of("version: 1\nname: a\n"), report_of("version: 1\nname: b\n")};
  const auto all = json::parse(render_json(reports, builtin_rubric(), Language::ja));
  ASSERT_TRUE(all.is_array());
  EXPECT_EQ(all.at(1)["profile"]["name"], "b");
  EXPECT_EQ(json::parse(render_json({}, builtin_rubric(), Language::ja)), json::array());
}

TEST(JsonReport, ShowsAHundredDiagnosticsWithErrorsFirstToStay) {
  std::string text = "version: 1\nname: x\ncertifications:\n";
  for (int i = 0; i < 150; ++i) text += fmt::format("  - 謎の認定{}\n", i);
  text += "skils: {}\n";
  const auto report = json_of(text);
  EXPECT_EQ(report["diagnostics_total"], 151);
  ASSERT_EQ(report["diagnostics"].size(), 100);
  EXPECT_EQ(report["diagnostics"].back()["rule"], "unknown-key");
}

TEST(JsonReport, KeepsHostileTextAsData) {
  const auto text = render(report_of("version: 1\nname: \"a\\\"</script>\\u202E\\u2028\\u0085𠮷\"\n"));
  EXPECT_THAT(text, Not(HasSubstr("\u202E")));
  EXPECT_THAT(text, Not(HasSubstr("\u2028")));
  EXPECT_THAT(text, HasSubstr("\\u202e\\u2028"));
  EXPECT_THAT(text, HasSubstr("𠮷"));
}

TEST(JsonReport, ReplacesBytesOfAPathThatAreNotUtf8) {
  EXPECT_EQ(json_of("version: 1\nname: x\n", "caf\xE9.yaml")["profile"]["path"], "caf\uFFFD.yaml");
}

TEST(JsonReport, SpeaksTheLanguageAskedFor) {
  const auto report = report_of("version: 1\nname: x\nexperience:\n  - {stage: 監視, years: 2}\n");
  const auto ja = json::parse(render(report, Language::ja));
  const auto en = json::parse(render(report, Language::en));
  EXPECT_EQ(ja["language"], "ja");
  EXPECT_NE(ja["headline"], en["headline"]);
  EXPECT_EQ(ja["readiness"]["permille"], en["readiness"]["permille"]);
}

TEST(JsonFacts, HoldNoFreeText) {
  const auto report = json_of(R"(version: 1
name: 秘密の名前
id: 秘密の識別名
x-notes: 秘密の覚え書き
experience:
  - {stage: 保守, from: 2024-04, domains: [server], duties: [秘密の会社で手順書の作成], x-site: 秘密の現場}
  - {stage: キッティング, years: 1, duties: [秘密の作業]}
labs:
  - {title: 秘密のラボ, artifact: 秘密の場所, hours: 10}
skills:
  server: {level: 2, evidence: [{kind: work, note: 秘密の実績, date: 2025-01}, 秘密の一行]}
)");
  ASSERT_TRUE(report["ok"]);
  EXPECT_THAT(report["facts"].dump(), Not(HasSubstr("秘密")));
  EXPECT_THAT(report["facts"].dump(), HasSubstr("手順書"));
}

TEST(JsonFacts, KeepWordsThatStandAloneOnly) {
  const auto report = json_of(R"(version: 1
name: x
experience:
  - {stage: 保守, from: 2024-04, duties: [kids の管理, IDS の更新]}
)");
  const auto duties = report["facts"]["experience"][0]["duties"].dump();
  EXPECT_THAT(duties, HasSubstr("ids"));
  EXPECT_EQ(duties.find("ids"), duties.rfind("ids"));
}

TEST(FileReport, TakesTheDayFromTheCommandLineBeforeTheProfile) {
  const SourceFile source("p.yaml", "version: 1\nname: x\nas_of: 2025-06-30\n");
  ReportOptions options;
  options.today = kToday;
  EXPECT_EQ(iso(report_on(source, builtin_rubric(), options).day), "2025-06-30");
  options.day = parse_date("2024-01-31")->first_day();
  EXPECT_EQ(iso(report_on(source, builtin_rubric(), options).day), "2024-01-31");
}

TEST(FileReport, IsNotOkWhereTheDayMakesAnEntryAnError) {
  const SourceFile source("p.yaml", "version: 1\nname: x\nexperience:\n  - {stage: 保守, from: 2027-04}\n");
  ReportOptions options;
  options.today = kToday;
  EXPECT_TRUE(report_on(source, builtin_rubric(), options).ok());
  options.future_entries = Severity::error;
  const auto report = report_on(source, builtin_rubric(), options);
  EXPECT_FALSE(report.ok());
  EXPECT_EQ(report.profile, nullptr);
  EXPECT_EQ(rule_ids(report.diagnostics), std::vector<std::string>{"starts-after-day"});
}

}  // namespace
}  // namespace upstream::test
