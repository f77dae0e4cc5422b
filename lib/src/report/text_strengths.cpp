#include <algorithm>

#include <fmt/format.h>

#include "phrases.hpp"
#include "text_sections.hpp"

namespace upstream::text_report {
namespace {

using layout::Align;
using layout::Line;
using layout::Style;

struct Sum {
  const Family* family = nullptr;
  int earned = 0;
  int possible = 0;
};

/// The fullest first: what a person has comes before what is missing.
std::vector<Sum> sums(const Assessment& assessment) {
  std::vector<Sum> all;
  for (const auto& family : assessment.rubric->families) all.push_back({&family, 0, 0});
  for (const auto& entry : assessment.ledger) {
    auto& sum = all[entry.requirement->family];
    sum.earned += entry.earned;
    sum.possible += entry.possible;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Sum& a, const Sum& b) { return a.earned * b.possible > b.earned * a.possible; });
  return all;
}

}  // namespace

void add_strengths(Sheet& sheet) {
  const std::size_t bar_columns = sheet.width() < 80 ? 16 : 24;
  layout::Table table({{}, {}, {Align::right, false}, {}});
  std::vector<Text> to_come;
  for (const auto& sum : sums(sheet.assessment())) {
    if (sum.possible == 0) continue;
    if (sum.earned == 0) {
      to_come.push_back(sum.family->label);
      continue;
    }
    table.add({sheet.in(sum.family->label),
               layout::bar(sum.earned, sum.possible, bar_columns, Style::good),
               phrases::points(sum.earned),
               {"/ " + phrases::points(sum.possible), Style::dim}});
  }
  if (table.empty()) return;
  Line title(sheet.in("いま持っているもの", "What you have"));
  sheet.heading(title.add(sheet.in(" ─ 得点 / 配点", " ─ points / out of"), Style::dim));
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
  if (to_come.empty()) return;
  Line rest(sheet.in("これから: ", "to come: "), Style::dim);
  sheet.paragraph(rest.add(sheet.in(phrases::list(to_come)), Style::dim));
}

}  // namespace upstream::text_report
