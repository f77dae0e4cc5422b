#include <fmt/format.h>
#include <gtest/gtest.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "report/json_support.hpp"
#include "upstream/report/json_report.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

class ParsedSchema {
 public:
  ParsedSchema() {
    const auto document = json::parse(assessment_schema());
    valijson::SchemaParser().populateSchema(NlohmannJsonAdapter(document), schema_);
  }
  [[nodiscard]] const valijson::Schema& get() const { return schema_; }

 private:
  valijson::Schema schema_;  // cannot be copied or moved
};

/// What the schema has against the document, a line each; empty where nothing.
std::string complaints(const json& document) {
  static const ParsedSchema schema;
  valijson::ValidationResults results;
  valijson::Validator().validate(schema.get(), NlohmannJsonAdapter(document), &results);
  std::string all;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const auto& part : error.context) all += part;
    all += ": " + error.description + "\n";
  }
  return all;
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

void expect_descriptions(const json& part, const std::string& path) {
  if (!part.is_object()) return;
  if (const auto properties = part.find("properties"); properties != part.end() && part.contains("type")) {
    for (const auto& [key, property] : properties->items()) {
      const auto text = property.value("description", "");
      EXPECT_TRUE(property.contains("$ref") || text.find(" / ") != std::string::npos) << path << "/" << key;
    }
  }
  for (const auto& [key, member] : part.items()) expect_descriptions(member, path + "/" + key);
}

TEST(AssessmentSchema, DescribesEveryPropertyInBothLanguages) {
  expect_descriptions(json::parse(assessment_schema()), "");
}

}  // namespace
}  // namespace upstream::test
