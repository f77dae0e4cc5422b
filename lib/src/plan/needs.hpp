#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "assess/facts.hpp"

/// What the bounds of the search have to know of a need.
namespace upstream::planning {

/// Whether what skills add to the need is at most the sum of what each adds by itself: so for one skill, for
/// the best of several, and for means of such, but not for the best of several means.
[[nodiscard]] bool adds_up(const Need& need, bool within_best = false);
/// Whether the best of several skills earns it all.
[[nodiscard]] bool is_best_of_skills(const Need& need);

/// A requirement, and what the bounds have to know of its need.
struct Rung {
  const Requirement* requirement;
  bool adds_up = false;
  bool is_best_of_skills = false;
  bool asks_labs = false;
  bool asks_certificates = false;
  std::vector<int> levels{};  ///< that are asked, by SkillIndex

  [[nodiscard]] bool mentions(SkillIndex skill) const { return levels[skill.value] > 0; }
};
[[nodiscard]] std::vector<Rung> rungs_of(const std::vector<Requirement>& ladder, const Rubric& rubric);

/// What skills and labs have still to do that the need is met, the rest of it being as the facts have it;
/// nothing where they cannot do it. What is asked of a skill is left out where `matters` says so.
[[nodiscard]] std::optional<Need> left_to_do(const Need& need, const Facts& facts,
                                             const std::function<bool(SkillIndex)>& matters);

}  // namespace upstream::planning
