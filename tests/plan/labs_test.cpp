#include <algorithm>
#include <string>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/plan/plan.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream {
namespace {

using test::builtin_rubric;

std::variant<Plan, NoPlan> plan_of(std::string profile, std::string_view path) {
  PlanRequest request;
  request.goal.of = PathIndex{builtin_rubric().names.find(NameKind::path, path).index};
  request.change_post = true;
  return find_plan(report_on(SourceFile("a.yaml", std::move(profile)), builtin_rubric(), {}),
                   builtin_rubric(), request);
}

// The first gate takes 28 hours of lab, the last one 20 more and a level that a lab of 40 hours about
// databases proves. One lab is all of it.
TEST(PlanLabs, OneOfAnEarlierGateIsLongerAndAboutWhatLaterOnesAsk) {
  const auto answer = plan_of(R"(version: 1
name: A
as_of: 2026-10-31
experience:
  - {stage: monitoring, from: 2026-09, domains: [cloud], customer_facing: true}
skills: {automation: 1, operations: 0, database: 3, design-documentation: 0, security: 0}
certifications:
  - {name: LinuC レベル1, acquired: 2025-10}
labs:
  - {title: l, stage: build, hours: 12, artifact: a, date: 2025-03}
preferences: {study_hours_per_week: 6}
environment: {stages_offered: [build]}
)",
                              "inhouse-se");
  const auto* plan = std::get_if<Plan>(&answer);
  ASSERT_NE(plan, nullptr);
  EXPECT_THAT(plan->unproven, testing::IsEmpty());
  std::vector<std::string> labs;
  for (const auto& action : plan->actions) {
    if (action.kind == PlanActionKind::lab && !action.skill) labs.push_back(action.id);
  }
  EXPECT_THAT(labs, testing::ElementsAre("lab-build-database"));
  EXPECT_EQ(plan->months.likely, 24);
  EXPECT_EQ(plan->hours.likely, 608);
  EXPECT_EQ(plan->actions.size(), 23U);
}

}  // namespace
}  // namespace upstream
