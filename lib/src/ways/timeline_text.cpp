#include <array>
#include <map>

#include <fmt/format.h>

#include "chart.hpp"
#include "past.hpp"
#include "report/page.hpp"
#include "report/phrases.hpp"
#include "side_by_side.hpp"
#include "upstream/ways/timeline.hpp"

namespace upstream {
namespace {

using layout::Line;
using layout::Style;

Text stage_label(std::optional<StageIndex> stage, const Rubric& rubric) {
  return stage ? rubric[*stage].label : Text{"なし", "none"};
}

std::string month(Day day) { return iso(day).substr(0, 7); }

/// Score and range on the first point, the day and the last point.
void add_summary(Page& page, const Timeline& timeline) {
  layout::Table table({{}, {}, {layout::Align::right}, {}});
  const auto add = [&](const Text& label, const TimelinePoint& point) {
    const auto& rubric = *timeline.report.assessment->rubric;
    table.add({Line(page.in(label), Style::dim), Line(iso(point.date)),
               Line(std::to_string(point.score), Style::strong),
               Line(fmt::format("({}–{})  ", point.low, point.high), Style::dim)
                   .add(page.in(stage_label(point.stage, rubric)))});
  };
  const auto& points = timeline.points;
  if (points.front().date < timeline.report.day) add({"初め", "first"}, points.front());
  for (const auto& point : points) {
    if (point.date == timeline.report.day) add({"基準日 ▲", "the day ▲"}, point);
  }
  if (points.back().date > timeline.report.day) add({"見込み", "ahead"}, points.back());
  page.blank();
  page.add(table, 2);
}

void add_stages(Page& page, const Timeline& timeline) {
  const auto& rubric = *timeline.report.assessment->rubric;
  page.section({"到達した工程", "Stage reached"});
  const auto& points = timeline.points;
  const auto first = ways::first_date(*timeline.report.profile);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0 && points[i].stage == points[i - 1].stage) continue;
    const auto label = stage_label(points[i].stage, rubric);
    const auto since = month(points[i].date);
    // What is drawn first may have begun long before.
    const bool is_beginning = i > 0 || (first && month(*first) == since);
    page.item(is_beginning ? Text{fmt::format("{} から {}", since, label.ja),
                                  fmt::format("{} from {}", label.en, since)}
                           : Text{fmt::format("{} の時点で {}", since, label.ja),
                                  fmt::format("{} as of {}", label.en, since)});
  }
}

void add_events(Page& page, const Timeline& timeline, bool ahead) {
  layout::Table table({{}, {layout::Align::left, true}});
  for (const auto& event : timeline.events) {
    if ((event.date > timeline.report.day) != ahead) continue;
    const auto style = event.effect < 0 ? Style::warn : Style::plain;
    table.add({Line(iso(event.date), Style::dim), Line(page.in(event.text), style)});
  }
  if (table.empty()) return;
  page.section(ahead ? Text{"これから", "Ahead"} : Text{"これまで", "So far"});
  page.add(table, 2);
}

/// Labels of the skills whose levels are held since the same day.
std::map<std::optional<Day>, std::vector<Text>> levels_by_beginning(const Timeline& timeline) {
  std::map<std::optional<Day>, std::vector<Text>> all;
  for (const auto& rating : timeline.report.profile->skills) {
    const auto& skill = (*timeline.report.assessment->rubric)[rating.skill];
    for (const auto& assumption : timeline.assumptions) {
      if (assumption.about == UndatedKind::skill && assumption.id == skill.id)
        all[assumption.since].push_back(skill.label);
    }
  }
  return all;
}

void add_assumptions(Page& page, const Timeline& timeline) {
  if (timeline.assumptions.empty()) return;
  page.section({"過去の点の前提", "What the past rests on"});
  page.paragraph({"レベルは今日の記述で、当時の記録ではありません。次のように扱っています。",
                  "Levels are statements of today, not records of the time. They are held like this:"},
                 2);
  for (const auto& [since, skills] : levels_by_beginning(timeline)) {
    const auto names = phrases::list(skills);
    page.item(
        since ? Text{fmt::format("裏付けの始まる {} から今のレベルだったとする: {}", iso(*since), names.ja),
                     fmt::format("at today's level since {}, when the backing begins: {}", iso(*since),
                                 names.en)}
              : Text{fmt::format("いつからか分からない(裏付けがない、または日付のないものがある)"
                                 "ので、全期間で今のレベルだったとする: {}",
                                 names.ja),
                     fmt::format("at today's level throughout, as it is not known since when (no backing, or "
                                 "some without a date): {}",
                                 names.en)});
  }
  for (const auto& assumption : timeline.assumptions) {
    if (assumption.about != UndatedKind::skill) page.item(assumption.text);
  }
}

/// For terminals that have ASCII only. Names stay as they are.
std::string in_ascii(std::string text) {
  struct Pair {
    std::string_view from;
    std::string_view to;
  };
  static constexpr std::array pairs{Pair{"─", "-"}, Pair{"–", "-"}, Pair{"→", "->"}, Pair{"▲", "^"},
                                    Pair{"±", "+-"}};
  for (const auto& [from, to] : pairs) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

std::string render_timeline_text(const Timeline& timeline, const TimelineTextOptions& options) {
  Page page(options.text);
  page.title(page.japanese() ? "到達度の推移" : "Readiness over time", timeline.report.profile->name);
  page.blank();
  page.add(ways::draw_chart(timeline.points, timeline.report.day, options.text.width, options.ascii));
  add_summary(page, timeline);
  add_stages(page, timeline);
  add_events(page, timeline, false);
  add_events(page, timeline, true);
  if (const auto hidden = timeline.events_total - timeline.events.size(); hidden > 0) {
    page.paragraph({fmt::format("ほかに {} 件(--from と --to で区切ると見えます)", hidden),
                    fmt::format("and {} more: choose a shorter range with --from and --to", hidden)},
                   2);
  }
  add_assumptions(page, timeline);
  ways::add_caveat(page);
  auto text = page.render();
  return options.ascii ? in_ascii(std::move(text)) : text;
}

}  // namespace upstream
