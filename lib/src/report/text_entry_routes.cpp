#include <fmt/format.h>

#include "text_gap_lines.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

Line title_of(const Sheet& sheet, const RouteState& state) {
  Line title(sheet.in(state.route->label), Style::strong);
  title.add("  ");
  if (state.open) return title.add(sheet.in("✓ 開いています", "✓ open"), Style::good);
  if (state.percent == 0) return title;
  return title.add(fmt::format(fmt::runtime(sheet.in("道のりの {} %", "{} % of the way")), state.percent),
                   Style::accent);
}

std::string steps_of(const Sheet& sheet, const RouteState& state) {
  std::string steps;
  for (const auto& step : state.steps) {
    if (!step.met)
      steps += (steps.empty() ? "" : sheet.in("、", ", ")) + sheet.in(wording::step(step, sheet.rubric()));
  }
  return steps;
}

}  // namespace

void add_entry_routes(Sheet& sheet) {
  const auto& routes = sheet.assessment().entry_routes;
  if (routes.empty()) return;
  sheet.heading(sheet.in("入り方", "Ways in"));
  for (const auto& state : routes) {
    sheet.paragraph(title_of(sheet, state));
    if (sheet.everything()) sheet.paragraph(sheet.in(state.route->about), 2 * Sheet::kIndent);
    for (const auto& voice : state.route->voices) {
      Line text(sheet.in(voice.text));
      if (sheet.everything()) text.add("  " + voice.source, Style::dim);
      sheet.add(layout::beside("    · ", text, sheet.width()));
    }
    sheet.add(layout::beside(Line("    → ", Style::accent), sheet.in(state.route->next), sheet.width()));
    if (const auto steps = steps_of(sheet, state); !steps.empty() && !state.open) {
      sheet.paragraph(small_print({steps, state.route->source}), 3 * Sheet::kIndent);
    }
  }
}

}  // namespace upstream::text_report
