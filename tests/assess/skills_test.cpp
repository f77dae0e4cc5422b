#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/assess/assess.hpp"

namespace upstream::test {
namespace {

struct Row {
  const char* name;
  const char* skill;  ///< id of the skill looked at
  const char* profile;
  int low;
  int score;
  int high;
};

class SkillLevels : public testing::TestWithParam<Row> {};

TEST_P(SkillLevels, AreProvenCreditedAndClaimed) {
  const auto& row = GetParam();
  const auto loaded = load(std::string("version: 1\nname: x\n") + row.profile);
  ASSERT_TRUE(loaded.profile) << row.profile;
  const auto assessment =
      assess(*loaded.profile, builtin_rubric(), {parse_date("2026-10-31")->first_day(), false});
  const auto skill = builtin_rubric().names.find(NameKind::skill, row.skill);
  const auto& levels = assessment.skills.at(skill.index).levels;
  EXPECT_EQ(levels.low, row.low) << "low";
  EXPECT_EQ(levels.score, row.score) << "score";
  EXPECT_EQ(levels.high, row.high) << "high";
}

INSTANTIATE_TEST_SUITE_P(
    Table, SkillLevels,
    testing::Values(
        Row{"OwnRatingAloneIsCreditedToItsCap", "network", "skills: {network: 4}\n", 0, 2, 4},
        Row{"OwnRatingOfArchitectureToOne", "infra-architecture", "skills: {infra-architecture: 3}\n", 0, 1,
            3},
        Row{"ACertificateProvesTheBasics", "network",
            "certifications: [{name: CCNA, acquired: 2025-05}]\nskills: {network: 3}\n", 2, 2, 3},
        Row{"ALapsedOneProvesNothing", "network",
            "certifications: [{name: CCNA, acquired: 2015-05}]\nskills: {network: 3}\n", 0, 2, 3},
        Row{"HalfAYearOfMaintenanceProvesThree", "network",
            "experience: [{stage: 保守, months: 6, domains: [network]}]\nskills: {network: 3}\n", 3, 3, 3},
        Row{"LessProvesTwo", "network",
            "experience: [{stage: 保守, months: 5, domains: [network]}]\nskills: {network: 3}\n", 2, 2, 3},
        Row{"AnotherDomainProvesNothing", "network",
            "experience: [{stage: 保守, months: 24, domains: [database]}]\nskills: {network: 3}\n", 0, 2, 3},
        Row{"NoDomainProvesNoDomainSkill", "network",
            "experience: [{stage: 保守, months: 24}]\nskills: {network: 3}\n", 0, 2, 3},
        Row{"LeadingRaisesTheProof", "network",
            "experience: [{stage: 保守, months: 12, domains: [network], role: leader}]\nskills: {network: "
            "4}\n",
            4, 4, 4},
        Row{"WorkEvidenceRaisesItByOne", "network",
            "experience: [{stage: 保守, months: 12, domains: [network]}]\n"
            "skills: {network: {level: 4, evidence: [{kind: work, note: 拠点の更改}]}}\n",
            4, 4, 4},
        Row{"ALabWithArtifactProvesThree", "server",
            "labs: [{title: x, stage: 構築, domains: [server], hours: 40, artifact: a}]\nskills: {server: "
            "3}\n",
            3, 3, 3},
        Row{"AShortLabIsACourse", "server",
            "labs: [{title: x, stage: 構築, domains: [server], hours: 39, artifact: a}]\nskills: {server: "
            "3}\n",
            2, 2, 3},
        Row{"ALabNeverProvesManagement", "management",
            "labs: [{title: x, stage: 設計, domains: [server], hours: 400, artifact: a}]\nskills: "
            "{management: 3}\n",
            1, 1, 3},
        Row{"StaleWorkIsIgnored", "network",
            "experience: [{stage: 保守, from: 2015-01, to: 2018-12, domains: [network]}]\nskills: {network: "
            "3}\n",
            0, 2, 3},
        Row{"LaterUseKeepsItFresh", "network",
            "experience: [{stage: 保守, from: 2015-01, to: 2018-12, domains: [network]}]\n"
            "skills: {network: {level: 3, last_used: 2025-01}}\n",
            3, 3, 3},
        Row{"SecurityAgesFaster", "security",
            "experience: [{stage: 保守, from: 2019-01, to: 2024-06, domains: [security]}]\nskills: "
            "{security: 3}\n",
            0, 2, 3},
        Row{"AReviewCapsFromAbove", "network",
            "experience: [{stage: 保守, months: 12, domains: [network]}]\nskills: {network: {level: 3, "
            "reviewed_level: 2}}\n",
            2, 2, 3},
        Row{"AReviewIsBacking", "requirements", "skills: {requirements: {level: 3, reviewed_level: 3}}\n", 3,
            3, 3},
        Row{"ModestyIsNotPunished", "network", "skills: {network: {level: 1, reviewed_level: 3}}\n", 1, 1, 1},
        Row{"NotRatedIsZeroWithWhatWorkSuggests", "network",
            "experience: [{stage: 保守, months: 24, domains: [network]}]\n", 0, 0, 2},
        Row{"AnHourInALabSuggestsNothing", "server",
            "labs: [{title: x, domains: [server], hours: 1, artifact: a}]\n", 0, 0, 0},
        Row{"LabsThatWouldProveItSuggestIt", "server",
            "labs: [{title: x, domains: [server], hours: 40, artifact: a}]\n", 0, 0, 2},
        Row{"LabsSuggestNoSkillThatTheyAreNotAbout", "procedure-writing",
            "labs: [{title: x, domains: [server], hours: 40, artifact: a}]\n", 0, 0, 0},
        Row{"ADutySuggestsToo", "design-documentation",
            "experience: [{stage: 監視, months: 3, duties: [構成図の更新]}]\n", 0, 0, 2},
        Row{"FollowingAProcedureIsNotWritingOne", "automation",
            "experience: [{stage: 監視, months: 3, duties: [手順書どおりの作業]}]\n", 0, 0, 2},
        Row{"NotApplicableIsSilent", "database",
            "experience: [{stage: 保守, months: 24, domains: [database]}]\nskills: {database: n/a}\n", 0, 0,
            0},
        Row{"WorkInTheCloudAloneLimitsArchitecture", "infra-architecture",
            "experience: [{stage: 設計, months: 24, domains: [cloud]}]\nskills: {infra-architecture: 4}\n", 2,
            2, 4},
        Row{"WorkInBothKindsDoesNot", "infra-architecture",
            "experience: [{stage: 設計, months: 24, domains: [cloud, server]}]\nskills: {infra-architecture: "
            "4}\n",
            4, 4, 4}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace upstream::test
