#include "page.hpp"

#include "need_words.hpp"

namespace upstream {
namespace {

using layout::Line;
using layout::Style;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabelColumns = 14;

Line spaces(std::size_t columns) { return Line(std::string(columns, ' ')); }

std::string ruler(std::size_t columns) {
  std::string line;
  for (std::size_t i = 0; i < columns; ++i) line += "─";
  return line;
}

}  // namespace

void Page::title(std::string_view name, std::string_view reference) {
  add(layout::wrap(Line(name, Style::heading).add("  ").add(reference, Style::dim), options_.width));
  lines_.emplace_back(ruler(options_.width), Style::dim);
}

void Page::section(const Text& heading) {
  blank();
  lines_.emplace_back(in(heading), Style::strong);
}

void Page::paragraph(const Text& text, std::size_t indent) {
  if (in(text).empty()) return;
  add(layout::beside(spaces(indent), Line(in(text)), options_.width));
}

void Page::item(const Text& text, std::size_t depth) {
  add(layout::beside(spaces(kIndent * (depth + 1)).add("- ", Style::dim), Line(in(text)), options_.width));
}

void Page::row(const Text& label, const Text& text) {
  if (in(text).empty()) return;
  auto head = spaces(kIndent).add(in(label), Style::dim);
  head.pad_to(kIndent + kLabelColumns).add("  ");
  add(layout::beside(head, Line(in(text)), options_.width));
}

void Page::need(const Need& need, const Rubric& rubric, std::size_t depth) {
  for (const auto& line : need_lines(need, rubric)) item(line.text, depth + line.depth);
}

void Page::source(std::string_view source) {
  if (source.empty()) return;
  blank();
  row({"出典", "source"}, source);
}

std::string Page::render() const {
  std::string out;
  for (const auto& line : lines_) out += line.render(options_.color) + "\n";
  return out;
}

}  // namespace upstream
