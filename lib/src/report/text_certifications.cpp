#include <algorithm>

#include "phrases.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

Style style_of(const CertificationState& state) {
  return state.counts() ? Style::plain : state.covered ? Style::dim : Style::warn;
}

/// What runs out comes first, by its day; what never does, last.
bool earlier(const CertificationState& a, const CertificationState& b) {
  if (a.expires.has_value() != b.expires.has_value()) return a.expires.has_value();
  return a.expires && a.expires->last_day() < b.expires->last_day();
}

}  // namespace

void add_certifications(Sheet& sheet) {
  auto states = sheet.assessment().certifications;
  if (states.empty()) return;
  std::stable_sort(states.begin(), states.end(), earlier);
  sheet.heading(Line(sheet.in("資格", "Certificates"))
                    .add(sheet.in(" ─ 歓迎(必須ではない)", " ─ welcome, not required"), Style::dim));
  layout::Table table({{}, {layout::Align::left, true}});
  for (const auto& state : states) {
    Line status(sheet.in(wording::certification_status(state, sheet.assessment())), style_of(state));
    if (sheet.everything()) {
      status.add("  " + sheet.in(phrases::line(state.at)), Style::dim);
    }
    table.add({sheet.in(sheet.rubric()[state.certification].label), status});
  }
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

}  // namespace upstream::text_report
