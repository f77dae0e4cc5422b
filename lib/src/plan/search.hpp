#pragma once

#include <optional>
#include <vector>

#include "decision.hpp"
#include "post.hpp"
#include "target.hpp"

namespace upstream::planning {

/// Everything the search needs to know; all that is referred to must outlive it.
struct Problem {
  const Rubric& rubric;
  const Facts& facts;  ///< of the first day
  const Post& post;
  Target goal;
  int weekly_hours = 0;
  bool certificates = true;  ///< may be planned
  StageIndex practice;       ///< stage of labs that belong to none

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

/// What the months of a course cost beside study: asking for posts, and moving.
[[nodiscard]] int hours_of(const Course& course, const Rubric& rubric);
[[nodiscard]] int moves_of(const Course& course);

/// The profile at the end of `month` of a plan, with every decision that is due by then carried out.
[[nodiscard]] Profile carried_out(const Problem& problem, const Course& course,
                                  const std::vector<Decision>& decisions, int month);

/// Stops on the way that a course presupposes: before work at a stage its gates must be open.
struct Stop {
  int month = 0;
  Target target;
  std::vector<int> also_to{};  ///< levels to which skills may be brought though the target does not ask it
};
[[nodiscard]] std::vector<Stop> stops_of(const Problem& problem, const Course& course, int months);

/// Whether a certificate may be sat for after that work: what it presupposes is there, and it is not below
/// one that is held.
[[nodiscard]] bool may_be_planned(const Rubric& rubric, CertificationIndex certification, const Facts& facts);

/// What may be done about a skill at a stop.
struct Leeway {
  int work_months = 0;      ///< in which it may be raised by work
  bool study = true;        ///< not any more once it has been raised by work
  bool supervisor = false;  ///< who can review it
};
/// The choices of every skill, lab and certificate that may help a target, judged against the facts of that
/// month.
[[nodiscard]] std::vector<SkillChoice> skill_choices(const Problem& problem, const Facts& facts,
                                                     SkillIndex skill, int asked, const Leeway& leeway);
/// After what has been decided for earlier stops: its months of work come behind those.
[[nodiscard]] Leeway leeway_for(const Problem& problem, const Profile& profile, SkillIndex skill, int month,
                                const std::vector<Decision>& decided, bool supervisor);
[[nodiscard]] std::vector<LabChoice> lab_choices(const Problem& problem, const Facts& facts,
                                                 const std::vector<const LabHoursAtLeast*>& asked,
                                                 const std::vector<int>& levels, bool supervisor);
/// Whether the level can be come to by study.
[[nodiscard]] bool can_be_studied(const Rubric& rubric, SkillIndex skill, int level);
[[nodiscard]] Decision decide(const Problem& problem, const SkillChoice& choice, int due);
[[nodiscard]] Decision decide(const LabChoice& choice, int due);
[[nodiscard]] Decision decide(const Rubric& rubric, CertificationIndex certification, int due);
/// Months of the plan in which work uses the skill, up to that one.
struct UsedMonths {
  int at_the_end = 0;  ///< without a break
  int in_all = 0;
};
[[nodiscard]] UsedMonths work_months(const Profile& profile, SkillIndex skill, const Problem& problem,
                                     int month);

/// A course, and what it takes at least as far as is known.
struct Prospect {
  Course course;
  std::vector<Stop> stops;
  Solution at_least;
  bool is_relaxed = false;  ///< `at_least` is the cheapest way if its gates could open as late as one likes
};

/// Exact: branch and bound over all decisions, with bounds that never exceed what is still to be done, so
/// that what it leaves out cannot be better (docs/planning.md tells the proof).
class Search {
 public:
  static constexpr long kMostNodes = 1'000'000;  ///< of one plan
  static constexpr long kAssessed = 4;  ///< so many nodes stand for gathering the facts of a profile anew

  explicit Search(const Problem& problem) : problem_(problem) {}

  /// Whether anything at all may reach the goal within so many months. False is certain.
  [[nodiscard]] bool may_reach(int months);
  /// The cheapest solution of exactly so many months, if there is one.
  [[nodiscard]] std::optional<Solution> cheapest(int months);

  /// False once the bound on the work has been hit: then a solution need not be the cheapest, and none need
  /// not mean that there is none.
  [[nodiscard]] bool is_exhaustive() const { return nodes_ <= kMostNodes; }
  [[nodiscard]] long nodes() const { return nodes_; }

 private:
  [[nodiscard]] std::optional<Prospect> prospect(const Course& course, int months);
  [[nodiscard]] std::optional<Stop> relaxed(const Prospect& prospect);
  /// Least hours from that profile to the stop; kNever where nothing comes to it.
  [[nodiscard]] int least_hours_from(const Profile& profile, const Stop& stop, bool supervisor);

  const Problem& problem_;
  long nodes_ = 0;
};

}  // namespace upstream::planning
