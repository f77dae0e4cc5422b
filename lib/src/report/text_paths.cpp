#include <algorithm>

#include <fmt/format.h>

#include "phrases.hpp"
#include "text_gap_lines.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Lines;
using layout::Style;

/// Far below 設計 the places are an accident of the weights: then one direction, and what was wished for.
std::vector<const PathFit*> shown_paths(const Sheet& sheet) {
  constexpr std::size_t build = 1;  // stages below the target
  const auto& assessment = sheet.assessment();
  const bool near = assessment.reached && assessment.reached->value + build >= sheet.rubric().target().value;
  const std::size_t first = sheet.everything() ? assessment.paths.size() : near ? 2 : 1;
  std::vector<const PathFit*> shown;
  for (const auto& fit : assessment.paths) {
    if (shown.size() < first || fit.wished) shown.push_back(&fit);
  }
  return shown;
}

Lines heads(const Sheet& sheet, const std::vector<const PathFit*>& paths, bool direction_only) {
  layout::Table table({{}, {}, {}, {}, {}});
  for (const auto* fit : paths) {
    Line name(sheet.in(sheet.rubric()[fit->path].label), Style::strong);
    const bool first = fit == paths.front();
    const char* tag = fit->wished               ? sheet.in("希望", "your wish")
                      : direction_only && first ? sheet.in("方向性", "direction")
                                                : "";
    const auto number = [&](const char* word, int value) {
      return Line(word, Style::dim).add(fmt::format(" {:>3}", value));
    };
    table.add({name,
               {tag, Style::accent},
               number(sheet.in("準備", "ready"), fit->readiness),
               number(sheet.in("相性", "fit"), fit->fit),
               fit->reached ? Line(sheet.in("✓ 届いています", "✓ reached"), Style::good) : Line()});
  }
  return table.render(sheet.width(), Sheet::kIndent);
}

void add_all_of(Sheet& sheet, const PathFit& fit) {
  const auto& path = sheet.rubric()[fit.path];
  sheet.paragraph(sheet.in(path.about), 2 * Sheet::kIndent);
  for (const auto reason : fit.reasons) {
    sheet.paragraph(sheet.in(wording::path_reason(reason, fit, sheet.assessment())), 2 * Sheet::kIndent);
  }
  sheet.paragraph(Line(sheet.in(path.demand)).add("  " + path.source, Style::dim), 2 * Sheet::kIndent);
  auto table = gap_table();
  for (const auto& gap : fit.gaps) add_gap_rows(sheet, gap, table);
  sheet.add(table.render(sheet.width(), 2 * Sheet::kIndent));
}

void add_short(Sheet& sheet, const PathFit& fit) {
  constexpr std::size_t most = 2;
  sheet.paragraph(sheet.in(sheet.rubric()[fit.path].gives), 2 * Sheet::kIndent);
  std::string steps;
  for (std::size_t i = 0; i < std::min(most, fit.gaps.size()); ++i) {
    steps += (i == 0 ? "" : " / ") + sheet.in(remaining_steps(fit.gaps[i], sheet.rubric()));
  }
  if (steps.empty()) return;
  sheet.paragraph(Line(std::string(sheet.in("いるもの: ", "it takes: ")) + steps, Style::dim),
                  2 * Sheet::kIndent);
}

}  // namespace

void add_paths(Sheet& sheet) {
  const auto& assessment = sheet.assessment();
  const auto paths = shown_paths(sheet);
  if (paths.empty()) return;
  const bool at_target = assessment.is_reached(sheet.rubric().target());
  const auto& target = sheet.rubric()[sheet.rubric().target()].label;
  Line title(sheet.in("その先の道", "Ways beyond"));
  if (!at_target) {
    title.add(sheet.language() == Language::ja ? fmt::format(" ─ {}を経てから", target.ja)
                                               : fmt::format(" ─ after {} work", target.en),
              Style::dim);
  }
  sheet.heading(title);
  const bool near = assessment.reached && assessment.reached->value + 1 >= sheet.rubric().target().value;
  const auto lines = heads(sheet, paths, !near);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (sheet.everything() && i > 0) sheet.blank();
    sheet.add(lines[i]);
    sheet.everything() ? add_all_of(sheet, *paths[i]) : add_short(sheet, *paths[i]);
  }
}

}  // namespace upstream::text_report
