#pragma once

#include <vector>

#include "problem.hpp"
#include "upstream/plan/plan.hpp"

namespace upstream::planning {

/// What a plan takes for granted. `wished`: domains in which another post is looked for.
[[nodiscard]] std::vector<Text> assumptions_of(const Problem& problem, const PlanRequest& request,
                                               DomainSet wished, const Solution& solution);

}  // namespace upstream::planning
