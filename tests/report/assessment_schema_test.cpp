#include <fmt/format.h>
#include <gtest/gtest.h>

#include "report/json_support.hpp"
#include "report/schema_support.hpp"
#include "upstream/report/json_report.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;

std::string complaints(const json& document) {
  static const SchemaChecker schema(assessment_schema());
  return schema.complaints(document);
}

json json_of(std::string_view text, Language language = Language::ja) {
  const auto report = report_of(text);
  return json::parse(render_json({&report, 1}, builtin_rubric(), language));
}

class SchemaOfSampleProfile : public testing::TestWithParam<std::string> {};

TEST_P(SchemaOfSampleProfile, AcceptsTheReport) {
  const auto text = read_source_tree(GetParam());
  EXPECT_EQ(complaints(json_of(text, Language::ja)), "") << GetParam();
  EXPECT_EQ(complaints(json_of(text, Language::en)), "") << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Profiles, SchemaOfSampleProfile, testing::ValuesIn(files_of_source_tree("profiles")),
                         [](const auto& file) { return fmt::format("{}", file.index); });

TEST(AssessmentSchema, AcceptsAReportThatIsNotOk) {
  EXPECT_EQ(complaints(json_of("version: 1\n")), "");
  EXPECT_EQ(complaints(json_of("")), "");
  EXPECT_EQ(complaints(json_of("a: [\n")), "");
}

TEST(AssessmentSchema, RefusesAMissingKeyOfEveryKind) {
  const auto whole = json_of("version: 1\nname: x\n");
  for (const auto& [key, value] : whole.items()) {
    auto broken = whole;
    broken.erase(key);
    EXPECT_NE(complaints(broken), "") << key;
  }
}

TEST(AssessmentSchema, RefusesWordsAndTypesItDoesNotKnow) {
  const auto whole = json_of("version: 1\nname: x\n");
  const auto refuses = [&](const char* pointer, const json& value) {
    auto broken = whole;
    broken[json::json_pointer(pointer)] = value;
    EXPECT_NE(complaints(broken), "") << pointer << " = " << value;
  };
  refuses("/gaps/0/kind", "hopeless");
  refuses("/readiness/score", 101);
  refuses("/readiness/score", "47");
  refuses("/environment/verdict", "bad");
  refuses("/as_of", "2026-10");
  refuses("/gaps/0/effort/hours", json::array({1}));
  refuses("/ok", false);
}

TEST(AssessmentSchema, AcceptsAdditions) {
  auto more = json_of("version: 1\nname: x\n");
  more["new_part"] = 1;
  more["readiness"]["new_part"] = 1;
  EXPECT_EQ(complaints(more), "");
}

TEST(AssessmentSchema, DescribesEveryPropertyInBothLanguages) {
  expect_descriptions(json::parse(assessment_schema()));
}

}  // namespace
}  // namespace upstream::test
