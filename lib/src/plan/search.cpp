#include "search.hpp"

#include <algorithm>
#include <tuple>

#include "assess/evaluate.hpp"
#include "branching.hpp"

namespace upstream::planning {
namespace {

/// Walks the stops of one course; at each the branching proposes what may open it.
class CourseSearch {
 public:
  CourseSearch(const Problem& problem, const Course& course, int months, std::optional<Solution>& best,
               long& nodes)
      : problem_(problem),
        course_(course),
        stops_(stops_of(problem, course, months)),
        best_(best),
        nodes_(nodes) {
    base_.months = months;
    base_.course = course;
    base_.hours = hours_of(course, problem.rubric);
    base_.moves = moves_of(course);
  }

  void run() {
    // What the last stop asks is asked first: mostly it is what cannot be.
    const auto& last = stops_.back();
    const auto profile = carried_out(problem_, course_, {}, last.month);
    const auto facts = gather_facts(profile, problem_.rubric, problem_.day_of(last.month));
    const bool supervisor = problem_.post.has_supervisor() || !course_.segments.empty();
    if (stops_.size() == 1 || may_be_met(problem_, facts, last, supervisor)) go_on(0, base_);
  }

 private:
  void go_on(std::size_t stop, const Solution& so_far) {
    if (stop == stops_.size()) {
      if (!best_ || so_far.is_cheaper_than(*best_)) best_ = so_far;
      return;
    }
    Branching branching(problem_, course_, stops_[stop], stop + 1 == stops_.size(), so_far, best_, nodes_);
    branching.run([&](const Solution& then) { go_on(stop + 1, then); });
  }

  const Problem& problem_;
  const Course& course_;
  std::vector<Stop> stops_;
  std::optional<Solution>& best_;
  long& nodes_;
  Solution base_;
};

}  // namespace

bool Solution::is_cheaper_than(const Solution& other) const {
  return std::tie(months, hours, moves) < std::tie(other.months, other.hours, other.moves);
}

int hours_of(const Course& course, const Rubric& rubric) {
  int hours = 0;
  for (const auto& segment : course.segments) {
    if (segment.by) hours += likely_hours(rubric.actions[static_cast<std::size_t>(*segment.by)].effort);
  }
  return hours;
}

int moves_of(const Course& course) {
  int moves = 0;
  for (const auto& segment : course.segments) moves += segment.by ? 2 : 1;
  return moves;
}

Profile carried_out(const Problem& problem, const Course& course, const std::vector<Decision>& decisions,
                    int month) {
  auto profile = problem.post.work_through(course, month);
  for (const auto& decision : decisions) {
    if (decision.due <= month)
      carry_out(profile, decision, problem.rubric, problem.practice, problem.day_of(decision.due));
  }
  return profile;
}

std::vector<Stop> stops_of(const Problem& problem, const Course& course, int months) {
  std::vector<Stop> stops;
  for (const auto& segment : course.segments) {
    if (!problem.post.has_worked_at(segment.stage))
      stops.push_back({segment.begin - segment.lead, {segment.stage, nullptr, 0}});
  }
  stops.push_back({months, problem.goal});
  return stops;
}

bool Search::may_reach(int months) const {
  const auto profile = problem_.post.work_everywhere(months);
  const auto facts = gather_facts(profile, problem_.rubric, problem_.day_of(months));
  return may_be_met(problem_, facts, {months, problem_.goal}, true);
}

std::optional<Solution> Search::cheapest(int months) {
  std::optional<Solution> best;
  problem_.post.for_each_course(months, [&](const Course& course) {
    CourseSearch(problem_, course, months, best, nodes_).run();
    return is_exhaustive();
  });
  return best;
}

}  // namespace upstream::planning
