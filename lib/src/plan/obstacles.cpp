#include "obstacles.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "assess/evaluate.hpp"
#include "branching.hpp"
#include "plan_words.hpp"
#include "report/phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::planning {
namespace {

/// Stages below the goal that the post does not offer, and at which more months were of use.
StageSet stages_missing(const Problem& problem, const Need& need) {
  StageSet missing;
  for (const auto* part : asked_months({&need})) {
    for (std::uint16_t s = 0; s < problem.rubric.stages.size(); ++s) {
      if (part->filter.stages.contains({s}) && !problem.post.stages().contains({s}))
        missing.insert(StageIndex{s});
    }
  }
  return missing;
}

Text reason(const Problem& problem, const Need& need, ObstacleKind& kind) {
  const auto missing = stages_missing(problem, need);
  if (problem.weekly_hours == 0) {
    kind = ObstacleKind::study_hours;
    return {"週の学習時間が 0 なので、学びやラボでは開かない",
            "no study or lab can open it with 0 hours a week"};
  }
  kind = ObstacleKind::post;
  if (missing.empty())
    return {"学びだけでは届かず、今の席の仕事でも積めない",
            "study alone does not get there, nor does the work of the present post"};
  const auto names = phrases::stages(missing, problem.rubric);
  return {fmt::format("学びでは開かない。今の席には{}の仕事がない", names.ja),
          fmt::format("not by study: your post offers no {}", names.en)};
}

}  // namespace

std::vector<Obstacle> obstacles(const Problem& problem, const PlanGoal& goal, int months) {
  const auto& rubric = problem.rubric;
  const std::vector<int> at_once(rubric.stages.size(), 0);
  auto stop = stop_at(problem, {months, months}, {problem.goal.stage, nullptr, 0},
                      problem.post.work_everywhere(problem.post.stages(), months, at_once), true);
  stop.after_others = true;
  const auto& facts = *stop.facts;
  std::vector<Obstacle> found;
  for (std::uint16_t s = 0; s <= problem.goal.stage.value; ++s) {
    for (const auto& gate : rubric.stages[s].gates) {
      if (may_open(problem, facts, stop, {s}, gate)) continue;
      Obstacle obstacle;
      obstacle.id = gate.id;
      const auto why = reason(problem, gate.need, obstacle.kind);
      obstacle.text = {
          fmt::format("{}の関門「{}」: {}", rubric.stages[s].label.ja, gate.label.ja, why.ja),
          fmt::format("the gate '{}' of {}: {}", gate.label.en, rubric.stages[s].label.en, why.en)};
      found.push_back(std::move(obstacle));
    }
  }
  if (!found.empty() || problem.goal.ladder == nullptr) return found;
  auto scored = stop_at(problem, {months, months}, problem.goal, *stop.work, true);
  scored.after_others = true;
  const int most = most_points(problem, facts, scored);
  if (most >= problem.goal.permille) return found;
  found.push_back({ObstacleKind::points,
                   "",
                   {fmt::format("できることをすべてしても{}は {} 点を超えない({} 点が要る)",
                                readiness_noun(goal).ja, most / 10, problem.goal.permille / 10),
                    fmt::format("all that can be done comes to a readiness of {} at most; it takes {}",
                                most / 10, problem.goal.permille / 10)}});
  return found;
}

}  // namespace upstream::planning
