#include <algorithm>

#include <fmt/format.h>

#include "phrases.hpp"
#include "text_gap_lines.hpp"
#include "text_sections.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

/// Whether writing down what is already true closes the gap.
bool needs_only_words(const Gap& gap) {
  constexpr int most_hours = 2;
  if (gap.gate != nullptr || gap.effort.months > 0 || gap.effort.hours_max > most_hours) return false;
  return gap.kind == GapKind::unarticulated || gap.kind == GapKind::unproven || gap.kind == GapKind::stale;
}

void add_words_line(Sheet& sheet) {
  int count = 0;
  int gain = 0;
  for (const auto& gap : sheet.assessment().gaps) {
    if (!needs_only_words(gap)) continue;
    ++count;
    gain += gap.gain;
  }
  if (count < 2) return;
  const auto* format = sheet.in("{} 件は書き足すか上長に見てもらうだけで、合わせて +{} 点になります",
                                "{} of them take only a line of text or a review: +{} points together");
  sheet.paragraph(Line(fmt::format(fmt::runtime(format), count, phrases::points(gain)), Style::good));
}

}  // namespace

void add_gaps(Sheet& sheet) {
  constexpr std::size_t most = 3;
  const auto& gaps = sheet.assessment().gaps;
  if (gaps.empty()) return;
  const auto shown = sheet.everything() ? gaps.size() : std::min(most, gaps.size());
  Line title(sheet.stays() ? sheet.in("上へ行く日が来たら", "Should you want to move up")
                           : sheet.in("足りないもの", "What is missing"));
  sheet.heading(title.add(sheet.in(" ─ 効く順", " ─ most useful first"), Style::dim));
  auto table = gap_table();
  for (std::size_t i = 0; i < shown; ++i) add_gap_rows(sheet, gaps[i], table);
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
  if (shown < gaps.size()) {
    const auto* format = sheet.in("ほか {} 件: --all", "{} more: --all");
    sheet.paragraph(Line(fmt::format(fmt::runtime(format), gaps.size() - shown), Style::dim));
  }
  add_words_line(sheet);
}

}  // namespace upstream::text_report
