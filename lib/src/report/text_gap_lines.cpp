#include "text_gap_lines.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "phrases.hpp"
#include "upstream/report/wording.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::text_report {
namespace {

using layout::Align;
using layout::Line;
using layout::Style;

Style style_of(GapKind kind) {
  switch (kind) {
    case GapKind::blocker:
      return Style::bad;
    case GapKind::stale:
    case GapKind::unproven:
    case GapKind::unarticulated:
      return Style::warn;
    case GapKind::partial:
    case GapKind::missing:
      break;
  }
  return Style::accent;
}

/// The duty written at the gap's place, when it is what suggests the skill.
std::string duty_at(const Profile& profile, Position at) {
  constexpr std::size_t most_columns = 28;
  for (const auto& entry : profile.experience) {
    for (const auto& duty : entry.duties) {
      if (duty.at == at) return text::printable(duty.text, most_columns);
    }
  }
  return {};
}

std::string place_of(const Sheet& sheet, const Gap& gap) {
  if (gap.at.line == 0) return {};
  const auto line = sheet.in(phrases::line(gap.at));
  const auto duty =
      gap.kind == GapKind::unarticulated ? duty_at(*sheet.assessment().profile, gap.at) : std::string();
  return duty.empty() ? line : fmt::format(fmt::runtime(sheet.in("{}「{}」", "{} ({})")), line, duty);
}

/// Hours and months still to go are an effort of their own; saying it twice tells nothing.
std::string effort_of(const Sheet& sheet, const Gap& gap) {
  const auto is_counted = [](const Step& step) {
    return step.met || step.kind == StepKind::work_months || step.kind == StepKind::lab_hours;
  };
  if (std::all_of(gap.steps.begin(), gap.steps.end(), is_counted)) return {};
  return sheet.in(wording::effort(gap.effort));
}

Line gain_of(const Sheet& sheet, const Gap& gap) {
  if (gap.gain == 0) return {};
  return {fmt::format(fmt::runtime(sheet.in("+{} 点", "+{} pt")), phrases::points(gap.gain)), Style::strong};
}

void add_everything(const Sheet& sheet, const Gap& gap, layout::Table& table) {
  table.add({{}, sheet.in(wording::action(gap, sheet.assessment())), {}});
  std::vector<Text> options;
  for (const auto& option : gap.options) options.push_back(wording::step(option, sheet.rubric()));
  if (options.empty()) return;
  table.add(
      {{}, {sheet.in("ほかの方法: ", "other ways: ") + sheet.in(phrases::list(options)), Style::dim}, {}});
}

}  // namespace

Text remaining_steps(const Gap& gap, const Rubric& rubric) {
  std::vector<Text> steps;
  const Step* last = nullptr;
  for (const auto& step : gap.steps) {
    if (step.met) continue;
    if (last != nullptr && step.kind == StepKind::raise_skill && last->kind < step.kind &&
        last->skill == step.skill) {
      const auto levels = fmt::format("{}→{}", step.from, step.to);
      steps.push_back({"その後 " + levels, "then " + levels});
    } else {
      steps.push_back(wording::step(step, rubric));
    }
    last = &step;
  }
  auto all = phrases::list(steps);
  if (gap.options.empty() || steps.empty()) return all;
  return {all.ja + "(または別の方法)", all.en + " (or another way)"};
}

Line small_print(const std::vector<std::string>& parts) {
  Line line;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line.add(" · ", Style::dim);
    line.add(part, Style::dim);
  }
  return line;
}

layout::Table gap_table() { return layout::Table({{}, {Align::left, true}, {Align::right, false}}); }

void add_gap_rows(const Sheet& sheet, const Gap& gap, layout::Table& table) {
  Line what(sheet.in(wording::subject(gap)), Style::strong);
  if (const auto steps = sheet.in(remaining_steps(gap, sheet.rubric())); !steps.empty())
    what.add(": ").add(steps);
  table.add({{sheet.in(wording::gap_kind(gap.kind)), style_of(gap.kind)}, what, gain_of(sheet, gap)});
  if (sheet.everything()) add_everything(sheet, gap, table);
  const auto& source = gap.gate != nullptr ? gap.gate->source : gap.requirement->source;
  table.add({{}, small_print({effort_of(sheet, gap), place_of(sheet, gap), source}), {}});
}

}  // namespace upstream::text_report
