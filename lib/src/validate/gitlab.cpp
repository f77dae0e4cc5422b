#include <algorithm>

#include <fmt/format.h>

#include "report/json_value.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/text/hash.hpp"
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

/// What the limit leaves out is said, in the only way there is.
Json hidden_issue(const ValidatedFile& file, std::size_t hidden, Language language) {
  return {{"description", validation_wording::hidden(hidden).in(language)},
          {"check_name", "more"},
          {"fingerprint", text::Hash().add_field(file.repository_path).add_field("more").hex()},
          {"severity", "info"},
          {"location", {{"path", file.repository_path}, {"lines", {{"begin", 1}}}}}};
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
    if (const auto hidden = hidden_findings(file); hidden > 0)
      issues.push_back(hidden_issue(file, hidden, report.language));
  }
  return json::dump(issues);
}

}  // namespace upstream
