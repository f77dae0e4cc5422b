#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "text_sections.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

Line mark(Answer answer) {
  switch (answer) {
    case Answer::yes:
      return {"✓ ", Style::good};
    case Answer::no:
      return {"✗ ", Style::warn};
    case Answer::unknown:
      break;
  }
  return {"? ", Style::dim};
}

}  // namespace

void add_conditions(Sheet& sheet) {
  const auto& conditions = sheet.assessment().conditions;
  if (conditions.empty()) return;
  constexpr std::size_t gap = 3;
  sheet.heading(fmt::format(fmt::runtime(sheet.in("記事の {} 条件", "The article's {} conditions")),
                            conditions.size()));
  Line line(std::string(Sheet::kIndent, ' '));
  bool fresh = true;
  for (const auto& state : conditions) {
    auto item = mark(state.answer);
    item.add(sheet.in(state.condition->label));
    if (state.answer == Answer::unknown) {
      const auto& post = sheet.assessment().profile->environment;
      const bool neither = post && post->sales_strength.has_value();
      item.add(neither ? sheet.in("(どちらとも言えません)", " (neither way)")
                       : sheet.in("(書かれていません)", " (not stated)"),
               Style::dim);
    }
    if (sheet.everything()) item.add("  " + state.condition->source, Style::dim);
    if (!fresh && line.width() + gap + item.width() > sheet.width()) {
      sheet.add(line);
      line = Line(std::string(Sheet::kIndent, ' '));
      fresh = true;
    }
    if (!fresh) line.add(std::string(gap, ' '));
    line.append(item);
    fresh = false;
  }
  sheet.add(line);
  const bool wants_certificate =
      std::any_of(conditions.begin(), conditions.end(), [](const ConditionState& state) {
        const auto& need = state.condition->need;
        return state.answer != Answer::yes && need && std::holds_alternative<CertificateAmong>(need->kind);
      });
  if (!wants_certificate) return;
  sheet.paragraph(
      Line(sheet.in("資格は、もう一つの記事では歓迎(必須ではない)です。ここでも関門にはしていません。",
                    "The other article calls certificates welcome, not required; no gate here asks for one."),
           Style::dim));
}

}  // namespace upstream::text_report
