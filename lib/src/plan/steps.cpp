#include "steps.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "assess/overloaded.hpp"
#include "capacity.hpp"
#include "outcome.hpp"

namespace upstream::planning {
namespace {

PlanRange range_of(const Effort& effort) {
  return {effort.hours_min, likely_hours(effort), effort.hours_max};
}

const Effort& effort_of(const Rubric& rubric, ActionKind kind) {
  return rubric.actions[static_cast<std::size_t>(kind)].effort;
}

/// Takes the decisions of a solution apart, in the order in which each is carried out.
class Expansion {
 public:
  Expansion(const Problem& problem, const Solution& solution) : problem_(problem), rubric_(problem.rubric) {
    for (const auto& decision : solution.decisions) {
      std::visit(Overloaded{
                     [&](const SkillChoice& choice) { skill(choice, decision); },
                     [&](const LabChoice& choice) { lab(choice, decision); },
                     [&](CertificationIndex passed) { certificate(passed, decision); },
                 },
                 decision.what);
    }
  }

  std::vector<PlannedStep> steps;

 private:
  void skill(const SkillChoice& choice, const Decision& decision) {
    const auto part = [&](PlanActionKind kind, SkillChoice what, const Effort& effort, int due, int rank) {
      PlannedStep step;
      step.action.kind = kind;
      step.action.skill = choice.skill;
      step.action.from = what.stated ? 0 : what.from;
      step.action.to = what.to;
      step.action.hours = range_of(effort);
      step.action.id = fmt::format("{}-{}-{}", id(kind), rubric_[choice.skill].id, what.to);
      step.decision = Decision{what, due, due, likely_hours(effort), likely_hours(effort), 1};
      step.wanted = due;
      step.rank = rank;
      steps.push_back(std::move(step));
    };
    const auto at = [&](int level) { return SkillChoice{choice.skill, false, level, level, level}; };
    if (choice.stated) {
      auto what = at(choice.from);
      what.stated = true;
      part(PlanActionKind::state_skill, what, effort_of(rubric_, ActionKind::state_skill), decision.due, 0);
      steps.back().wanted = decision.study_due;
    }
    for (int level = choice.from + 1; level <= choice.studied_to; ++level) {
      const SkillChoice what{choice.skill, false, level - 1, level, level};
      const bool is_lab = study_proof(rubric_, choice.skill, level) == StudyProof::lab;
      const auto& effort = rubric_[choice.skill].levels[static_cast<std::size_t>(level - 1)].effort;
      part(is_lab ? PlanActionKind::lab : PlanActionKind::study, what,
           {effort.hours_min, effort.hours_max, 0}, decision.study_due, 2);
      if (is_lab) {
        const auto lab = study_lab(rubric_, choice.skill, level, problem_.practice);
        steps.back().action.stage = lab.stage;
        if (!lab.domains.empty()) steps.back().action.domain = lab.domains.lowest();
      }
    }
    int month = decision.study_due;
    for (int level = choice.studied_to + 1; level <= choice.to; ++level) {
      const int months = rubric_[choice.skill].levels[static_cast<std::size_t>(level - 1)].effort.months;
      part(PlanActionKind::practise, {choice.skill, false, level - 1, level - 1, level}, {}, month + months,
           0);
      steps.back().action.months = months;
      steps.back().action.start = problem_.post.first_day_of_work(month);
      month += months;
      steps.back().action.end = problem_.post.last_day_of_work(month);
    }
    auto proof = at(choice.to);
    if (choice.evidence) {
      proof.evidence = true;
      part(PlanActionKind::add_evidence, proof, effort_of(rubric_, ActionKind::add_evidence), decision.due,
           1);
      proof.evidence = false;
    }
    if (choice.review) {
      proof.review = true;
      part(PlanActionKind::review, proof, effort_of(rubric_, ActionKind::ask_review), decision.due, 5);
    }
  }

  void lab(const LabChoice& choice, const Decision& decision) {
    PlannedStep step;
    step.action.kind = PlanActionKind::lab;
    step.action.stage = choice.stage;
    step.action.domain = choice.domain;
    step.action.hours = {choice.hours, choice.hours, choice.hours};
    step.action.id = fmt::format("lab-{}{}", rubric_[choice.stage].id,
                                 choice.domain ? "-" + rubric_[*choice.domain].id : std::string());
    step.decision = decision;
    step.wanted = decision.due;
    step.rank = 3;
    steps.push_back(std::move(step));
  }

  void certificate(CertificationIndex passed, const Decision& decision) {
    PlannedStep step;
    step.action.kind = PlanActionKind::certificate;
    step.action.certification = passed;
    step.action.hours = range_of(rubric_[passed].effort);
    step.action.id = "certificate-" + rubric_[passed].id;
    step.decision = decision;
    step.wanted = decision.due;
    step.rank = 4;
    steps.push_back(std::move(step));
  }

  const Problem& problem_;
  const Rubric& rubric_;
};

bool is_in_time(const std::vector<PlannedStep*>& studies, int weekly_hours) {
  int hours = 0;
  return std::all_of(studies.begin(), studies.end(), [&](const PlannedStep* step) {
    hours += step->action.hours.likely;
    return months_for(hours, weekly_hours) <= step->wanted;
  });
}

/// What can be written down today comes first, as far as everything is in time all the same.
void put_statements_first(std::vector<PlannedStep*>& studies, int weekly_hours) {
  auto place = studies.begin();
  for (auto step = studies.begin(); step != studies.end(); ++step) {
    if ((*step)->action.kind != PlanActionKind::state_skill) continue;
    std::rotate(place, step, step + 1);
    if (is_in_time(studies, weekly_hours)) {
      ++place;
    } else {
      std::rotate(place, place + 1, step + 1);
    }
  }
}

/// Months for which what the step proves is fresh.
int months_fresh(const Problem& problem, const PlanAction& action) {
  const auto& rubric = problem.rubric;
  if (action.skill) return rubric[*action.skill].stale_months;
  if (action.domain && rubric[*action.domain].skill)
    return rubric[*rubric[*action.domain].skill].stale_months;
  if (!action.certification) return kNever;
  int months = kNever;
  for (const auto& rule : rubric[*action.certification].validity)
    months = std::min(months, rule.months.value_or(kNever));
  return months;
}

/// Study fills the weeks, the earliest due first: from the first day on, or up to the day that each is due.
void date_studies(const Problem& problem, int months, Pace pace, std::vector<PlannedStep>& steps) {
  std::vector<PlannedStep*> studies;
  for (auto& step : steps) {
    if (step.decision && step.action.kind != PlanActionKind::practise) studies.push_back(&step);
  }
  // Late, what is soon too old comes last.
  std::stable_sort(studies.begin(), studies.end(), [&](const PlannedStep* a, const PlannedStep* b) {
    const auto key = [&](const PlannedStep* step) {
      const int fresh = pace == Pace::late ? months_fresh(problem, step->action) : 0;
      return std::tuple(step->wanted, -fresh, step->rank);
    };
    return key(a) < key(b);
  });
  put_statements_first(studies, problem.weekly_hours);
  constexpr int kDays = 7;
  const auto days_for = [&](int hours) {
    if (hours == 0) return std::chrono::days{0};
    return std::chrono::days{(hours * kDays + problem.weekly_hours - 1) / problem.weekly_hours};
  };
  const auto after = [&](int hours) {
    return std::min(Day{problem.facts.day + days_for(hours)}, problem.day_of(months));
  };
  if (pace == Pace::late) {
    auto next = problem.day_of(months);
    for (auto step = studies.rbegin(); step != studies.rend(); ++step) {
      auto& action = (*step)->action;
      action.end = std::min(next, problem.day_of((*step)->wanted));
      action.start = std::max(Day{action.end - days_for(action.hours.likely)}, problem.facts.day);
      next = action.start;
    }
    return;
  }
  int hours = 0;
  for (auto* step : studies) {
    auto& action = step->action;
    action.start = after(hours);
    hours += action.hours.likely;
    action.end = after(hours);
    if (action.kind == PlanActionKind::lab || action.kind == PlanActionKind::study) continue;
    // Nobody reviews a level before the work that brings it is done.
    const bool follows_work = std::any_of(steps.begin(), steps.end(), [&](const PlannedStep& other) {
      return other.action.kind == PlanActionKind::practise && other.action.skill == action.skill &&
             other.action.end > action.start && action.kind != PlanActionKind::state_skill;
    });
    if (follows_work && action.skill) action.start = action.end = problem.day_of(step->decision->due);
  }
}

std::vector<PlannedStep> work_steps(const Problem& problem, const Course& course) {
  std::vector<PlannedStep> steps;
  bool moved = false;
  for (std::size_t i = 0; i < course.segments.size(); ++i) {
    const auto& segment = course.segments[i];
    const auto& stage = problem.rubric[segment.job.stage].id;
    if (segment.job.by) {
      PlannedStep step;
      step.action.kind = PlanActionKind::ask_post;
      step.action.id = fmt::format("{}-{}", id(*segment.job.by), stage);
      step.action.post = segment.job.by;
      step.action.in_new_post = moved;
      step.action.stage = segment.job.stage;
      step.action.hours = range_of(effort_of(problem.rubric, *segment.job.by));
      step.action.months = segment.job.lead;
      step.action.start = problem.day_of(segment.begin - segment.job.lead);
      step.action.end = problem.day_of(segment.begin);
      steps.push_back(std::move(step));
    }
    moved = moved || segment.job.is_elsewhere();
    PlannedStep step;
    step.action.kind = PlanActionKind::work;
    step.action.id = "work-" + stage;
    step.action.stage = segment.job.stage;
    step.action.months = segment.months;
    step.action.start = problem.post.first_day_of_work(segment.begin);
    step.action.end = problem.post.last_day_of_work(segment.begin + segment.months);
    step.segment = i;
    steps.push_back(std::move(step));
  }
  return steps;
}

/// Two labs can be alike: lab-build, lab-build-2.
void number_ids(std::vector<PlannedStep>& steps) {
  std::map<std::string, int> counts;
  for (auto& step : steps) {
    const int count = ++counts[step.action.id];
    if (count > 1) step.action.id += fmt::format("-{}", count);
  }
}

/// Whether the goal would be missed without the months of going on as now.
bool needs_stay(const Problem& problem, const Solution& solution) {
  if (solution.course.stay == 0) return false;
  auto profile = carried_out(problem, solution.course, solution.decisions, solution.months);
  problem.post.leave_at_once(profile);
  return !is_reached(problem, std::move(profile), solution.months);
}

}  // namespace

bool is_before(const PlanAction& a, const PlanAction& b) {
  const auto rank = [](PlanActionKind kind) {
    if (kind == PlanActionKind::ask_post) return 0;
    if (kind == PlanActionKind::work) return 1;
    return kind == PlanActionKind::practise ? 2 : 3;
  };
  return std::tuple(a.start, rank(a.kind), a.end) < std::tuple(b.start, rank(b.kind), b.end);
}

std::vector<PlannedStep> schedule(const Problem& problem, const Solution& solution, Pace pace) {
  auto steps = Expansion(problem, solution).steps;
  date_studies(problem, solution.months, pace, steps);
  for (auto& step : work_steps(problem, solution.course)) steps.push_back(std::move(step));
  if (needs_stay(problem, solution)) {
    PlannedStep step;
    step.action.kind = PlanActionKind::work;
    step.action.stage = problem.post.stage_now();
    step.action.id = "go-on";
    step.action.months = solution.course.stay;
    step.action.start = problem.facts.day;
    step.action.end = problem.day_of(solution.course.stay);
    step.is_stay = true;
    steps.push_back(std::move(step));
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const PlannedStep& a, const PlannedStep& b) { return is_before(a.action, b.action); });
  number_ids(steps);
  return steps;
}

PlanRange months_of(const Problem& problem, const Solution& solution) {
  const auto studies = [&](int PlanRange::*hours, int sooner) {
    std::vector<StudyDue> due;
    for (const auto& step : Expansion(problem, solution).steps)
      due.push_back({step.decision->due - sooner, step.action.hours.*hours});
    return due;
  };
  PlanRange months{solution.months, solution.months, solution.months};
  months.worst += lateness(studies(&PlanRange::worst, 0), problem.weekly_hours);
  // Sooner by so many months only where the work can be shorter, too.
  for (int sooner = 1; sooner <= solution.months; ++sooner) {
    auto course = solution.course;
    auto& last = course.segments.empty() ? course.stay : course.segments.back().months;
    if (last < sooner + (course.segments.empty() ? 0 : 1)) break;
    last -= sooner;
    auto decisions = solution.decisions;
    for (auto& decision : decisions) decision.due = std::min(decision.due, solution.months - sooner);
    if (lateness(studies(&PlanRange::best, sooner), problem.weekly_hours) > 0) break;
    const bool early =
        std::any_of(solution.decisions.begin(), solution.decisions.end(), [&](const Decision& decision) {
          return decision.due == solution.months && decision.study_due < decision.due &&
                 decision.study_due < sooner;
        });
    const auto profile = carried_out(problem, course, decisions, solution.months - sooner);
    if (early || !is_met(problem.goal,
                         gather_facts(profile, problem.rubric, problem.day_of(solution.months - sooner))))
      break;
    months.best = solution.months - sooner;
  }
  return months;
}

}  // namespace upstream::planning
