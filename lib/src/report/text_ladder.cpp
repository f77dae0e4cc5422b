#include <algorithm>

#include <fmt/format.h>

#include "phrases.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Lines;
using layout::Style;

/// One rung: its name, and where the person stands with it.
struct Rung {
  Line name;
  Line japanese;  ///< the name that profiles and adverts use, where the report is in another language

  Line state;
  Line months;  ///< worked there although the gates are shut
  bool reached = false;
};

Line gates_state(const Sheet& sheet, StageIndex stage) {
  int open = 0;
  int all = 0;
  for (const auto& gate : sheet.assessment().gates) {
    if (gate.stage != stage) continue;
    ++all;
    open += gate.open ? 1 : 0;
  }
  const auto style = stage == sheet.assessment().next ? Style::warn : Style::dim;
  return {fmt::format(fmt::runtime(sheet.in("◇ 関門 {}/{}", "◇ gates {}/{}")), open, all), style};
}

Line months_at(const Sheet& sheet, int months) {
  return {sheet.language() == Language::ja ? phrases::months(months).ja : fmt::format("{} mo", months)};
}

Rung rung_of(const Sheet& sheet, StageIndex stage) {
  const auto& assessment = sheet.assessment();
  const int months = assessment.months_at[stage.value];
  const auto& name = sheet.rubric()[stage].label;
  Rung rung;
  rung.reached = assessment.is_reached(stage);
  rung.name = {sheet.in(name), stage == assessment.next ? Style::strong : Style::plain};
  if (sheet.in(name) != name.ja) rung.japanese = {name.ja, Style::dim};
  if (!rung.reached) {
    rung.state = gates_state(sheet, stage);
    if (months > 0) rung.months = months_at(sheet, months);
  } else if (months > 0) {
    rung.state = Line("✓ ", Style::good).append(months_at(sheet, months));
  } else if (assessment.experienced && stage < *assessment.experienced) {
    rung.state = Line("✓", Style::good);
  } else if (stage == assessment.reached && wording::is_depth_thin(assessment)) {
    rung.state = Line(sheet.in("◆ 関門は開いた", "◆ gates open"), Style::accent);
  } else {
    rung.state = Line(sheet.in("◆ 準備完了", "◆ ready"), Style::accent);
  }
  return rung;
}

std::size_t width_of(const Rung& rung) {
  return std::max({rung.name.width(), rung.japanese.width(), rung.state.width(), rung.months.width()});
}

Line bridge(std::size_t columns, bool reached) {
  std::string line;
  for (std::size_t i = 0; i < columns; ++i) line += reached ? "━" : "┄";
  return {line, reached ? Style::good : Style::dim};
}

/// "▲ …" under a rung; the words go to its left where they would run over the edge.
Line marker(const Sheet& sheet, std::size_t at, const char* words) {
  const Line text(words, Style::dim);
  if (at + 2 + text.width() <= sheet.width() || at < text.width() + 1) {
    return Line(std::string(at, ' ')).add("▲ ", Style::accent).append(text);
  }
  return Line(std::string(at - text.width() - 1, ' ')).append(text).add(" ▲", Style::accent);
}

/// The column over which each rung stands in the middle.
std::vector<std::size_t> places_of(const std::vector<Rung>& rungs, std::size_t bridge_columns) {
  std::vector<std::size_t> places;
  std::size_t left = Sheet::kIndent;
  for (const auto& rung : rungs) {
    const auto columns = width_of(rung) + 2;
    places.push_back(left + columns / 2);
    left += columns + bridge_columns;
  }
  return places;
}

Line names_row(const std::vector<Rung>& rungs, const std::vector<std::size_t>& places) {
  Line names;
  for (std::size_t i = 0; i < rungs.size(); ++i) {
    const auto left = places[i] - rungs[i].name.width() / 2;
    if (i > 0) names.add(" ").append(bridge(left - names.width() - 1, rungs[i].reached)).add(" ");
    names.pad_to(left).append(rungs[i].name);
  }
  return names;
}

Line centered_row(const std::vector<Rung>& rungs, const std::vector<std::size_t>& places, Line Rung::*part) {
  Line row;
  for (std::size_t i = 0; i < rungs.size(); ++i) {
    const auto& text = rungs[i].*part;
    if (!text.empty()) row.pad_to(places[i] - text.width() / 2).append(text);
  }
  return row;
}

void add_upright(Sheet& sheet, const std::vector<Rung>& rungs) {
  layout::Table table({{}, {}, {}, {}});
  for (auto rung = rungs.rbegin(); rung != rungs.rend(); ++rung)
    table.add({rung->name, rung->japanese, rung->state, rung->months});
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

}  // namespace

void add_ladder(Sheet& sheet) {
  constexpr std::size_t most_bridge = 8;
  constexpr std::size_t least_bridge = 2;
  const auto& assessment = sheet.assessment();
  std::vector<Rung> rungs;
  std::size_t needed = 0;
  for (std::uint16_t i = 0; i < sheet.rubric().stages.size(); ++i) {
    rungs.push_back(rung_of(sheet, {i}));
    needed += width_of(rungs.back()) + 2;
  }
  sheet.blank();
  const auto room = sheet.width() - Sheet::kIndent;
  const auto bridges = rungs.size() - 1;
  if (bridges == 0 || needed + bridges * least_bridge > room) return add_upright(sheet, rungs);

  const auto length = std::min(most_bridge, (room - needed) / bridges);
  const auto places = places_of(rungs, length);
  sheet.add(names_row(rungs, places));
  for (const auto row : {&Rung::japanese, &Rung::state, &Rung::months}) {
    if (const auto line = centered_row(rungs, places, row); !line.empty()) sheet.add(line);
  }

  const bool same = assessment.seat_stage == assessment.experienced;
  if (assessment.experienced) {
    const auto* words =
        same ? sheet.in("実務の最上位工程、いまの席", "highest stage of field work, and your post")
             : sheet.in("実務の最上位工程", "highest stage of field work");
    sheet.add(marker(sheet, places[assessment.experienced->value], words));
  }
  if (assessment.seat_stage && !same)
    sheet.add(marker(sheet, places[assessment.seat_stage->value], sheet.in("いまの席", "your post")));
}

}  // namespace upstream::text_report
