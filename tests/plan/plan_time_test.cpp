// What passes while a plan is carried out: certificates and proof get old, and posts change.

#include <algorithm>
#include <string>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/plan/plan.hpp"

namespace upstream {
namespace {

using test::builtin_rubric;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kMonitoring = R"(version: 1
name: A
as_of: 2026-11-26
experience:
  - {stage: monitoring, from: 2024-11, domains: [server, network]}
skills: {operations: 2, troubleshooting: 1, network: 1, server: 1, procedure-writing: 1}
certifications: [{name: CCNA, acquired: 2023-12-10}]
environment: {sales_strength: weak, assignment_months: 12, stages_offered: [monitoring]}
)";

Plan plan_of(std::string profile, std::string_view stage, ReportOptions day = {}) {
  PlanRequest request;
  request.goal.of = StageIndex{builtin_rubric().names.find(NameKind::stage, stage).index};
  request.change_post = true;
  auto answer = find_plan(report_on(SourceFile("a.yaml", std::move(profile)), builtin_rubric(), day),
                          builtin_rubric(), request);
  return std::get<Plan>(std::move(answer));
}

std::string text_of(Plan plan) {
  return render_plan_text(std::move(plan), {Language::en, 80, false, false}, "a.yaml");
}

TEST(PlanTime, TakesPointsOfWhatLapses) {
  const auto plan = plan_of(kMonitoring, "design");
  EXPECT_EQ(plan.drift.gain, -25);
  EXPECT_THAT(plan.drift.shuts, IsEmpty());
  EXPECT_THAT(text_of(plan_of(kMonitoring, "design")),
              testing::AllOf(HasSubstr("what time takes"), HasSubstr("-2.5 pt")));
}

// The server's proof is too old from 2027-04 on, and the gate that it opened today shuts.
TEST(PlanTime, HoldsAGateThatWouldShut) {
  const std::string profile = R"(version: 1
name: A
as_of: 2026-11-26
experience:
  - {stage: maintenance, from: 2020-10, to: 2023-03, domains: [server, cloud]}
  - {stage: [build, maintenance], from: 2023-04, domains: [cloud, network], role: leader, scale: medium}
labs:
  - {title: l, stage: build, domains: [cloud], hours: 60, artifact: a, date: 2026-02}
skills:
  operations: 3
  troubleshooting: 3
  procedure-writing: 3
  network: 2
  server: 3
  cloud-virtualization: {level: 3, reviewed_level: 2, evidence: [{kind: work, note: n, date: 2025-03}]}
  automation: {level: 3, last_used: 2026-10}
  infra-architecture: 2
  management: 2
)";
  PlanRequest request;
  request.goal = {PathIndex{builtin_rubric().names.find(NameKind::path, "cloud-engineer").index}, 70};
  const auto answer =
      find_plan(report_on(SourceFile("a.yaml", profile), builtin_rubric(), {}), builtin_rubric(), request);
  const auto& plan = std::get<Plan>(answer);
  ASSERT_THAT(plan.drift.falls, testing::SizeIs(1));
  EXPECT_EQ(builtin_rubric()[plan.drift.falls.front().skill].id, "server");
  ASSERT_THAT(plan.drift.shuts, testing::SizeIs(1));
  const auto* gate = plan.drift.shuts.front();
  EXPECT_TRUE(std::any_of(plan.actions.begin(), plan.actions.end(), [&](const PlanAction& action) {
    return std::find(action.opens.begin(), action.opens.end(), gate) != action.opens.end();
  }));
  EXPECT_THAT(render_plan_text(answer, {Language::en, 80, false, false}, "a.yaml"),
              testing::AllOf(HasSubstr("holds the gate '" + gate->label.en + "'"), HasSubstr("3 → 2"),
                             Not(HasSubstr("opens the gate '" + gate->label.en + "'"))));
}

TEST(PlanTime, TellsGatesThatOpenByWorkThatIsToCome) {
  const std::string profile = R"(version: 1
name: A
as_of: 2026-10-31
experience:
  - {stage: monitoring, from: 2026-05, domains: [server]}
  - {stage: maintenance, from: 2026-12, to: 2028-12, domains: [server]}
skills: {server: 3, operations: 2, troubleshooting: 2}
environment: {stages_offered: [monitoring]}
)";
  const auto plan = plan_of(profile, "design");
  std::vector<std::string> opened;
  for (const auto* gate : plan.drift.opens) opened.push_back(gate->id);
  EXPECT_THAT(opened, ElementsAre("build-gate-ground", "design-gate-maintenance", "design-gate-domain"));
  EXPECT_THAT(
      text_of(plan_of(profile, "design")),
      testing::AllOf(HasSubstr("what time brings"), HasSubstr("opens the gate 'a year of maintenance'"),
                     HasSubstr("work that the profile has for later (from 2026-12)")));
}

TEST(PlanTime, SaysOfANewPostOnlyWhatWorkItOffers) {
  const auto plan = plan_of(kMonitoring, "design");
  EXPECT_THAT(plan.whatif, Contains("environment={stages_offered: [maintenance, build, design]}"));
  for (const auto& assumption : plan.assumptions) EXPECT_THAT(assumption.en, Not(HasSubstr("offers no")));
}

TEST(PlanTime, AsksForWorkBeforeItBegins) {
  for (int day = 1; day <= 30; ++day) {
    const auto plan =
        plan_of(kMonitoring, "design",
                {.day = std::chrono::sys_days{std::chrono::year{2026} / 11 / day}, .today = {}});
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
      const auto& ask = plan.actions[i];
      if (ask.kind != PlanActionKind::ask_post) continue;
      const auto work = std::find_if(plan.actions.begin(), plan.actions.end(), [&](const PlanAction& one) {
        return one.kind == PlanActionKind::work && one.stage == ask.stage;
      });
      ASSERT_NE(work, plan.actions.end());
      EXPECT_GT(work - plan.actions.begin(), static_cast<std::ptrdiff_t>(i)) << day;
      EXPECT_GE(work->start, ask.end) << day;
    }
  }
}

TEST(PlanTime, WithoutHoursSaysThatNothingFits) {
  PlanRequest request;
  request.goal.of = StageIndex{builtin_rubric().names.find(NameKind::stage, "maintenance").index};
  request.weekly_hours = 0;
  const std::string profile = R"(version: 1
name: A
as_of: 2026-11-26
experience: [{stage: monitoring, years: 2, domains: [network]}]
certifications: [CCNA]
)";
  const auto answer =
      find_plan(report_on(SourceFile("a.yaml", profile), builtin_rubric(), {}), builtin_rubric(), request);
  const auto& none = std::get<NoPlan>(answer);
  ASSERT_EQ(none.obstacles.size(), 1U);
  EXPECT_EQ(none.obstacles.front().kind, ObstacleKind::study_hours);
  EXPECT_THAT(none.obstacles.front().text.en, HasSubstr("there is room neither for study"));
}

// It adds nothing and must not cost the answer.
TEST(PlanTime, IsNotSpentOnTheSameEvidence) {
  std::string evidence;
  for (int line = 0; line < 1000; ++line) evidence += "n, ";
  std::string profile =
      "version: 1\nname: A\nas_of: 2026-10-31\n"
      "experience: [{stage: monitoring, from: 2020-01, domains: [server]}]\nskills:\n";
  for (const auto& skill : builtin_rubric().skills)
    profile += "  " + skill.id + ": {level: 1, evidence: [" + evidence + "n]}\n";
  PlanRequest request;
  request.goal.of = PathIndex{builtin_rubric().names.find(NameKind::path, "security-engineer").index};
  request.change_post = true;
  const auto answer =
      find_plan(report_on(SourceFile("a.yaml", profile), builtin_rubric(), {}), builtin_rubric(), request);
  const auto* plan = std::get_if<Plan>(&answer);
  ASSERT_NE(plan, nullptr);
  EXPECT_THAT(plan->unproven, IsEmpty());
}

TEST(PlanTime, NamesItsFirstDayWhereTheProfileHasAnother) {
  const Day other = std::chrono::sys_days{std::chrono::year{2026} / 8 / 1};
  EXPECT_THAT(plan_of(kMonitoring, "design").whatif, Not(Contains("--as-of")));
  const auto plan = plan_of(kMonitoring, "design", {.day = other, .today = {}});
  const auto option = std::find(plan.whatif.begin(), plan.whatif.end(), "--as-of");
  ASSERT_NE(option, plan.whatif.end());
  EXPECT_EQ(*(option + 1), "2026-08-01");
}

}  // namespace
}  // namespace upstream
