#include <fmt/format.h>

#include "explain_pages.hpp"
#include "need_words.hpp"
#include "phrases.hpp"
#include "upstream/report/wording.hpp"

/// Stages, gates and requirements.
namespace upstream::explaining {
namespace {

using layout::Align;
using layout::Column;
using layout::Line;
using layout::Style;
using layout::Table;

void write_gate(Page& page, const Gate& gate, const Rubric& rubric) {
  page.blank();
  page.add({Line("  ").add(page.in(gate.label)).add("  ").add(gate.id, Style::dim)});
  page.need(gate.need, rubric, 1);
  page.paragraph(gate.reason, 4);
}

/// What each level earns of the weight: the credit is convex, so the last step brings most.
Text points_by_level(const Requirement& requirement, int asked, const Rubric& rubric) {
  const auto& credit = rubric.credit[static_cast<std::size_t>(asked)];
  Text text;
  for (int level = 0; level <= asked; ++level) {
    const auto points = requirement.weight * credit[static_cast<std::size_t>(level)] / 1000;
    text.ja += fmt::format("{}レベル {} で {}", level == 0 ? "" : "、", level, points);
    text.en += fmt::format("{}level {}: {}", level == 0 ? "" : ", ", level, points);
  }
  return text;
}

Text owner_of(const RequirementRef& ref, const Rubric& rubric) {
  if (const auto* stage = std::get_if<StageIndex>(&ref.owner)) {
    const auto name = stage_title(*stage, rubric);
    return {name.ja + "の到達度", "readiness for " + name.en};
  }
  const auto& path = rubric[std::get<PathIndex>(ref.owner)];
  return {fmt::format("進路「{}」", path.label.ja), fmt::format("the path '{}'", path.label.en)};
}

}  // namespace

void write_ladder(Page& page, const std::vector<Requirement>& requirements) {
  Table table({{Align::right, false}, {Align::left, true}, {Align::left, false}});
  for (const auto& one : requirements) {
    table.add({Line(fmt::format("{}", one.weight)), Line(page.in(one.label)), Line(one.id, Style::dim)});
  }
  page.add(table, 2);
}

void write(Page& page, StageRef ref, const Rubric& rubric) {
  const auto& stage = rubric[ref.index];
  page.paragraph(stage.about);
  page.section({"なぜこの工程か", "Why this stage"});
  page.paragraph(stage.reason, 2);
  page.section({"関門(すべて開くと、この工程に届く)", "Gates (all open: the stage is reached)"});
  for (const auto& gate : stage.gates) write_gate(page, gate, rubric);
  const auto months = phrases::months(rubric.settings.arrival_months);
  page.blank();
  page.paragraph(
      {fmt::format("この工程か、より上の工程でインフラの実務が {}あれば、関門は開いている。", months.ja),
       fmt::format("Whoever has worked {} at this stage or above, in infrastructure, has its gates open.",
                   months.en)},
      2);
  page.section({"到達度の配点(合わせて 1000)", "Weights of its readiness (1000 in all)"});
  write_ladder(page, stage.requirements);
  page.source(stage.source);
}

void write(Page& page, GateRef ref, const Rubric& rubric) {
  const auto& gate = *ref.gate;
  const auto name = stage_title(ref.stage, rubric);
  page.paragraph({name.ja + "の関門です。開いているか閉じているかだけを見ます。",
                  fmt::format("A gate to {}: it is open or shut, and no sum of points opens it.", name.en)});
  page.section({"条件", "What opens it"});
  page.need(gate.need, rubric);
  page.section({"なぜ", "Why"});
  page.paragraph(gate.reason, 2);
  page.section({"開けるには", "What to do"});
  page.paragraph(gate.action, 2);
  page.row({"目安", "effort"}, wording::effort(gate.effort));
  page.source(gate.source);
}

void write(Page& page, const RequirementRef& ref, const Rubric& rubric) {
  const auto& requirement = *ref.requirement;
  const auto owner = owner_of(ref, rubric);
  page.paragraph({fmt::format("{}のうち {} / 1000({})", owner.ja, requirement.weight,
                              rubric.families[requirement.family].label.ja),
                  fmt::format("{} of the 1000 permille of {} ({})", requirement.weight, owner.en,
                              rubric.families[requirement.family].label.en)});
  page.section({"条件", "What is asked"});
  page.need(requirement.need, rubric);
  const auto* skill = std::get_if<SkillAtLeast>(&requirement.need.kind);
  if (skill != nullptr) page.row({"点", "points"}, points_by_level(requirement, skill->level, rubric));
  if (!page.in(requirement.reason).empty()) page.section({"なぜ", "Why"});
  page.paragraph(requirement.reason, 2);
  if (!page.in(requirement.action).empty()) {
    page.section({"満たすには", "What to do"});
    page.paragraph(requirement.action, 2);
    page.row({"目安", "effort"}, wording::effort(requirement.effort));
  } else if (skill != nullptr) {
    const auto& id = rubric[skill->skill].id;
    page.section({"満たすには", "What to do"});
    page.paragraph({fmt::format("レベルの上げ方は upstream-check explain {}", id),
                    fmt::format("how to raise the level: upstream-check explain {}", id)},
                   2);
  }
  page.source(requirement.source);
}

}  // namespace upstream::explaining
