#include <algorithm>

#include "evaluate.hpp"
#include "outlook.hpp"
#include "steps.hpp"

namespace upstream {
namespace {

struct Time {
  std::optional<int> months = 0;
  bool by_work = false;  ///< field work takes the time, or keeps it from passing; otherwise study does
};

/// The least time until one gate opens: by its own need, or by arriving at the stage.
Time time_to_open(const GateState& gate, const Facts& facts) {
  const auto way = cheapest_way(gate.gate->need, facts, gate.stage);
  Time time;
  time.months = way.possible ? calendar_months(way.effort, facts.weekly_hours) : std::nullopt;
  time.by_work = !way.possible || (way.effort.months > 0 && time.months == way.effort.months);
  StageSet from_here_up;
  for (auto s = gate.stage.value; s < facts.rubric->stages.size(); ++s) from_here_up.insert(StageIndex{s});
  if (facts.can_work_at(from_here_up, gate.stage)) {
    const int arrival = facts.rubric->settings.arrival_months - months_from(gate.stage, facts);
    if (!time.months || arrival < *time.months) return {arrival, true};
  }
  return time;
}

/// Gates are worked on side by side, so the slowest tells: a bound from below.
Time time_to_reach(StageIndex stage, const Assessment& assessment, const Facts& facts) {
  Time slowest;
  for (const auto& gate : assessment.gates) {
    if (gate.open || gate.stage > stage) continue;
    const auto time = time_to_open(gate, facts);
    if (!time.months) return time;
    if (*time.months >= *slowest.months) slowest = time;
  }
  return slowest;
}

EstimateBasis basis_of(const Time& time) {
  if (!time.months) return time.by_work ? EstimateBasis::post_cannot_give : EstimateBasis::no_study_hours;
  if (*time.months == 0) return EstimateBasis::nothing_missing;
  return time.by_work ? EstimateBasis::field_work : EstimateBasis::study;
}

}  // namespace

Estimate estimate(const Assessment& assessment, const Facts& facts) {
  Estimate result;
  result.weekly_hours = facts.weekly_hours;
  result.weekly_hours_stated = facts.profile->preferences.study_hours_per_week.has_value();
  const auto target = time_to_reach(facts.rubric->target(), assessment, facts);
  result.months_to_target = target.months;
  result.target_basis = basis_of(target);
  if (!assessment.next) {
    result.next_basis = EstimateBasis::top;
    return result;
  }
  const auto next = time_to_reach(*assessment.next, assessment, facts);
  result.months_to_next = next.months;
  result.next_basis = basis_of(next);
  return result;
}

std::string_view id(EstimateBasis basis) {
  switch (basis) {
    case EstimateBasis::nothing_missing:
      return "nothing-missing";
    case EstimateBasis::study:
      return "study";
    case EstimateBasis::field_work:
      return "field-work";
    case EstimateBasis::post_cannot_give:
      return "post-cannot-give";
    case EstimateBasis::no_study_hours:
      return "no-study-hours";
    case EstimateBasis::top:
      break;
  }
  return "top";
}

}  // namespace upstream
