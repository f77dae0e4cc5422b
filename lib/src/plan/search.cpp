#include "search.hpp"

#include <algorithm>
#include <functional>
#include <map>
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
  CourseSearch(const Problem& problem, const Course& course, std::vector<Stop> stops)
      : problem_(problem), course_(course), stops_(std::move(stops)) {}

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
    if (stop > 0 && is_known(stop, so_far)) return;
    Branching branching(problem_, course_, stops_[stop], stop + 1 == stops_.size(), so_far, *best_);
    branching.run([&](const Solution& then) { go_on(stop + 1, then); });
  }

  /// Whether the same has come to this stop before with no more actions and labs that were no earlier: then
  /// what follows is known. To have split labs otherwise makes no difference to it.
  [[nodiscard]] bool is_known(std::size_t stop, const Solution& so_far) {
    std::vector<int> same{static_cast<int>(stop)};
    std::map<std::pair<StageIndex, std::optional<DomainIndex>>, std::vector<int>> lab_hours;  // by stop
    for (const auto& decision : so_far.decisions) {
      if (const auto* choice = std::get_if<SkillChoice>(&decision.what)) {
        same.insert(same.end(),
                    {choice->skill.value, choice->stated ? 1 : 0, choice->from, choice->studied_to,
                     choice->to, choice->evidence ? 1 : 0, choice->review ? 1 : 0, decision.due});
      } else if (const auto* lab = std::get_if<LabChoice>(&decision.what)) {
        auto& hours = lab_hours[{lab->stage, lab->domain}];
        hours.resize(stop, 0);
        for (std::size_t s = 0; s < stop; ++s) hours[s] += decision.due <= stops_[s].month ? lab->hours : 0;
      }
    }
    std::vector<int> cost{so_far.moves};
    for (const auto& [kind, hours] : lab_hours) {
      same.insert(same.end(), {kind.first.value, kind.second ? kind.second->value : -1, hours.back()});
      cost.insert(cost.end(), hours.begin(), hours.end());
    }
    auto& before = seen_[std::move(same)];
    const auto is_no_dearer = [&](const std::vector<int>& other) {
      return std::equal(other.begin(), other.end(), cost.begin(), std::less_equal<>());
    };
    if (std::any_of(before.begin(), before.end(), is_no_dearer)) return true;
    before.push_back(std::move(cost));
    return false;
  }

  const Problem& problem_;
  const Course& course_;
  std::vector<Stop> stops_;
  std::map<std::vector<int>, std::vector<std::vector<int>>> seen_;
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

namespace {

/// So many nodes of the search take as long. Certificates are held against each other.
long nodes_for(const Profile& profile) {
  constexpr long kAtLeast = 3;
  const auto entries = static_cast<long>(profile.experience.size());
  const auto labs = static_cast<long>(profile.labs.size());
  const auto certifications = static_cast<long>(profile.certifications.size());
  long evidence = 0;
  for (const auto& rating : profile.skills) evidence += static_cast<long>(rating.evidence.size());
  return kAtLeast + entries / 4 + (labs + evidence) / 16 + certifications / 2 +
         certifications * certifications / 2000;
}

}  // namespace

Facts assess(const Problem& problem, const Profile& profile, Day day) {
  problem.budget.spend(nodes_for(profile));
  return gather_facts(profile, problem.rubric, day);
}

void judge_again(const Problem& problem, Facts& facts) {
  problem.budget.spend(nodes_for(*facts.profile));
  judge_skills(facts);
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

Profile without_planned_certificates(const Problem& problem, Profile profile) {
  profile.certifications.resize(problem.facts.profile->certifications.size());
  return profile;
}

bool is_reached(const Problem& problem, const Target& target, const Facts& facts) {
  if (!is_met(target, facts)) return false;
  if (facts.profile->certifications.size() == problem.facts.profile->certifications.size()) return true;
  const auto without = without_planned_certificates(problem, *facts.profile);
  return is_met({target.stage, nullptr, 0}, assess(problem, without, facts.day));
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

int Search::least_hours_from(const Profile& profile, Stop stop, bool supervisor) {
  stop.after_others = true;
  const auto facts = assess(problem_, profile, problem_.day_of(stop.month));
  return is_met(stop.target, facts) ? 0 : least_hours_to(problem_, facts, stop, supervisor, {}, HoursOf::all);
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
      const auto profile = problem_.post.work_everywhere({}, 0, {}, earliest_[s], below);
      if (least_hours_from(profile, {earliest_[s], {stage, nullptr, 0}}, true) != kNever) {
        is_settled_[s] = true;
        break;
      }
    }
  }
}

bool Search::may_reach(int months) {
  find_earliest(months);
  return least_hours_from(problem_.post.work_everywhere({}, 0, {}, months, earliest_),
                          {months, problem_.goal}, true) != kNever;
}

const Search::Beginning& Search::beginning(const Course& course, StageIndex stage, int month) {
  std::vector<int> key{stage.value, month, course.stay};
  for (const auto& segment : course.segments)
    key.insert(key.end(), {segment.stage.value, segment.begin, segment.months});
  const auto [known, is_new] = beginnings_.try_emplace(std::move(key));
  if (!is_new) return known->second;
  const bool supervisor = problem_.post.has_supervisor() || !course.segments.empty();
  const Stop stop{month, {stage, nullptr, 0}, {}, true};
  const auto profile = carried_out(problem_, course, {}, month);
  const auto facts = assess(problem_, profile, problem_.day_of(month));
  auto& answer = known->second;
  if (is_met(stop.target, facts)) {
    answer.possible = true;
  } else if (least_hours_to(problem_, facts, stop, supervisor, {}, HoursOf::all) != kNever) {
    answer = {true, least_lab_hours_to(problem_, facts, stop, supervisor)};
  }
  return answer;
}

int Search::least_lab_hours_before(const Course& course) {
  int most = 0;
  auto before = course;
  while (!before.segments.empty()) {
    const auto segment = before.segments.back();
    before.segments.pop_back();
    if (!problem_.post.has_worked_at(segment.stage))
      most = std::max(most, beginning(before, segment.stage, segment.begin - segment.lead).lab_hours);
  }
  return most;
}

std::optional<Prospect> Search::prospect(const Course& course, int months) {
  Prospect prospect{course, stops_of(problem_, course, months), {}};
  const bool supervisor = problem_.post.has_supervisor() || !course.segments.empty();
  auto last = prospect.stops.back();
  last.after_others = true;
  const auto profile = carried_out(problem_, course, {}, months);
  const auto facts = assess(problem_, profile, problem_.day_of(months));
  int least = 0;
  if (!is_met(last.target, facts)) {
    least = least_hours_to(problem_, facts, last, supervisor, {}, HoursOf::all);
    if (least == kNever) return std::nullopt;
    // Labs that an earlier gate asks for are done beside what skills take.
    if (const int labs = least_lab_hours_before(course); labs > 0)
      least = std::max(least, labs + least_hours_to(problem_, facts, last, supervisor, {}, HoursOf::skills));
    if (least > hours_within(months, problem_.weekly_hours)) return std::nullopt;
  }
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
  const auto at_the_end = assess(problem_, profile, problem_.day_of(last.month));
  for (auto stop = prospect.stops.begin(); stop + 1 != prospect.stops.end(); ++stop) {
    const auto there = carried_out(problem_, prospect.course, {}, stop->month);
    const auto facts = assess(problem_, there, problem_.day_of(stop->month));
    const auto levels = asked_levels(needs_of(stop->target, facts), problem_.rubric);
    for (std::uint16_t i = 0; i < levels.size(); ++i) {
      last.also_to[i] = std::max(last.also_to[i], levels[i]);
      const auto used = work_months(problem_, at_the_end, {i}, last.month);
      if (levels[i] > 0 && used.at_the_end < used.in_all) return std::nullopt;
    }
  }
  return last;
}

std::optional<Solution> Search::cheapest(int months) {
  std::vector<Prospect> prospects;
  Post::Questions questions;
  questions.may_begin = [&](const Course& course, StageIndex stage, int month) {
    return beginning(course, stage, month).possible;
  };
  questions.may_end = [&](const Course& course, int begin, StageIndex lowest) {
    return least_hours_from(problem_.post.work_everywhere(course, begin, lowest, months, earliest_),
                            {months, problem_.goal}, true) != kNever;
  };
  questions.visit = [&](const Course& course) {
    if (auto one = prospect(course, months)) prospects.push_back(std::move(*one));
    return !problem_.budget.is_spent();
  };
  problem_.post.for_each_course(months, questions);
  const auto dearer = [](const Prospect& a, const Prospect& b) {
    return b.at_least.is_cheaper_than(a.at_least);
  };
  std::make_heap(prospects.begin(), prospects.end(), dearer);
  std::optional<Solution> best;
  // What promises most is looked at more closely, until nothing promises more than what has been found.
  while (!prospects.empty() && !problem_.budget.is_spent()) {
    std::pop_heap(prospects.begin(), prospects.end(), dearer);
    auto next = std::move(prospects.back());
    prospects.pop_back();
    if (best && !next.at_least.is_cheaper_than(*best)) break;
    const auto last = next.is_relaxed ? std::nullopt : relaxed(next);
    if (!last) {
      CourseSearch(problem_, next.course, next.stops).run(best);
      continue;
    }
    auto at_least = best;
    CourseSearch(problem_, next.course, {*last}).run(at_least);
    if (!at_least || (best && !at_least->is_cheaper_than(*best))) continue;
    next.at_least = std::move(*at_least);
    next.is_relaxed = true;
    prospects.push_back(std::move(next));
    std::push_heap(prospects.begin(), prospects.end(), dearer);
  }
  return best;
}

}  // namespace upstream::planning
