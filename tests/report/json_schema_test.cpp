#include "upstream/report/json_schema.hpp"

#include <array>
#include <regex>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/schema_support.hpp"
#include "support/support.hpp"
#include "upstream/report/explain.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/validate/validation_report.hpp"

namespace upstream::test {
namespace {

using namespace shape;  // NOLINT: the vocabulary of the tables below
using nlohmann::json;

const SchemaChecker& profile_checker() {
  static const SchemaChecker checker(render_profile_schema(builtin_rubric()));
  return checker;
}

const json& profile_schema() {
  static const auto schema = json::parse(render_profile_schema(builtin_rubric()));
  return schema;
}

json schema_of(const Shape& shape) {
  return json::parse(render_schema(shape, {{"題", "title"}, {"何", "what"}}));
}

constexpr std::array kColours{Word{"red", "赤", "red"}, Word{"blue", "青", "blue"}};
constexpr Shape kColour = choice(kColours);
constexpr Shape kLine = string(1, 5);
constexpr Shape kLevel = integer(0, 4);
constexpr Shape kRatio = number(0, 1.5);
constexpr Shape kVersion = version(1);
constexpr std::array<const Shape*, 3> kOptions{&kLevel, &kColour, &kNull};
constexpr Shape kLevelOrColour = one_of(kOptions);
constexpr Shape kColourList = list(kColour, 1);
extern const Shape kTree;
constexpr Shape kTrees = list(kTree);
constexpr std::array kTreeFields{Field{"leaf", &kLine, true, "葉", "leaf"},
                                 Field{"under", &kTrees, false, "下", "under"}};
constinit const Shape kTree = called("tree", mapping(kTreeFields));
constexpr std::array kSpanWays{Alternative{"from", "to"}, Alternative{"length"}};
constexpr ExactlyOne kSpanWay{.of = kSpanWays, .several = {}, .keep = {}, .none = {}, .write = {}};
constexpr std::array kSpanFields{Field{"from", &kDate, false, "から", "from"},
                                 Field{"to", &kDate, false, "まで", "to"},
                                 Field{"length", &kLevel, false, "長さ", "length"}};
constexpr Shape kSpan = mapping(kSpanFields, kSpanWay);
constexpr Shape kAnyKeys = map_of(kLevel);
constexpr Shape kStageName = name("stage");

TEST(SchemaOfShape, WritesEveryType) {
  const auto part = [](const Shape& shape) {
    auto schema = schema_of(shape);
    EXPECT_EQ(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    EXPECT_EQ(schema["title"], "題 / title");
    EXPECT_EQ(schema["description"], "何 / what");
    for (const auto* key : {"$schema", "title", "description"}) schema.erase(key);
    return schema;
  };
  EXPECT_EQ(part(kAnything), json::object());
  EXPECT_EQ(part(kLine), json::parse(R"({"type": "string", "minLength": 1, "maxLength": 5})"));
  EXPECT_EQ(part(kLevel), json::parse(R"({"type": "integer", "minimum": 0, "maximum": 4})"));
  EXPECT_EQ(part(kRatio), json::parse(R"({"type": "number", "minimum": 0, "maximum": 1.5})"));
  EXPECT_EQ(part(kBoolean), json::parse(R"({"type": "boolean"})"));
  EXPECT_EQ(part(kVersion), json::parse(R"({"const": 1})"));
  EXPECT_EQ(part(kColour), json::parse(R"({"type": "string", "enum": ["red", "blue", "赤", "青"]})"));
  EXPECT_EQ(part(kStageName), json::parse(R"({"type": "string", "minLength": 1, "maxLength": 200})"));
  EXPECT_EQ(part(kLevelOrColour), json::parse(R"({"anyOf": [{"type": "integer", "minimum": 0, "maximum": 4},
      {"type": "string", "enum": ["red", "blue", "赤", "青"]}, {"type": "null"}]})"));
  EXPECT_EQ(part(kColourList), json::parse(R"({"type": "array", "minItems": 1, "maxItems": 2000,
      "items": {"type": "string", "enum": ["red", "blue", "赤", "青"]}})"));
  EXPECT_EQ(part(kAnyKeys),
            json::parse(R"({"type": "object", "properties": {}, "patternProperties": {"^x-": {}},
      "additionalProperties": {"type": "integer", "minimum": 0, "maximum": 4}})"));
  EXPECT_EQ(part(kDate)["type"], "string");
}

TEST(SchemaOfShape, RefersToItselfWhereTheShapeDoes) {
  const auto schema = schema_of(kTree);
  EXPECT_EQ(schema["properties"]["under"]["items"], json::parse(R"({"$ref": "#"})"));
  EXPECT_EQ(schema["required"], json::array({"leaf"}));
  const SchemaChecker checker(schema.dump());
  EXPECT_TRUE(
      checker.accepts(json::parse(R"({"leaf": "a", "under": [{"leaf": "b", "under": [], "x-c": 1}]})")));
  EXPECT_FALSE(checker.accepts(json::parse(R"({"leaf": "a", "under": [{"leaf": "b", "under": [{}]}]})")));
}

TEST(SchemaOfShape, WritesWhatIsUsedTwiceOnce) {
  const auto schema = schema_of(kSpan);
  EXPECT_EQ(schema["definitions"].size(), 1U);
  EXPECT_EQ(schema["properties"]["from"],
            json::parse(R"({"description": "から / from", "allOf": [{"$ref": "#/definitions/date"}]})"));
}

TEST(SchemaOfShape, AsksForExactlyOneAlternative) {
  const SchemaChecker checker(schema_of(kSpan).dump());
  const auto accepts = [&](const char* text) { return checker.accepts(json::parse(text)); };
  EXPECT_TRUE(accepts(R"({"from": "2024-04"})"));
  EXPECT_TRUE(accepts(R"({"from": "2024-04", "to": "2024-05"})"));
  EXPECT_TRUE(accepts(R"({"length": 2})"));
  EXPECT_FALSE(accepts(R"({})"));
  EXPECT_FALSE(accepts(R"({"to": "2024-05"})"));
  EXPECT_FALSE(accepts(R"({"to": "2024-05", "length": 2})"));
  EXPECT_FALSE(accepts(R"({"from": "2024-04", "length": 2})"));
}

class SchemaOfProfile : public testing::TestWithParam<std::string> {};

TEST_P(SchemaOfProfile, AcceptsTheSample) {
  EXPECT_EQ(profile_checker().complaints(json_of_yaml(read_source_tree(GetParam()))), "") << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Profiles, SchemaOfProfile, testing::ValuesIn(files_of_source_tree("profiles")),
                         [](const auto& file) { return fmt::format("{}", file.index); });

TEST(ProfileSchema, AcceptsTheTemplates) {
  for (const auto language : {Language::ja, Language::en})
    EXPECT_EQ(profile_checker().complaints(json_of_yaml(profile_template(language))), "");
}

TEST(RubricSchema, AcceptsTheBuiltinRubric) {
  const SchemaChecker checker(render_rubric_schema());
  const auto rubric = json_of_yaml(builtin_rubric_text());
  EXPECT_EQ(checker.complaints(rubric), "");
  auto broken = rubric;
  broken["stages"][0]["gates"][0]["need"]["any"][0]["of"][1]["level"] = 5;
  EXPECT_FALSE(checker.accepts(broken));
  broken = rubric;
  broken["paths"][0]["direction"].erase("months");
  EXPECT_FALSE(checker.accepts(broken));
  broken = rubric;
  broken["skills"][0]["levels"][0]["sentence"]["fr"] = "x";
  EXPECT_FALSE(checker.accepts(broken));
}

TEST(SettingsSchema, AcceptsWhatTheDocumentShowsAndNoMore) {
  const SchemaChecker checker(render_settings_schema());
  const auto document = read_source_tree("docs/configuration.md");
  const auto begin = document.find("```yaml\n") + 8;
  const auto shown = json_of_yaml(document.substr(begin, document.find("```", begin) - begin));
  EXPECT_EQ(shown.size(), 11U);
  EXPECT_EQ(checker.complaints(shown), "");
  EXPECT_TRUE(checker.accepts(json::object()));
  EXPECT_FALSE(checker.accepts(json::parse(R"({"fail_under": 101})")));
  EXPECT_FALSE(checker.accepts(json::parse(R"({"colour": "never"})")));
}

TEST(ProfileSchema, ListsEverySpellingThatMeansOneThing) {
  const auto& names = builtin_rubric().names;
  const auto stages = profile_schema()["definitions"]["stage"]["enum"].get<std::vector<std::string>>();
  EXPECT_EQ(std::set(stages.begin(), stages.end()).size(), stages.size());
  EXPECT_THAT(stages, testing::IsSupersetOf({"monitoring", "監視", "基本設計", "運用", "stage:design"}));
  for (const auto& stage : stages) {
    const auto result = names.find(NameKind::stage, stage).result;
    EXPECT_TRUE(result == Lookup::Result::found || result == Lookup::Result::noted) << stage;
  }
  const auto& skills = profile_schema()["properties"]["skills"]["properties"];
  EXPECT_GT(skills.size(), 3 * builtin_rubric().skills.size());
  for (const auto& [skill, schema] : skills.items())
    EXPECT_EQ(names.find(NameKind::skill, skill).result, Lookup::Result::found) << skill;
  EXPECT_THAT(skills["network"]["description"].get<std::string>(),
              testing::AllOf(testing::StartsWith("ネットワーク: "), testing::HasSubstr(" / network: ")));
}

TEST(ProfileSchema, FollowsTheRubric) {
  const auto own =
      load_rubric_text(replaced(builtin_rubric_text(), "aliases: [NW], skill:", "aliases: [LAN], skill:"));
  ASSERT_TRUE(own.rubric);
  const auto text = render_profile_schema(*own.rubric);
  EXPECT_THAT(text, testing::HasSubstr("\"LAN\""));
  EXPECT_THAT(render_profile_schema(builtin_rubric()), testing::Not(testing::HasSubstr("\"LAN\"")));
}

TEST(ProfileSchema, SuggestsCertificatesAndTakesOthers) {
  const auto& certificate = profile_schema()["definitions"]["certification"];
  EXPECT_THAT(certificate["anyOf"][0]["enum"].get<std::vector<std::string>>(),
              testing::IsSupersetOf({"ccna", "CCNA", "基本情報"}));
  EXPECT_TRUE(profile_checker().accepts(json_of_yaml("{version: 1, name: a, certifications: [TOEIC]}")));
  EXPECT_FALSE(profile_checker().accepts(json_of_yaml("{version: 1, name: a, certifications: ['']}")));
}

// What holds for every schema that the program prints. (Of the assessment: assessment_schema_test.cpp.)
class AnySchema : public testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] static std::string text() {
    const std::string_view name = GetParam();
    if (name == "rubric") return render_rubric_schema();
    if (name == "settings") return render_settings_schema();
    if (name == "validation") return std::string(validation_schema());
    return render_profile_schema(builtin_rubric());
  }
};

TEST_P(AnySchema, IsValidDraft07) {
  // The schema that draft-07 has of itself, as published.
  static const SchemaChecker checker(read_source_tree("tests/report/draft-07.schema.json"));
  EXPECT_EQ(checker.complaints(json::parse(text())), "");
  EXPECT_FALSE(checker.accepts(json::parse(R"({"properties": {"a": {"type": "strnig"}}})")));
}

TEST_P(AnySchema, DescribesEveryPropertyInBothLanguages) { expect_descriptions(json::parse(text())); }

void expect_sound(const json& part, const json& schema) {
  if (part.is_array()) {
    for (const auto& item : part) expect_sound(item, schema);
  }
  if (!part.is_object()) return;
  if (const auto reference = part.find("$ref"); reference != part.end()) {
    EXPECT_EQ(part.size(), 1U) << "draft-07 passes over what stands beside " << *reference;
    EXPECT_TRUE(schema.contains(json::json_pointer(reference->get<std::string>().substr(1)))) << *reference;
  }
  if (const auto pattern = part.find("pattern"); pattern != part.end() && pattern->is_string()) {
    EXPECT_NO_THROW(std::regex(pattern->get<std::string>())) << *pattern;
  }
  if (const auto required = part.find("required"); required != part.end() && part.contains("properties")) {
    for (const auto& key : *required) EXPECT_TRUE(part["properties"].contains(key.get<std::string>())) << key;
  }
  if (const auto words = part.find("enum"); words != part.end() && words->is_array()) {
    EXPECT_EQ(std::set<json>(words->begin(), words->end()).size(), words->size()) << *words;
  }
  for (const auto& [key, member] : part.items()) expect_sound(member, schema);
}

TEST_P(AnySchema, HasNoLooseEnds) {
  const auto schema = json::parse(text());
  expect_sound(schema, schema);
  EXPECT_EQ(text(), text());
}

INSTANTIATE_TEST_SUITE_P(Schemas, AnySchema, testing::Values("profile", "rubric", "settings", "validation"),
                         [](const auto& row) { return std::string(row.param); });

}  // namespace
}  // namespace upstream::test
