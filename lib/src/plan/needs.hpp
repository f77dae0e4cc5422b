#pragma once

#include "assess/facts.hpp"

/// What the bounds of the search have to know of a need.
namespace upstream::planning {

/// Whether what skills add to the need is at most the sum of what each adds by itself: so for one skill, for
/// the best of several, and for means of such, but not for the best of several means.
[[nodiscard]] bool adds_up(const Need& need, bool within_best = false);
/// Whether the best of several skills earns it all.
[[nodiscard]] bool is_best_of_skills(const Need& need);
[[nodiscard]] bool mentions(const Need& need, SkillIndex skill);
/// Hours of lab that the need lacks; kNever where it is not labs that it lacks.
[[nodiscard]] int lab_hours_for(const Need& need, const Facts& facts);

}  // namespace upstream::planning
