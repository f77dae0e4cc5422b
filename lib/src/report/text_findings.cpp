#include "phrases.hpp"
#include "text_gap_lines.hpp"
#include "text_sections.hpp"

namespace upstream::text_report {

using layout::Line;
using layout::Style;

void add_findings(Sheet& sheet) {
  const auto& findings = sheet.assessment().findings;
  if (findings.empty()) return;
  sheet.heading(sheet.in("気づいたこと", "Worth knowing"));
  for (const auto& finding : findings) {
    const auto& text = sheet.rubric().findings[static_cast<std::size_t>(finding.kind)];
    Line label(sheet.in(text.label), Style::strong);
    std::vector<std::string> print;
    if (finding.months > 0) print.push_back(sheet.in(phrases::months(finding.months)));
    if (finding.at.line > 0) print.push_back(sheet.in(phrases::line(finding.at)));
    print.push_back(text.source);
    sheet.paragraph(label.add("  ").append(small_print(print)));
    sheet.paragraph(sheet.in(text.text), 2 * Sheet::kIndent);
  }
}

}  // namespace upstream::text_report
