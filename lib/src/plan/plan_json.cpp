#include "plan_words.hpp"
#include "ways/ways_json.hpp"

namespace upstream {
namespace embedded {
std::string_view plan_schema() noexcept;
}

namespace {

using json::Json;

Json range(const PlanRange& range) {
  return {{"best", range.best}, {"likely", range.likely}, {"worst", range.worst}};
}

/// The id of what an index points at.
template <typename Index>
Json id_of(const std::optional<Index>& index, const Rubric& rubric) {
  return index ? Json(rubric[*index].id) : Json(nullptr);
}

Json goal(const PlanGoal& goal, const Rubric& rubric) {
  const auto* stage = std::get_if<StageIndex>(&goal.of);
  return {{"kind", id(stage != nullptr ? NameKind::stage : NameKind::path)},
          {"id", stage != nullptr ? rubric[*stage].id : rubric[std::get<PathIndex>(goal.of)].id},
          {"score", json::or_null(planning::goal_score(goal, rubric))}};
}

Json request(const PlanRequest& request) {
  auto avoid = Json::array();
  if (!request.certificates) avoid.push_back("cert");
  return {{"score", json::or_null(request.goal.score)},
          {"hours_per_week", json::or_null(request.weekly_hours)},
          {"by", request.by ? Json(iso(*request.by)) : Json(nullptr)},
          {"avoid", std::move(avoid)},
          {"change_post", request.change_post}};
}

Json standing(const PlanStanding& standing, const Rubric& rubric) {
  return {{"stage", json::stage_id(standing.reached, rubric)},
          {"readiness", standing.readiness},
          {"score", standing.score}};
}

Json action(const PlanAction& action, const Assessment& assessment, Language language) {
  const auto& rubric = *assessment.rubric;
  auto opens = Json::array();
  for (const auto* gate : action.opens) opens.push_back(gate->id);
  return {{"id", action.id},
          {"kind", id(action.kind)},
          {"skill", id_of(action.skill, rubric)},
          {"from", action.skill ? Json(action.from) : Json(nullptr)},
          {"to", action.skill ? Json(action.to) : Json(nullptr)},
          {"certification", id_of(action.certification, rubric)},
          {"stage", id_of(action.stage, rubric)},
          {"domain", id_of(action.domain, rubric)},
          {"post", action.post ? Json(id(*action.post)) : Json(nullptr)},
          {"start", iso(action.start)},
          {"end", iso(action.end)},
          {"hours", range(action.hours)},
          {"months", action.months},
          {"opens", std::move(opens)},
          {"gain", action.gain},
          {"text", planning::action_text(action, assessment).in(language)},
          {"whatif", action.whatif}};
}

Json drift(const PlanDrift& drift, const Rubric& rubric) {
  const auto ids = [](const std::vector<const Gate*>& gates) {
    auto all = Json::array();
    for (const auto* gate : gates) all.push_back(gate->id);
    return all;
  };
  auto skills = Json::array();
  for (const auto& [skill, from, to] : drift.falls)
    skills.push_back({{"skill", rubric[skill].id}, {"from", from}, {"to", to}});
  return {{"gain", drift.gain},
          {"opens", ids(drift.opens)},
          {"shuts", ids(drift.shuts)},
          {"skills", std::move(skills)}};
}

/// What both outcomes begin with.
template <typename Answer>
Json head(const Answer& answer, bool is_found, Language language) {
  const auto& report = answer.report;
  const auto& rubric = *report.assessment->rubric;
  auto object = ways::head(rubric, language);
  object["profile"] = {
      {"path", report.source.path()}, {"id", report.profile->id}, {"name", report.profile->name}};
  object["as_of"] = iso(report.day);
  object["goal"] = goal(answer.request.goal, rubric);
  object["request"] = request(answer.request);
  object["hours_per_week"] = answer.weekly_hours;
  object["found"] = is_found;
  return object;
}

Json render(const Plan& plan, Language language) {
  const auto& rubric = *plan.report.assessment->rubric;
  auto object = head(plan, true, language);
  object["met"] = plan.is_met;
  object["reaches"] = plan.reaches;
  object["optimal"] = plan.unproven.empty();
  auto unproven = Json::array();
  for (const auto& reason : plan.unproven) unproven.push_back(reason.in(language));
  object["unproven"] = std::move(unproven);
  object["months"] = range(plan.months);
  object["hours"] = range(plan.hours);
  object["end"] = iso(plan.end);
  auto actions = Json::array();
  for (const auto& one : plan.actions) actions.push_back(action(one, *plan.report.assessment, language));
  object["actions"] = std::move(actions);
  auto lapses = Json::array();
  for (const auto& lapse : plan.lapses) {
    lapses.push_back(
        {{"certification", rubric[lapse.certification].id}, {"last_day", iso(lapse.last.last_day())}});
  }
  object["lapses"] = std::move(lapses);
  object["drift"] = drift(plan.drift, rubric);
  object["before"] = standing(plan.before, rubric);
  object["after"] = standing(plan.after, rubric);
  auto assumptions = Json::array();
  for (const auto& assumption : plan.assumptions) assumptions.push_back(assumption.in(language));
  object["assumptions"] = std::move(assumptions);
  object["whatif"] = plan.whatif;
  object["obstacles"] = Json::array();
  object["alternatives"] = {
      {"months_without_limit", nullptr}, {"months_with_change", nullptr}, {"nearer", nullptr}};
  return object;
}

Json render(const NoPlan& none, Language language) {
  auto object = head(none, false, language);
  object["met"] = false;
  object["reaches"] = false;
  object["optimal"] = false;
  object["unproven"] = Json::array();
  for (const char* key : {"months", "hours", "end"}) object[key] = nullptr;
  for (const char* key : {"actions", "lapses"}) object[key] = Json::array();
  for (const char* key : {"drift", "before", "after"}) object[key] = nullptr;
  for (const char* key : {"assumptions", "whatif"}) object[key] = Json::array();
  auto obstacles = Json::array();
  for (const auto& obstacle : none.obstacles) {
    obstacles.push_back({{"kind", id(obstacle.kind)},
                         {"id", obstacle.id.empty() ? Json(nullptr) : Json(obstacle.id)},
                         {"text", obstacle.text.in(language)}});
  }
  object["obstacles"] = std::move(obstacles);
  object["alternatives"] = {{"months_without_limit", json::or_null(none.months_without_limit)},
                            {"months_with_change", json::or_null(none.months_with_change)},
                            {"nearer", nullptr}};
  if (none.nearer)
    object["alternatives"]["nearer"] = {{"score", none.nearer->score}, {"months", none.nearer->months}};
  return object;
}

}  // namespace

std::string render_plan_json(const std::variant<Plan, NoPlan>& answer, Language language) {
  return json::dump(std::visit([&](const auto& one) { return render(one, language); }, answer));
}

std::string_view plan_schema() { return embedded::plan_schema(); }

}  // namespace upstream
