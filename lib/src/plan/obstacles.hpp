#pragma once

#include <vector>

#include "problem.hpp"
#include "upstream/plan/plan.hpp"

namespace upstream::planning {

/// What keeps the goal out of reach within so many months, whatever is done. Empty where nothing shows: then
/// no single thing does, but their sum.
[[nodiscard]] std::vector<Obstacle> obstacles(const Problem& problem, const PlanGoal& goal, int months);

}  // namespace upstream::planning
