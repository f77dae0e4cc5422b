#include <algorithm>
#include <array>
#include <iostream>
#include <map>

#include <gtest/gtest.h>

#include "report/profile_mutator.hpp"
#include "report/schema_support.hpp"
#include "support/support.hpp"
#include "upstream/report/explain.hpp"
#include "upstream/report/json_schema.hpp"

// The schema and the program say the same of a profile. UPSTREAM_PROPERTY_RUNS=100000 makes it longer.
namespace upstream::test {
namespace {

using nlohmann::json;

/// What both find: the schema refuses a profile exactly where the program reports one of these. (To the
/// program not-a-stage is a warning: the entry counts nothing, and an editor had better say so.)
constexpr std::array kShapeRules{
    Rule::unknown_key,   Rule::missing_key,  Rule::wrong_type,          Rule::out_of_range,
    Rule::unknown_value, Rule::invalid_date, Rule::unsupported_version, Rule::unknown_skill,
    Rule::unknown_stage, Rule::unknown_path, Rule::unknown_domain,      Rule::conflicting_keys,
    Rule::not_a_stage,
};

/// Errors that compare two values of a profile, which a schema cannot. Beside them stand all warnings and
/// notes, and whatever is wrong before there is a tree: bytes, YAML, duplicate keys, anchors.
constexpr std::array kOnlyTheProgram{Rule::date_order, Rule::duplicate_entry};

template <typename Rules>
bool contains(const Rules& rules, Rule rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

/// The one range that lies between two values.
bool is_about_a_long_period(const Diagnostic& item) {
  return item.rule == Rule::out_of_range && item.message.en == "the period is longer than 60 years";
}

bool is_about_shape(const Diagnostic& item) {
  return contains(kShapeRules, item.rule) && !is_about_a_long_period(item);
}

const SchemaChecker& schema() {
  static const SchemaChecker checker(render_profile_schema(builtin_rubric()));
  return checker;
}

std::vector<json> sound_profiles() {
  std::vector<json> profiles;
  for (const auto& path : files_of_source_tree("profiles"))
    profiles.push_back(json_of_yaml(read_source_tree(path)));
  for (const auto language : {Language::ja, Language::en})
    profiles.push_back(json_of_yaml(profile_template(language)));
  return profiles;
}

/// Fewer would not meet every rule.
std::uint64_t runs() {
  constexpr int least = 6'000;
  return static_cast<std::uint64_t>(std::max(least, test::property_runs(least)));
}

TEST(SchemaAgreement, RefusesExactlyWhatTheProgramFindsWrongInTheShape) {
  const auto profiles = sound_profiles();
  std::map<Rule, int> found;
  std::uint64_t refused = 0;
  std::uint64_t accepted = 0;
  for (std::uint64_t seed = 1; seed <= runs(); ++seed) {
    ProfileMutator mutator(seed);
    const auto mutant = mutator.mutated(profiles[seed % profiles.size()]);
    const auto text = mutant.dump();  // JSON is YAML
    const auto loaded = load(text);
    bool has_error_of_shape = false;
    for (const auto& item : loaded.diagnostics.items()) {
      if (is_about_shape(item)) {
        has_error_of_shape = true;
        ++found[item.rule];
      } else {
        EXPECT_TRUE(item.severity != Severity::error || contains(kOnlyTheProgram, item.rule) ||
                    is_about_a_long_period(item))
            << rule_info(item.rule).id << " is neither found by both nor listed as the program's own\n"
            << text;
      }
    }
    const bool accepts = schema().accepts(mutant);
    (accepts ? accepted : refused) += 1;
    EXPECT_EQ(accepts, !has_error_of_shape)
        << "seed " << seed << ", " << mutator.done() << "\n"
        << text << "\nschema: " << (accepts ? "accepted" : schema().complaints(mutant))
        << "\nprogram: " << testing::PrintToString(places(loaded.diagnostics));
    if (HasFailure()) return;
  }
  RecordProperty("refused_by_both", static_cast<int>(refused));
  RecordProperty("accepted_by_both", static_cast<int>(accepted));
  std::cout << "refused by both: " << refused << ", accepted by both: " << accepted << '\n';
  EXPECT_GE(refused, runs() / 4);
  EXPECT_GE(accepted, runs() / 8);
  for (const auto rule : kShapeRules) EXPECT_GE(found[rule], 1) << rule_info(rule).id << " was never met";
}

// Where the two differ, and on which side.

struct Difference {
  const char* name;
  const char* yaml;
  bool schema_accepts;
  std::vector<std::string> rules;  ///< of the program
};
void PrintTo(const Difference& row, std::ostream* out) { *out << row.name; }

class SchemaDifference : public testing::TestWithParam<Difference> {};

TEST_P(SchemaDifference, IsKnown) {
  const auto text = std::string("version: 1\nname: a\n") + GetParam().yaml;
  EXPECT_EQ(schema().accepts(json_of_yaml(text)), GetParam().schema_accepts);
  EXPECT_EQ(rule_ids(load(text).diagnostics), GetParam().rules);
}

INSTANTIATE_TEST_SUITE_P(
    OnlyTheProgramRefuses, SchemaDifference,
    testing::Values(Difference{"WholeNumberWithAPoint", "skills: {network: 3.0}\n", true, {"wrong-type"}},
                    Difference{"EndBeforeBeginning",
                               "experience: [{stage: 保守, from: 2024-04, to: 2023-04}]\n",
                               true,
                               {"date-order"}},
                    Difference{"LongerThanAWorkingLife",
                               "experience: [{stage: 保守, from: 1950-04, to: 2024-04}]\n",
                               true,
                               {"out-of-range"}},
                    Difference{"OneSkillUnderTwoNames",
                               "skills: {network: 3, ネットワーク: 2}\n",
                               true,
                               {"duplicate-entry"}},
                    Difference{"MonthOfTheJapaneseCalendar", "as_of: 令和6年13月\n", true, {"invalid-date"}},
                    Difference{"WideMonth", "as_of: 2024-１３\n", true, {"invalid-date"}}),
    kByName);

INSTANTIATE_TEST_SUITE_P(
    OnlyTheSchemaRefuses, SchemaDifference,
    testing::Values(
        Difference{"NameInAnotherSpelling", "experience: [{stage: 運用・保守, years: 1}]\n", false, {}},
        Difference{"WordInAnotherSpelling", "preferences: {goal: ＵＰＳＴＲＥＡＭ}\n", false, {}},
        Difference{"SkillInAnotherSpelling", "skills: {NETWORK: 2}\n", false, {}},
        Difference{
            "AmbiguousStage", "experience: [{stage: 設計構築, years: 1}]\n", false, {"ambiguous-name"}},
        Difference{"NoStageOfThisLadder",
                   "experience: [{stage: ヘルプデスク, years: 1}]\n",
                   false,
                   {"not-a-stage"}}),
    kByName);

}  // namespace
}  // namespace upstream::test
