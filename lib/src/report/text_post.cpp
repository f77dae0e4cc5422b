#include <fmt/format.h>

#include "phrases.hpp"
#include "text_gap_lines.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

Style style_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::supporting:
      return Style::good;
    case Verdict::limiting:
    case Verdict::no_chance:
      return Style::warn;
    case Verdict::neutral:
    case Verdict::unknown:
      break;
  }
  return Style::accent;
}

std::vector<Text> signals_of(const Assessment& assessment) {
  std::vector<Text> labels;
  for (std::size_t i = 0; i < kSignals; ++i) {
    if (assessment.seat.signals.contains(index_of(static_cast<Signal>(i)))) {
      labels.push_back(assessment.rubric->seat.signals[i].label);
    }
  }
  return labels;
}

}  // namespace

void add_post(Sheet& sheet) {
  const auto& seat = sheet.assessment().seat;
  // Whoever stays by choice has not asked what the post is good for.
  if (sheet.stays() && !sheet.everything()) return;
  sheet.heading(sheet.in("席(今の現場)", "Your post"));
  Line verdict(sheet.in(wording::seat_label(seat, sheet.rubric())), style_of(seat.verdict));
  const auto signals = signals_of(sheet.assessment());
  if (!signals.empty()) verdict.add(": ").add(sheet.in(phrases::list(signals)));
  if (!signals.empty() || seat.verdict != Verdict::unknown) sheet.paragraph(verdict);
  if (!sheet.stays()) sheet.paragraph(sheet.in(wording::seat_advice(sheet.assessment())));
  if (seat.leave_early && !sheet.stays()) {
    sheet.paragraph(sheet.in("早めに席を移ることを考えてよい条件にあたります。",
                             "This is a post one may well leave early."));
  }
  const auto place = seat.at.line > 0 ? sheet.in(phrases::line(seat.at)) : std::string();
  if (!place.empty()) sheet.paragraph(small_print({place, sheet.rubric().seat.source}));
}

}  // namespace upstream::text_report
