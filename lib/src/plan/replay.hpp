#pragma once

#include <vector>

#include "problem.hpp"
#include "steps.hpp"
#include "upstream/plan/plan.hpp"

namespace upstream::planning {

struct Replay {
  Profile profile;  ///< on the last day
  PlanDrift drift;
};

/// Carries the steps out in the order in which they end, on the last day: what each adds and opens, and what
/// comes without any.
[[nodiscard]] Replay replay(const Problem& problem, const Solution& solution,
                            const std::vector<Requirement>& ladder, std::vector<PlannedStep>& steps);

}  // namespace upstream::planning
