#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"
#include "capacity.hpp"
#include "cheapest_way.hpp"
#include "climb.hpp"
#include "needs.hpp"

/// What a climb takes at least, and comes to at most.
namespace upstream::planning {
namespace {

std::int64_t points_of(const Rung& rung, const Facts& facts) {
  return rung.requirement->weight * judge(rung.requirement->need, facts, View::score).share;
}

}  // namespace

/// What is settled before anything is decided need not be asked again and again.
void Climb::find_open_questions() {
  for (std::uint16_t s = 0; s <= stop_.target.stage.value; ++s) {
    for (const auto& gate : problem_.rubric.stages[s].gates) {
      if (!is_open(gate, {s}, facts_)) shut_.emplace_back(StageIndex{s}, &gate);
    }
  }
  for (const auto& need : stop_.target.besides) {
    if (!is_met(need, facts_, View::score)) besides_.push_back(&need);
  }
  if (stop_.target.ladder == nullptr) return;
  asking_.reserve(problem_.rungs.size());
  for (const auto& rung : problem_.rungs) {
    const bool is_asking =
        rung.asks_labs || std::any_of(skills_.begin(), skills_.end(),
                                      [&](const Skill& skill) { return rung.mentions(skill.skill); });
    if (is_asking) {
      asking_.push_back(&rung);
    } else {
      points_ += points_of(rung, then_);
      earned_ += earned(*rung.requirement, then_, View::score);
    }
  }
}

bool Climb::is_met_then() const {
  const auto is_open_then = [&](const auto& shut) { return is_open(*shut.second, shut.first, then_); };
  const auto is_met_too = [&](const Need* need) { return is_met(*need, then_, View::score); };
  if (!std::all_of(shut_.begin(), shut_.end(), is_open_then) ||
      !std::all_of(besides_.begin(), besides_.end(), is_met_too))
    return false;
  if (stop_.target.ladder == nullptr) return true;
  int permille = earned_;
  for (const auto* rung : asking_) permille += earned(*rung->requirement, then_, View::score);
  return permille >= stop_.target.permille;
}

void Climb::find_dearest_need() {
  int most = 0;
  const std::function<void(const Need&)> look = [&](const Need& need) {
    if (const auto* all = std::get_if<AllOf>(&need.kind)) {
      for (const auto& one : all->of) look(one);
    } else if ((std::holds_alternative<SkillAtLeast>(need.kind) || is_best_of_skills(need)) &&
               !is_met(need, then_, View::score)) {
      const int hours = least_hours(need, 0);
      if (hours > most) opened_by_skill_ = &need;
      most = std::max(most, hours);
    }
  };
  for (const auto& [stage, gate] : shut_) look(gate->need);
  for (const auto* need : besides_) look(*need);
}

Gains::State Climb::state_of(const Facts& facts) const {
  return {best_of_skills_ == nullptr ? 0 : points_of(*best_of_skills_, facts),
          opened_by_skill_ == nullptr || is_met(*opened_by_skill_, facts, View::score)};
}

void Climb::reckon_gains() {
  struct Adding {
    const Rung* rung;
    std::int64_t before;  ///< points without any decision
  };
  std::vector<Adding> adding;
  adding.reserve(problem_.rungs.size());
  for (const auto& rung : problem_.rungs) {
    if (!rung.adds_up) continue;
    const auto* added = &rung;
    if (rung.is_best_of_skills &&
        (best_of_skills_ == nullptr || rung.requirement->weight > best_of_skills_->requirement->weight))
      std::swap(added, best_of_skills_);
    if (added != nullptr) adding.push_back({added, points_of(*added, then_)});
  }
  struct Decided {
    std::size_t place;
    std::vector<Gains::Step> steps{};
    bool is_choice = false;
    double worth = 0;  ///< most points for an hour
  };
  const auto before = state_of(then_);
  const auto best = before.best;
  std::vector<Decided> all;
  all.reserve(skills_.size());
  for (std::size_t place = 0; place < skills_.size(); ++place) {
    const auto& skill = skills_[place];
    Decided one{place};
    const bool is_choice = best_of_skills_ != nullptr && best_of_skills_->mentions(skill.skill);
    auto& level = score(skill.skill);
    const int at_first = level;
    one.steps.reserve(static_cast<std::size_t>(std::max(skill.highest - at_first, 0)));
    for (level = at_first + 1; level <= skill.highest; ++level) {
      Gains::Step step{skill.least_hours[static_cast<std::size_t>(level)], 0, best};
      for (const auto& any : adding) {
        if (any.rung->mentions(skill.skill)) step.gain += points_of(*any.rung, then_) - any.before;
      }
      const auto then = state_of(then_);
      if (is_choice) step.best = then.best;
      step.opens = !before.is_open && then.is_open;
      one.is_choice = one.is_choice || step.best > best || step.opens;
      one.worth = std::max(one.worth, static_cast<double>(step.gain + step.best - best) / (step.hours + 1.0));
      one.steps.push_back(step);
    }
    level = at_first;
    all.push_back(std::move(one));
  }
  std::vector<Gains::Step> by_certificates;
  if (gifts_.certificates != nullptr) {
    const auto held = then_.held;
    for (const auto& [certificates, least] : gifts_.certificates->together) {
      for (const auto certification : certificates) hold(then_, certification);
      Gains::Step step{least, 0, best};
      for (const auto& any : adding) {
        if (any.rung->asks_certificates) step.gain += points_of(*any.rung, then_) - any.before;
      }
      by_certificates.push_back(step);
      then_.held = held;
    }
  }
  std::vector<std::pair<const Rung*, std::int64_t>> others;
  for (const auto& rung : problem_.rungs) {
    if (!rung.adds_up) others.emplace_back(&rung, points_of(rung, then_));
  }
  if (!others.empty()) {
    unbounded_ += at_most([&](const Facts& most) {
      std::int64_t more = 0;
      for (const auto& [rung, now] : others) more += points_of(*rung, most) - now;
      return more;
    });
  }
  // What brings most for its hours is decided first; before it what may earn the requirement of the best, or
  // open the gate.
  std::stable_sort(all.begin(), all.end(), [](const Decided& a, const Decided& b) {
    return std::tuple(!a.is_choice, -a.worth) < std::tuple(!b.is_choice, -b.worth);
  });
  std::vector<Skill> skills;
  std::vector<std::vector<Gains::Step>> steps;
  skills.reserve(all.size());
  steps.reserve(all.size() + 1);
  for (auto& one : all) {
    skills.push_back(std::move(skills_[one.place]));
    steps.push_back(std::move(one.steps));
  }
  skills_ = std::move(skills);
  if (!by_certificates.empty()) steps.push_back(std::move(by_certificates));
  gains_ = problem_.known_gains.of(steps, before, hours_within(stop_.month, problem_.weekly_hours));
}

void Climb::suppose_most() {
  if (gifts_.certificates != nullptr) {
    for (const auto& one : gifts_.certificates->together) {
      for (const auto certification : one.certificates) hold(then_, certification);
    }
  }
  if (gifts_.labs) then_.extra_hours.push_back(plenty_of_labs(problem_.rubric));
  for (const auto& skill : skills_) {
    score(skill.skill) = skill.highest;
    for (const auto& option : skill.options) {
      problem_.for_each_lab(option.choice(),
                            [&](const Lab& lab) { then_.extra_hours.push_back(hours_of(lab)); });
    }
  }
}

void Climb::suppose_first(const std::vector<std::uint8_t>& held) {
  then_.held = held;
  then_.extra_hours = facts_.extra_hours;
  for (const auto& skill : skills_) score(skill.skill) = first_[skill.skill.value];
}

int Climb::least_hours() {
  prepare();
  const int least = least_hours(0);
  return least == kNever ? kNever : std::max(least, least_hours_of_gates());
}

int Climb::least_hours_of_gates(bool labs_are_free) const {
  std::vector<const Need*> needs;
  for (const auto& [stage, gate] : shut_) {
    if (!is_open(*gate, stage, then_)) needs.push_back(&gate->need);
  }
  for (const auto* need : besides_) needs.push_back(need);
  if (needs.empty()) return 0;
  std::vector<CheapestWay::Skill> skills(problem_.rubric.skills.size());
  for (std::size_t i = 0; i < skills.size(); ++i) {
    skills[i].level = then_.skills[i].levels.score;
    if (place_[i] == kNone) continue;
    skills[i].hours = &skills_[place_[i]].least_hours;
    skills[i].beside_labs = &skills_[place_[i]].least_beside_labs;
  }
  const bool has_study_labs =
      std::any_of(skills_.begin(), skills_.end(), [](const Skill& skill) { return skill.has_labs; });
  const auto lacks = [&](const LabHoursAtLeast& need) -> std::optional<int> {
    if (labs_are_free) return 0;
    const int lacking = std::max(need.hours - then_.lab_hours(need), 0);
    if (lacking == 0 || gifts_.labs) return lacking;
    return has_study_labs ? std::optional(0) : std::nullopt;
  };
  const auto is_met_then = [&](const Need& need) { return is_met(need, then_, View::score); };
  return CheapestWay(std::move(skills), lacks, is_met_then).hours(needs);
}

int Climb::least_hours(const Need& need, std::size_t next) const {
  return std::visit(Overloaded{
                        [&](const SkillAtLeast& n) {
                          if (then_.skills[n.skill.value].levels.score >= n.level) return 0;
                          const auto place = place_[n.skill.value];
                          return place == kNone || place < next
                                     ? kNever
                                     : skills_[place].least_hours[static_cast<std::size_t>(n.level)];
                        },
                        [&](const LabHoursAtLeast& n) {
                          const int lacking = n.hours - then_.lab_hours(n);
                          if (lacking <= 0) return 0;
                          if (gifts_.labs) return lacking;
                          // The labs of study still to come may come to it, in part or whole.
                          const auto has_labs = [](const Skill& skill) { return skill.has_labs; };
                          return std::any_of(skills_.begin() + static_cast<std::ptrdiff_t>(next),
                                             skills_.end(), has_labs)
                                     ? 0
                                     : kNever;
                        },
                        [&](const AllOf& n) {
                          int most = 0;
                          for (const auto& one : n.of) most = std::max(most, least_hours(one, next));
                          return most;
                        },
                        [&](const AtLeast& n) {
                          if (n.count == 1) {
                            int least = kNever;
                            for (const auto& one : n.of) least = std::min(least, least_hours(one, next));
                            return least;
                          }
                          std::vector<int> ways;
                          for (const auto& one : n.of) ways.push_back(least_hours(one, next));
                          std::sort(ways.begin(), ways.end());
                          return ways[static_cast<std::size_t>(n.count - 1)];
                        },
                        [&](const auto&) { return is_met(need, then_, View::score) ? 0 : kNever; },
                    },
                    need.kind);
}

int Climb::least_hours_of_ladder(std::size_t next) const {
  auto missing = std::int64_t{stop_.target.permille} * kWhole - points_ - unbounded_;
  for (const auto* rung : asking_) missing -= points_of(*rung, then_);
  return gains_->least_hours(next, state_of(then_), missing);
}

int Climb::least_hours(std::size_t next) const {
  int least = 0;
  for (const auto& [stage, gate] : shut_) {
    if (!is_open(*gate, stage, then_)) least = std::max(least, least_hours(gate->need, next));
  }
  for (const auto* need : besides_) least = std::max(least, least_hours(*need, next));
  if (stop_.target.ladder != nullptr) least = std::max(least, least_hours_of_ladder(next));
  return least;
}

}  // namespace upstream::planning
