#include "text_sheet.hpp"

#include <algorithm>

namespace upstream::text_report {
namespace {

constexpr std::size_t kNarrowest = 60;
/// Longer lines are hard to read, however wide the terminal is.
constexpr std::size_t kWidest = 100;
constexpr std::size_t kHang = 4;

}  // namespace

Sheet::Sheet(const FileReport& report, const TextOptions& options)
    : report_(report), options_(options), width_(std::clamp(options.width, kNarrowest, kWidest)) {}

void Sheet::heading(const layout::Line& title) {
  blank();
  layout::Line line;
  for (const auto& piece : title.pieces()) {
    line.add(piece.text, piece.style == layout::Style::plain ? layout::Style::heading : piece.style);
  }
  add(line);
}

void Sheet::blank() {
  if (!lines_.empty() && !lines_.back().empty()) lines_.emplace_back();
}

void Sheet::add(const layout::Line& line) {
  if (line.width() <= width_) {
    lines_.push_back(line);
    return;
  }
  for (auto& part : layout::wrap(line, width_, kHang)) lines_.push_back(std::move(part));
}

void Sheet::add(const layout::Lines& lines) {
  for (const auto& line : lines) add(line);
}

void Sheet::paragraph(const layout::Line& text, std::size_t indent) {
  add(layout::beside(std::string(indent, ' '), text, width_));
}

std::string Sheet::render() const {
  std::string out;
  for (const auto& line : lines_) out += line.render(options_.color) + '\n';
  return out;
}

}  // namespace upstream::text_report
