#pragma once

#include <map>
#include <optional>
#include <vector>

#include "budget.hpp"
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
  const std::vector<Requirement>* ladder =
      nullptr;  ///< that labs are chosen for, whether the goal asks points
  int weekly_hours = 0;
  bool certificates = true;  ///< may be planned
  StageIndex practice;       ///< stage of labs that belong to none
  Budget& budget;

  [[nodiscard]] Day day_of(int month) const { return months_after(facts.day, month); }
};

/// The facts of a profile on a day of the plan; the profile must outlive them.
[[nodiscard]] Facts assess(const Problem& problem, const Profile& profile, Day day);
/// The skills once more, after certificates and labs have been written into the facts.
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
  /// What is to be decided for earlier ones is asked of this one, too: months of work before a break may have
  /// raised a skill then.
  bool after_others = false;
};
[[nodiscard]] std::vector<Stop> stops_of(const Problem& problem, const Course& course, int months);

/// The profile but for certificates that are only planned.
[[nodiscard]] Profile without_planned_certificates(const Problem& problem, Profile profile);
/// Whether that profile has come to the target. No gate may owe it to a certificate that is only planned:
/// those are welcome, never required.
[[nodiscard]] bool is_reached(const Problem& problem, const Target& target, const Facts& facts);

/// Whether a certificate may be sat for after that work: what it presupposes is there, and it is not below
/// one that is held.
[[nodiscard]] bool may_be_planned(const Rubric& rubric, CertificationIndex certification, const Facts& facts);

/// What may be done about a skill at a stop.
struct Leeway {
  int work_months = 0;      ///< in which it may be raised by work
  int most_by_work = 0;     ///< nobody learns at work what that work does not give
  bool study = true;        ///< not any more once it has been raised by work
  bool supervisor = false;  ///< who can review it
};
/// The choices of every skill, lab and certificate that may help a target, judged against the facts of that
/// month.
[[nodiscard]] std::vector<SkillChoice> skill_choices(const Problem& problem, const Facts& facts,
                                                     SkillIndex skill, int asked, const Leeway& leeway);
/// After what has been decided for earlier stops: its months of work come behind those.
[[nodiscard]] Leeway leeway_for(const Problem& problem, const Facts& facts, SkillIndex skill,
                                const Stop& stop, const std::vector<Decision>& decided, bool supervisor);
[[nodiscard]] std::vector<LabChoice> lab_choices(const Problem& problem, const Facts& facts,
                                                 const std::vector<const LabHoursAtLeast*>& asked,
                                                 const std::vector<int>& levels,
                                                 const std::vector<int>& wanting_proof, bool supervisor);
/// Whether whatever a lab that is the study of some level for the ladder can do to open gates can be had for
/// no more by a lab of its own.
[[nodiscard]] bool gates_need_no_study_labs(const Problem& problem);
/// Whether the level can be come to by study.
[[nodiscard]] bool can_be_studied(const Rubric& rubric, SkillIndex skill, int level);
[[nodiscard]] Decision decide(const Problem& problem, const SkillChoice& choice, int due);
[[nodiscard]] Decision decide(const LabChoice& choice, int due);
[[nodiscard]] Decision decide(const Rubric& rubric, CertificationIndex certification, int due);
/// Months of the plan in which work uses the skill, up to that one, which the facts are of.
struct UsedMonths {
  int at_the_end = 0;  ///< without a break
  int in_all = 0;
};
[[nodiscard]] UsedMonths work_months(const Problem& problem, const Facts& facts, SkillIndex skill, int month);

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
  explicit Search(const Problem& problem)
      : problem_(problem),
        earliest_(problem.rubric.stages.size(), 0),
        is_settled_(problem.rubric.stages.size(), false) {}

  /// Whether anything at all may reach the goal within so many months. False is certain.
  [[nodiscard]] bool may_reach(int months);
  /// The cheapest solution of exactly so many months, if there is one.
  [[nodiscard]] std::optional<Solution> cheapest(int months);

 private:
  /// Whether work at the stage may begin after those months of the course so far, and hours of lab that have
  /// to be done by then at least.
  struct Beginning {
    bool possible = false;
    int lab_hours = 0;
  };
  [[nodiscard]] const Beginning& beginning(const Course& course, StageIndex stage, int month);
  [[nodiscard]] int least_lab_hours_before(const Course& course);
  [[nodiscard]] std::optional<Prospect> prospect(const Course& course, int months);
  [[nodiscard]] std::optional<Stop> relaxed(const Prospect& prospect);
  /// Least hours from that profile to the stop; kNever where nothing comes to it.
  [[nodiscard]] int least_hours_from(const Profile& profile, Stop stop, bool supervisor);

  void find_earliest(int months);

  const Problem& problem_;
  /// By stage the months that pass at least before work there can begin; known as far as plans have been
  /// looked for.
  std::vector<int> earliest_;
  std::vector<bool> is_settled_;
  /// Answers of `beginning`, which are the same for plans of any length.
  std::map<std::vector<int>, Beginning> beginnings_;
};

}  // namespace upstream::planning
