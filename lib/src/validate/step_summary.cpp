#include <fmt/format.h>

#include "upstream/text/escape.hpp"
#include "upstream/validate/validation_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

/// A summary may have a mebibyte; nobody reads more rows than these.
constexpr std::size_t kMostRows = 200;
constexpr std::size_t kCellColumns = 200;

/// Text as it stands in a cell of a Markdown table: no markup, no link, no mention, no HTML.
std::string cell(std::string_view raw) {
  std::string out;
  for (const char c : text::printable(raw, kCellColumns)) {
    constexpr std::string_view markup = "\\`*_{}[]()#!|~>$";
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '@') {
      out += "&#64;";
    } else if (c == ':') {
      out += "&#58;";  // nor an address that becomes a link by itself
    } else {
      if (markup.find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string render_step_summary(const ValidationReport& report) {
  const bool ja = report.language == Language::ja;
  auto out = fmt::format("### upstream-check validate\n\n{}\n",
                         cell(validation_summary(report.files).in(report.language)));
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
        rows += fmt::format(
            "| {} | {} | {} | {} | {} |\n", validation_wording::severity(severity, report.language),
            cell(file.repository_path), diagnostic.span.begin.line, cell(rule_info(diagnostic.rule).id),
            cell(diagnostic.message.in(report.language)));
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
