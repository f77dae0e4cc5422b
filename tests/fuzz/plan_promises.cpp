#include "fuzz/plan_promises.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "fuzz/fuzzed_rubric.hpp"
#include "fuzz/other_ways.hpp"
#include "upstream/plan/plan.hpp"
#include "upstream/text/hash.hpp"
#include "upstream/ways/whatif.hpp"

namespace upstream::test {
namespace {

using namespace std::chrono;

/// Numbers that depend on the bytes alone.
class Dice {
 public:
  explicit Dice(std::string_view bytes) : value_(text::Hash().add(bytes).value()) {}
  std::size_t below(std::size_t sides) {
    const auto number = value_ % sides;
    value_ /= sides;
    return static_cast<std::size_t>(number);
  }

 private:
  std::uint64_t value_;
};

FileReport report_of(std::string_view text) {
  constexpr Day today = sys_days{year{2026} / October / 31};
  return report_on(SourceFile("profile.yaml", std::string(text)), fuzzed_rubric(),
                   {.day = std::nullopt, .today = today});
}

PlanRequest request_of(std::string_view bytes, Day day) {
  const auto& rubric = fuzzed_rubric();
  Dice dice(bytes);
  PlanRequest request;
  const auto goal = dice.below(rubric.stages.size() + rubric.paths.size());
  if (goal < rubric.stages.size()) {
    request.goal.of = StageIndex{static_cast<std::uint16_t>(goal)};
  } else {
    request.goal.of = PathIndex{static_cast<std::uint16_t>(goal - rubric.stages.size())};
  }
  request.change_post = dice.below(2) == 0;
  request.certificates = dice.below(3) > 0;
  if (dice.below(3) == 0) request.goal.score = static_cast<int>(dice.below(101));
  if (dice.below(3) == 0)
    request.weekly_hours = static_cast<int>(dice.below(PlanRequest::kMostWeeklyHours + 1));
  if (dice.below(4) == 0) request.by = day + days{dice.below(1500)};
  return request;
}

bool in_order(const PlanRange& range) {
  return 0 <= range.best && range.best <= range.likely && range.likely <= range.worst;
}

/// Permille of the goal's own ladder, where an assessment tells them.
std::optional<int> permille_of(const PlanGoal& goal, const Assessment& assessment) {
  if (const auto* stage = std::get_if<StageIndex>(&goal.of))
    return *stage == fuzzed_rubric().target() ? std::optional(assessment.readiness.permille) : std::nullopt;
  const auto fit = std::find_if(assessment.paths.begin(), assessment.paths.end(),
                                [&](const PathFit& one) { return one.path == std::get<PathIndex>(goal.of); });
  return fit == assessment.paths.end() ? std::nullopt : std::optional(fit->permille);
}

/// Whether the assessment says so of a goal, where it tells the points of its ladder.
std::optional<bool> is_reached(const PlanGoal& goal, const Assessment& assessment) {
  const auto& rubric = fuzzed_rubric();
  const auto* stage = std::get_if<StageIndex>(&goal.of);
  if (!assessment.is_reached(stage != nullptr ? *stage : rubric.target())) return false;
  const int score = goal.score.value_or(stage != nullptr ? 0 : rubric.settings.path_reached_at);
  if (score == 0) return true;
  const auto permille = permille_of(goal, assessment);
  return permille ? std::optional(*permille >= 10 * score) : std::nullopt;
}

std::string broken_outcome(const Plan& plan) {
  const auto answer =
      suppose(report_of(plan.report.source.text()), fuzzed_rubric(), supposition_of(plan.whatif, plan.end));
  if (const auto* faults = std::get_if<std::vector<Fault>>(&answer))
    return "what the plan says to suppose cannot be supposed: " + faults->front().message.en;
  const auto& after = *std::get<Whatif>(answer).after.assessment;
  if (plan.reaches != is_reached(plan.request.goal, after).value_or(plan.reaches))
    return fmt::format("the plan {} the goal, what it supposes {}", plan.reaches ? "reaches" : "misses",
                       plan.reaches ? "does not" : "does");
  const auto now = permille_of(plan.request.goal, *plan.report.assessment);
  if (!now) return {};
  int sum = *now + plan.drift.gain;
  for (const auto& action : plan.actions) sum += action.gain;
  const int then = *permille_of(plan.request.goal, after);
  if (plan.reaches && sum != then)
    return fmt::format("what is told adds up to {} permille, not to {}", sum, then);
  return {};
}

std::string broken(const Plan& plan) {
  if (!in_order(plan.months) || !in_order(plan.hours)) return "months or hours are out of order";
  if (plan.months.likely > kMostPlanMonths) return "the plan takes too long";
  if (plan.is_met && !plan.actions.empty()) return "the goal is met, and there is something to do";
  if (plan.is_met != is_reached(plan.request.goal, *plan.report.assessment).value_or(plan.is_met))
    return "the assessment does not say the same of whether the goal is met";
  if (!plan.reaches && plan.unproven.empty()) return "the plan misses the goal, and nobody says so";
  if (plan.request.by && plan.end > *plan.request.by) return "the plan ends after the day";
  for (const auto& action : plan.actions) {
    if (!in_order(action.hours)) return "hours of " + action.id + " are out of order";
    if (action.start < plan.report.day || action.end > plan.end || action.start > action.end)
      return action.id + " lies outside of the plan";
  }
  return broken_outcome(plan);
}

std::string broken(const NoPlan& none) {
  if (none.obstacles.empty()) return "there is no plan, and nobody says why";
  for (const auto& obstacle : none.obstacles) {
    if (obstacle.text.ja.empty() || obstacle.text.en.empty()) return "an obstacle says nothing";
  }
  return {};
}

}  // namespace

std::string broken_plan(std::string_view bytes) {
  auto report = report_of(bytes);
  if (!report.ok()) return {};
  const auto request = request_of(bytes, report.day);
  const auto answer = find_plan(std::move(report), fuzzed_rubric(), request);
  auto found = std::visit([](const auto& one) { return broken(one); }, answer);
  if (!found.empty()) return found;
  for (const auto language : {Language::ja, Language::en}) {
    if (!is_harmless(render_plan_text(answer, {.language = language, .width = 80}, "profile.yaml")))
      return "the text of the plan is not harmless";
  }
  if (!nlohmann::json::accept(render_plan_json(answer, Language::ja)))
    return "the JSON of the plan does not parse";
  return {};
}

}  // namespace upstream::test
