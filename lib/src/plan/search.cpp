#include "search.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "assess/evaluate.hpp"
#include "branching.hpp"
#include "capacity.hpp"

namespace upstream::planning {
namespace {

/// Walks the stops of one course; at each the branching proposes what may open it.
class CourseSearch {
 public:
  CourseSearch(const Problem& problem, const Course& course, std::vector<Stop> stops, long& nodes)
      : problem_(problem), course_(course), stops_(std::move(stops)), nodes_(nodes) {}

  /// Puts what is cheaper in the place of `best`.
  void run(std::optional<Solution>& best) {
    best_ = &best;
    Solution start;
    start.months = stops_.back().month;
    start.course = course_;
    start.hours = hours_of(course_, problem_.rubric);
    start.moves = moves_of(course_);
    go_on(0, start);
  }

 private:
  void go_on(std::size_t stop, const Solution& so_far) {
    if (stop == stops_.size()) {
      if (!*best_ || so_far.is_cheaper_than(**best_)) *best_ = so_far;
      return;
    }
    Branching branching(problem_, course_, stops_[stop], stop + 1 == stops_.size(), so_far, *best_, nodes_);
    branching.run([&](const Solution& then) { go_on(stop + 1, then); });
  }

  const Problem& problem_;
  const Course& course_;
  std::vector<Stop> stops_;
  long& nodes_;
  std::optional<Solution>* best_ = nullptr;
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

int Search::least_hours_from(const Profile& profile, const Stop& stop, bool supervisor) {
  nodes_ += 2 * kAssessed;
  const auto facts = gather_facts(profile, problem_.rubric, problem_.day_of(stop.month));
  return is_met(stop.target, facts) ? 0 : least_hours_to(problem_, facts, stop, supervisor, {});
}

bool Search::may_reach(int months) {
  return least_hours_from(problem_.post.work_everywhere({}, 0, {}, months), {months, problem_.goal}, true) !=
         kNever;
}

std::optional<Prospect> Search::prospect(const Course& course, int months) {
  Prospect prospect{course, stops_of(problem_, course, months), {}};
  const bool supervisor = problem_.post.has_supervisor() || !course.segments.empty();
  const int least =
      least_hours_from(carried_out(problem_, course, {}, months), prospect.stops.back(), supervisor);
  if (least == kNever) return std::nullopt;
  prospect.at_least.months = months;
  prospect.at_least.hours = hours_of(course, problem_.rubric) + least;
  prospect.at_least.moves = moves_of(course);
  return prospect;
}

/// The last stop alone, with all that may be done for the earlier ones; nothing where some of that could not
/// be done as late as then.
std::optional<Stop> Search::relaxed(const Prospect& prospect) {
  if (prospect.stops.size() == 1) return std::nullopt;
  auto last = prospect.stops.back();
  last.also_to.assign(problem_.rubric.skills.size(), 0);
  const auto profile = carried_out(problem_, prospect.course, {}, last.month);
  for (auto stop = prospect.stops.begin(); stop + 1 != prospect.stops.end(); ++stop) {
    nodes_ += kAssessed;
    const auto there = carried_out(problem_, prospect.course, {}, stop->month);
    const auto facts = gather_facts(there, problem_.rubric, problem_.day_of(stop->month));
    const auto levels = asked_levels(needs_of(stop->target, facts), problem_.rubric);
    for (std::uint16_t i = 0; i < levels.size(); ++i) {
      last.also_to[i] = std::max(last.also_to[i], levels[i]);
      const auto used = work_months(profile, {i}, problem_, last.month);
      if (levels[i] > 0 && used.at_the_end < used.in_all) return std::nullopt;
    }
  }
  return last;
}

std::optional<Solution> Search::cheapest(int months) {
  std::vector<Prospect> prospects;
  Post::Questions questions;
  questions.may_begin = [&](const Course& course, StageIndex stage, int month) {
    const bool supervisor = problem_.post.has_supervisor() || !course.segments.empty();
    return least_hours_from(carried_out(problem_, course, {}, month), {month, {stage, nullptr, 0}},
                            supervisor) != kNever;
  };
  questions.may_end = [&](const Course& course, int begin, StageIndex lowest) {
    return least_hours_from(problem_.post.work_everywhere(course, begin, lowest, months),
                            {months, problem_.goal}, true) != kNever;
  };
  questions.visit = [&](const Course& course) {
    if (auto one = prospect(course, months)) prospects.push_back(std::move(*one));
    return is_exhaustive();
  };
  problem_.post.for_each_course(months, questions);
  const auto dearer = [](const Prospect& a, const Prospect& b) {
    return b.at_least.is_cheaper_than(a.at_least);
  };
  std::make_heap(prospects.begin(), prospects.end(), dearer);
  std::optional<Solution> best;
  // What promises most is looked at more closely, until nothing promises more than what has been found.
  while (!prospects.empty() && is_exhaustive()) {
    std::pop_heap(prospects.begin(), prospects.end(), dearer);
    auto next = std::move(prospects.back());
    prospects.pop_back();
    if (best && !next.at_least.is_cheaper_than(*best)) break;
    const auto last = next.is_relaxed ? std::nullopt : relaxed(next);
    if (!last) {
      CourseSearch(problem_, next.course, next.stops, nodes_).run(best);
      continue;
    }
    auto at_least = best;
    CourseSearch(problem_, next.course, {*last}, nodes_).run(at_least);
    if (!at_least || (best && !at_least->is_cheaper_than(*best))) continue;
    next.at_least = std::move(*at_least);
    next.is_relaxed = true;
    prospects.push_back(std::move(next));
    std::push_heap(prospects.begin(), prospects.end(), dearer);
  }
  return best;
}

}  // namespace upstream::planning
