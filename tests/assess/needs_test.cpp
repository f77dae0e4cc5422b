#include <functional>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "assess/evaluate.hpp"
#include "support/support.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream {
namespace {

using test::builtin_rubric;

/// The need, and every need within it.
void for_each_need(const Need& need, const std::function<void(const Need&)>& take) {
  take(need);
  const auto* all = std::get_if<AllOf>(&need.kind);
  const auto* some = std::get_if<AtLeast>(&need.kind);
  if (all == nullptr && some == nullptr) return;
  for (const auto& one : all != nullptr ? all->of : some->of) for_each_need(one, take);
}

std::vector<const Need*> needs_of_rubric() {
  std::vector<const Need*> needs;
  const auto add = [&](const std::vector<Requirement>& requirements) {
    for (const auto& requirement : requirements) needs.push_back(&requirement.need);
  };
  for (const auto& stage : builtin_rubric().stages) {
    for (const auto& gate : stage.gates) needs.push_back(&gate.need);
    add(stage.requirements);
  }
  for (const auto& path : builtin_rubric().paths) add(path.requirements);
  return needs;
}

// Two ways to the same answer: one with the points, one that stops as soon as it is known.
TEST(Needs, AreMetWhereTheirJudgementSaysSo) {
  int met = 0;
  int unmet = 0;
  for (const auto& path : test::files_of_source_tree("profiles")) {
    const auto report = report_on(SourceFile(path, test::read_source_tree(path)), builtin_rubric(), {});
    if (!report.ok()) continue;
    const auto facts = gather_facts(*report.profile, builtin_rubric(), report.day);
    for (const auto* whole : needs_of_rubric()) {
      for_each_need(*whole, [&](const Need& need) {
        for (const auto view : {View::low, View::score, View::high}) {
          const bool is_met_by_points = judge(need, facts, view).met;
          EXPECT_EQ(is_met(need, facts, view), is_met_by_points) << path;
          ++(is_met_by_points ? met : unmet);
        }
      });
    }
  }
  EXPECT_GT(met, 1000);
  EXPECT_GT(unmet, 1000);
}

}  // namespace
}  // namespace upstream
