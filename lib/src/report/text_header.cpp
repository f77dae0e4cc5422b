#include <string_view>

#include <fmt/format.h>

#include "text_sections.hpp"
#include "upstream/report/wording.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

/// The end of a path tells files apart, so the beginning is what goes.
std::string shortened(std::string_view path, std::size_t columns) {
  const auto safe = text::printable(path);
  if (text::display_width(safe) <= columns) return safe;
  for (std::size_t offset = 0; offset < safe.size();) {
    (void)text::next_code_point(safe, offset);
    const auto tail = std::string_view(safe).substr(offset);
    if (text::display_width(tail) < columns) return "…" + std::string(tail);
  }
  return safe;
}

}  // namespace

void add_header(Sheet& sheet) {
  constexpr std::size_t gap = 3;
  const auto& profile = *sheet.assessment().profile;
  const auto day = iso(sheet.assessment().day);
  Line first(text::printable(profile.name, sheet.width() / 2), Style::strong);
  first.add(fmt::format(fmt::runtime(sheet.in("  {} 時点", "  as of {}")), day), Style::dim);
  const auto path = shortened(sheet.report().source.path(), sheet.width());
  const auto path_width = text::display_width(path);
  if (first.width() + gap + path_width <= sheet.width()) {
    sheet.add(first.pad_to(sheet.width() - path_width).add(path, Style::dim));
  } else {
    sheet.add(first);
    sheet.add(Line(path, Style::dim));
  }

  std::string rule;
  for (std::size_t i = 0; i < sheet.width(); ++i) rule += "─";
  sheet.add(Line(rule, Style::dim));
  sheet.paragraph(Line(sheet.in(wording::headline(sheet.assessment())), Style::strong), 0);
}

}  // namespace upstream::text_report
