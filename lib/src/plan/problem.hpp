#pragma once

#include <optional>
#include <vector>

#include "budget.hpp"
#include "decision.hpp"
#include "gains.hpp"
#include "held.hpp"
#include "needs.hpp"
#include "post.hpp"
#include "stop.hpp"
#include "target.hpp"

namespace upstream::planning {

class Menus;

/// Everything the search needs to know; all that is referred to must outlive it.
struct Problem {
  const Rubric& rubric;
  const Facts& facts;  ///< of the first day
  const Post& post;
  Target goal;
  const std::vector<Requirement>* ladder =
      nullptr;  ///< that labs are chosen for, whether the goal asks points
  int weekly_hours = 0;
  bool certificates = true;  ///< may be planned
  StageIndex practice;       ///< stage of labs that belong to none
  Budget& budget;
  KnownGains& known_gains;
  HeldByMonth& held;
  Menus& menus;
  std::vector<Rung> rungs{};                         ///< of the ladder
  std::vector<SkillIndex> skills_asked{};            ///< by any gate, and by the ladder
  std::vector<const MonthsAtLeast*> months_asked{};  ///< by the same
  /// By what of it is not open on the first day: labs, and by SkillIndex the level.
  std::vector<const LabHoursAtLeast*> labs_asked{};
  std::vector<int> levels_asked{};
  /// By SkillIndex and level, of those that are labs.
  std::vector<std::vector<std::optional<Lab>>> study_labs{};

  /// Every gate, be it above the goal's stage, and the ladder.
  [[nodiscard]] Target everything() const {
    return {{static_cast<std::uint16_t>(rubric.stages.size() - 1)}, ladder, 0};
  }
  /// The lab that the step of study to the level is; absent where it is none.
  [[nodiscard]] const Lab* study_lab(SkillIndex skill, int level) const {
    const auto& lab = study_labs[skill.value][static_cast<std::size_t>(level)];
    return lab ? &*lab : nullptr;
  }
  /// Calls `take` with every lab that is a step of the study.
  template <typename Take>
  void for_each_lab(const SkillChoice& study, Take&& take) const {
    for (int level = study.from + 1; level <= study.studied_to; ++level) {
      if (const auto* lab = study_lab(study.skill, level)) take(*lab);
    }
  }
  /// Takes what it costs to judge the profile from the budget.
  void spend_for(const Profile& profile) const;
  [[nodiscard]] Day day_of(int month) const { return months_after(facts.day, month); }
};

struct Solution {
  int months = 0;
  int hours = 0;
  int moves = 0;
  Course course;
  std::vector<Decision> decisions;

  /// Cheaper in this order: months, hours, moves.
  [[nodiscard]] bool is_cheaper_than(const Solution& other) const;
};

/// What work costs beside study: asking for posts, and moving.
[[nodiscard]] int hours_of(const std::vector<Job>& jobs, const Rubric& rubric);
[[nodiscard]] int moves_of(const std::vector<Job>& jobs);

/// The cheapest solution that has been found.
struct Best {
  std::optional<Solution> solution;
  bool any_will_do = false;  ///< whether the first that is cheaper is enough
  bool is_new = false;       ///< whether one has been found since

  /// Whether what takes at least so many hours and moves need not be looked at.
  [[nodiscard]] bool beats(int hours, int moves) const;
};

/// The profile at the end of `month` of a plan, with every decision that is due by then carried out.
[[nodiscard]] Profile carried_out(const Problem& problem, const Course& course,
                                  const std::vector<Decision>& decisions, int month);

}  // namespace upstream::planning
