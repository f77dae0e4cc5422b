#pragma once

#include <optional>
#include <string>

#include "upstream/plan/plan.hpp"
#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream::test {

/// What plans are compared by, in this order.
struct PlanCost {
  int months = 0;
  int hours = 0;
  int moves = 0;
  bool operator==(const PlanCost&) const = default;
};

struct BruteForceAnswer {
  std::optional<PlanCost> cost;  ///< of the cheapest plan; nothing where none is short enough
  std::string story;             ///< how that plan goes
  bool gave_up = false;          ///< there were too many plans: the answer says nothing
  long judgements = 0;           ///< profiles that were assessed
};

/// Tries every plan of 0, 1, 2, … months until one reaches the goal. Written from the rules of
/// docs/planning.md and with nothing of the search: it knows no bound and no dominance. All that it passes
/// over is what cannot be done in time and what costs more than a plan that it has found. For rubrics and
/// profiles of a handful of things.
[[nodiscard]] BruteForceAnswer try_every_plan(const Profile& profile, const Rubric& rubric, Day day,
                                              const PlanRequest& request, int most_months);

}  // namespace upstream::test
