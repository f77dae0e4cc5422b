#pragma once

#include <vector>

#include "problem.hpp"
#include "upstream/plan/plan.hpp"

namespace upstream::planning {

/// One action of a solution, and what it writes into the profile.
struct PlannedStep {
  PlanAction action;
  std::optional<Decision> decision;    ///< the part of a decision that it is
  std::optional<std::size_t> segment;  ///< the segment of the course that it is
  bool is_stay = false;                ///< to go on as now
  int wanted = 0;                      ///< month by which it had better be done; it is due with its decision
  int rank = 0;                        ///< among those that are wanted by the same month
};

/// In which order actions are told: by their beginning; the post before the work, and the work before what is
/// learned at it.
[[nodiscard]] bool is_before(const PlanAction& a, const PlanAction& b);

/// The actions of a solution with their days, by beginning: study one after the other, as early or as late as
/// can be, work beside it.
enum class Pace : std::uint8_t { early, late };
[[nodiscard]] std::vector<PlannedStep> schedule(const Problem& problem, const Solution& solution, Pace pace);

/// Calendar months when all takes the least and the most hours.
[[nodiscard]] PlanRange months_of(const Problem& problem, const Solution& solution);

}  // namespace upstream::planning
