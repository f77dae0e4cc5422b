#include "ways_json.hpp"

#include "upstream/report/wording.hpp"

namespace upstream::ways {
namespace {

Json value(const ChangeValue& value) {
  if (const auto* number = std::get_if<int>(&value)) return *number;
  if (const auto* word = std::get_if<std::string>(&value)) return *word;
  return nullptr;
}

Json gaps(const Assessment& assessment, Language language) {
  auto all = Json::array();
  for (const auto& gap : assessment.gaps) {
    const bool gate = gap.gate != nullptr;
    all.push_back({{"kind", id(gap.kind)},
                   {"requirement", gate ? gap.gate->id : gap.requirement->id},
                   {"label", (gate ? gap.gate->label : gap.requirement->label).in(language)},
                   {"gain", gap.gain}});
  }
  return all;
}

}  // namespace

Json head(const Rubric& rubric, Language language) {
  return {{"schema_version", 1},
          {"tool", json::tool()},
          {"rubric", json::rubric_identity(rubric)},
          {"language", language == Language::ja ? "ja" : "en"}};
}

Json brief(const Assessment& assessment, Language language) {
  const auto& rubric = *assessment.rubric;
  const auto& readiness = assessment.readiness;
  Json object{{"as_of", iso(assessment.day)},
              {"headline", wording::headline(assessment).in(language)},
              {"stage",
               {{"reached", json::stage_id(assessment.reached, rubric)},
                {"next", json::stage_id(assessment.next, rubric)}}},
              {"readiness",
               {{"score", readiness.score},
                {"permille", readiness.permille},
                {"low", readiness.low},
                {"high", readiness.high}}}};
  auto gates = Json::array();
  for (const auto& state : assessment.gates) {
    gates.push_back({{"id", state.gate->id}, {"stage", rubric[state.stage].id}, {"open", state.open}});
  }
  object["gates"] = std::move(gates);
  auto paths = Json::array();
  for (const auto& fit : assessment.paths) {
    paths.push_back({{"id", rubric[fit.path].id},
                     {"rank", paths.size() + 1},
                     {"readiness", fit.readiness},
                     {"permille", fit.permille},
                     {"fit", fit.fit},
                     {"reached", fit.reached}});
  }
  object["paths"] = std::move(paths);
  object["gaps"] = gaps(assessment, language);
  auto certifications = Json::array();
  for (const auto& state : assessment.certifications) {
    certifications.push_back(
        {{"id", rubric[state.certification].id},
         {"status", id(state.status)},
         {"expires", state.expires ? Json(iso(state.expires->last_day())) : Json(nullptr)}});
  }
  object["certifications"] = std::move(certifications);
  auto actions = Json::array();
  for (const auto& action : assessment.next_actions) {
    actions.push_back({{"text", wording::next_action(action, assessment).in(language)},
                       {"score_after", action.score_after},
                       {"opens_gate", action.opens_gate}});
  }
  object["next_actions"] = std::move(actions);
  return object;
}

Json change(const Change& change, Language language) {
  return {{"kind", id(change.kind)},        {"id", change.id},
          {"before", value(change.before)}, {"after", value(change.after)},
          {"permille", change.permille},    {"text", change.text.in(language)}};
}

Json changes(const std::vector<Change>& all, Language language) {
  auto list = Json::array();
  for (const auto& one : all) list.push_back(change(one, language));
  return list;
}

}  // namespace upstream::ways
