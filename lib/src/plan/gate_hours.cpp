#include "gate_hours.hpp"

#include <utility>

#include "branching.hpp"

namespace upstream::planning {
namespace {

/// How many are kept at once.
constexpr std::size_t kMostKnown = 5000;

/// All that it depends on, within one problem. That the profile, its ratings and its certificates are the
/// same goes without saying, and so does what gates ask.
std::vector<int> key_of(const Problem& problem, const Stop& stop) {
  const auto& facts = *stop.facts;
  std::vector<int> key{stop.target.stage.value, stop.month, stop.supervisor ? 1 : 0,
                       static_cast<int>(facts.labs.size())};
  for (std::uint16_t s = 0; s < problem.rubric.stages.size(); ++s)
    key.push_back(facts.arrived.contains({s}) ? 1 : 0);
  key.insert(key.end(), facts.held.begin(), facts.held.end());
  const auto needs = all_needs_of(stop.target, problem.rubric);
  for (const auto* need : asked_months(needs))
    key.push_back(facts.months(need->filter) >= need->months ? 1 : 0);
  const auto asked = asked_levels(needs, problem.rubric);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (asked[i] == 0) continue;
    const auto& skill = facts.skills[i];
    key.insert(key.end(), {skill.levels.score, skill.proven, skill.credited, skill.with_evidence,
                           skill.by_work, stop.used[i].in_all});
  }
  return key;
}

}  // namespace

Stop::Least GateHours::of(const Problem& problem, const Stop& stop) {
  auto key = key_of(problem, stop);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  if (known_.size() == kMostKnown) known_.clear();
  return known_.emplace(std::move(key), least_hours_to_gates(problem, *stop.facts, stop)).first->second;
}

}  // namespace upstream::planning
