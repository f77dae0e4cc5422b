#include "layout.hpp"

#include <algorithm>

#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::layout {
namespace {

std::string_view select_rendition(Style style) {
  switch (style) {
    case Style::heading:
      return "\x1b[1;36m";
    case Style::strong:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::good:
      return "\x1b[32m";
    case Style::warn:
      return "\x1b[33m";
    case Style::bad:
      return "\x1b[31m";
    case Style::accent:
      return "\x1b[36m";
    case Style::plain:
      break;
  }
  return {};
}

}  // namespace

Line& Line::add(std::string_view text, Style style) {
  auto safe = text::printable(text);
  if (safe.empty()) return *this;
  width_ += text::display_width(safe);
  if (!pieces_.empty() && pieces_.back().style == style) {
    pieces_.back().text += safe;
  } else {
    pieces_.push_back({std::move(safe), style});
  }
  return *this;
}

Line& Line::append(const Line& other) {
  for (const auto& piece : other.pieces_) add(piece.text, piece.style);
  return *this;
}

Line& Line::pad_to(std::size_t columns) {
  return columns > width_ ? add(std::string(columns - width_, ' ')) : *this;
}

std::string Line::render(bool color) const {
  auto end = pieces_.size();
  while (end > 0 && pieces_[end - 1].text.find_first_not_of(' ') == std::string::npos) --end;
  std::string out;
  for (std::size_t i = 0; i < end; ++i) {
    std::string_view text = pieces_[i].text;
    if (i + 1 == end) text = text.substr(0, text.find_last_not_of(' ') + 1);
    const auto on = color ? select_rendition(pieces_[i].style) : std::string_view();
    out += on;
    out += text;
    if (!on.empty()) out += "\x1b[0m";
  }
  return out;
}

Line bar(int part, int whole, std::size_t columns, Style style) {
  std::size_t filled = 0;
  if (part >= whole) {
    filled = columns;
  } else if (part > 0) {
    const auto share = columns * static_cast<std::size_t>(part) / static_cast<std::size_t>(whole);
    filled = std::clamp<std::size_t>(share, 1, columns > 0 ? columns - 1 : 0);
  }
  std::string full;
  for (std::size_t i = 0; i < filled; ++i) full += "█";
  std::string rest;
  for (std::size_t i = filled; i < columns; ++i) rest += "░";
  return Line(full, style).add(rest, Style::dim);
}

Line aligned(const Line& text, std::size_t columns, Align align) {
  const auto space = columns > text.width() ? columns - text.width() : 0;
  const auto before = align == Align::left ? 0 : align == Align::right ? space : space / 2;
  Line line(std::string(before, ' '));
  return line.append(text).pad_to(columns);
}

Lines beside(const Line& label, const Line& text, std::size_t width) {
  auto lines = wrap(text, width > label.width() ? width - label.width() : 1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line line = i == 0 ? label : Line(std::string(label.width(), ' '));
    lines[i] = line.append(lines[i]);
  }
  return lines;
}

}  // namespace upstream::layout
