#include <fmt/format.h>

#include "report/markdown.hpp"
#include "upstream/validate/validation_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

/// A summary may have a mebibyte; nobody reads more rows than these.
constexpr std::size_t kMostRows = 200;

}  // namespace

std::string render_step_summary(const ValidationReport& report) {
  const bool ja = report.language == Language::ja;
  auto out = fmt::format("### upstream-check validate\n\n{}\n",
                         markdown::cell(validation_summary(report.files).in(report.language)));
  std::string rows;
  std::size_t written = 0;
  std::size_t left = 0;
  for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
    for (const auto& file : report.files) {
      for (const auto* finding : shown_findings(file)) {
        const auto& diagnostic = finding->diagnostic;
        if (!finding->counts() || diagnostic.severity != severity) continue;
        if (written == kMostRows) {
          ++left;
          continue;
        }
        ++written;
        rows += fmt::format("| {} | {} | {} | {} | {} |\n",
                            validation_wording::severity(severity, report.language),
                            markdown::cell(file.repository_path), diagnostic.span.begin.line,
                            markdown::cell(rule_info(diagnostic.rule).id),
                            markdown::cell(diagnostic.message.in(report.language)));
      }
    }
  }
  if (rows.empty()) return out + "\n";
  out += ja ? "\n| | ファイル | 行 | 規則 | 内容 |\n" : "\n| | file | line | rule | finding |\n";
  out += "|---|---|--:|---|---|\n" + rows;
  if (left > 0) out += ja ? fmt::format("\nほか {} 件\n", left) : fmt::format("\n{} more\n", left);
  return out + "\n";
}

}  // namespace upstream
