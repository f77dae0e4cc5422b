#include "upstream/profile/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A table row is what follows these two lines: its first line is line 3.
constexpr std::string_view kHead = "version: 1\nname: a\n";

std::string with_head(std::string_view body) { return std::string(kHead) + std::string(body); }

struct LoadCase {
  const char* name;
  std::string text;
  std::vector<std::string> places;
};
void PrintTo(const LoadCase& row, std::ostream* out) { *out << row.name; }

class Load : public testing::TestWithParam<LoadCase> {};

TEST_P(Load, ReportsExactly) {
  const auto loaded = test::load(with_head(GetParam().text));
  EXPECT_EQ(test::places(loaded.diagnostics), GetParam().places);
  EXPECT_EQ(loaded.profile.has_value(), !loaded.diagnostics.has_errors());
}

class LoadWhole : public testing::TestWithParam<LoadCase> {};

TEST_P(LoadWhole, ReportsExactly) {
  EXPECT_EQ(test::places(test::load(GetParam().text).diagnostics), GetParam().places);
}

INSTANTIATE_TEST_SUITE_P(
    Head, LoadWhole,
    testing::Values(
        LoadCase{"Smallest", "version: 1\nname: a\n", {}},                                              //
        LoadCase{"Json", R"({"version": 1, "name": "\ud842\udfb7田", "skills": {"network": 3}})", {}},  //
        LoadCase{"NoVersion", "name: a\n", {"1:1 error missing-key"}},                                  //
        LoadCase{"NoName", "version: 1\n", {"1:1 error missing-key"}},                                  //
        LoadCase{"NothingRequired", "x-a: 1\n", {"1:1 error missing-key", "1:1 error missing-key"}},    //
        LoadCase{"LaterVersion", "version: 2\nname: a\n", {"1:10 error unsupported-version"}},          //
        LoadCase{"VersionZero", "version: 0\nname: a\n", {"1:10 error out-of-range"}},                  //
        LoadCase{"VersionAsText", "version: '1'\nname: a\n", {"1:10 error wrong-type"}},                //
        LoadCase{"VersionWithAFraction", "version: 1.0\nname: a\n", {"1:10 error wrong-type"}},         //
        LoadCase{"NameIsANumber", "version: 1\nname: 123\n", {"2:7 error wrong-type"}},                 //
        LoadCase{"NameIsABoolean", "version: 1\nname: true\n", {"2:7 error wrong-type"}},               //
        LoadCase{"NameIsMissing", "version: 1\nname:\n", {"2:5 error wrong-type"}},                     //
        LoadCase{"NameIsEmpty", "version: 1\nname: ''\n", {"2:7 error out-of-range"}},                  //
        LoadCase{"NameIsLong",
                 "version: 1\nname: " + test::repeated("長", 201) + "\n",
                 {"2:7 error out-of-range"}},
        LoadCase{"NameIsYes", "version: 1\nname: yes\n", {}},          //
        LoadCase{"NameInQuotes", "version: 1\nname: \"123\"\n", {}},   //
        LoadCase{"List", "- version: 1\n", {"1:1 error wrong-type"}},  //
        LoadCase{"Scalar", "hello\n", {"1:1 error wrong-type"}},       //
        LoadCase{"Empty", "", {"1:1 error empty-document"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Keys, Load,
    testing::Values(
        LoadCase{"Unknown", "skils: {}\n", {"3:1 error unknown-key"}},
        LoadCase{"UnknownInAnEntry",
                 "experience:\n  - {stage: 保守, years: 1, rolle: member}\n",
                 {"4:27 error unknown-key"}},
        LoadCase{"ANumber", "1: 2\n", {"3:1 error unknown-key"}},
        LoadCase{"Duplicate", "id: a\nid: b\n", {"4:1 error duplicate-key"}},
        LoadCase{
            "NotesEverywhere",
            "x-a: {b: [1]}\nexperience: [{stage: 保守, years: 1, x-b: 1}]\nlabs: [{title: t, x-c: ~}]\n"
            "skills: {x-d: 9, network: {level: 1, x-e: 1, evidence: [{kind: course, note: n, x-f: 1}]}}\n"
            "certifications: [{name: CCNA, x-g: 1}]\npreferences: {x-h: 1}\nenvironment: {x-i: 1}\n",
            {}},
        LoadCase{"NullInPlaceOfAList",
                 "experience:\nskills: ~\n",
                 {"3:11 error wrong-type", "4:9 error wrong-type"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Stages, Load,
    testing::Values(
        LoadCase{"EveryWayToWriteOne",
                 "experience:\n  - {stage: build, years: 1}\n  - {stage: 構築, years: 1}\n  - {stage: "
                 "ＢＵＩＬＤ, years: 1}\n"
                 "  - {stage: \"stage:build\", years: 1}\n  - {stage: 詳細設計, years: 1}\n  - {stage: "
                 "[構築, maintenance], years: 1}\n",
                 {}},
        LoadCase{"OperationsIsMaintenance",
                 "experience:\n  - {stage: 運用, years: 1}\n",
                 {"4:13 note stage-reading"}},
        LoadCase{"OperationsAndMonitoringIsNoQuestion",
                 "experience:\n  - {stage: 運用監視, years: 1}\n  - {stage: 運用保守, years: 1}\n",
                 {}},
        LoadCase{"DesignAndBuildIsAmbiguous",
                 "experience:\n  - {stage: 設計構築, years: 1}\n",
                 {"4:13 warning ambiguous-name"}},
        LoadCase{"DesignAndBuildWithADot",
                 "experience:\n  - {stage: 設計・構築, years: 1}\n",
                 {"4:13 warning ambiguous-name"}},
        LoadCase{"SettingUpClientsIsNoStage",
                 "experience:\n  - {stage: キッティング, years: 1}\n",
                 {"4:13 warning not-a-stage"}},
        LoadCase{"HelpDeskInAList",
                 "experience:\n  - {stage: [監視, ヘルプデスク], years: 1}\n",
                 {"4:18 warning not-a-stage"}},
        LoadCase{"Unknown", "experience:\n  - {stage: mantenance, years: 1}\n", {"4:13 error unknown-stage"}},
        LoadCase{"AnotherKind",
                 "experience:\n  - {stage: \"skill:network\", years: 1}\n",
                 {"4:13 error unknown-stage"}},
        LoadCase{"Missing", "experience:\n  - {years: 1}\n", {"4:5 error missing-key"}},
        LoadCase{"ANumber", "experience:\n  - {stage: 1, years: 1}\n", {"4:13 error wrong-type"}},
        LoadCase{"EmptyList", "experience:\n  - {stage: [], years: 1}\n", {"4:13 error out-of-range"}},
        LoadCase{"EmptyText", "experience:\n  - {stage: \"\", years: 1}\n", {"4:13 error out-of-range"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Periods, Load,
    testing::Values(
        LoadCase{"EveryWayToWriteOne",
                 "experience:\n  - {stage: 監視, from: 2020-04, to: 2020-05}\n  - {stage: 監視, from: "
                 "2020-06-01, to: 2020-06-30}\n"
                 "  - {stage: 保守, from: 令和2年7月, to: R3.3}\n  - {stage: 構築, from: ２０２１－０４}\n  "
                 "- {stage: 設計, months: 3}\n"
                 "  - {stage: 設計, years: 1.5}\n  - {stage: 設計, years: 0}\n",
                 {}},
        LoadCase{"None", "experience:\n  - {stage: 保守}\n", {"4:5 error missing-key"}},
        LoadCase{"EndWithoutBeginning",
                 "experience:\n  - {stage: 保守, to: 2020-04}\n",
                 {"4:5 error missing-key"}},
        LoadCase{"Twice",
                 "experience:\n  - {stage: 保守, from: 2020-04, years: 1}\n",
                 {"4:5 error conflicting-keys"}},
        LoadCase{"YearsAndMonths",
                 "experience:\n  - {stage: 保守, years: 1, months: 1}\n",
                 {"4:5 error conflicting-keys"}},
        LoadCase{"EndBeforeBeginning",
                 "experience:\n  - {stage: 保守, from: 2021-04, to: 2021-03}\n",
                 {"4:36 error date-order"}},
        LoadCase{"EndInTheMonthOfTheBeginning",
                 "experience:\n  - {stage: 保守, from: 2021-04-15, to: 2021-04}\n",
                 {}},
        LoadCase{"EndADayBefore",
                 "experience:\n  - {stage: 保守, from: 2021-04-15, to: 2021-04-14}\n",
                 {"4:39 error date-order"}},
        LoadCase{
            "NoSuchDay", "experience:\n  - {stage: 保守, from: 2021-02-30}\n", {"4:23 error invalid-date"}},
        LoadCase{"NoDate",
                 "experience:\n  - {stage: 保守, from: 2021/04, to: now}\n",
                 {"4:23 error invalid-date", "4:36 error invalid-date"}},
        LoadCase{"AYear", "experience:\n  - {stage: 保守, from: 2021}\n", {"4:23 error wrong-type"}},
        LoadCase{"LongerThanAWorkingLife",
                 "experience:\n  - {stage: 保守, from: 1950-01, to: 2020-01}\n",
                 {"4:36 error out-of-range"}},
        LoadCase{"YearsLongerThanAWorkingLife",
                 "experience:\n  - {stage: 保守, years: 60.5}\n",
                 {"4:24 error out-of-range"}},
        LoadCase{"NegativeYears", "experience:\n  - {stage: 保守, years: -1}\n", {"4:24 error out-of-range"}},
        LoadCase{
            "NotANumberOfYears", "experience:\n  - {stage: 保守, years: .nan}\n", {"4:24 error wrong-type"}},
        LoadCase{"InfiniteYears", "experience:\n  - {stage: 保守, years: .inf}\n", {"4:24 error wrong-type"}},
        LoadCase{"YearsAsText", "experience:\n  - {stage: 保守, years: '1.5'}\n", {"4:24 error wrong-type"}},
        LoadCase{
            "FractionOfMonths", "experience:\n  - {stage: 保守, months: 2.5}\n", {"4:25 error wrong-type"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Experience, Load,
    testing::Values(
        LoadCase{"EveryKey",
                 "experience:\n  - stage: 保守\n    from: 2021-04\n    to: 2024-03\n    domains: [server, "
                 "ネットワーク, ＤＢ, AWS]\n    role: リーダー\n"
                 "    team_size: 5\n    scale: 大規模\n    customer_facing: false\n    duties: "
                 "[障害の一次対応, 手順書の作成]\n",
                 {}},
        LoadCase{"UnknownDomain",
                 "experience:\n  - {stage: 保守, years: 1, domains: [server, sever]}\n",
                 {"4:45 error unknown-domain"}},
        LoadCase{"DomainWithoutAList",
                 "experience:\n  - {stage: 保守, years: 1, domains: server}\n",
                 {"4:36 error wrong-type"}},
        LoadCase{"UnknownRole",
                 "experience:\n  - {stage: 保守, years: 1, role: lead}\n",
                 {"4:33 error unknown-value"}},
        LoadCase{"UnknownScale",
                 "experience:\n  - {stage: 保守, years: 1, scale: huge}\n",
                 {"4:34 error unknown-value"}},
        LoadCase{"TeamOfNobody",
                 "experience:\n  - {stage: 保守, years: 1, team_size: 0}\n",
                 {"4:38 error out-of-range"}},
        LoadCase{"YesIsNoBoolean",
                 "experience:\n  - {stage: 保守, years: 1, customer_facing: yes}\n",
                 {"4:44 error wrong-type"}},
        LoadCase{"DutyIsANumber",
                 "experience:\n  - {stage: 保守, years: 1, duties: [1]}\n",
                 {"4:36 error wrong-type"}},
        LoadCase{"EntryIsAWord", "experience:\n  - 保守\n", {"4:5 error wrong-type"}},
        LoadCase{"NoList", "experience: {stage: 保守, years: 1}\n", {"3:13 error wrong-type"}},
        LoadCase{
            "Overlap",
            "experience:\n  - {stage: 保守, from: 2021-04, to: 2022-03}\n  - {stage: 保守, from: 2022-03}\n",
            {"5:5 warning overlap"}},
        LoadCase{"OverlapOfThree",
                 "experience:\n  - {stage: 保守, from: 2021-04}\n  - {stage: 保守, from: 2022-03, to: "
                 "2022-04}\n  - {stage: [監視, 保守], from: 2023-01}\n",
                 {"5:5 warning overlap", "6:5 warning overlap"}},
        LoadCase{"SideBySideIsNoOverlap",
                 "experience:\n  - {stage: 保守, from: 2021-04}\n  - {stage: 構築, from: 2021-04}\n",
                 {}},
        LoadCase{
            "OneAfterTheOtherIsNoOverlap",
            "experience:\n  - {stage: 保守, from: 2022-04}\n  - {stage: 保守, from: 2021-04, to: 2022-03}\n",
            {}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Labs, Load,
    testing::Values(
        LoadCase{"EveryKey",
                 "labs:\n  - {title: Web三層, stage: 構築, domains: [cloud], hours: 60, artifact: "
                 "\"https://example.com\", date: 2025-02}\n",
                 {}},
        LoadCase{"NoTitle", "labs:\n  - {hours: 60}\n", {"4:5 error missing-key"}},
        LoadCase{"UnknownStage", "labs:\n  - {title: t, stage: buildd}\n", {"4:23 error unknown-stage"}},
        LoadCase{"StagesInAList", "labs:\n  - {title: t, stage: [構築]}\n", {"4:23 error wrong-type"}},
        LoadCase{"NegativeHours", "labs:\n  - {title: t, hours: -1}\n", {"4:23 error out-of-range"}},
        LoadCase{"FractionOfHours", "labs:\n  - {title: t, hours: 1.5}\n", {"4:23 error wrong-type"}},
        LoadCase{"HoursBeyondAllMachines",
                 "labs:\n  - {title: t, hours: 9223372036854775807}\n",
                 {"4:23 error out-of-range"}},
        LoadCase{"NoSuchDay", "labs:\n  - {title: t, date: 2025-13}\n", {"4:22 error invalid-date"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Skills, Load,
    testing::Values(
        LoadCase{"UnknownBesideKnown",
                 "skills:\n  network: 3\n  サーバー: 2\n  ＤＢ設計: 1\n",
                 {"6:3 error unknown-skill"}},
        LoadCase{
            "ShortForms",
            "skills: {network: 3, サーバー: 0, database: n/a, automation: 対象外, \"skill:security\": 1}\n",
            {}},
        LoadCase{"LongForm",
                 "experience: [{stage: 設計, years: 1}]\nskills:\n  design-documentation:\n    level: 3\n    "
                 "reviewed_level: 2\n"
                 "    evidence: [運用設計書, {kind: 実務, note: n, date: 2024-05}, {kind: lab, note: n}, "
                 "{note: n}]\n    last_used: 2024-10\n",
                 {}},
        LoadCase{"NotApplicableInTheLongForm", "skills: {database: {level: N/A}}\n", {}},
        LoadCase{"Unknown", "skills: {netwrok: 3}\n", {"3:10 error unknown-skill"}},
        LoadCase{"KeyIsANumber", "skills: {1: 3}\n", {"3:10 error unknown-skill"}},
        LoadCase{"KeyIsABoolean", "skills: {true: 3}\n", {"3:10 error unknown-skill"}},
        LoadCase{"TooHigh", "skills: {network: 5}\n", {"3:19 error out-of-range"}},
        LoadCase{"Negative", "skills: {network: -1}\n", {"3:19 error out-of-range"}},
        LoadCase{"Half", "skills: {network: 2.5}\n", {"3:19 error wrong-type"}},
        LoadCase{"AWord", "skills: {network: guru}\n", {"3:19 error unknown-value"}},
        LoadCase{"Nothing", "skills:\n  network:\n", {"4:10 error wrong-type"}},
        LoadCase{"AList", "skills: {network: [3]}\n", {"3:19 error wrong-type"}},
        LoadCase{"NoLevel", "skills: {network: {last_used: 2024-10}}\n", {"3:19 error missing-key"}},
        LoadCase{"ReviewTooHigh",
                 "skills: {network: {level: 3, reviewed_level: 5}}\n",
                 {"3:46 error out-of-range"}},
        LoadCase{"ReviewTwoAway",
                 "skills: {network: {level: 4, reviewed_level: 2}}\n",
                 {"3:10 warning review-differs"}},
        LoadCase{"ReviewTwoAbove",
                 "skills: {network: {level: 1, reviewed_level: 3}}\n",
                 {"3:10 warning review-differs"}},
        LoadCase{"ReviewOneAway", "skills: {network: {level: 3, reviewed_level: 2}}\n", {}},
        LoadCase{"TwoNamesForOne", "skills: {network: 3, ネットワーク: 2}\n", {"3:22 error duplicate-entry"}},
        LoadCase{"NotApplicableWhereItIsNeeded", "skills: {network: n/a}\n", {"3:10 warning not-applicable"}},
        LoadCase{"EvidenceWithoutNote",
                 "skills: {network: {level: 3, evidence: [{kind: lab}]}}\n",
                 {"3:41 error missing-key"}},
        LoadCase{"EvidenceOfAnUnknownKind",
                 "skills: {network: {level: 3, evidence: [{kind: labo, note: n}]}}\n",
                 {"3:48 error unknown-value"}},
        LoadCase{
            "EvidenceIsANumber", "skills: {network: {level: 3, evidence: [1]}}\n", {"3:41 error wrong-type"}},
        LoadCase{"EvidenceWithoutAList",
                 "skills: {network: {level: 3, evidence: x}}\n",
                 {"3:40 error wrong-type"}},
        LoadCase{"WorkEvidenceWithoutWork",
                 "skills: {network: {level: 3, evidence: [x]}}\n",
                 {"3:41 warning unmatched-evidence"}},
        LoadCase{"WorkEvidenceOfAnotherDomain",
                 "experience: [{stage: 保守, years: 1, domains: [database]}]\nskills: {network: {level: 3, "
                 "evidence: [x]}}\n",
                 {"4:41 warning unmatched-evidence"}},
        LoadCase{
            "WorkEvidenceOfAnotherTime",
            "experience: [{stage: 保守, from: 2020-04, to: 2021-03, domains: [network]}]\n"
            "skills: {network: {level: 3, evidence: [{note: x, date: 2021-04}, {note: y, date: 2021-03}]}}\n",
            {"4:41 warning unmatched-evidence"}},
        LoadCase{"NoList", "skills: [network]\n", {"3:9 error wrong-type"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Certifications, Load,
    testing::Values(
        LoadCase{
            "EveryWayToWriteOne",
            "certifications:\n  - CCNA\n  - ＣＣＮＡ\n  - LPIC レベル1\n  - \"certification:aws-sap\"\n  - "
            "基本情報技術者試験\n  - 応用情報\n"
            "  - {name: AWS SAP, acquired: 2024-06, expires: 2027-06}\n  - {name: LinuC-1, acquired: R4.6}\n",
            {}},
        LoadCase{"Unknown", "certifications: [TOEIC 900]\n", {"3:18 warning unknown-certification"}},
        LoadCase{"Misspelt", "certifications:\n  - {name: CCNAA}\n", {"4:12 warning unknown-certification"}},
        LoadCase{
            "BareSeries",
            "certifications: [LPIC, LinuC, ORACLE MASTER]\n",
            {"3:18 warning ambiguous-name", "3:24 warning ambiguous-name", "3:31 warning ambiguous-name"}},
        LoadCase{"ABareAbbreviation", "certifications: [SAP]\n", {"3:18 warning ambiguous-name"}},
        LoadCase{"ExpiresBeforeItWasAcquired",
                 "certifications:\n  - {name: CCNA, acquired: 2024-06, expires: 2024-05}\n",
                 {"4:46 error date-order"}},
        LoadCase{"UnknownOneWithDatesBackwards",
                 "certifications:\n  - {name: TOEIC, acquired: 2024-06, expires: 2024-05}\n",
                 {"4:12 warning unknown-certification", "4:47 error date-order"}},
        LoadCase{"NoName", "certifications:\n  - {acquired: 2024-06}\n", {"4:5 error missing-key"}},
        LoadCase{"ANumber", "certifications: [123]\n", {"3:18 error wrong-type"}},
        LoadCase{"Empty", "certifications: ['']\n", {"3:18 error out-of-range"}},
        LoadCase{"NoSuchDay",
                 "certifications:\n  - {name: CCNA, acquired: 2023-02-29}\n",
                 {"4:28 error invalid-date"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    WishesAndPost, Load,
    testing::Values(
        LoadCase{"EveryKey",
                 "preferences: {goal: stay, paths: [cloud-engineer, 社内SE], values: [income, 安定, "
                 "ワークライフバランス], study_hours_per_week: 6}\n"
                 "environment: {sales_strength: 弱い, customer_contact: true, assignment_months: 3, "
                 "direction: different,"
                 " stages_offered: [監視, build], subcontract_tier: 2}\n",
                 {}},
        LoadCase{"UnknownGoal", "preferences: {goal: up}\n", {"3:21 error unknown-value"}},
        LoadCase{"UnknownPath", "preferences: {paths: [cloud-enginer]}\n", {"3:23 error unknown-path"}},
        LoadCase{"UnknownValue", "preferences: {values: [fame]}\n", {"3:24 error unknown-value"}},
        LoadCase{"NegativeHours", "preferences: {study_hours_per_week: -1}\n", {"3:37 error out-of-range"}},
        LoadCase{"MoreHoursThanAWeekHas",
                 "preferences: {study_hours_per_week: 169}\n",
                 {"3:37 error out-of-range"}},
        LoadCase{"UnknownStrength", "environment: {sales_strength: medium}\n", {"3:31 error unknown-value"}},
        LoadCase{
            "OfferedIsOperations", "environment: {stages_offered: [運用]}\n", {"3:32 note stage-reading"}},
        LoadCase{
            "OfferedIsUnknown", "environment: {stages_offered: [cooking]}\n", {"3:32 error unknown-stage"}},
        LoadCase{"NothingOffered", "environment: {stages_offered: []}\n", {}},
        LoadCase{"TierZero", "environment: {subcontract_tier: 0}\n", {"3:33 error out-of-range"}},
        LoadCase{"UnknownDirection", "environment: {direction: sideways}\n", {"3:26 error unknown-value"}}),
    test::kByName);

// Did you mean.

struct HelpCase {
  const char* name;
  const char* text;
  const char* message;
  const char* help;
};
void PrintTo(const HelpCase& row, std::ostream* out) { *out << row.name; }

class Help : public testing::TestWithParam<HelpCase> {};

TEST_P(Help, NamesTheLikelyFix) {
  const auto loaded = test::load(with_head(GetParam().text));
  ASSERT_EQ(loaded.diagnostics.items().size(), 1U);
  const auto& item = loaded.diagnostics.items().front();
  EXPECT_THAT(item.message.en, HasSubstr(GetParam().message));
  EXPECT_THAT(item.help.en, HasSubstr(GetParam().help));
  EXPECT_FALSE(item.message.ja.empty());
  EXPECT_FALSE(item.help.ja.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, Help,
    testing::Values(
        HelpCase{"Key", "skils: {}\n", "unknown key 'skils'", "did you mean 'skills'?"},
        HelpCase{"KeyNearToNone", "hobby: x\n", "unknown key 'hobby'", "x-"},
        HelpCase{"Stage", "experience: [{stage: mantenance, years: 1}]\n", "'mantenance'",
                 "did you mean 'maintenance'?"},
        HelpCase{"StageByLabel", "experience: [{stage: 運用保主, years: 1}]\n", "'運用保主'",
                 "did you mean '運用保守'?"},
        HelpCase{"StageNearToNone", "experience: [{stage: cooking, years: 1}]\n", "'cooking'",
                 "monitoring, maintenance, build, design"},
        HelpCase{"Skill", "skills: {netwrok: 3}\n", "unknown skill 'netwrok'", "did you mean 'network'?"},
        HelpCase{"Domain", "experience: [{stage: 保守, years: 1, domains: [sever]}]\n", "'sever'",
                 "did you mean 'server'?"},
        HelpCase{"Path", "preferences: {paths: [cloud-enginer]}\n", "'cloud-enginer'",
                 "did you mean 'cloud-engineer'?"},
        HelpCase{"Role", "experience: [{stage: 保守, years: 1, role: lead}]\n", "'lead'",
                 "did you mean 'leader'?"},
        HelpCase{"Certificate", "certifications: [CCNAA]\n", "'CCNAA'", "did you mean 'ccna'?"},
        HelpCase{"CertificateNearToNone", "certifications: [TOEIC 900]\n",
                 "'TOEIC 900' is not known here and counts nothing", "you may leave it"},
        HelpCase{"AmbiguousStage", "experience: [{stage: 設計構築, years: 1}]\n", "'設計構築' is ambiguous",
                 "[design, build]"},
        HelpCase{"AmbiguousCertificate", "certifications: [LPIC]\n", "lpic-1, lpic-2, lpic-3", "LPIC-1"},
        HelpCase{"Operations", "experience: [{stage: 運用, years: 1}]\n", "'運用' is read as maintenance",
                 "monitoring"},
        HelpCase{"NumberAsName", "id: 12\n", "the number 12", "\"12\""},
        HelpCase{"Yes", "environment: {customer_contact: yes}\n", "true or false", "write true"},
        HelpCase{"FullWidthLevel", "skills: {network: {level: 1, reviewed_level: ３}}\n", "an integer 0–4",
                 "write it plainly: 3"}),
    test::kByName);

// What is read.

Profile read(std::string_view text, std::string_view path = "profile.yaml") {
  auto loaded = test::load(text, path);
  EXPECT_THAT(test::places(loaded.diagnostics), IsEmpty());
  return loaded.profile.value_or(Profile{});
}

TEST(LoadedProfile, HoldsWhatTheFileSays) {
  const auto profile = read(
      "version: 1\nname: Hさん\nid: h-san\nas_of: 2026-11\nexperience:\n  - stage: [構築, 保守]\n    from: "
      "2021-04\n    to: 2024-03\n"
      "    domains: [server, network]\n    role: leader\n    team_size: 5\n    scale: medium\n    "
      "customer_facing: true\n    duties: [手順書の作成]\n");
  EXPECT_EQ(profile.name, "Hさん");
  EXPECT_EQ(profile.id, "h-san");
  EXPECT_EQ(iso(profile.as_of.value()), "2026-11-30");
  ASSERT_EQ(profile.experience.size(), 1U);
  const auto& entry = profile.experience.front();
  EXPECT_EQ(entry.stages.size(), 2);
  EXPECT_TRUE(entry.stages.contains({1}) && entry.stages.contains({2}));
  EXPECT_EQ(entry.from->iso(), "2021-04");
  EXPECT_EQ(entry.to->iso(), "2024-03");
  EXPECT_EQ(entry.domains.size(), 2);
  EXPECT_EQ(entry.role, Role::leader);
  EXPECT_EQ(entry.team_size, 5);
  EXPECT_EQ(entry.scale, Scale::medium);
  EXPECT_TRUE(entry.customer_facing);
  ASSERT_EQ(entry.duties.size(), 1U);
  EXPECT_EQ(entry.duties.front().text, "手順書の作成");
  EXPECT_EQ(entry.duties.front().at, (Position{14, 14}));
  EXPECT_EQ(entry.at, (Position{6, 5}));
}

TEST(LoadedProfile, LeavesOutWhatIsNotSaid) {
  const auto profile = read("version: 1\nname: a\nexperience: [{stage: 保守, years: 1}]\n");
  const auto& entry = profile.experience.front();
  EXPECT_FALSE(entry.from || entry.to || entry.team_size || entry.scale);
  EXPECT_EQ(entry.role, Role::member);
  EXPECT_FALSE(profile.as_of || profile.environment);
  EXPECT_EQ(profile.preferences.goal, Goal::upstream);
}

struct YearsCase {
  const char* years;
  int months;
};
void PrintTo(const YearsCase& row, std::ostream* out) { *out << row.years; }

class Years : public testing::TestWithParam<YearsCase> {};

TEST_P(Years, AreMonthsRoundedHalfUp) {
  const auto profile = read(std::string("version: 1\nname: a\nexperience: [{stage: 保守, years: ") +
                            GetParam().years + "}]\n");
  EXPECT_EQ(profile.experience.front().undated_months, GetParam().months);
}

INSTANTIATE_TEST_SUITE_P(Table, Years,
                         testing::Values(YearsCase{"1.5", 18}, YearsCase{"0", 0}, YearsCase{"2", 24},
                                         YearsCase{"0.04", 0}, YearsCase{"0.05", 1}, YearsCase{"0.125", 2},
                                         YearsCase{"0.375", 5}, YearsCase{"0.33", 4}, YearsCase{"60", 720},
                                         YearsCase{"1.625", 20}));

TEST(LoadedProfile, IdIsThePathWithoutItsSuffix) {
  const auto id = [](std::string_view path) { return read(kHead, path).id; };
  EXPECT_EQ(id("members/h-san.yaml"), "members/h-san");
  EXPECT_EQ(id("h-san.tar.yml"), "h-san.tar");
  EXPECT_EQ(id("a.b/c"), "a.b/c");
  EXPECT_EQ(id("a/.yaml"), "a/.yaml");
  EXPECT_EQ(id("-"), "-");
}

TEST(LoadedProfile, KeepsBothRatings) {
  const auto profile = read(
      "version: 1\nname: a\nskills: {network: {level: 3, reviewed_level: 2, last_used: 2024-10}, database: "
      "n/a}\n");
  ASSERT_EQ(profile.skills.size(), 2U);
  EXPECT_EQ(profile.skills[0].level, 3);
  EXPECT_EQ(profile.skills[0].reviewed_level, 2);
  EXPECT_EQ(profile.skills[0].last_used->iso(), "2024-10");
  EXPECT_TRUE(profile.skills[1].not_applicable);
}

TEST(LoadedProfile, KeepsOnlyKnownCertificates) {
  const auto loaded =
      test::load(with_head("certifications: [TOEIC, CCNA, LPIC, {name: 応用情報, acquired: 2020-12}]\n"));
  ASSERT_TRUE(loaded.profile);
  ASSERT_EQ(loaded.profile->certifications.size(), 2U);
  EXPECT_EQ(test::builtin_rubric()[loaded.profile->certifications[0].certification].id, "ccna");
  EXPECT_EQ(test::to_string(loaded.profile->certifications[0].name_span), "3:25-3:29");
  EXPECT_EQ(loaded.profile->certifications[1].acquired->iso(), "2020-12");
}

TEST(LoadedProfile, AnUnclearStageLeavesTheEntryWithoutOne) {
  const auto loaded =
      test::load(with_head("experience: [{stage: 設計構築, years: 2}, {stage: 運用, years: 1}]\n"));
  ASSERT_TRUE(loaded.profile);
  EXPECT_TRUE(loaded.profile->experience[0].stages.empty());
  EXPECT_TRUE(loaded.profile->experience[1].stages.contains({1}));
}

TEST(LoadedProfile, AWishStatedTwiceCountsOnce) {
  const auto profile =
      read("version: 1\nname: a\npreferences: {paths: [社内SE, cloud-engineer, inhouse-se]}\n");
  ASSERT_EQ(profile.preferences.paths.size(), 2U);
  EXPECT_EQ(test::builtin_rubric()[profile.preferences.paths[0]].id, "inhouse-se");
}

TEST(LoadedProfile, NothingOfferedIsNotTheSameAsUnknown) {
  EXPECT_TRUE(read("version: 1\nname: a\nenvironment: {stages_offered: []}\n").environment->stages_offered);
  EXPECT_FALSE(read("version: 1\nname: a\nenvironment: {}\n").environment->stages_offered);
}

TEST(LoadedProfile, EveryFaultIsFoundInOneRun) {
  const auto loaded = test::load(
      "version: 3\n"
      "name: 123\n"
      "nmae: x\n"
      "as_of: 2026-02-30\n"
      "experience:\n"
      "  - {stage: 構竹, from: 2021-04, to: 2020-04}\n"
      "  - {stage: 保守, years: -1, domains: [sever], role: boss}\n"
      "skills:\n"
      "  network: 9\n"
      "  networks: 2\n"
      "certifications:\n"
      "  - {name: CCNA, acquired: 2024-06, expires: 2023-06}\n"
      "  - TOEIC\n"
      "preferences: {paths: [astronaut]}\n"
      "environment: {customer_contact: maybe}\n");
  EXPECT_FALSE(loaded.profile);
  EXPECT_THAT(test::places(loaded.diagnostics),
              ElementsAre("1:10 error unsupported-version", "2:7 error wrong-type", "3:1 error unknown-key",
                          "4:8 error invalid-date", "6:13 error unknown-stage", "6:36 error date-order",
                          "7:24 error out-of-range", "7:38 error unknown-domain", "7:52 error unknown-value",
                          "9:12 error out-of-range", "10:3 error unknown-skill", "12:46 error date-order",
                          "13:5 warning unknown-certification", "14:23 error unknown-path",
                          "15:33 error wrong-type"));
}

TEST(LoadedProfile, NotesPointAtTheOtherPlace) {
  const auto loaded = test::load(with_head("experience:\n  - {stage: 保守, from: 2021-04, to: 2020-04}\n"));
  const auto& item = loaded.diagnostics.items().front();
  EXPECT_EQ(test::to_string(item.span), "4:36-4:43");
  ASSERT_EQ(item.notes.size(), 1U);
  EXPECT_EQ(test::to_string(item.notes.front().span), "4:23-4:30");
}

TEST(LoadedProfile, ADiagnosticLimitKeepsTheCountsExact) {
  std::string text(kHead);
  text += "skills: {}\nexperience:\n";
  for (int i = 0; i < 1500; ++i) text += "  - {stage: [x1, x2, x3, x4, x5, x6, x7, x8], years: 1}\n";
  const auto loaded = test::load(text);
  EXPECT_EQ(loaded.diagnostics.count(Severity::error), 12'000U);
  EXPECT_EQ(loaded.diagnostics.items().size(), Diagnostics::kKept);
}

}  // namespace
}  // namespace upstream
