#include "steps.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "evaluate.hpp"
#include "overloaded.hpp"

namespace upstream {
namespace {

constexpr int kWeeksPerYear = 52;
constexpr int kMonthsPerYear = 12;

Effort operator+(const Effort& a, const Effort& b) {
  return {a.hours_min + b.hours_min, a.hours_max + b.hours_max, a.months + b.months};
}

/// Effort of climbing from one level to another. Field work and study are two ways for most levels: whichever
/// takes less calendar time is counted, field work only for people who have some.
Effort climb(const Skill& skill, int from, int to, const Facts& facts) {
  Effort effort;
  for (int level = from; level < to; ++level) {
    const auto& step = skill.levels[static_cast<std::size_t>(level)];
    const Effort study{step.effort.hours_min, step.effort.hours_max, 0};
    const auto study_months = calendar_months(study, facts.weekly_hours);
    const bool work_is_quicker = step.effort.months > 0 && facts.has_field_work() &&
                                 (!study_months || *study_months > step.effort.months);
    effort = effort + (step.field_only || work_is_quicker ? Effort{0, 0, step.effort.months} : study);
  }
  return effort;
}

Way skill_way(const SkillAtLeast& need, const Facts& facts) {
  const auto& state = facts.skills[need.skill.value];
  const auto& skill = (*facts.rubric)[need.skill];
  Way way;
  const auto add = [&](StepKind kind, int from, int to, Effort effort) {
    Step step;
    step.kind = kind;
    step.skill = need.skill;
    step.from = from;
    step.to = to;
    step.effort = effort;
    way.effort = way.effort + effort;
    way.steps.push_back(step);
  };
  const auto action = [&](ActionKind kind) {
    return facts.rubric->actions[static_cast<std::size_t>(kind)].effort;
  };
  int level = state.levels.score;
  if (level >= need.level) {
    add(StepKind::raise_skill, level, level, {});
    way.steps.back().met = true;
    return way;
  }
  int claimed = std::min(state.levels.high, need.level);
  if (state.rating == nullptr && state.suggested > level) {
    // What is stated is credited as far as the word alone or the backing carries; the rest wants proof.
    add(StepKind::state_skill, level, claimed, action(ActionKind::state_skill));
    level = std::min(claimed, state.credited);
  }
  if (claimed > level) {
    const bool stale = state.with_stale > state.proven && state.with_stale > level;
    // Where field work stands behind it a line of evidence may do; otherwise somebody has to look.
    const bool bound =
        state.rating != nullptr && state.rating->reviewed_level && *state.rating->reviewed_level < claimed;
    const bool evidence = state.with_evidence >= claimed && !bound;
    add(stale ? StepKind::refresh_skill : StepKind::prove_skill, level, claimed,
        action(evidence ? ActionKind::add_evidence : ActionKind::ask_review));
    way.steps.back().evidence_will_do = evidence;
    level = claimed;
  }
  if (level < need.level)
    add(StepKind::raise_skill, level, need.level, climb(skill, level, need.level, facts));
  return way;
}

Way months_way(const MonthsAtLeast& need, const Facts& facts, std::optional<StageIndex> gate) {
  Step step;
  step.kind = StepKind::work_months;
  step.amount = std::max(0, need.months - facts.months(need.filter));
  step.stages = need.filter.stages;
  step.work = &need;
  step.met = step.amount == 0;
  step.effort = {0, 0, step.amount};
  return {{step}, {}, step.effort, step.met || facts.can_work_at(need.filter.stages, gate)};
}

Way lab_way(const LabHoursAtLeast& need, const Facts& facts) {
  Step step;
  step.kind = StepKind::lab_hours;
  step.amount = std::max(0, need.hours - facts.lab_hours(need));
  step.stages = need.stages;
  step.met = step.amount == 0;
  step.effort = {step.amount, step.amount, 0};
  return {{step}, {}, step.effort, true};
}

Way certificate_way(const CertificateAmong& need, const Facts& facts) {
  Step step;
  step.kind = StepKind::pass_certificate;
  step.certificates = &need;
  step.met = std::any_of(need.of.begin(), need.of.end(),
                         [&](CertificationIndex c) { return facts.held[c.value] != 0; });
  Way way;
  if (!step.met) {
    // Only those that may be sat today, and no mere registration, tell what it takes.
    way.possible = false;
    for (const auto index : need.of) {
      const auto& certification = (*facts.rubric)[index];
      if (certification.effort.hours_max == 0 || !may_sit(certification, facts)) continue;
      const bool cheaper = std::tie(certification.effort.hours_min, certification.effort.hours_max) <
                           std::tie(step.effort.hours_min, step.effort.hours_max);
      if (!way.possible || cheaper) step.effort = certification.effort;
      way.possible = true;
    }
  }
  way.effort = step.effort;
  way.steps.push_back(step);
  return way;
}

/// Dear ways last: impossible, then calendar time, then hours.
auto price(const Way& way, const Facts& facts) {
  const auto months = calendar_months(way.effort, facts.weekly_hours);
  return std::tuple(!way.possible || !months, months.value_or(std::numeric_limits<int>::max()),
                    way.effort.hours_min, way.effort.months);
}

void append(std::vector<Step>& to, std::vector<Step>&& steps) {
  if (to.empty()) {
    to = std::move(steps);
  } else {
    to.insert(to.end(), steps.begin(), steps.end());
  }
}

void take(Way& whole, Way&& part) {
  whole.effort = whole.effort + part.effort;
  whole.possible = whole.possible && part.possible;
  append(whole.steps, std::move(part.steps));
  append(whole.options, std::move(part.options));
}

Way best_ways(const AtLeast& need, const Facts& facts, std::optional<StageIndex> gate) {
  struct Priced {
    decltype(price({}, facts)) cost;
    Way way;
  };
  std::vector<Priced> ways;
  ways.reserve(need.of.size());
  for (const auto& one : need.of) {
    auto way = cheapest_way(one, facts, gate);
    ways.push_back({price(way, facts), std::move(way)});
  }
  std::stable_sort(ways.begin(), ways.end(),
                   [](const Priced& a, const Priced& b) { return a.cost < b.cost; });
  Way whole;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (i < static_cast<std::size_t>(need.count)) {
      take(whole, std::move(ways[i].way));
    } else {
      append(whole.options, std::move(ways[i].way.steps));
    }
  }
  return whole;
}

/// Nobody works at several stages at once: of those that would do, months are supposed at the lowest.
MonthsFilter at_one_stage(MonthsFilter filter) {
  if (filter.stages.empty()) return filter;
  const auto lowest = filter.stages.lowest();
  filter.stages = {};
  filter.stages.insert(lowest);
  return filter;
}

}  // namespace

bool Way::is_done() const {
  return std::all_of(steps.begin(), steps.end(), [](const Step& step) { return step.met; });
}

bool may_sit(const Certification& certification, const Facts& facts) {
  const auto held = [&](CertificationIndex c) { return facts.held[c.value] != 0; };
  if (!std::all_of(certification.prerequisites.begin(), certification.prerequisites.end(), held))
    return false;
  return !certification.experience ||
         facts.months(certification.experience->filter) >= certification.experience->months;
}

std::optional<int> calendar_months(const Effort& effort, int weekly_hours) {
  if (effort.hours_min == 0) return effort.months;
  if (weekly_hours <= 0) return std::nullopt;
  const int hours_a_year = weekly_hours * kWeeksPerYear;
  const int study = (effort.hours_min * kMonthsPerYear + hours_a_year - 1) / hours_a_year;
  return std::max(effort.months, study);
}

Way cheapest_way(const Need& need, const Facts& facts, std::optional<StageIndex> gate) {
  return std::visit(Overloaded{
                        [&](const SkillAtLeast& n) { return skill_way(n, facts); },
                        [&](const MonthsAtLeast& n) { return months_way(n, facts, gate); },
                        [&](const CertificateAmong& n) { return certificate_way(n, facts); },
                        [&](const LabHoursAtLeast& n) { return lab_way(n, facts); },
                        [&](const AllOf& n) {
                          Way whole;
                          for (const auto& one : n.of) take(whole, cheapest_way(one, facts, gate));
                          return whole;
                        },
                        [&](const AtLeast& n) { return best_ways(n, facts, gate); },
                    },
                    need.kind);
}

Facts suppose(const Facts& facts, const std::vector<Step>& steps) {
  Facts then = facts;
  for (const auto& step : steps) {
    if (step.met) continue;
    switch (step.kind) {
      case StepKind::state_skill: {
        auto& skill = then.skills[step.skill.value];
        skill.levels.low = std::max(skill.levels.low, std::min(step.to, skill.proven));
        skill.levels.score = std::max(skill.levels.score, std::min(step.to, skill.credited));
        skill.levels.high = std::max(skill.levels.high, step.to);
        break;
      }
      case StepKind::prove_skill:
      case StepKind::refresh_skill:
      case StepKind::raise_skill: {
        auto& levels = then.skills[step.skill.value].levels;
        levels.low = std::max(levels.low, step.to);
        levels.score = std::max(levels.score, step.to);
        levels.high = std::max(levels.high, step.to);
        break;
      }
      case StepKind::work_months:
        if (step.work != nullptr) then.extra_months.push_back({at_one_stage(step.work->filter), step.amount});
        break;
      case StepKind::lab_hours:
        then.extra_hours.push_back({step.stages, step.amount});
        break;
      case StepKind::pass_certificate:
        // Whichever is passed: for the ledger it is enough that one of them is held.
        if (step.certificates != nullptr && !step.certificates->of.empty())
          then.held[step.certificates->of.front().value] = 1;
        break;
    }
  }
  return then;
}

}  // namespace upstream
