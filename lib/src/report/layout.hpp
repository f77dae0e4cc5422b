#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Lines of styled text for a terminal, measured in its columns.
namespace upstream::layout {

enum class Style : std::uint8_t { plain, heading, strong, dim, good, warn, bad, accent };

struct Piece {
  std::string text;
  Style style = Style::plain;
};

/// One line whose parts may look different. All text is made harmless on its way in, whoever wrote it.
class Line {
 public:
  Line() = default;
  Line(std::string_view text, Style style = Style::plain) { add(text, style); }
  Line(const std::string& text, Style style = Style::plain) { add(text, style); }
  Line(const char* text, Style style = Style::plain) { add(text, style); }

  Line& add(std::string_view text, Style style = Style::plain);
  Line& append(const Line& other);
  /// Spaces behind the text until it is `columns` wide.
  Line& pad_to(std::size_t columns);

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] bool empty() const { return pieces_.empty(); }
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

  /// Without spaces at the end and without a line break. Escape sequences only if `color`.
  [[nodiscard]] std::string render(bool color) const;

 private:
  std::vector<Piece> pieces_;
  std::size_t width_ = 0;
};

using Lines = std::vector<Line>;

/// Text in lines at most `width` wide; all but the first begin with `hang` spaces. Breaks at spaces and
/// beside wide characters, but not before 、。」 and the like, behind 「, or between a number and what it
/// counts.
[[nodiscard]] Lines wrap(const Line& text, std::size_t width, std::size_t hang = 0);

/// `text` wrapped to the right of `label`.
[[nodiscard]] Lines beside(const Line& label, const Line& text, std::size_t width);

/// `columns` block characters, filled in proportion. Anything above nothing shows; only the whole is full.
[[nodiscard]] Line bar(int part, int whole, std::size_t columns, Style style);

enum class Align : std::uint8_t { left, right, center };

[[nodiscard]] Line aligned(const Line& text, std::size_t columns, Align align);

struct Column {
  Align align = Align::left;
  bool flexible = false;  ///< takes what the others leave, and wraps
};

/// Rows whose cells line up: every column is as wide as its widest cell.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(Lines cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] Lines render(std::size_t width, std::size_t indent) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t available) const;

  std::vector<Column> columns_;
  std::vector<Lines> rows_;
};

}  // namespace upstream::layout
