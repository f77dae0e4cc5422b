#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/rubric/load.hpp"

namespace upstream {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The built-in rubric with one thing broken.
struct LintCase {
  const char* name;
  std::string_view from;
  std::string_view to;
  const char* rule;
  const char* says;  ///< in one of the messages
};
void PrintTo(const LintCase& row, std::ostream* out) { *out << row.name; }

class Lint : public testing::TestWithParam<LintCase> {};

TEST_P(Lint, ReportsThisRuleAndNoOther) {
  const auto loaded =
      test::load_rubric_text(test::replaced(builtin_rubric_text(), GetParam().from, GetParam().to));
  EXPECT_FALSE(loaded.rubric);
  const auto rules = test::rule_ids(loaded.diagnostics);
  EXPECT_THAT(std::set<std::string>(rules.begin(), rules.end()), ElementsAre(GetParam().rule));
  std::string messages;
  for (const auto& item : loaded.diagnostics.items()) {
    messages += item.message.en + "\n";
    EXPECT_FALSE(item.message.ja.empty());
    EXPECT_GE(item.span.begin.line, 1U);
  }
  EXPECT_THAT(messages, HasSubstr(GetParam().says));
}

constexpr std::string_view kMaintenanceMonths =
    "weight: 110\n        need: {months: 12, stages: [maintenance]}";

INSTANTIATE_TEST_SUITE_P(
    Weights, Lint,
    testing::Values(LintCase{"CreditThatFalls", "by_level: [0, 200, 500, 1000]",
                             "by_level: [0, 600, 500, 1000]", "rubric-weights", "never fall"},
                    LintCase{"CreditThatEndsBelowTheWhole", "by_level: [0, 200, 500, 1000]",
                             "by_level: [0, 200, 500, 900]", "rubric-weights", "need 3"},
                    LintCase{"CreditTooShort", "by_level: [0, 200, 500, 1000]", "by_level: [0, 500, 1000]",
                             "rubric-weights", "4 numbers"},
                    LintCase{"CreditStatedTwice", "{need: 3, by_level: [0, 200, 500, 1000]}",
                             "{need: 2, by_level: [0, 200, 1000]}", "rubric-weights", "need 2"},
                    LintCase{"LessThanAThousandth",
                             "family: technique\n        weight: 300\n        need: {at_least: 1, of: "
                             "[{skill: network, level: 1}",
                             "family: technique\n        weight: 1000000\n        need: {at_least: 1, of: "
                             "[{skill: network, level: 1}",
                             "rubric-weights", "less than a thousandth"}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Collisions, Lint,
    testing::Values(LintCase{"IdOfTheSameKind", "- id: zabbix\n", "- id: jp1\n", "rubric-collision", "'jp1'"},
                    LintCase{"IdAcrossKinds", "- id: home-lab\n", "- id: network\n", "rubric-collision",
                             "'network' is taken"},
                    LintCase{"IdOfARequirement", "- id: design-practice\n", "- id: build-practice\n",
                             "rubric-collision", "'build-practice' is taken"},
                    LintCase{"Alias", "aliases: [CCNP, ", "aliases: [CCNP, ＣＣＮＡ, ", "rubric-collision",
                             "'ＣＣＮＡ' already means"},
                    LintCase{"AliasThatDiffersOnlyInSeparators", "aliases: [NW]", "aliases: [NW, サー・バー]",
                             "rubric-collision", "'サーバー' already means"},
                    LintCase{"AliasOfAStage", "aliases: [導入, ", "aliases: [導入, 運用保守, ",
                             "rubric-collision", "'運用保守'"},
                    LintCase{"AmbiguousNameThatIsNotAmbiguous", "- names: [LPIC]", "- names: [LPIC, CCNA]",
                             "rubric-collision", "'CCNA'"}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    UnknownIds, Lint,
    testing::Values(
        LintCase{"SkillOfANeed",
                 "need: {skill: infra-architecture, level: 3}\n        reason: {ja: \"S1 が最初に",
                 "need: {skill: infra-architectur, level: 3}\n        reason: {ja: \"S1 が最初に",
                 "rubric-unknown-id", "skill 'infra-architectur'"},
        LintCase{"StageOfANeed", kMaintenanceMonths,
                 "weight: 110\n        need: {months: 12, stages: [保守]}", "rubric-unknown-id",
                 "stage '保守'"},
        LintCase{"Certificate", "need: {certificates: [ipa-st, ipa-sa, ipa-ap, aws-sap, ccnp-ent]}",
                 "need: {certificates: [ipa-xx]}", "rubric-unknown-id", "certificate 'ipa-xx'"},
        LintCase{"Family", "family: people\n        weight: 220\n", "family: persons\n        weight: 220\n",
                 "rubric-unknown-id", "family 'persons'"},
        LintCase{"SkillThatACertificateShows", "shows: {security: 2, network: 2}",
                 "shows: {security: 2, networks: 2}", "rubric-unknown-id", "'networks'"},
        LintCase{"Signal", "all: [not-offered, weak-sales, no-contact]",
                 "all: [not-offered, weak-sale, no-contact]", "rubric-unknown-id", "signal 'weak-sale'"},
        LintCase{"Verdict", "{verdict: supporting,", "{verdict: splendid,", "rubric-unknown-id",
                 "verdict 'splendid'"},
        LintCase{"CandidateOfAQuestion", "candidates: [lpic-1, lpic-2, lpic-3]",
                 "candidates: [lpic-1, lpic-2, lpic-9]", "rubric-unknown-id", "'lpic-9'"},
        LintCase{"StageOfAMarketBand", "- id: infrastructure-average\n    stage: build\n",
                 "- id: infrastructure-average\n    stage: builds\n", "rubric-unknown-id", "stage 'builds'"}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Circles, Lint,
    testing::Values(
        LintCase{
            "OfTwo",
            "lapse: inactive\n    lapse_keeps: []\n    renewed_by: [lpic-2, lpic-3]\n    requires: []",
            "lapse: inactive\n    lapse_keeps: []\n    renewed_by: [lpic-2, lpic-3]\n    requires: [lpic-2]",
            "rubric-cycle", "'lpic-1'"},
        LintCase{
            "OfOne",
            "lapse: inactive\n    lapse_keeps: []\n    renewed_by: [lpic-2, lpic-3]\n    requires: []",
            "lapse: inactive\n    lapse_keeps: []\n    renewed_by: [lpic-2, lpic-3]\n    requires: [lpic-1]",
            "rubric-cycle", "'lpic-1'"}),
    test::kByName);

constexpr std::string_view kPracticeGate =
    "need: {any: [{months: 6, stages: [build, design]}, {lab_hours: 60, stages: [build, design], artifact: "
    "true}]}\n"
    "        source: \"S2 skill 4; S1 6-1\"";

INSTANTIATE_TEST_SUITE_P(
    Gates, Lint,
    testing::Values(
        LintCase{"NothingCanOpen", kPracticeGate,
                 "need: {certificates: []}\n        source: \"S2 skill 4; S1 6-1\"", "rubric-gate",
                 "nothing can open"},
        LintCase{"MoreThanThereAre", kPracticeGate,
                 "need: {at_least: 2, of: [{months: 6}]}\n        source: \"S2 skill 4; S1 6-1\"",
                 "rubric-gate", "nothing can open"},
        LintCase{"OnlyACertificateCanOpen", kPracticeGate,
                 "need: {certificates: [ccna]}\n        source: \"S2 skill 4; S1 6-1\"", "rubric-gate",
                 "only a certificate can open the gate 'design-gate-practice'"},
        LintCase{"ACertificateBesideMonths", kPracticeGate,
                 "need: {all: [{certificates: [ccna]}, {months: 6}]}\n        source: \"S2 skill 4; S1 6-1\"",
                 "rubric-gate", "only a certificate"}),
    test::kByName);

constexpr std::string_view kFirstLevel = "    levels:\n      - sentence: {ja: \"監視・バックアップ";

INSTANTIATE_TEST_SUITE_P(
    Levels, Lint,
    testing::Values(LintCase{"FiveSentences", kFirstLevel,
                             "    levels:\n      - {sentence: {ja: あ, en: a}, step: {ja: あ, en: a}, "
                             "effort: {hours: [0, 1]}}\n"
                             "      - sentence: {ja: \"監視・バックアップ",
                             "rubric-levels",
                             "'operations' needs a sentence for each of the levels 1 to 4 (5 found)"},
                    LintCase{"FieldWithoutAStage",
                             "- id: operations-proof\n    own: 2\n    study: 2\n    lab: 2\n    lab_stages: "
                             "[]\n    field: [2, 3, 3, 4]",
                             "- id: operations-proof\n    own: 2\n    study: 2\n    lab: 2\n    lab_stages: "
                             "[]\n    field: [2, 3, 3]",
                             "rubric-levels", "field needs a level for every stage"},
                    LintCase{"FieldThatFalls",
                             "- id: operations-proof\n    own: 2\n    study: 2\n    lab: 2\n    lab_stages: "
                             "[]\n    field: [2, 3, 3, 4]",
                             "- id: operations-proof\n    own: 2\n    study: 2\n    lab: 2\n    lab_stages: "
                             "[]\n    field: [2, 3, 2, 4]",
                             "rubric-levels", "never falling"}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    TextsAndSources, Lint,
    testing::Values(LintCase{"NoEnglish", "label: {ja: \"監視\", en: \"monitoring\"}",
                             "label: {ja: \"監視\"}", "rubric-translation", "no text in en"},
                    LintCase{"NoJapanese", "label: {ja: \"保守以上の1年\", en: \"a year of maintenance\"}",
                             "label: {en: \"a year of maintenance\"}", "rubric-translation", "no text in ja"},
                    LintCase{"SettingWithoutSource", "weekly_hours: {value: 6, source: \"field\"}",
                             "weekly_hours: {value: 6}", "rubric-source", "no source"},
                    LintCase{"VoiceWithoutSource", "    source: \"S2 skill 4; S1 6-1\"",
                             "    x-source: \"S2 skill 4; S1 6-1\"", "rubric-source", "no source"}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Shape, Lint,
    testing::Values(
        LintCase{"NeedOfTwoKinds", kPracticeGate,
                 "need: {months: 6, lab_hours: 60}\n        source: \"S2 skill 4; S1 6-1\"",
                 "conflicting-keys", "exactly one of"},
        LintCase{"NeedOfNoKind", kPracticeGate, "need: {credit: 500}\n        source: \"S2 skill 4; S1 6-1\"",
                 "missing-key", "exactly one of"},
        LintCase{"NeedOfAnUnknownKind", kPracticeGate,
                 "need: {months: 6, mood: good}\n        source: \"S2 skill 4; S1 6-1\"", "unknown-key",
                 "'mood'"},
        LintCase{"DirectionOfTwoKinds", "direction: {share: {domains: [cloud, virtualization]},",
                 "direction: {months: {months: 1}, share: {domains: [cloud, virtualization]},",
                 "conflicting-keys", "share and months"},
        LintCase{"DirectionOfNoKind", "direction: {share: {domains: [cloud, virtualization]},",
                 "direction: {", "missing-key", "share and months"},
        LintCase{"HoursBackwards", "effort: {hours: [100, 140], months: 0}\n        need:",
                 "effort: {hours: [140, 100], months: 0}\n        need:", "out-of-range", "[least, most]"},
        LintCase{"UnknownKey", "\nbands:\n", "\nextra: 1\nbands:\n", "unknown-key", "'extra'"},
        LintCase{"MissingSetting", "  weekly_hours: {value: 6, source: \"field\"}\n", "", "missing-key",
                 "'weekly_hours'"},
        LintCase{"MissingSection", "\nbands:\n", "\nx-bands:\n", "missing-key", "'bands'"},
        LintCase{"ValidityThatEnds",
                 "aliases: [JP1エンジニア, JP1認定]\n    vendor: Hitachi\n    domain: service-mgmt\n    "
                 "tier: entry\n    itss: 1\n    validity: [{permanent: true}]",
                 "aliases: [JP1エンジニア, JP1認定]\n    vendor: Hitachi\n    domain: service-mgmt\n    "
                 "tier: entry\n    itss: 1\n    validity: [{permanent: true, before: 2020-01}]",
                 "missing-key", "no before"}),
    test::kByName);

TEST(Lint, MissingLevelIsCounted) {
  std::string text(builtin_rubric_text());
  const auto begin = text.find("      - sentence: {ja: \"運用の仕組みそのものを設計し");
  const auto end = text.find("    source: ", begin);
  ASSERT_NE(begin, std::string::npos);
  text.erase(begin, end - begin);
  const auto loaded = test::load_rubric_text(text);
  EXPECT_THAT(test::rule_ids(loaded.diagnostics), ElementsAre("rubric-levels"));
  EXPECT_THAT(loaded.diagnostics.items().front().message.en, HasSubstr("3 found"));
}

TEST(Lint, FindsEverythingInOneRun) {
  auto text = test::replaced(builtin_rubric_text(), "weekly_hours: {value: 6, source: \"field\"}",
                             "weekly_hours: {value: x}");
  text = test::replaced(text, "label: {ja: \"監視\", en: \"monitoring\"}", "label: {ja: \"監視\"}");
  text = test::replaced(text, kMaintenanceMonths,
                        "weight: 110\n        need: {months: 12, stages: [maintenence]}");
  const auto loaded = test::load_rubric_text(text);
  const auto rules = test::rule_ids(loaded.diagnostics);
  EXPECT_THAT(rules, testing::UnorderedElementsAre("wrong-type", "rubric-source", "rubric-translation",
                                                   "rubric-unknown-id"));
}

TEST(Lint, UnknownIdGetsADidYouMean) {
  const auto loaded = test::load_rubric_text(
      test::replaced(builtin_rubric_text(), kMaintenanceMonths,
                     "weight: 110\n        need: {months: 12, stages: [maintenence]}"));
  ASSERT_EQ(loaded.diagnostics.items().size(), 1U);
  EXPECT_EQ(loaded.diagnostics.items().front().help.en, "did you mean 'maintenance'?");
}

TEST(Lint, MoreThan32SkillsAreRefused) {
  std::string more = "\nskills:\n";
  for (int i = 0; i < 20; ++i) more += "  - {id: more-" + std::to_string(i) + "}\n";
  const auto loaded = test::load_rubric_text(test::replaced(builtin_rubric_text(), "\nskills:\n", more));
  const auto rules = test::rule_ids(loaded.diagnostics);
  EXPECT_THAT(rules, testing::Contains("too-many-entries"));
  EXPECT_FALSE(loaded.rubric);
}

TEST(Lint, AProfileIsNoRubric) {
  const auto loaded = test::load_rubric_text(test::read_source_tree("profiles/minimal.yaml"));
  EXPECT_FALSE(loaded.rubric);
  EXPECT_TRUE(loaded.diagnostics.has_errors());
  for (const char* text : {"1", "[]", "a", "{}", "{stages: [1], skills: {a: b}, credit: 3}",
                           "{rubric: [], settings: [], seat: 1}"}) {
    EXPECT_FALSE(test::load_rubric_text(text).rubric) << text;
  }
}

TEST(Lint, TiesOfWeightsGoToTheEarlierLine) {
  // Three sevenths of a thousand: 142.86 each, so that the largest remainders take what is left.
  auto text = std::string(builtin_rubric_text());
  const auto first = text.find("        weight: 300\n");
  ASSERT_NE(first, std::string::npos);
  text.replace(first, std::string_view("        weight: 300\n").size(), "        weight: 301\n");
  const auto loaded = test::load_rubric_text(text);
  ASSERT_TRUE(loaded.rubric);
  int sum = 0;
  for (const auto& requirement : loaded.rubric->stages.front().requirements) sum += requirement.weight;
  EXPECT_EQ(sum, 1000);
}

}  // namespace
}  // namespace upstream
