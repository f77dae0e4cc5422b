#include <algorithm>
#include <string_view>

#include "layout.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::layout {
namespace {

/// One code point of a line, with what is needed to decide where the line may be broken.
struct Cell {
  std::string_view text;
  char32_t code_point = 0;
  std::size_t width = 0;
  Style style = Style::plain;
};

std::vector<Cell> cells_of(const Line& line) {
  std::vector<Cell> cells;
  for (const auto& piece : line.pieces()) {
    const std::string_view text = piece.text;
    for (std::size_t offset = 0; offset < text.size();) {
      const auto begin = offset;
      const auto code_point = text::next_code_point(text, offset);
      const auto glyph = text.substr(begin, offset - begin);
      cells.push_back({glyph, code_point, text::display_width(glyph), piece.style});
    }
  }
  return cells;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// What may not begin a line (JIS X 4051, the part that occurs here).
bool stays_with_previous(char32_t c) {
  constexpr std::u32string_view closing =
      U"、。，．・：；？！」』）】〉》〕］｝ーヽヾゝゞ々…‥〜～％"
      U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
      U"),.:;!?]}%";
  return closing.find(c) != std::u32string_view::npos;
}

bool stays_with_next(char32_t c) {
  constexpr std::u32string_view opening = U"「『（【〈《〔［｛([{";
  return opening.find(c) != std::u32string_view::npos;
}

/// 時間 and か月 stand in nearly every line, behind a number.
bool is_inside_unit(char32_t previous, char32_t next) {
  return (previous == U'時' && next == U'間') || (previous == U'か' && next == U'月');
}

/// Whether a line may end before cell `i`, which is not the first.
bool may_break_before(const std::vector<Cell>& cells, std::size_t i) {
  const auto& next = cells[i];
  const auto& previous = cells[i - 1];
  if (next.width == 0 || next.code_point == U' ') return false;
  if (stays_with_previous(next.code_point) || stays_with_next(previous.code_point)) return false;
  if (previous.code_point == U' ') {
    return !(next.width == 2 && i >= 2 && is_digit(cells[i - 2].code_point));
  }
  if (is_digit(previous.code_point) || is_inside_unit(previous.code_point, next.code_point)) return false;
  return previous.width == 2 || next.width == 2;
}

/// The last place in (begin, end] where the line may end, or `end` where there is none.
std::size_t break_place(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  for (std::size_t i = end; i > begin; --i) {
    if (may_break_before(cells, i)) return i;
  }
  std::size_t i = end;
  // A word longer than the line is cut anywhere, but not so that `::` begins a line: a CI runner obeys such.
  while (i > begin + 1 && (cells[i].width == 0 || cells[i].code_point == U':')) --i;
  return i;
}

Lines fill(const std::vector<Cell>& cells, std::size_t width, std::size_t hang) {
  Lines lines;
  std::size_t begin = 0;
  do {
    const bool first = lines.empty();
    std::size_t room = first ? width : width - hang;
    std::size_t end = begin;
    while (end < cells.size() && cells[end].width <= room) room -= cells[end++].width;
    // Spaces at the end of a line take no room.
    while (end < cells.size() && cells[end].code_point == U' ') ++end;
    if (end < cells.size()) end = std::max(break_place(cells, begin, end), begin + 1);
    auto shown = end;
    while (shown > begin && cells[shown - 1].code_point == U' ') --shown;
    Line line(std::string(first ? 0 : hang, ' '));
    for (std::size_t i = begin; i < shown; ++i) line.add(cells[i].text, cells[i].style);
    lines.push_back(std::move(line));
    begin = end;
  } while (begin < cells.size());
  return lines;
}

/// Narrower, where that keeps the last line from holding but a word or two. Same number of lines.
Lines without_orphan(const std::vector<Cell>& cells, std::size_t width, std::size_t hang, Lines lines) {
  constexpr std::size_t orphan = 10;
  if (lines.size() < 2 || width < 4 * orphan || lines.back().width() >= hang + orphan) return lines;
  for (auto narrower = width - 1; narrower > width * 3 / 4; --narrower) {
    auto other = fill(cells, narrower, hang);
    if (other.size() > lines.size()) break;
    if (other.back().width() >= hang + orphan) return other;
  }
  return lines;
}

}  // namespace

Lines wrap(const Line& text, std::size_t width, std::size_t hang) {
  const auto cells = cells_of(text);
  if (hang >= width) hang = 0;
  return without_orphan(cells, width, hang, fill(cells, width, hang));
}

}  // namespace upstream::layout
