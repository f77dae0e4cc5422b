#include <array>

#include "json_parts.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::json {
namespace {

std::string_view id(BackingKind kind) {
  static constexpr std::array<std::string_view, 8> words{"own",   "certificate", "study",         "lab",
                                                         "field", "role",        "work-evidence", "review"};
  return words[static_cast<std::size_t>(kind)];
}

Json skill(const SkillState& state, const Context& context) {
  const auto& skill = context.rubric()[state.skill];
  const auto* rating = state.rating;
  const bool rated = rating != nullptr && !rating->not_applicable;
  Json object{{"id", skill.id},
              {"label", context.in(skill.label)},
              {"own", rated ? Json(rating->level) : Json(nullptr)},
              {"reviewed", rated ? or_null(rating->reviewed_level) : Json(nullptr)},
              {"not_applicable", rating != nullptr && rating->not_applicable},
              {"low", state.levels.low},
              {"score", state.levels.score},
              {"high", state.levels.high},
              {"proven", state.proven},
              {"proven_with_stale", state.with_stale},
              {"backing", id(state.best)},
              {"suggested", state.suggested},
              {"suggested_by_duty", state.suggested_by_duty}};
  if (state.suggested > 0) add_place(object, state.suggested_at);
  object["evidence"] = places(state.lines);
  return object;
}

}  // namespace

Json stage(const Context& context) {
  const auto& assessment = context.assessment;
  const auto& rubric = context.rubric();
  return {{"experienced", stage_id(assessment.experienced, rubric)},
          {"seat", stage_id(assessment.seat_stage, rubric)},
          {"reached", stage_id(assessment.reached, rubric)},
          {"next", stage_id(assessment.next, rubric)}};
}

Json readiness(const Context& context) {
  const auto& readiness = context.assessment.readiness;
  auto by_stage = Json::object();
  for (std::size_t i = 0; i < readiness.by_stage.size(); ++i) {
    by_stage[context.rubric().stages[i].id] = readiness.by_stage[i];
  }
  return {{"score", readiness.score},
          {"permille", readiness.permille},
          {"low", readiness.low},
          {"high", readiness.high},
          {"confidence", readiness.confidence},
          {"provisional", readiness.provisional},
          {"band", context.in(wording::band(readiness.score, context.rubric()))},
          {"by_stage", std::move(by_stage)}};
}

Json months_at(const Context& context) {
  auto months = Json::object();
  for (std::size_t i = 0; i < context.assessment.months_at.size(); ++i) {
    months[context.rubric().stages[i].id] = context.assessment.months_at[i];
  }
  return months;
}

Json ledger(const std::vector<LedgerEntry>& ledger, const Context& context) {
  auto all = Json::array();
  for (const auto& entry : ledger) {
    const auto& requirement = *entry.requirement;
    all.push_back({{"requirement", requirement.id},
                   {"label", context.in(requirement.label)},
                   {"family", context.rubric().families[requirement.family].id},
                   {"earned", entry.earned},
                   {"possible", entry.possible},
                   {"low", entry.low},
                   {"high", entry.high},
                   {"met", entry.met},
                   {"evidence", places(entry.lines)},
                   {"source", requirement.source}});
  }
  return all;
}

Json skills(const Context& context) {
  auto all = Json::array();
  for (const auto& state : context.assessment.skills) all.push_back(skill(state, context));
  return all;
}

Json certifications(const Context& context) {
  auto all = Json::array();
  for (const auto& state : context.assessment.certifications) {
    const auto& rubric = context.rubric();
    Json object{{"id", rubric[state.certification].id},
                {"status", id(state.status)},
                {"expires", state.expires ? Json(iso(state.expires->last_day())) : Json(nullptr)},
                {"renewed_by", state.renewed_by ? Json(rubric[*state.renewed_by].id) : Json(nullptr)},
                {"covered", state.covered},
                {"text", context.in(wording::certification_status(state, context.assessment))}};
    add_place(object, state.at);
    all.push_back(std::move(object));
  }
  return all;
}

}  // namespace upstream::json
