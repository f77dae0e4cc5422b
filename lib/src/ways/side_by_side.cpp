#include "side_by_side.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/actions_shown.hpp"
#include "report/phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::ways {
namespace {

using layout::Line;
using layout::Style;

Line range(const Readiness& readiness) {
  return Line(std::to_string(readiness.score), Style::strong)
      .add(fmt::format(" ({}–{})", readiness.low, readiness.high), Style::dim);
}

std::string stage_name(const Page& page, std::optional<StageIndex> stage, const Rubric& rubric) {
  return std::string(page.in(stage ? rubric[*stage].label : Text{"なし", "none"}));
}

std::string next_stage(const Page& page, const Assessment& assessment) {
  if (!assessment.next) return "-";
  int open = 0;
  int all = 0;
  for (const auto& gate : assessment.gates) {
    if (gate.stage != *assessment.next) continue;
    ++all;
    open += gate.open ? 1 : 0;
  }
  const auto name = stage_name(page, assessment.next, *assessment.rubric);
  return page.japanese() ? fmt::format("{}(関門 {}/{})", name, open, all)
                         : fmt::format("{} (gates {}/{})", name, open, all);
}

Line difference(int before, int after) {
  if (before == after) return {"±0", Style::dim};
  return {fmt::format("{:+}", after - before), after > before ? Style::good : Style::bad};
}

std::string first_path(const Page& page, const Assessment& assessment) {
  if (assessment.paths.empty()) return "-";
  const auto& fit = assessment.paths.front();
  return fmt::format(fmt::runtime(page.japanese() ? "{}({})" : "{} ({})"),
                     page.in((*assessment.rubric)[fit.path].label), fit.readiness);
}

/// Sentences about what to do that `one` has and `other` has not.
std::vector<Text> actions_only_of(const Assessment& one, const Assessment& other) {
  const auto sentences = [](const Assessment& assessment) {
    std::vector<Text> all;
    for (const auto* action : actions_shown(assessment))
      all.push_back(wording::next_action(*action, assessment));
    return all;
  };
  const auto others = sentences(other);
  auto own = sentences(one);
  own.erase(std::remove_if(own.begin(), own.end(),
                           [&](const Text& text) {
                             return std::any_of(others.begin(), others.end(),
                                                [&](const Text& known) { return known.en == text.en; });
                           }),
            own.end());
  return own;
}

struct Heading {
  ChangeKind kind;
  std::string_view ja;
  std::string_view en;
};
constexpr std::array kHeadings{
    Heading{ChangeKind::stage, "工程", "Stage"},
    Heading{ChangeKind::gate, "関門", "Gates"},
    Heading{ChangeKind::requirement, "点", "Points"},
    Heading{ChangeKind::gap_closed, "なくなる不足", "Gaps that close"},
    Heading{ChangeKind::gap_opened, "新たに生じる不足", "Gaps that open"},
    Heading{ChangeKind::skill, "数えられる技能のレベル", "Skill levels that count"},
    Heading{ChangeKind::path, "進路(準備の点と順位)", "Paths (readiness and place)"},
    Heading{ChangeKind::certificate, "資格", "Certificates"},
    Heading{ChangeKind::post, "今の席", "Present post"},
    Heading{ChangeKind::goal, "目標", "Goal"},
};

}  // namespace

std::string signed_points(int permille) {
  if (permille == 0) return "±0";
  return (permille > 0 ? "+" : "-") + phrases::points(std::abs(permille));
}

void add_side_by_side(Page& page, const Assessment& before, const Assessment& after,
                      const Recorded& recorded) {
  const auto& rubric = *before.rubric;
  layout::Table table({{}, {layout::Align::left}, {layout::Align::left}, {layout::Align::right}});
  const auto row = [&](std::string_view ja, std::string_view en, Line old, Line now, Line change) {
    table.add(
        {Line(page.japanese() ? ja : en, Style::dim), std::move(old), std::move(now), std::move(change)});
  };
  row("", "", Line(page.japanese() ? "前" : "before", Style::dim),
      Line(page.japanese() ? "後" : "after", Style::dim), {});
  row("基準日", "day", iso(before.day), iso(after.day), {});
  row("到達度", "readiness", range(before.readiness), range(after.readiness),
      difference(before.readiness.score, after.readiness.score));
  if (recorded.before || recorded.after) {
    const auto score = [](const std::optional<int>& permille, const Assessment& now) {
      return permille ? *permille / 10 : now.readiness.score;
    };
    const int old = score(recorded.before, before);
    const int now = score(recorded.after, after);
    row("記録された到達度", "as recorded", recorded.before ? std::to_string(old) : "-",
        recorded.after ? std::to_string(now) : "-", difference(old, now));
  }
  row("到達した工程", "stage reached", stage_name(page, before.reached, rubric),
      stage_name(page, after.reached, rubric), {});
  row("次の工程", "next stage", next_stage(page, before), next_stage(page, after), {});
  row("第一の進路", "first path", first_path(page, before), first_path(page, after), {});
  page.blank();
  page.add(table, 2);
}

bool is_same_range(const Assessment& before, const Assessment& after) {
  return before.readiness.low == after.readiness.low && before.readiness.high == after.readiness.high;
}

void add_headlines(Page& page, const Assessment& before, const Assessment& after) {
  const auto old = wording::headline(before);
  const auto now = wording::headline(after);
  if (old.en == now.en) return;
  page.section({"ひとことで言うと", "In short"});
  page.row({"前", "before"}, old);
  page.row({"後", "after"}, now);
}

void add_changes(Page& page, std::span<const Change* const> changes, std::size_t depth) {
  for (const auto& heading : kHeadings) {
    bool first = true;
    for (const auto* change : changes) {
      if (change->kind != heading.kind) continue;
      if (std::exchange(first, false)) {
        const Text title{std::string(heading.ja), std::string(heading.en)};
        if (depth == 0) {
          page.section(title);
        } else {
          page.paragraph(title, 2 * depth);
        }
      }
      page.item(change->text, depth);
    }
  }
}

void add_next_actions(Page& page, const Assessment& before, const Assessment& after) {
  const auto fresh = actions_only_of(after, before);
  const auto gone = actions_only_of(before, after);
  if (fresh.empty() && gone.empty()) return;
  page.section({"次の一手", "Next actions"});
  for (const auto& text : fresh) page.row({"新しく", "new"}, text);
  for (const auto& text : gone) page.row({"なくなる", "no longer"}, text);
}

void add_caveat(Page& page) {
  page.blank();
  page.paragraph({"これは自己点検の計算です。昇進や配属を約束するものではありません。",
                  "This is the arithmetic of a self-check. It promises no promotion and no post."});
}

}  // namespace upstream::ways
