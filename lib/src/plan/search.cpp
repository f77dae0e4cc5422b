#include "search.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "assess/evaluate.hpp"
#include "branching.hpp"
#include "capacity.hpp"
#include "choices.hpp"
#include "climb.hpp"
#include "course_search.hpp"
#include "needs.hpp"
#include "outcome.hpp"

namespace upstream::planning {

namespace {

/// Of a last stop that is to tell whether all stops need be looked at.
constexpr long kNodesAtTheEnd = 80;

/// So many courses as a rule have some way together that none of them has.
bool is_too_wide(const Courses& courses) { return 10 * courses.widest() > 3 * courses.months; }

/// Whether what is decided can be done by stops of other courses with the same work. Puts it there then.
bool can_be_done(const Problem& problem, const Stops& stops, Solution& solution) {
  std::vector<Decision> decided;
  for (const auto& each : stops) {
    const auto& stop = *each;
    const auto before = decided;
    const auto then = outcome_of(problem, stop, before);
    for (auto decision : solution.decisions) {
      if (decision.stop != stop.place) continue;
      move_to(stop, decision);
      if (decision.study_due < 0 || !may_be_chosen(problem.rubric, decision, then.facts, stop, before))
        return false;
      decided.push_back(decision);
    }
    if (!is_reached(problem, stop, decided)) return false;
  }
  if (!is_in_time(decided, *stops.back(), problem.weekly_hours)) return false;
  solution.decisions = std::move(decided);
  return true;
}

}  // namespace

int Search::least_hours_by(const StageSet& stages, const Target& target, int months,
                           const std::vector<int>& earliest) const {
  auto stop = stop_at(problem_, {months, months}, target,
                      problem_.post.work_everywhere(stages, months, earliest), true);
  stop.after_others = true;
  return is_met(target, *stop.facts) ? 0 : least_hours_to(problem_, *stop.facts, stop, {}, HoursOf::all);
}

/// Work at a stage begins at the earliest when its gates may open after work at all lower ones, side by side.
void Search::find_earliest(int months) {
  for (std::uint16_t s = 0; s < earliest_.size(); ++s) {
    const StageIndex stage{s};
    is_settled_[s] =
        is_settled_[s] || problem_.post.has_worked_at(stage) || !problem_.post.stages().contains(stage);
    for (; !is_settled_[s] && earliest_[s] <= months; ++earliest_[s]) {
      auto below = earliest_;
      std::fill(below.begin() + s, below.end(), kNever);
      if (least_hours_by(problem_.post.stages(), {stage, nullptr, 0}, earliest_[s], below) != kNever) {
        is_settled_[s] = true;
        break;
      }
    }
  }
}

bool Search::may_reach(int months) {
  find_earliest(months);
  return least_hours_by(problem_.post.stages(), problem_.goal, months, earliest_) != kNever;
}

/// Those that it is made of: by the work that may follow, or by shorter and longer work.
std::vector<Search::Prospect> Search::parts_of(const Prospect& prospect) const {
  const auto& post = problem_.post;
  const int months = prospect.at_least.months;
  std::vector<Prospect> parts;
  const auto add = [&](Courses courses) {
    if (!courses.tighten()) return;
    auto& part = parts.emplace_back(prospect);
    part.open = false;
    part.courses = std::move(courses);
    part.known = Prospect::Known::nothing;
  };
  if (!prospect.open) {
    auto [shorter, longer] = prospect.courses.halves();
    add(std::move(shorter));
    add(std::move(longer));
    return parts;
  }
  for (const auto& job : post.jobs_after(prospect.jobs)) {
    auto& longer = parts.emplace_back(prospect);
    longer.known = Prospect::Known::nothing;
    longer.jobs.push_back(job);
    longer.at_least.moves = moves_of(longer.jobs);
  }
  Courses courses{months, {std::min(months, post.least_stay()), months}, {}};
  if (!prospect.jobs.empty()) courses.stay.most = post.most_stay(prospect.jobs.front(), months);
  for (const auto& job : prospect.jobs) courses.parts.push_back({job, {1, months}});
  add(std::move(courses));
  return parts;
}

/// Asks at the end what the earlier stop takes as well, months being as they are there. What is old by the
/// end may have proven a level at the stop. False where neither skills nor labs open its gates.
bool Search::ask_at_the_end(const Stop& stop, const Facts& facts, Stop& end, const Facts& at_the_end,
                            int earliest) const {
  const auto is_as_good = [&](SkillIndex skill) {
    const auto& then = at_the_end.skills[skill.value];
    const auto& now = facts.skills[skill.value];
    return !then.has_stale && problem_.rubric[skill].stale_months >= end.month - earliest &&
           then.proven >= now.proven && then.credited >= now.credited;
  };
  for (std::uint16_t s = 0; s <= stop.target.stage.value; ++s) {
    for (const auto& gate : problem_.rubric.stages[s].gates) {
      if (is_open(gate, {s}, facts)) continue;
      auto left = left_to_do(gate.need, facts, is_as_good);
      if (!left) return false;
      end.target.besides.push_back(std::move(*left));
    }
  }
  const auto levels = asked_levels(needs_of(stop.target, facts), problem_.rubric);
  for (std::size_t i = 0; i < levels.size(); ++i) end.also_to[i] = std::max(end.also_to[i], levels[i]);
  return true;
}

/// What it takes at least, by supposing everything at once; false where nothing can come of it.
bool Search::reckon(Prospect& prospect) {
  prospect.known = Prospect::Known::roughly;
  const int work = hours_of(prospect.jobs, problem_.rubric);
  const auto raise = [&](int hours) {
    if (work + hours > prospect.at_least.hours) {
      prospect.at_least.hours = work + hours;
      prospect.at_least.moves = moves_of(prospect.jobs);
    }
    return hours != kNever;
  };
  if (prospect.open) {
    StageSet stages;
    for (const auto& job : prospect.jobs) stages.insert(job.stage);
    const auto lowest = prospect.jobs.empty() ? 0 : prospect.jobs.back().stage.value + 1;
    for (auto s = static_cast<std::uint16_t>(lowest); s < problem_.rubric.stages.size(); ++s)
      stages.insert(StageIndex{s});
    return raise(least_hours_by(stages, problem_.goal, prospect.at_least.months, earliest_));
  }
  const auto& courses = prospect.courses;
  for (std::size_t i = 0; i < courses.parts.size(); ++i) {
    const auto& job = courses.parts[i].job;
    const int latest = courses.begin_of(i).most - job.lead;
    if (!problem_.post.has_worked_at(job.stage) && latest < earliest_[job.stage.value]) return false;
  }
  prospect.stops = stops_.stops_of(courses);
  auto end = *prospect.stops.back();
  end.also_to.assign(problem_.rubric.skills.size(), 0);
  const auto& at_the_end = *end.facts;
  int earliest = end.month;
  for (const auto& stop : prospect.stops) earliest = std::min(earliest, stop->earliest);
  bool can_wait = true;  // all that earlier stops take, until the end
  for (auto each = prospect.stops.begin(); each + 1 != prospect.stops.end(); ++each) {
    const auto& stop = **each;
    if (!raise(stop.least.hours)) return false;
    if (is_met(stop.target, *stop.facts)) continue;
    end.reserved.push_back({stop.month, stop.least});
    if (!ask_at_the_end(stop, *stop.facts, end, at_the_end, earliest)) return false;
    for (std::size_t i = 0; i < end.also_to.size(); ++i)
      can_wait = can_wait && (end.also_to[i] == 0 || end.used[i].at_the_end == end.used[i].in_all);
  }
  end.after_others = true;
  if (!is_met(end.target, at_the_end) && !raise(least_hours_to(problem_, at_the_end, end, {}, HoursOf::all)))
    return false;
  end.after_others = false;
  prospect.end.reset();
  if (prospect.stops.size() == 1 || !can_wait) return true;
  auto needs = needs_of(end.target, at_the_end);
  int longest = 0;
  for (const auto* lab : asked_labs(needs)) longest = std::max(longest, lab->hours);
  end.studied_labs = studied_labs(problem_, at_the_end, end.also_to, longest);
  prospect.end = std::make_shared<const Stop>(std::move(end));
  return true;
}

/// What can be done for more courses may be possible for fewer, too.
void Search::inherit(Prospect& prospect, std::optional<Solution>& best) const {
  using Known = Prospect::Known;
  if (prospect.open) return;
  const auto is_of_use = [&](const std::optional<Solution>& one) {
    return one && (!best || one->is_cheaper_than(*best));
  };
  auto& way = prospect.in_full;
  if (!is_of_use(way) || !can_be_done(problem_, prospect.stops, *way)) way.reset();
  if (way) {
    prospect.known = Known::in_full;
    if (!prospect.courses.is_one()) return;
    // A way, but there may be a cheaper one.
    prospect.known = Known::at_the_end;
    way->course = prospect.courses.only();
    if (!best || way->is_cheaper_than(*best)) best = std::move(way);
    return;
  }
  auto& late = prospect.at_the_end;
  if (!is_of_use(late) || !prospect.end || !can_be_done(problem_, {prospect.end}, *late)) late.reset();
  if (late) prospect.known = Known::at_the_end;
}

/// Whether there is a cheaper way than the best for any of them: by the last stop alone at first, and then by
/// all of them. Of a single course it is the cheapest, and becomes the best.
bool Search::look_closer(Prospect& prospect, std::optional<Solution>& best) const {
  using Known = Prospect::Known;
  Solution start;
  start.months = prospect.at_least.months;
  start.hours = hours_of(prospect.jobs, problem_.rubric);
  start.moves = moves_of(prospect.jobs);
  const bool late = prospect.known == Known::roughly && prospect.end;
  const bool is_last_word = !late && prospect.courses.is_one();
  if (is_last_word) start.course = prospect.courses.only();
  Best found{best, !is_last_word};
  bool is_sure = true;
  if (late) {
    // Where that does not tell soon, all stops may.
    const Budget::Part part(problem_.budget, kNodesAtTheEnd);
    CourseSearch(problem_, {prospect.end}).run(start, found);
    is_sure = found.is_new || !problem_.budget.is_spent();
  } else {
    CourseSearch(problem_, prospect.stops).run(start, found);
  }
  prospect.known = late ? Known::at_the_end : Known::in_full;
  if (!is_sure) return true;
  if (is_last_word) best = std::move(found.solution);
  if (is_last_word || !found.is_new) return false;
  (late ? prospect.at_the_end : prospect.in_full) = std::move(found.solution);
  return true;
}

bool Search::is_refuted(const Prospect& prospect) const {
  const int hours = hours_of(prospect.jobs, problem_.rubric);
  const int moves = moves_of(prospect.jobs);
  return std::any_of(refuted_.begin(), refuted_.end(), [&](const Refuted& known) {
    return hours >= known.hours && moves >= known.moves && bring_no_more(prospect.stops, known.stops);
  });
}

std::optional<Solution> Search::cheapest(int months) {
  using Known = Prospect::Known;
  refuted_.clear();
  std::vector<Prospect> prospects(1);
  prospects.front().at_least.months = months;
  // What is known better comes first of what promises the same.
  const auto dearer = [](const Prospect& a, const Prospect& b) {
    const auto key = [](const Prospect& one) {
      return std::tuple(one.at_least.hours, one.at_least.moves, -static_cast<int>(one.known));
    };
    return key(b) < key(a);
  };
  std::optional<Solution> best;
  // What promises most is looked at more closely, until nothing promises more than what has been found.
  while (!prospects.empty() && !problem_.budget.is_spent()) {
    std::pop_heap(prospects.begin(), prospects.end(), dearer);
    auto next = std::move(prospects.back());
    prospects.pop_back();
    if (best && !next.at_least.is_cheaper_than(*best)) break;
    const auto keep = [&](Prospect one) {
      prospects.push_back(std::move(one));
      std::push_heap(prospects.begin(), prospects.end(), dearer);
    };
    if (next.known == Known::nothing) {
      if (!reckon(next)) continue;
      inherit(next, best);
      keep(std::move(next));
    } else if (next.open || is_too_wide(next.courses) ||
               (next.known == Known::in_full && !(best && !next.in_full->is_cheaper_than(*best)))) {
      for (auto& part : parts_of(next)) keep(std::move(part));
    } else if (is_refuted(next)) {
      continue;
    } else if (look_closer(next, best)) {
      keep(std::move(next));
    } else if (!next.courses.is_one()) {
      refuted_.push_back({std::move(next.stops), hours_of(next.jobs, problem_.rubric), moves_of(next.jobs)});
    }
  }
  return best;
}

}  // namespace upstream::planning
