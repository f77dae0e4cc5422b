#include "json_parts.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::json {
namespace {

Json gap(const Gap& gap, const Context& context) {
  const bool gate = gap.gate != nullptr;
  Json object{{"kind", id(gap.kind)},
              {"requirement", gate ? gap.gate->id : gap.requirement->id},
              {"label", context.in(gate ? gap.gate->label : gap.requirement->label)},
              {"stage", context.rubric()[gap.stage].id},
              {"gain", gap.gain},
              {"action", context.in(wording::action(gap, context.assessment))},
              {"effort", effort(gap.effort)},
              {"steps", steps(gap.steps, context)},
              {"options", steps(gap.options, context)}};
  add_place(object, gap.at);
  object["source"] = gate ? gap.gate->source : gap.requirement->source;
  return object;
}

}  // namespace

Json step(const Step& step, const Context& context) {
  const auto& rubric = context.rubric();
  Json object{{"kind", id(step.kind)}, {"text", context.in(wording::step(step, rubric))}};
  if (is_about_skill(step.kind)) {
    object["skill"] = rubric[step.skill].id;
    object["from"] = step.from;
    object["to"] = step.to;
  } else if (step.kind == StepKind::pass_certificate) {
    object["certificates"] = step.certificates == nullptr ? Json::array() : Json(step.certificates->written);
  } else {
    object["amount"] = step.amount;
    object["stages"] = stage_ids(step.stages, rubric);
  }
  object["met"] = step.met;
  object["effort"] = effort(step.effort);
  return object;
}

Json steps(const std::vector<Step>& steps, const Context& context) {
  auto all = Json::array();
  for (const auto& one : steps) all.push_back(step(one, context));
  return all;
}

Json gaps(const std::vector<Gap>& gaps, const Context& context) {
  auto all = Json::array();
  for (const auto& one : gaps) all.push_back(gap(one, context));
  return all;
}

Json gates(const Context& context) {
  auto all = Json::array();
  for (const auto& state : context.assessment.gates) {
    all.push_back({{"id", state.gate->id},
                   {"stage", context.rubric()[state.stage].id},
                   {"label", context.in(state.gate->label)},
                   {"open", state.open},
                   {"steps", steps(state.steps, context)},
                   {"source", state.gate->source}});
  }
  return all;
}

Json next_actions(const Context& context) {
  auto all = Json::array();
  for (const auto& action : context.assessment.next_actions) {
    all.push_back({{"text", context.in(wording::next_action(action, context.assessment))},
                   {"gap", or_null(action.gap)},
                   {"action", action.kind ? Json(id(*action.kind)) : Json(nullptr)},
                   {"stage", action.stage ? Json(context.rubric()[*action.stage].id) : Json(nullptr)},
                   {"effort", effort(action.effort)},
                   {"score_after", action.score_after},
                   {"opens_gate", action.opens_gate}});
  }
  return all;
}

}  // namespace upstream::json
