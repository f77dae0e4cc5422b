#include "excerpt.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

constexpr std::size_t kColumns = 100;           ///< of the excerpt
constexpr std::size_t kBefore = 30;             ///< of them before the caret, in a line that is cut
constexpr std::uint32_t kReach = 2 * kColumns;  ///< code points looked at on each side of the caret
constexpr std::size_t kTab = 4;
constexpr std::string_view kCut = "…";

/// A code point, or a byte that belongs to none, as it is printed.
struct Glyph {
  std::string text;
  std::uint32_t column = 0;  ///< in the source
  std::size_t at = 0;        ///< in columns of the terminal
  std::size_t width = 0;
};

/// Positions count the bytes that begin a code point, so a stray continuation byte shares its column with
/// what follows.
bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t length_at(std::string_view line, std::size_t offset) {
  if (text::invalid_utf8_at(line.substr(offset, 4)) == 0) return 1;
  auto next = offset;
  (void)text::next_code_point(line, next);
  return next - offset;
}

/// The glyphs at most `kReach` away from `column`: a line of a megabyte costs no more than a short one.
std::vector<Glyph> glyphs_near(std::string_view line, std::uint32_t column) {
  std::vector<Glyph> glyphs;
  std::uint32_t here = 1;
  std::size_t at = 0;
  for (std::size_t offset = 0; offset < line.size() && here <= column + kReach;) {
    const bool starts = begins_code_point(line[offset]);
    if (here + kReach < column) {
      here += starts ? 1U : 0U;
      ++offset;
      continue;
    }
    const auto length = length_at(line, offset);
    Glyph glyph{text::printable(line.substr(offset, length)), here, at, 0};
    // Glyph by glyph `printable` does not see that it begins a command to a CI runner.
    if (text::begins_old_command(line.substr(offset))) glyph.text = "\\u{23}";
    if (line[offset] == '\t') glyph.text.assign(kTab - at % kTab, ' ');
    glyph.width = text::display_width(glyph.text);
    at += glyph.width;
    glyphs.push_back(std::move(glyph));
    here += starts ? 1U : 0U;
    offset += length;
  }
  return glyphs;
}

std::size_t terminal_column(const std::vector<Glyph>& glyphs, std::uint32_t column) {
  const auto glyph =
      std::find_if(glyphs.begin(), glyphs.end(), [&](const Glyph& g) { return g.column >= column; });
  if (glyph != glyphs.end()) return glyph->at;
  return glyphs.empty() ? 0 : glyphs.back().at + glyphs.back().width;
}

}  // namespace

Excerpt excerpt_of(const SourceFile& source, Span span) {
  const auto glyphs = glyphs_near(source.line(span.begin.line), span.begin.column);
  const auto caret = terminal_column(glyphs, span.begin.column);
  const bool one_line = span.end.line == span.begin.line;
  const auto behind =
      terminal_column(glyphs, one_line ? span.end.column : std::numeric_limits<std::uint32_t>::max());

  const auto whole = glyphs.empty() ? 0 : glyphs.back().at + glyphs.back().width;
  const bool starts_late = !glyphs.empty() && glyphs.front().column > 1;
  const bool fits = whole <= kColumns && !starts_late;
  const auto from =
      fits || caret <= kBefore ? 0 : std::min(caret - kBefore, whole > kColumns ? whole - kColumns : 0);

  Excerpt excerpt;
  std::size_t first = whole;
  std::size_t last = from;
  for (const auto& glyph : glyphs) {
    if (glyph.at < from || glyph.at + glyph.width > from + kColumns) continue;
    first = std::min(first, glyph.at);
    last = glyph.at + glyph.width;
    excerpt.text += glyph.text;
  }
  const bool cut_before = starts_late || from > 0;
  if (cut_before) excerpt.text.insert(0, kCut);
  if (last < whole) excerpt.text += kCut;
  excerpt.caret = caret - std::min(first, caret) + (cut_before ? 1 : 0);
  excerpt.length = std::max<std::size_t>(1, std::min(behind, last) - std::min(caret, last));
  return excerpt;
}

}  // namespace upstream
