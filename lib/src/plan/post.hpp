#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "assess/facts.hpp"

namespace upstream::planning {

/// The day so many months later; the last of a month stays the last of a month.
[[nodiscard]] Day months_after(Day day, int months);

/// Work at one stage, and how it is had.
struct Job {
  StageIndex stage;
  std::optional<ActionKind> by;  ///< what has to be done to be given it
  int lead = 0;                  ///< months from doing that to the first of work

  [[nodiscard]] bool is_elsewhere() const { return by && *by != ActionKind::take_offered_work; }
};

/// Work in the months begin + 1 … begin + months of the plan.
struct Segment {
  Job job;
  int begin = 0;
  int months = 0;
};
[[nodiscard]] inline bool is_move(const Segment& segment) { return segment.job.is_elsewhere(); }

/// How the months of a plan are worked: first on as now, then at other stages, each above the one before.
struct Course {
  int stay = 0;
  std::vector<Segment> segments;
};

/// The present post, and what can be had there or elsewhere.
class Post {
 public:
  /// `wished`: domains in which new posts are looked for, beside the present ones.
  Post(const Facts& facts, bool may_change, DomainSet wished);

  /// Leaves out of the courses every stage that serves none of the needs for which another stage above it
  /// does not do as well, when both are open from the first day: nobody plans lower work than can be had.
  void leave_out_lower_work(const std::vector<const Need*>& needs, std::optional<StageIndex> reached);

  /// What work can come behind that, in the order of a course; nothing lower than before.
  [[nodiscard]] std::vector<Job> jobs_after(const std::vector<Job>& before) const;
  /// The months as now that such a course may begin with.
  [[nodiscard]] int least_stay() const { return least_stay_; }
  [[nodiscard]] int most_stay(const Job& first, int months) const;

  /// The profile once the first `upto` months of the course have passed.
  [[nodiscard]] Profile work_through(const Course& course, int upto) const;
  /// Ends the work that goes on with the last month before the plan.
  void leave_at_once(Profile& profile) const;
  /// The same, and all of those jobs behind each other for as long as may be: so many months, which bear no
  /// date.
  [[nodiscard]] Profile work_at_most(int stay, int upto, const std::vector<std::pair<Job, int>>& jobs) const;
  /// More than any course can bring: all those of the stages that can be had, side by side, each from the
  /// month that it can begin in at the earliest.
  [[nodiscard]] Profile work_everywhere(const StageSet& stages, int months,
                                        const std::vector<int>& earliest) const;

  /// Stages that can be had at all.
  [[nodiscard]] const StageSet& stages() const { return stages_; }
  /// Whether somebody there can review a level.
  [[nodiscard]] bool has_supervisor() const { return there_; }
  [[nodiscard]] bool is_there() const { return there_; }
  /// The highest stage that is worked at now.
  [[nodiscard]] std::optional<StageIndex> stage_now() const {
    return now_.empty() ? std::nullopt : std::optional(now_.highest());
  }
  /// Whether nothing is written about what it offers.
  [[nodiscard]] bool is_unknown() const { return there_ && !facts_.offered; }
  /// Whether the person works or has worked at the stage or above, so that no gate stands before it.
  [[nodiscard]] bool has_worked_at(StageIndex stage) const { return experienced_ && *experienced_ >= stage; }
  /// How and with which lead the stage is had; nothing where it is not to be had. `moved`: after a change.
  [[nodiscard]] std::optional<Job> job_at(StageIndex stage, bool moved, StageIndex highest) const;
  /// To work at the stage in another post, in the domains that are wished for: one stage up at most, and
  /// never back to lower work than has been done (S1 lead).
  [[nodiscard]] std::optional<Job> job_elsewhere(StageIndex stage, bool moved, StageIndex highest) const;

  /// The last month that has ended by the first day, as `month_index` counts.
  [[nodiscard]] int last_ended() const { return last_ended_; }
  /// First and last day of the months of work begin + 1 … begin + months of the plan; none begins before it.
  [[nodiscard]] Day first_day_of_work(int begin) const;
  [[nodiscard]] Day last_day_of_work(int months) const;
  /// The entry as which segments are worked.
  [[nodiscard]] Experience entry_at(StageIndex stage, int begin, int months, bool elsewhere) const;

 private:
  void leave(Profile& profile, int stay) const;
  [[nodiscard]] bool is_open(StageIndex stage, std::optional<StageIndex> reached) const {
    return has_worked_at(stage) || (reached && *reached >= stage);
  }

  const Facts& facts_;
  Profile profile_;  ///< without texts, which say nothing on later days and cost time to carry along
  const Rubric& rubric_;
  bool may_change_ = false;
  DomainSet wished_;
  bool there_ = false;
  StageSet now_;                       ///< stages of the entries that go on
  StageSet unending_;                  ///< of those that no end is written of
  const Experience* entry_ = nullptr;  ///< of those, the one that began last
  std::optional<StageIndex> experienced_;
  ActionKind change_ = ActionKind::ask_reassignment;
  StageSet stages_;
  StageSet left_out_;
  StageSet at_once_;  ///< moved to with the first month that can be, or not from the present work
  int last_ended_ = 0;
  int least_stay_ = 0;
};

}  // namespace upstream::planning
