#include "upstream/plan/plan.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "assess/evaluate.hpp"
#include "assumptions.hpp"
#include "capacity.hpp"
#include "choices.hpp"
#include "menus.hpp"
#include "obstacles.hpp"
#include "outcome.hpp"
#include "replay.hpp"
#include "search.hpp"
#include "steps.hpp"
#include "whatif_words.hpp"

namespace upstream {
namespace {

using namespace planning;

Target target_of(const PlanGoal& goal, const Rubric& rubric) {
  if (const auto* stage = std::get_if<StageIndex>(&goal.of))
    return {*stage, goal.score ? &rubric[*stage].requirements : nullptr, 10 * goal.score.value_or(0)};
  const auto& path = rubric[std::get<PathIndex>(goal.of)];
  return {rubric.target(), &path.requirements, 10 * goal.score.value_or(rubric.settings.path_reached_at)};
}

const std::vector<Requirement>& ladder_of(const PlanGoal& goal, const Rubric& rubric) {
  if (const auto* stage = std::get_if<StageIndex>(&goal.of)) return rubric[*stage].requirements;
  return rubric[std::get<PathIndex>(goal.of)].requirements;
}

/// In which domains other posts are looked for: those that the work of the path is in.
DomainSet wished_domains(const PlanGoal& goal, const Rubric& rubric) {
  const auto* path = std::get_if<PathIndex>(&goal.of);
  return path == nullptr ? DomainSet{} : rubric[*path].direction.filter.domains;
}

/// The stage of labs that belong to none: the lowest that serves most of the needs of lab hours.
StageIndex practice_stage(const Target& target, const Facts& facts) {
  const auto labs = asked_labs(needs_of(target, facts));
  StageIndex best{};
  int most = -1;
  for (std::uint16_t s = 0; s < facts.rubric->stages.size(); ++s) {
    const auto serves = [&](const LabHoursAtLeast* need) { return need->stages.contains({s}); };
    const int count = static_cast<int>(std::count_if(labs.begin(), labs.end(), serves));
    if (count <= most) continue;
    most = count;
    best = {s};
  }
  return best;
}

int weekly_hours(const PlanRequest& request, const Facts& facts) {
  return std::min(request.weekly_hours.value_or(facts.weekly_hours), PlanRequest::kMostWeeklyHours);
}

PlanStanding standing(const Facts& facts, const PlanGoal& goal) {
  const auto& rubric = *facts.rubric;
  return {reached_stage(facts), total(ladder_of(goal, rubric), facts, View::score) / 10,
          total(rubric[rubric.target()].requirements, facts, View::score) / 10};
}

/// Everything that one search needs, kept together.
struct Setting {
  Facts facts;
  Post post;
  Budget budget;
  KnownGains known_gains;
  HeldByMonth held;
  Menus menus;
  Problem problem;

  Setting(const FileReport& report, const Rubric& rubric, const PlanRequest& request)
      : facts(gather_facts(*report.profile, rubric, report.day)),
        post(facts, request.change_post, wished_domains(request.goal, rubric)),
        held(facts),
        problem{rubric,
                facts,
                post,
                target_of(request.goal, rubric),
                target_of(request.goal, rubric).ladder,
                weekly_hours(request, facts),
                request.certificates,
                {},
                budget,
                known_gains,
                held,
                menus} {
    if (problem.ladder != nullptr) problem.rungs = rungs_of(*problem.ladder, rubric);
    // Work above the goal's stage may bring points, and has gates of its own.
    const auto everything = problem.everything();
    const auto needs = all_needs_of(everything, rubric);
    problem.months_asked = asked_months(needs);
    const auto levels = asked_levels(needs, rubric);
    for (std::uint16_t i = 0; i < levels.size(); ++i) {
      if (levels[i] > 0) problem.skills_asked.push_back({i});
    }
    const auto shut = needs_of(everything, facts);
    problem.labs_asked = asked_labs(shut);
    problem.levels_asked = asked_levels(shut, rubric);
    problem.practice = practice_stage(problem.goal, facts);
    problem.study_labs = study_labs(rubric, problem.practice);
    post.leave_out_lower_work(needs_of(problem.goal, facts), reached_stage(facts));
  }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
};

/// No further than dates reach.
int most_months(const Problem& problem) {
  constexpr int last = (Date::kLastYear - Date::kFirstYear + 1) * 12 - 1;
  return std::clamp(last - problem.post.last_ended() - 1, 0, kMostPlanMonths);
}

int months_until(Day day, const Problem& problem) {
  int months = -1;
  while (months < most_months(problem) && problem.day_of(months + 1) <= day) ++months;
  return months;
}

struct Found {
  std::optional<Solution> solution;
  bool exhaustive = true;
};

/// The first number of months for which there is a solution has the cheapest.
std::optional<Solution> first_from(int months, const Problem& problem, int most) {
  Search search(problem);
  std::optional<Solution> solution;
  for (; months <= most && !solution && !problem.budget.is_spent(); ++months) {
    if (search.may_reach(months)) solution = search.cheapest(months);
  }
  return solution;
}

Found find_within(const Problem& problem, int most) {
  int months = 0;
  if (problem.goal.ladder != nullptr && gates_need_no_study_labs(problem)) {
    // Whatever comes to the points opens the gates as well, so that it takes no less than what only does
    // that.
    auto gates = problem;
    gates.goal = {problem.goal.stage, nullptr, 0};
    auto opening = first_from(0, gates, most);
    if (!opening) return {std::nullopt, !problem.budget.is_spent()};
    months = opening->months;
    if (is_reached(problem, carried_out(problem, opening->course, opening->decisions, months), months))
      return {std::move(opening), !problem.budget.is_spent()};
  }
  auto solution = first_from(months, problem, most);
  return {std::move(solution), !problem.budget.is_spent()};
}

std::vector<PlanLapse> lapses_of(const Facts& facts, Day end) {
  std::vector<PlanLapse> lapses;
  for (const auto& state : facts.certifications) {
    if (state.counts() && state.expires && state.expires->last_day() < end)
      lapses.push_back({state.certification, *state.expires});
  }
  std::stable_sort(lapses.begin(), lapses.end(), [](const PlanLapse& a, const PlanLapse& b) {
    return a.last.last_day() < b.last.last_day();
  });
  return lapses;
}

/// Writes the actions into the plan, and the options of whatif that make the profile they come to. The
/// assessment has the last word: what speaks against that the goal is reached then.
std::optional<Text> write_actions(Plan& plan, const Setting& setting, const Solution& solution, Pace pace) {
  const auto& problem = setting.problem;
  const auto& rubric = problem.rubric;
  auto steps = schedule(problem, solution, pace);
  const auto [after, drift] = replay(problem, solution, ladder_of(plan.request.goal, rubric), steps);
  plan.drift = drift;
  plan.actions.clear();
  for (auto& step : steps) plan.actions.push_back(std::move(step.action));
  const auto expected = gather_facts(after, rubric, plan.end);
  plan.after = standing(expected, plan.request.goal);
  plan.reaches = is_met(problem.goal, expected);
  plan.whatif = whatif_words(*plan.report.profile, after, rubric);
  if (plan.report.profile->as_of != plan.report.day) {
    plan.whatif.emplace_back("--as-of");
    plan.whatif.push_back(iso(plan.report.day));
  }
  if (plan.end != plan.report.day) {
    plan.whatif.emplace_back("--at");
    plan.whatif.push_back(iso(plan.end));
  }
  auto again =
      report_on(plan.report.source, rubric, {plan.report.day, plan.report.day, Severity::note, false});
  const auto outcome = suppose(std::move(again), rubric, supposition_of(plan.whatif, plan.end));
  if (const auto* faults = std::get_if<std::vector<Fault>>(&outcome)) {
    plan.whatif.clear();
    const auto& why = faults->front().message;
    return Text{fmt::format("whatif では確かめられませんでした。{}", why.ja),
                fmt::format("it could not be carried out by whatif: {}", why.en)};
  }
  const auto facts = gather_facts(*std::get<Whatif>(outcome).after.profile, rubric, plan.end);
  plan.after = standing(facts, plan.request.goal);
  plan.reaches = is_met(problem.goal, facts);
  if (plan.reaches) return std::nullopt;
  return Text{"書いた日付のとおりに進めると目標に届きません", "on the days written here it misses the goal"};
}

Plan make_plan(FileReport report, const PlanRequest& request, const Setting& setting, const Found& found) {
  const auto& solution = *found.solution;
  const auto& problem = setting.problem;
  Plan plan{std::move(report), request};
  plan.weekly_hours = problem.weekly_hours;
  plan.end = problem.day_of(solution.months);
  plan.before = standing(setting.facts, request.goal);
  plan.is_met = solution.months == 0 && solution.decisions.empty();
  plan.months = months_of(problem, solution);
  // What is done early may be stale or have lapsed by the end.
  auto doubt = write_actions(plan, setting, solution, Pace::early);
  if (doubt) doubt = write_actions(plan, setting, solution, Pace::late);
  for (const auto& action : plan.actions) {
    plan.hours = {plan.hours.best + action.hours.best, plan.hours.likely + action.hours.likely,
                  plan.hours.worst + action.hours.worst};
  }
  plan.lapses = lapses_of(setting.facts, plan.end);
  plan.assumptions = assumptions_of(problem, request, wished_domains(request.goal, problem.rubric), solution);
  if (!found.exhaustive) {
    plan.unproven.push_back({"組み合わせが多く、探索の上限に達しました",
                             "there are many combinations, and the search hit its bound"});
  }
  if (doubt) plan.unproven.push_back(std::move(*doubt));
  return plan;
}

/// The nearest score below, by fives, for which there is a plan.
std::optional<NearerGoal> nearer_goal(const FileReport& report, const Rubric& rubric, PlanRequest request,
                                      int score, int most) {
  constexpr int step = 5;
  Budget budget(Budget::kOfHint);
  for (score = (score - 1) / step * step; score > 0 && !budget.is_spent(); score -= step) {
    request.goal.score = score;
    Setting nearer(report, rubric, request);
    nearer.budget = budget;
    const auto found = find_within(nearer.problem, most);
    budget = nearer.budget;
    if (found.solution) return NearerGoal{score, found.solution->months};
  }
  return std::nullopt;
}

}  // namespace

std::string_view id(PlanActionKind kind) {
  static constexpr std::array<std::string_view, 9> words{
      "state-skill", "add-evidence", "study", "lab", "certificate", "review", "practise", "ask-post", "work"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view id(ObstacleKind kind) {
  static constexpr std::array<std::string_view, 5> words{"post", "study-hours", "points", "time", "bound"};
  return words[static_cast<std::size_t>(kind)];
}

std::variant<Plan, NoPlan> find_plan(FileReport report, const Rubric& rubric, const PlanRequest& request) {
  const Setting setting(report, rubric, request);
  const auto& problem = setting.problem;
  const int most = request.by ? months_until(*request.by, problem) : most_months(problem);
  const auto found = find_within(problem, most);
  if (found.solution) return make_plan(std::move(report), request, setting, found);
  NoPlan none{std::move(report), request};
  none.weekly_hours = problem.weekly_hours;
  if (!found.exhaustive) {
    none.obstacles.push_back({ObstacleKind::bound,
                              "",
                              {"組み合わせが多すぎて、上限までに答えが出なかった",
                               "there are too many combinations: the search gave up at its bound"}});
  } else if (request.by) {
    if (const auto later = find_within(problem, most_months(problem)); later.solution) {
      none.months_without_limit = later.solution->months;
      none.obstacles.push_back(
          {ObstacleKind::time,
           "",
           {fmt::format("{} までには届かない。早くて {}({} か月後)", iso(*request.by),
                        iso(problem.day_of(later.solution->months)), later.solution->months),
            fmt::format("not by {}: {} at the earliest, in {} months", iso(*request.by),
                        iso(problem.day_of(later.solution->months)), later.solution->months)}});
    }
  }
  if (most_months(problem) < kMostPlanMonths && none.obstacles.empty()) {
    none.obstacles.push_back({ObstacleKind::time,
                              "",
                              {fmt::format("計画は {} 年までしか立てられず、{} か月しか残っていない",
                                           Date::kLastYear, most_months(problem)),
                               fmt::format("plans reach to the end of {}, and only {} months are left",
                                           Date::kLastYear, most_months(problem))}});
  }
  if (none.obstacles.empty()) none.obstacles = obstacles(problem, request.goal, most_months(problem));
  if (none.obstacles.empty() && problem.weekly_hours == 0) {
    none.obstacles.push_back(
        {ObstacleKind::study_hours,
         "",
         {"週の学習時間が 0 なので、学びも、書き足しや上長の確認(1 時間ほど)も入らない",
          "with 0 hours a week there is room neither for study nor for the hour that writing "
          "something down or a review takes"}});
  } else if (none.obstacles.empty()) {
    none.obstacles.push_back({ObstacleKind::time,
                              "",
                              {fmt::format("{} か月以内に届く組み合わせがない", most_months(problem)),
                               fmt::format("nothing gets there within {} months", most_months(problem))}});
  }
  if (!request.change_post && !none.months_without_limit) {
    auto changed = request;
    changed.change_post = true;
    Setting elsewhere(none.report, rubric, changed);
    elsewhere.budget = Budget(Budget::kOfHint);
    const auto other = find_within(elsewhere.problem, most);
    if (other.solution) none.months_with_change = other.solution->months;
    none.change_is_open = !other.solution && !other.exhaustive;
  }
  const bool lacks_points = std::any_of(none.obstacles.begin(), none.obstacles.end(),
                                        [](const Obstacle& one) { return one.kind == ObstacleKind::points; });
  if (lacks_points) none.nearer = nearer_goal(none.report, rubric, request, problem.goal.permille / 10, most);
  return none;
}

}  // namespace upstream
