#include "report/json_value.hpp"
#include "upstream/validate/validation_report.hpp"

namespace upstream::embedded {
std::string_view validation_schema() noexcept;
}

namespace upstream {
namespace {

using json::Json;

Json finding_object(const FileFinding& finding, const ValidatedFile& file, Language language) {
  auto object = json::diagnostic(finding.diagnostic, language);
  object["fingerprint"] = finding.fingerprint;
  object["fix"] = nullptr;
  if (finding.edit) {
    Json fix = Json::object();
    json::add_span(fix, {file.source.position(finding.edit->offset),
                         file.source.position(finding.edit->offset + finding.edit->length)});
    fix["text"] = finding.edit->text;
    object["fix"] = std::move(fix);
  }
  object["suppressed"] = nullptr;
  if (finding.suppression)
    object["suppressed"] = {{"kind", id(finding.suppression->kind)}, {"reason", finding.suppression->reason}};
  return object;
}

Json file_object(const ValidatedFile& file, Language language) {
  Json object{{"path", file.source.path()},
              {"id", file.id.empty() ? Json(nullptr) : Json(file.id)},
              {"ok", file.ok()},
              {"as_of", iso(file.day)},
              {"diagnostics_total", nullptr}};
  const auto shown = shown_findings(file);
  object["diagnostics_total"] = shown.size() + hidden_findings(file);
  auto all = Json::array();
  for (const auto* finding : shown) all.push_back(finding_object(*finding, file, language));
  object["diagnostics"] = std::move(all);
  return object;
}

}  // namespace

std::string_view validation_schema() { return embedded::validation_schema(); }

std::string render_validation_json(const ValidationReport& report) {
  auto files = Json::array();
  for (const auto& file : report.files) files.push_back(file_object(file, report.language));
  const auto summary = summarize(report.files);
  return json::dump({{"schema_version", 1},
                     {"tool", json::tool()},
                     {"rubric", json::rubric_identity(report.rubric)},
                     {"language", report.language == Language::ja ? "ja" : "en"},
                     {"files", std::move(files)},
                     {"summary",
                      {{"files", summary.files},
                       {"ok", summary.ok},
                       {"unreadable", summary.unreadable},
                       {"errors", summary.count(Severity::error)},
                       {"warnings", summary.count(Severity::warning)},
                       {"notes", summary.count(Severity::note)},
                       {"suppressed", summary.suppressed},
                       {"fixable", summary.fixable}}}});
}

}  // namespace upstream
