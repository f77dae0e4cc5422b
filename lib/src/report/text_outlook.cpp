#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {

using layout::Line;
using layout::Style;

void add_outlook(Sheet& sheet) {
  const auto& assessment = sheet.assessment();
  if (sheet.stays() && !sheet.everything()) return;
  sheet.heading(sheet.in("目安", "Rough figures"));
  layout::Table table({{}, {layout::Align::left, true}});
  table.add({{sheet.in("期間", "time"), Style::strong},
             sheet.in(wording::estimate(assessment.estimate, assessment))});
  if (assessment.market != nullptr) {
    Line text(sheet.in(assessment.market->text));
    if (sheet.everything()) text.add("  " + assessment.market->source, Style::dim);
    table.add({{sheet.in("年収", "pay"), Style::strong}, text});
  }
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

void add_caveat(Sheet& sheet) {
  sheet.blank();
  sheet.paragraph(
      Line(sheet.in(
               "これは自己点検です。昇格を予測するものではありません。記事の5人は上流に移るまで 2〜6.5 年と"
               "まちまちで、5 人(n=5)から言い切れることはありません。",
               "This is a self-check and predicts no promotion. The article's five people took between 2 and "
               "6.5 years to "
               "move upstream; nothing certain follows from five (n=5)."),
           Style::dim),
      0);
  const auto* more =
      sheet.everything()
          ? sheet.in("言葉と規則の意味は upstream-check explain ID、英語は --lang en",
                     "What a word or rule means: upstream-check explain ID. Japanese: --lang ja")
          : sheet.in("内訳は --all、言葉と規則の意味は upstream-check explain ID、英語は --lang en",
                     "Every point: --all. What a word or rule means: upstream-check explain ID. Japanese: "
                     "--lang ja");
  sheet.paragraph(Line(more, Style::dim), 0);
}

}  // namespace upstream::text_report
