#include <fmt/format.h>

#include "report/diagnostic_lines.hpp"
#include "upstream/validate/validation_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

using layout::Line;
using layout::Style;

/// One line: it is there, and it is settled.
Line suppressed_line(const SourceFile& source, const FileFinding& finding, Language language) {
  const auto& diagnostic = finding.diagnostic;
  const bool by_comment = finding.suppression->kind == SuppressionKind::in_source;
  auto line = place_line(source, diagnostic.span.begin);
  line.add(language == Language::ja ? "抑制" : "suppressed", Style::dim).add(": ", Style::dim);
  line.add(diagnostic.message.in(language), Style::dim);
  line.add(fmt::format(" [{}]", rule_info(diagnostic.rule).id), Style::dim);
  const std::string_view why = by_comment                 ? std::string_view(finding.suppression->reason)
                               : language == Language::ja ? "ベースライン"
                                                          : "baseline";
  return why.empty() ? line : line.add(fmt::format(" ({})", why), Style::dim);
}

/// Notes ask for nothing: one line each, so that they do not hide what does.
layout::Lines counting_lines(const SourceFile& source, const Diagnostic& diagnostic, Language language) {
  if (diagnostic.severity == Severity::note) return {diagnostic_line(source, diagnostic, language)};
  return diagnostic_lines(source, diagnostic, language);
}

layout::Lines lines_of(const ValidatedFile& file, const ValidationReport& report, bool quiet) {
  layout::Lines lines;
  for (const auto* finding : shown_findings(file)) {
    if (!finding->counts()) {
      if (!quiet) lines.push_back(suppressed_line(file.source, *finding, report.language));
    } else if (!quiet || finding->diagnostic.severity == Severity::error) {
      for (auto& line : counting_lines(file.source, finding->diagnostic, report.language))
        lines.push_back(std::move(line));
    }
  }
  if (const auto hidden = hidden_findings(file); hidden > 0) {
    auto line = place_line(file.source, {});
    lines.push_back(line.add(validation_wording::hidden(hidden).in(report.language), Style::dim));
  }
  return lines;
}

}  // namespace

std::string render_validation_text(const ValidationReport& report, const ValidationTextOptions& options) {
  std::string out;
  for (const auto& file : report.files) {
    for (const auto& line : lines_of(file, report, options.quiet)) out += line.render(options.color) + '\n';
  }
  const auto summary = summarize(report.files);
  const auto errors = summary.count(Severity::error);
  if (options.quiet && errors == 0) return out;
  const auto style = errors > 0                             ? Style::bad
                     : summary.count(Severity::warning) > 0 ? Style::warn
                                                            : Style::good;
  return out + Line(validation_summary(report.files).in(report.language), style).render(options.color) + '\n';
}

}  // namespace upstream
