#include "upstream/report/json_report.hpp"

#include "json_facts.hpp"
#include "json_parts.hpp"
#include "json_report_value.hpp"
#include "upstream/report/wording.hpp"

namespace upstream {
namespace embedded {
std::string_view assessment_schema() noexcept;
}

namespace json {
namespace {

Json profile(const FileReport& report) {
  Json object{{"path", report.source.path()}, {"id", nullptr}, {"name", nullptr}};
  if (report.profile) {
    object["id"] = report.profile->id;
    object["name"] = report.profile->name;
  }
  return object;
}

void add_assessment(Json& object, const Context& context) {
  object["headline"] = context.in(wording::headline(context.assessment));
  object["stage"] = stage(context);
  object["readiness"] = readiness(context);
  object["months_at"] = months_at(context);
  object["conditions"] = conditions(context);
  object["findings"] = findings(context);
  object["gates"] = gates(context);
  object["ledger"] = ledger(context.assessment.ledger, context);
  object["gaps"] = gaps(context.assessment.gaps, context);
  object["next_actions"] = next_actions(context);
  object["skills"] = skills(context);
  object["certifications"] = certifications(context);
  object["paths"] = paths(context);
  object["environment"] = environment(context);
  object["entry_routes"] = entry_routes(context);
  object["market"] = market(context);
  object["estimate"] = estimate(context);
  object["sensitivity"] = sensitivity(context);
}

}  // namespace

Json report(const FileReport& report, const Rubric& rubric, Language language) {
  Json object{{"schema_version", 1},
              {"ok", report.ok()},
              {"tool", tool()},
              {"rubric", rubric_identity(rubric)},
              {"profile", profile(report)},
              {"as_of", iso(report.day)}};
  if (report.ok()) {
    object["language"] = language == Language::ja ? "ja" : "en";
    add_assessment(object, {*report.assessment, language});
    object["facts"] = facts(*report.profile, rubric, report.day);
  }
  object["diagnostics_total"] = report.diagnostics.total();
  object["diagnostics"] = diagnostics(report.diagnostics, language);
  return object;
}

}  // namespace json

std::string render_json(std::span<const FileReport> reports, const Rubric& rubric, Language language) {
  if (reports.size() == 1) return json::dump(json::report(reports.front(), rubric, language));
  auto all = json::Json::array();
  for (const auto& report : reports) all.push_back(json::report(report, rubric, language));
  return json::dump(all);
}

std::string_view assessment_schema() { return embedded::assessment_schema(); }

}  // namespace upstream
