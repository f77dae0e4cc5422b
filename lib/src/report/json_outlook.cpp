#include <array>

#include "json_parts.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::json {
namespace {

std::string_view id(Answer answer) {
  static constexpr std::array<std::string_view, 3> words{"no", "yes", "unknown"};
  return words[static_cast<std::size_t>(answer)];
}

Json path(const PathFit& fit, const Context& context) {
  const auto& path = context.rubric()[fit.path];
  auto reasons = Json::array();
  for (const auto reason : fit.reasons) {
    reasons.push_back(context.in(wording::path_reason(reason, fit, context.assessment)));
  }
  return {{"id", path.id},
          {"label", context.in(path.label)},
          {"readiness", fit.readiness},
          {"permille", fit.permille},
          {"fit", fit.fit},
          {"direction", fit.direction},
          {"wished", fit.wished},
          {"reached", fit.reached},
          {"reasons", std::move(reasons)},
          {"gaps", gaps(fit.gaps, context)},
          {"source", path.source}};
}

Json voices(const EntryRoute& route, const Context& context) {
  auto all = Json::array();
  for (const auto& voice : route.voices) {
    all.push_back({{"text", context.in(voice.text)}, {"source", voice.source}});
  }
  return all;
}

}  // namespace

Json paths(const Context& context) {
  auto all = Json::array();
  for (const auto& fit : context.assessment.paths) all.push_back(path(fit, context));
  return all;
}

Json entry_routes(const Context& context) {
  auto all = Json::array();
  for (const auto& state : context.assessment.entry_routes) {
    const auto& route = *state.route;
    all.push_back({{"id", route.id},
                   {"label", context.in(route.label)},
                   {"open", state.open},
                   {"percent", state.percent},
                   {"steps", steps(state.steps, context)},
                   {"voices", voices(route, context)},
                   {"next", context.in(route.next)},
                   {"source", route.source}});
  }
  return all;
}

Json environment(const Context& context) {
  const auto& seat = context.assessment.seat;
  const auto& rules = context.rubric().seat;
  auto findings = Json::array();
  for (std::size_t i = 0; i < kSignals; ++i) {
    const auto signal = static_cast<Signal>(i);
    if (!seat.signals.contains(index_of(signal))) continue;
    findings.push_back({{"id", upstream::id(signal)},
                        {"text", context.in(rules.signals[i].label)},
                        {"source", rules.signals[i].source}});
  }
  Json object{{"verdict", upstream::id(seat.verdict)},
              {"label", context.in(wording::seat_label(seat, context.rubric()))},
              {"advice", context.in(wording::seat_advice(context.assessment))},
              {"leave_early", seat.leave_early},
              {"aim", stage_id(seat.aim, context.rubric())},
              {"ready", seat.ready},
              {"findings", std::move(findings)}};
  add_place(object, seat.at);
  object["source"] = rules.source;
  return object;
}

Json conditions(const Context& context) {
  auto all = Json::array();
  for (const auto& state : context.assessment.conditions) {
    all.push_back({{"id", state.condition->id},
                   {"label", context.in(state.condition->label)},
                   {"answer", id(state.answer)},
                   {"source", state.condition->source}});
  }
  return all;
}

Json findings(const Context& context) {
  auto all = Json::array();
  for (const auto& finding : context.assessment.findings) {
    const auto& text = context.rubric().findings[static_cast<std::size_t>(finding.kind)];
    Json object{{"id", upstream::id(finding.kind)},
                {"label", context.in(text.label)},
                {"text", context.in(text.text)},
                {"months", finding.months}};
    add_place(object, finding.at);
    object["source"] = text.source;
    all.push_back(std::move(object));
  }
  return all;
}

Json market(const Context& context) {
  const auto* band = context.assessment.market;
  return {{"id", band == nullptr ? Json(nullptr) : Json(band->id)},
          {"min", band == nullptr ? Json(nullptr) : or_null(band->min)},
          {"max", band == nullptr ? Json(nullptr) : or_null(band->max)},
          {"currency", "JPY"},
          {"text", band == nullptr ? std::string() : context.in(band->text)},
          {"source", band == nullptr ? std::string() : band->source}};
}

Json estimate(const Context& context) {
  const auto& estimate = context.assessment.estimate;
  return {{"months_to_next", or_null(estimate.months_to_next)},
          {"months_to_design", or_null(estimate.months_to_target)},
          {"basis", context.in(wording::estimate(estimate, context.assessment))},
          {"next_basis", upstream::id(estimate.next_basis)},
          {"design_basis", upstream::id(estimate.target_basis)},
          {"weekly_hours", estimate.weekly_hours},
          {"weekly_hours_stated", estimate.weekly_hours_stated}};
}

Json sensitivity(const Context& context) {
  const auto& rubric = context.rubric();
  auto levels = Json::array();
  for (const auto& change : context.assessment.level_sensitivity) {
    levels.push_back({{"skill", rubric[change.skill].id},
                      {"from", change.from},
                      {"to", change.to},
                      {"reached", stage_id(change.reached, rubric)}});
  }
  auto first_path = Json::array();
  for (const auto& change : context.assessment.path_sensitivity) {
    first_path.push_back({{"path", rubric[change.path].id},
                          {"requirement", change.requirement->id},
                          {"percent", change.percent},
                          {"first", rubric[change.first].id}});
  }
  return {{"levels", std::move(levels)}, {"first_path", std::move(first_path)}};
}

}  // namespace upstream::json
