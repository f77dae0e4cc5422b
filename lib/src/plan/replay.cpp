#include "replay.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "assess/evaluate.hpp"
#include "whatif_words.hpp"

namespace upstream::planning {
namespace {

/// What facts are worth: points of the goal's ladder, gates that are open, levels that count.
struct Worth {
  int permille = 0;
  std::vector<const Gate*> open;
  std::vector<int> levels;  ///< by SkillIndex

  Worth(const Facts& facts, const std::vector<Requirement>& ladder)
      : permille(total(ladder, facts, View::score)) {
    const auto& stages = facts.rubric->stages;
    for (std::uint16_t s = 0; s < stages.size(); ++s) {
      for (const auto& gate : stages[s].gates) {
        if (is_open(gate, {s}, facts)) open.push_back(&gate);
      }
    }
    for (const auto& skill : facts.skills) levels.push_back(skill.levels.score);
  }
};

std::vector<const Gate*> only_in(const std::vector<const Gate*>& these,
                                 const std::vector<const Gate*>& others) {
  std::vector<const Gate*> all;
  std::copy_if(these.begin(), these.end(), std::back_inserter(all), [&](const Gate* gate) {
    return std::find(others.begin(), others.end(), gate) == others.end();
  });
  return all;
}

PlanDrift drift_of(const Worth& at_first, const Worth& at_last) {
  PlanDrift drift{at_last.permille - at_first.permille,
                  only_in(at_last.open, at_first.open),
                  only_in(at_first.open, at_last.open),
                  {}};
  for (std::uint16_t i = 0; i < at_last.levels.size(); ++i) {
    if (at_last.levels[i] < at_first.levels[i])
      drift.falls.push_back({{i}, at_first.levels[i], at_last.levels[i]});
  }
  return drift;
}

/// What is known of the post that is left does not hold for the new one, which is taken to offer the work
/// that the plan counts on.
void move_on(Profile& profile, const Problem& problem, const Solution& solution) {
  const auto& segments = solution.course.segments;
  const auto move = std::find_if(segments.begin(), segments.end(), is_move);
  if (move == segments.end() || !profile.environment) return;
  StageSet offered;
  for (auto segment = move; segment != segments.end(); ++segment) offered.insert(segment->job.stage);
  offered.insert(problem.goal.stage);
  profile.environment = Environment{};
  profile.environment->stages_offered = offered;
}

}  // namespace

Replay replay(const Problem& problem, const Solution& solution, const std::vector<Requirement>& ladder,
              std::vector<PlannedStep>& steps) {
  const auto& rubric = problem.rubric;
  const Day last = problem.day_of(solution.months);
  const auto& original = *problem.facts.profile;
  const auto worked = problem.post.work_through(solution.course, solution.months);
  auto profile = original;
  for (std::size_t i = 0; i < profile.experience.size(); ++i)
    profile.experience[i].to = worked.experience[i].to;
  bool stayed =
      std::none_of(steps.begin(), steps.end(), [](const PlannedStep& step) { return step.is_stay; });
  const auto worth = [&] {
    auto then = profile;
    if (!stayed) problem.post.leave_at_once(then);
    return Worth(gather_facts(then, rubric, last), ladder);
  };
  std::stable_sort(steps.begin(), steps.end(),
                   [](const PlannedStep& a, const PlannedStep& b) { return a.action.end < b.action.end; });
  auto before = worth();
  auto drift = drift_of(Worth(problem.facts, ladder), before);
  for (auto& step : steps) {
    const auto was = profile;
    if (step.segment)
      profile.experience.push_back(worked.experience[original.experience.size() + *step.segment]);
    if (step.decision) carry_out(profile, *step.decision, rubric, problem.practice, step.action.end);
    stayed = stayed || step.is_stay;
    const auto after = worth();
    step.action.gain = after.permille - before.permille;
    step.action.opens = only_in(after.open, before.open);
    step.action.whatif = whatif_words(was, profile, rubric);
    before = after;
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const PlannedStep& a, const PlannedStep& b) { return is_before(a.action, b.action); });
  move_on(profile, problem, solution);
  return {std::move(profile), std::move(drift)};
}

}  // namespace upstream::planning
