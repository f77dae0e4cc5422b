#include <algorithm>

#include <fmt/format.h>

#include "report/json_value.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/validate/validation_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

using json::Json;

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::note:
      break;
  }
  return "info";
}

}  // namespace

std::string render_gitlab(const ValidationReport& report) {
  auto issues = Json::array();
  for (const auto& file : report.files) {
    for (const auto* finding : shown_findings(file)) {
      // GitLab knows no suppressed issues: one that stands in the report is one.
      if (!finding->counts()) continue;
      const auto& diagnostic = finding->diagnostic;
      const auto rule = rule_info(diagnostic.rule).id;
      const auto text = validation_wording::whole_message(diagnostic, report.language);
      issues.push_back({{"description", fmt::format("{}: {}", rule, text::printable(text))},
                        {"check_name", rule},
                        {"fingerprint", finding->fingerprint},
                        {"severity", gitlab_severity(diagnostic.severity)},
                        {"location",
                         {{"path", file.repository_path},
                          {"lines", {{"begin", std::max<std::uint32_t>(1, diagnostic.span.begin.line)}}}}}});
    }
  }
  return json::dump(issues);
}

}  // namespace upstream
