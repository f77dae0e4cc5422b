#include <fmt/format.h>

#include "phrases.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

Text stage_answer(const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  Text field;
  if (assessment.experienced) {
    const auto& stage = rubric[*assessment.experienced].label;
    field = {fmt::format("実務は{}まで", stage.ja), fmt::format("field work up to {}", stage.en)};
  } else {
    field = {"実務はこれから", "field work still ahead"};
  }
  if (!assessment.reached)
    return {field.ja + "。関門はまだ開いていません", field.en + "; no gate is open yet"};
  const auto& stage = rubric[*assessment.reached].label;
  if (wording::is_depth_thin(assessment)) {
    return {fmt::format("{}まで関門が開いている({})", stage.ja, field.ja),
            fmt::format("gates open up to {} ({})", stage.en, field.en)};
  }
  return {fmt::format("{}まで任せられる({})", stage.ja, field.ja),
          fmt::format("ready for {} ({})", stage.en, field.en)};
}

Line readiness_answer(const Sheet& sheet) {
  const auto& readiness = sheet.assessment().readiness;
  const auto& target = sheet.rubric()[sheet.rubric().target()].label;
  const auto band = wording::band(readiness.score, sheet.rubric());
  const bool ja = sheet.language() == Language::ja;
  Line line(ja ? fmt::format("{}に対して ", target.ja) : std::string());
  const auto range = fmt::format("{}–{}", readiness.low, readiness.high);
  if (readiness.provisional && readiness.low != readiness.high) {
    line.add(range, Style::strong).add(ja ? " 点のどこか" : fmt::format(" of 100 for {} work", target.en));
    return line.add(
        fmt::format(fmt::runtime(sheet.in("(いま数えられるのは {} 点)", " ({} can be counted now)")),
                    readiness.score),
        Style::dim);
  }
  line.add(fmt::format("{}", readiness.score), Style::strong);
  line.add(ja ? " 点" : fmt::format(" of 100 for {} work", target.en));
  if (readiness.low != readiness.high)
    line.add(fmt::format(fmt::runtime(sheet.in("(幅 {})", " (range {})")), range));
  // Where the stage has said that the person is ready the band's word would sound like taking it back.
  if (!sheet.assessment().next && !wording::is_depth_thin(sheet.assessment())) return line;
  return line.add(": ").add(sheet.in(band), Style::accent);
}

/// What the tool was not told; this is what the range is made of.
void add_unseen(Sheet& sheet, layout::Table& table) {
  std::vector<Text> unrated;
  std::size_t unproven = 0;
  for (const auto& skill : sheet.assessment().skills) {
    if (skill.rating == nullptr) {
      unrated.push_back(sheet.rubric()[skill.skill].label);
    } else if (skill.levels.low < skill.levels.high) {
      ++unproven;
    }
  }
  const auto add = [&](const Text& words) { table.add({{}, {sheet.in(words), Style::dim}}); };
  const auto skills = [](std::size_t count) {
    return fmt::format("{} skill{}", count, count == 1 ? "" : "s");
  };
  if (unrated.size() == sheet.assessment().skills.size()) {
    add({"技能はまだ一つも書かれていません", "no skill is stated yet"});
  } else if (!unrated.empty()) {
    const auto names = phrases::list(unrated);
    add({fmt::format("書かれていない技能は {} 個: {}", unrated.size(), names.ja),
         fmt::format("{} not stated: {}", skills(unrated.size()), names.en)});
  }
  if (unproven > 0) {
    add({fmt::format("裏付けが自己評価に追いついていない技能は {} 個", unproven),
         fmt::format("{} rated above what backs them", skills(unproven))});
  }
}

}  // namespace

void add_answers(Sheet& sheet) {
  const auto& assessment = sheet.assessment();
  const auto& readiness = assessment.readiness;
  layout::Table table({{}, {layout::Align::left, true}});
  table.add({{sheet.in("工程", "Stage"), Style::strong}, sheet.in(stage_answer(assessment))});
  table.add({{sheet.in("到達度", "Readiness"), Style::strong}, readiness_answer(sheet)});
  if (assessment.next && *assessment.next != sheet.rubric().target()) {
    const auto& next = sheet.rubric()[*assessment.next].label;
    const int score = readiness.by_stage[assessment.next->value];
    table.add({{},
               sheet.language() == Language::ja
                   ? fmt::format("次の{}に対しては {} 点", next.ja, score)
                   : fmt::format("{} of 100 for {}, which comes next", score, next.en)});
  }
  add_unseen(sheet, table);
  if (readiness.score > 0) {
    table.add({{sheet.in("確かさ", "Confidence"), Style::strong},
               fmt::format(fmt::runtime(sheet.in(
                               "{} %: 点のうち、実務・ラボ・資格・評価で裏付けのある割合",
                               "{} % of the points rest on field work, a lab, a certificate or a review")),
                           readiness.confidence)});
  }
  sheet.blank();
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

}  // namespace upstream::text_report
