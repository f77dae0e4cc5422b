#pragma once

#include <optional>
#include <vector>

#include "budget.hpp"
#include "decision.hpp"
#include "gains.hpp"
#include "needs.hpp"
#include "post.hpp"
#include "stop.hpp"
#include "target.hpp"

namespace upstream::planning {

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
  std::vector<Rung> rungs{};  ///< of the ladder

  [[nodiscard]] Day day_of(int month) const { return months_after(facts.day, month); }
};

/// The facts of a profile on a day of the plan; the profile must outlive them.
[[nodiscard]] Facts assess(const Problem& problem, const Profile& profile, Day day);
/// The skills once more, after what else the facts are has been written into them.
void judge_again(const Problem& problem, Facts& facts);

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

/// The profile at the stop, with every decision that is due by then carried out.
[[nodiscard]] Profile carried_out(const Problem& problem, const Stop& stop,
                                  const std::vector<Decision>& decisions);

/// The facts at the stop once those have been carried out as well, none of which is a certificate. `written`
/// is what they write, and has to outlive the facts.
[[nodiscard]] Facts with_decisions(const Problem& problem, const Facts& facts,
                                   const std::vector<const Decision*>& decisions, Profile& written);

/// The profile but for certificates that are only planned.
[[nodiscard]] Profile without_planned_certificates(const Problem& problem, Profile profile);
[[nodiscard]] bool has_planned_certificates(const Problem& problem, const Facts& facts);
/// Whether that profile has come to the target. No gate may owe it to a certificate that is only planned:
/// those are welcome, never required.
[[nodiscard]] bool is_reached(const Problem& problem, const Target& target, const Facts& facts);
[[nodiscard]] bool is_reached(const Problem& problem, const Stop& stop, const Profile& profile);

}  // namespace upstream::planning
