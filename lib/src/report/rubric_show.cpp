#include <fmt/format.h>

#include "explain_pages.hpp"
#include "need_words.hpp"
#include "phrases.hpp"
#include "upstream/report/explain.hpp"

namespace upstream {
namespace {

using layout::Align;
using layout::Line;
using layout::Style;
using layout::Table;

void show_stages(Page& page, const Rubric& rubric) {
  for (std::uint16_t i = 0; i < rubric.stages.size(); ++i) {
    const auto& stage = rubric.stages[i];
    auto name = stage_title({i}, rubric);
    page.section({fmt::format("{} {}", i + 1, name.ja), fmt::format("{} {}", i + 1, name.en)});
    page.paragraph(stage.about, 2);
    for (const auto& gate : stage.gates) {
      page.blank();
      page.add({Line(page.in({"  関門 ", "  gate "}), Style::dim)
                    .add(page.in(gate.label))
                    .add("  ")
                    .add(gate.id, Style::dim)});
      page.need(gate.need, rubric, 1);
    }
    page.blank();
    explaining::write_ladder(page, stage.requirements);
  }
}

void show_skills(Page& page, const Rubric& rubric) {
  page.section({"技能(レベル 0〜4、文は explain で)", "Skills (levels 0-4; explain shows the sentences)"});
  Table table({{Align::left, false}, {Align::left, true}, {Align::right, false}});
  for (const auto& skill : rubric.skills) {
    const auto months = phrases::months(skill.stale_months);
    table.add({Line(skill.id, Style::dim), Line(page.in(skill.label)),
               Line(page.in({"鮮度 " + months.ja, "fresh for " + months.en}), Style::dim)});
  }
  page.add(table, 2);
}

void show_paths(Page& page, const Rubric& rubric) {
  const auto target = stage_title(rubric.target(), rubric);
  page.section({fmt::format("{}の先の進路", target.ja), fmt::format("Paths beyond {}", target.en)});
  for (const auto& path : rubric.paths) {
    page.blank();
    page.add({Line("  ").add(page.in(path.label)).add("  ").add(path.id, Style::dim)});
    explaining::write_ladder(page, path.requirements);
  }
}

void show_certifications(Page& page, const Rubric& rubric) {
  page.section({"資格: 歓迎(必須ではない)", "Certificates: welcome, not required"});
  Table table({{Align::left, false}, {Align::left, true}, {Align::left, true}});
  for (const auto& one : rubric.certifications) {
    table.add({Line(one.id, Style::dim), Line(page.in(one.label)), Line(page.in(explaining::validity(one)))});
  }
  page.add(table, 2);
}

}  // namespace

std::string render_rubric(const Rubric& rubric, const TextOptions& options) {
  Page page(options);
  page.title(page.in(rubric.title), fmt::format("{} {} ({})", rubric.id, rubric.version, rubric.hash));
  page.paragraph(rubric.about);
  show_stages(page, rubric);
  show_skills(page, rubric);
  show_paths(page, rubric);
  show_certifications(page, rubric);
  return page.render();
}

}  // namespace upstream
