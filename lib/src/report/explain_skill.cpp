#include <algorithm>

#include <fmt/format.h>

#include "explain_pages.hpp"
#include "phrases.hpp"

/// Skills: what they are, level by level.
namespace upstream::explaining {
namespace {

using layout::Style;

/// Hours of study and months of work are two ways to a level, not two parts of one.
Text level_effort(const LevelStep& level) {
  const auto& effort = level.effort;
  const auto months = phrases::months(effort.months);
  const auto hours = phrases::hours(effort.hours_min, effort.hours_max);
  if (level.field_only)
    return {months.ja + "の実務(実務でだけ届く)", months.en + " of field work, and only so"};
  if (effort.months == 0) return hours;
  if (effort.hours_max == 0) return {months.ja + "の実務", months.en + " of field work"};
  return {fmt::format("{}、または日々の仕事で {}", hours.ja, months.ja),
          fmt::format("{}, or {} where it is daily work", hours.en, months.en)};
}

void write_levels(Page& page, const Skill& skill) {
  for (std::size_t i = 0; i < skill.levels.size(); ++i) {
    const auto& level = skill.levels[i];
    const auto head = layout::Line(fmt::format("  {}  ", i + 1), Style::strong);
    page.add(layout::beside(head, layout::Line(page.in(level.sentence)), page.options().width));
    page.paragraph({"ここへ: " + level.step.ja, "to get here: " + level.step.en}, 5);
    const auto effort = level_effort(level);
    page.paragraph({"目安 " + effort.ja, "about " + effort.en}, 5);
  }
}

void write_certificates(Page& page, SkillIndex skill, const Rubric& rubric) {
  Text label{"資格", "certificates"};
  for (int level = kHighestLevel; level > 0; --level) {
    std::vector<Text> names;
    for (const auto& certification : rubric.certifications) {
      const auto& shows = certification.shows;
      const bool shown = std::any_of(shows.begin(), shows.end(), [&](const SkillShown& one) {
        return one.skill == skill && one.level == level;
      });
      if (shown) names.push_back(certification.label);
    }
    if (names.empty()) continue;
    const auto all = phrases::list(names);
    page.row(label,
             Text{fmt::format("{} まで: {}", level, all.ja), fmt::format("up to {}: {}", level, all.en)});
    label = {};
  }
}

void write_uses(Page& page, SkillIndex skill, const Rubric& rubric) {
  layout::Table table(
      {{layout::Align::left, true}, {layout::Align::right, false}, {layout::Align::left, false}});
  const auto add = [&](const Text& owner, const std::vector<Requirement>& requirements) {
    for (const auto& one : requirements) {
      const auto* need = std::get_if<SkillAtLeast>(&one.need.kind);
      if (need == nullptr || need->skill != skill) continue;
      const Text level{fmt::format("レベル {}", need->level), fmt::format("level {}", need->level)};
      table.add({layout::Line(page.in(owner)), layout::Line(page.in(level)),
                 layout::Line(fmt::format("{} / 1000", one.weight), Style::dim)});
    }
  };
  for (const auto& stage : rubric.stages) add(stage.label, stage.requirements);
  for (const auto& path : rubric.paths) add(path.label, path.requirements);
  if (table.empty()) return;
  page.section({"どこで問われるか", "Where it is asked"});
  page.add(table, 2);
}

}  // namespace

void write(Page& page, SkillRef ref, const Rubric& rubric) {
  const auto& skill = rubric[ref.index];
  page.paragraph(skill.about);
  page.section({"レベル(はい・いいえで答える)", "Levels (answer yes or no)"});
  write_levels(page, skill);
  page.section({"レベルを裏付けるもの", "What proves a level"});
  write_proof(page, rubric.proofs[skill.proof], rubric);
  write_certificates(page, ref.index, rubric);
  if (skill.stale_months > 0) {
    const auto months = phrases::months(skill.stale_months);
    page.row(
        {"古さ", "age"},
        Text{fmt::format("{}より前の裏付けは数えない(点は引かない)。日付のない裏付けは古くならない",
                         months.ja),
             fmt::format("proof older than {} is passed over, never subtracted; undated proof does not age",
                         months.en)});
  }
  if (skill.not_applicable) {
    page.row({"対象外", "n/a"}, Text{"n/a と書けば聞かれない", "n/a silences the question"});
  }
  write_uses(page, ref.index, rubric);
  page.source(skill.source);
}

}  // namespace upstream::explaining
