#include <fmt/format.h>

#include "phrases.hpp"
#include "text_gap_lines.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Align;
using layout::Line;
using layout::Style;

std::string lines_of(const Sheet& sheet, const std::vector<Position>& positions) {
  std::string numbers;
  std::uint32_t last = 0;
  for (const auto& at : positions) {
    if (at.line == 0 || at.line == last) continue;
    numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", at.line);
    last = at.line;
  }
  if (numbers.empty()) return {};
  return sheet.in("行 ", numbers.find(',') == std::string::npos ? "line " : "lines ") + numbers;
}

Line sentence_of(const Sheet& sheet, const SkillState& state) {
  const auto& skill = sheet.rubric()[state.skill];
  if (state.rating == nullptr) {
    if (state.suggested == 0) return {sheet.in("書かれていません", "not stated"), Style::dim};
    return {fmt::format(fmt::runtime(sheet.in("書かれていません。経験からは {} ほどと読めます",
                                              "not stated; your experience suggests about {}")),
                        state.suggested),
            Style::warn};
  }
  if (state.rating->not_applicable) return {sheet.in("対象外", "not applicable"), Style::dim};
  if (state.levels.score == 0) return {sheet.in("まだこれから", "still to come"), Style::dim};
  return sheet.in(skill.levels[static_cast<std::size_t>(state.levels.score - 1)].sentence);
}

}  // namespace

void add_gates(Sheet& sheet) {
  sheet.heading(Line(sheet.in("関門", "Gates"))
                    .add(sheet.in(" ─ すべて開くと、その工程に届く",
                                  " ─ a stage is reached when all of its gates are open"),
                         Style::dim));
  layout::Table table({{}, {}, {Align::left, true}});
  for (const auto& state : sheet.assessment().gates) {
    Line what(sheet.in(state.gate->label), Style::strong);
    std::vector<Text> steps;
    for (const auto& step : state.steps) {
      if (!state.open && !step.met) steps.push_back(wording::step(step, sheet.rubric()));
    }
    if (!steps.empty()) what.add(": ").add(sheet.in(phrases::list(steps)));
    what.add("  " + state.gate->source, Style::dim);
    table.add({state.open ? Line("✓", Style::good) : Line("◇", Style::warn),
               sheet.in(sheet.rubric()[state.stage].label), what});
  }
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

void add_ledger(Sheet& sheet) {
  const auto& target = sheet.rubric()[sheet.rubric().target()].label;
  sheet.heading(Line(sheet.in("得点の内訳", "Every point"))
                    .add(sheet.language() == Language::ja
                             ? fmt::format(" ─ {}への到達度、合計 100 点", target.ja)
                             : fmt::format(" ─ readiness for {}, 100 in all", target.en),
                         Style::dim));
  layout::Table table({{Align::left, true}, {Align::right, false}, {}, {Align::left, true}});
  for (std::size_t family = 0; family < sheet.rubric().families.size(); ++family) {
    for (const auto& entry : sheet.assessment().ledger) {
      if (entry.requirement->family != family) continue;
      table.add({{sheet.in(entry.requirement->label), entry.met ? Style::good : Style::plain},
                 phrases::points(entry.earned),
                 {"/ " + phrases::points(entry.possible), Style::dim},
                 small_print({sheet.in(sheet.rubric().families[family].label), lines_of(sheet, entry.lines),
                              entry.requirement->source})});
    }
  }
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

void add_skills(Sheet& sheet) {
  sheet.heading(
      Line(sheet.in("技能", "Skills"))
          .add(sheet.in(" ─ 自己評価 / 裏付け / 数えたレベル(0–4)", " ─ own / proven / counted level (0–4)"),
               Style::dim));
  layout::Table table({{}, {}, {Align::left, true}});
  for (const auto& state : sheet.assessment().skills) {
    const auto own = state.rating == nullptr || state.rating->not_applicable
                         ? std::string("–")
                         : std::to_string(state.rating->level);
    Line levels(fmt::format("{} / {} / ", own, state.proven));
    levels.add(std::to_string(state.levels.score), Style::strong);
    table.add({sheet.in(sheet.rubric()[state.skill].label), levels, sentence_of(sheet, state)});
    if (const auto where = lines_of(sheet, state.lines); !where.empty())
      table.add({{}, {}, {where, Style::dim}});
  }
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

void add_sensitivity(Sheet& sheet) {
  const auto& assessment = sheet.assessment();
  const auto& rubric = sheet.rubric();
  sheet.heading(sheet.in("結果の揺れ", "How firm this is"));
  if (assessment.level_sensitivity.empty()) {
    sheet.paragraph(sheet.in("どの技能が 1 レベル上下しても、工程は変わりません。",
                             "No single skill one level up or down would change the stage."));
  }
  for (const auto& change : assessment.level_sensitivity) {
    const auto stage =
        change.reached ? rubric[*change.reached].label : Text{"どの工程にも未到達", "before every stage"};
    sheet.paragraph(fmt::format(fmt::runtime(sheet.in("{}が {} でなく {} なら、工程は{}",
                                                      "{2} instead of {1} in {0} would make the stage {3}")),
                                sheet.in(rubric[change.skill].label), change.from, change.to,
                                sheet.in(stage)));
  }
  if (assessment.path_sensitivity.empty()) {
    sheet.paragraph(sheet.in("どの配点を 20 % 動かしても、最初に挙げる道は変わりません。",
                             "No weight changed by 20 % would put another path first."));
  }
  for (const auto& change : assessment.path_sensitivity) {
    sheet.paragraph(fmt::format(fmt::runtime(sheet.in("{}の「{}」の配点を {:+} % すると、最初に挙げる道は{}",
                                                      "{1} of {0} weighted {2:+} % would put {3} first")),
                                sheet.in(rubric[change.path].label), sheet.in(change.requirement->label),
                                change.percent, sheet.in(rubric[change.first].label)));
  }
}

}  // namespace upstream::text_report
