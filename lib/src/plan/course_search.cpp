#include "course_search.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "branching.hpp"
#include "capacity.hpp"
#include "outcome.hpp"

namespace upstream::planning {

void CourseSearch::run(const Solution& start, Best& best) {
  best_ = &best;
  go_on(0, start, false);
}

void CourseSearch::go_on(std::size_t stop, const Solution& so_far, bool is_more) {
  if (stop == stops_.size()) {
    if (!best_->beats(so_far.hours, so_far.moves)) {
      best_->solution = so_far;
      best_->is_new = true;
    }
    return;
  }
  if (is_more && (is_known(stop, so_far) || misses_the_end(stop, so_far))) return;
  Branching branching(problem_, stops_, stop, so_far, *best_);
  branching.run([&](const Solution& then) {
    go_on(stop + 1, then, then.hours > so_far.hours || then.moves > so_far.moves);
  });
}

/// Whether what is decided leaves too little for the last stop, of which there are others before.
bool CourseSearch::misses_the_end(std::size_t stop, const Solution& so_far) {
  if (stop + 1 == stops_.size()) return false;
  if (!end_) {
    end_ = *stops_.back();
    end_->after_others = true;
  }
  const auto then = outcome_of(problem_, *end_, so_far.decisions);
  if (is_met(end_->target, then.facts)) return false;
  const int least = least_hours_to(problem_, then.facts, *end_, so_far.decisions, HoursOf::all);
  int hours = least;
  for (const auto& decision : so_far.decisions) hours += decision.hours;
  return hours > hours_within(end_->month, problem_.weekly_hours) ||
         best_->beats(so_far.hours + least, so_far.moves);
}

/// Whether the same has come to this stop before with no more actions and labs that were no earlier: then
/// what follows is known. To have split labs otherwise makes no difference to it.
bool CourseSearch::is_known(std::size_t stop, const Solution& so_far) {
  std::vector<int> same{static_cast<int>(stop)};
  std::map<std::pair<StageIndex, std::optional<DomainIndex>>, std::vector<int>> lab_hours;  // by stop
  for (const auto& decision : so_far.decisions) {
    if (const auto* choice = std::get_if<SkillChoice>(&decision.what)) {
      same.insert(same.end(), {choice->skill.value, choice->stated ? 1 : 0, choice->from, choice->studied_to,
                               choice->to, choice->evidence ? 1 : 0, choice->review ? 1 : 0, decision.due});
    } else if (const auto* lab = std::get_if<LabChoice>(&decision.what)) {
      auto& hours = lab_hours[{lab->stage, lab->domain}];
      hours.resize(stop, 0);
      for (std::size_t s = 0; s < stop; ++s) hours[s] += decision.due <= stops_[s]->month ? lab->hours : 0;
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

}  // namespace upstream::planning
