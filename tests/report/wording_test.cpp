#include "upstream/report/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream {
namespace {

using testing::HasSubstr;

struct EffortCase {
  const char* name;
  Effort effort;
  Text words;
};
void PrintTo(const EffortCase& row, std::ostream* out) { *out << row.name; }

class EffortWords : public testing::TestWithParam<EffortCase> {};

TEST_P(EffortWords, SayHoursAndMonths) { EXPECT_EQ(wording::effort(GetParam().effort), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Table, EffortWords,
    testing::Values(EffortCase{"Nothing", {0, 0, 0}, {"すぐに", "right away"}},                   //
                    EffortCase{"OneHour", {1, 1, 0}, {"1 時間", "1 hour"}},                       //
                    EffortCase{"SoManyHours", {60, 60, 0}, {"60 時間", "60 hours"}},              //
                    EffortCase{"ARange", {20, 40, 0}, {"20–40 時間", "20–40 hours"}},             //
                    EffortCase{"OneMonth", {0, 0, 1}, {"実務 1 か月", "1 month of field work"}},  //
                    EffortCase{"Months", {0, 0, 6}, {"実務 6 か月", "6 months of field work"}},   //
                    EffortCase{"Both",
                               {60, 120, 6},
                               {"60–120 時間と実務 6 か月", "60–120 hours and 6 months of field work"}}),  //
    test::kByName);

struct HeadlineCase {
  const char* name;
  std::string profile;
  Text part;
};
void PrintTo(const HeadlineCase& row, std::ostream* out) { *out << row.name; }

FileReport report_of(const std::string& body) {
  ReportOptions options;
  options.today = Date::of(2026, 10, 31)->first_day();
  return report_on(SourceFile("p.yaml", "version: 1\nname: テスト\n" + body), test::builtin_rubric(),
                   options);
}

class Headlines : public testing::TestWithParam<HeadlineCase> {};

TEST_P(Headlines, SayThePlaceAndWhoMustMove) {
  const auto report = report_of(GetParam().profile);
  ASSERT_TRUE(report.ok());
  const auto headline = wording::headline(*report.assessment);
  EXPECT_THAT(headline.ja, HasSubstr(GetParam().part.ja));
  EXPECT_THAT(headline.en, HasSubstr(GetParam().part.en));
  for (const auto* word : {"不合格", "失格", "低い", "劣", "！", "!"})
    EXPECT_EQ(headline.ja.find(word), std::string::npos) << word;
}

const std::string kSkills =
    "skills: {operations: 3, troubleshooting: 3, procedure-writing: 3, network: 3, server: 3, "
    "cloud-virtualization: 2, database: 2, "
    "security: 2, automation: 2, infra-architecture: 2, design-documentation: 2, requirements: 2, "
    "management: 2}\n";
const std::string kMaintenance =
    "experience: [{stage: 保守, from: 2022-01, domains: [server, network]}]\n" + kSkills;
const std::string kReady =
    "experience: [{stage: 保守, from: 2020-01, to: 2022-12, domains: [server, network]}, "
    "{stage: 構築, from: 2023-01, domains: [server, network]}]\n" +
    kSkills;
const std::string kThin =
    "experience: [{stage: 保守, from: 2024-04, to: 2025-09, domains: [server]}, "
    "{stage: 構築, from: 2025-10, domains: [server]}]\n"
    "skills: {operations: 2, troubleshooting: 2, procedure-writing: 0, network: 0, server: 3, "
    "cloud-virtualization: 0, database: 0, security: 0, automation: 0, infra-architecture: 0, "
    "design-documentation: 0, requirements: 0, management: 0}\n";
const std::string kNoChance =
    "environment: {sales_strength: weak, customer_contact: false, stages_offered: [保守]}\n";

INSTANTIATE_TEST_SUITE_P(
    Table, Headlines,
    testing::Values(
        HeadlineCase{"Nobody", "", {"これから入るところです", "about to enter the field"}},
        HeadlineCase{
            "LearntOnly", "skills: {network: 1}\n", {"監視を任せてもらえる準備", "prepared for monitoring"}},
        HeadlineCase{"OneGate",
                     kMaintenance,
                     {"次は設計です。止めているのは「構築の実践」(ラボ あと 60 時間)だけです。",
                      "Only one thing holds it shut: build practice"}},
        HeadlineCase{
            "OneGateAndThePost", kMaintenance + kNoChance, {"と、今の席です。", "and the post you are in"}},
        HeadlineCase{"OneGateAndAGoodPost",
                     kMaintenance + "environment: {sales_strength: strong, customer_contact: true, "
                                    "stages_offered: [保守, 構築, 設計]}\n",
                     {"今の席で積めます", "your post lets you gather it"}},
        HeadlineCase{
            "ReadyWithoutChance", kReady + kNoChance, {"足りないのは席です", "What is missing is the post"}},
        HeadlineCase{"ReadyPostUnknown", kReady, {"その仕事がある席かどうか", "whether your post offers it"}},
        HeadlineCase{
            "OpenButThin",
            kThin,
            {"設計の関門はすべて開いていますが、厚みはこれからです(到達度 38、積み上げ中)",
             "All gates to design are open, but the depth is still thin (readiness 38 of 100, building up)"}},
        HeadlineCase{
            "ThinAndThePost", kThin + kNoChance, {"席も合わせて考える時です", "so think of the post too"}},
        HeadlineCase{"ThinAndAGoodPost",
                     kThin + "environment: {sales_strength: strong, customer_contact: true, "
                             "stages_offered: [保守, 構築, 設計]}\n",
                     {"今の席で積めます", "Your post lets you add to it"}},
        HeadlineCase{"StaysReady",
                     kReady + "preferences: {goal: stay}\n",
                     {"いまの席を選んでいます", "chosen where you are"}},
        HeadlineCase{"StaysOnTheWay",
                     kMaintenance + "preferences: {goal: stay}\n",
                     {"上への道も残っています", "the way up stays open"}},
        HeadlineCase{"NothingStated",
                     "experience: [{stage: 設計, years: 10}]\n",
                     {"技能がまだ書かれていない", "No skill is stated yet"}}),
    test::kByName);

TEST(Depth, IsThinWhereAllGatesAreOpenAndTheReadinessIsInTheLowerHalfOfTheBands) {
  const auto thin = report_of(kThin);
  EXPECT_TRUE(wording::is_depth_thin(*thin.assessment));
  // Then the post is told about as that of somebody who still grows.
  EXPECT_TRUE(thin.assessment->seat.ready);
  const auto& unknown = test::builtin_rubric().seat.verdicts[static_cast<std::size_t>(Verdict::unknown)];
  EXPECT_EQ(wording::seat_advice(*thin.assessment).ja, unknown.advice.ja);
  const auto ready = report_of(kReady);
  EXPECT_FALSE(wording::is_depth_thin(*ready.assessment));
  EXPECT_EQ(wording::seat_advice(*ready.assessment).ja, unknown.advice_ready.ja);
  EXPECT_FALSE(wording::is_depth_thin(*report_of(kMaintenance).assessment));  // a gate is shut
}

TEST(Bands, HaveAWordForEveryScore) {
  for (int score = 0; score <= 100; ++score)
    EXPECT_FALSE(wording::band(score, test::builtin_rubric()).ja.empty()) << score;
}

TEST(Gaps, AllHaveSomethingToDo) {
  for (const auto& path : test::files_of_source_tree("profiles")) {
    ReportOptions options;
    options.today = Date::of(2026, 10, 31)->first_day();
    const auto report =
        report_on(SourceFile(path, test::read_source_tree(path)), test::builtin_rubric(), options);
    ASSERT_TRUE(report.ok()) << path;
    const auto check = [&](const Gap& gap) {
      SCOPED_TRACE(path + " " + wording::subject(gap).en);
      EXPECT_FALSE(wording::action(gap, *report.assessment).ja.empty());
      EXPECT_FALSE(wording::action(gap, *report.assessment).en.empty());
      for (const auto& step : gap.steps) EXPECT_FALSE(wording::step(step, test::builtin_rubric()).en.empty());
    };
    for (const auto& gap : report.assessment->gaps) check(gap);
    for (const auto& fit : report.assessment->paths) {
      for (const auto& gap : fit.gaps) check(gap);
      for (const auto reason : fit.reasons)
        EXPECT_FALSE(wording::path_reason(reason, fit, *report.assessment).ja.empty());
    }
    for (const auto& action : report.assessment->next_actions) {
      EXPECT_FALSE(wording::next_action(action, *report.assessment).ja.empty());
    }
  }
}

}  // namespace
}  // namespace upstream
