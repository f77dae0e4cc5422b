#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace upstream {

/// 1-based; columns count Unicode code points, as SARIF's "unicodeCodePoints" does. 0:0 is "no place".
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Position&) const = default;
};

/// Half-open: `end` is the place behind the last character.
struct Span {
  Position begin;
  Position end;
  auto operator<=>(const Span&) const = default;
};

/// The bytes of one input under the name it was given. Owns its text; positions and lines refer to it.
class SourceFile {
 public:
  /// A byte order mark is taken off the text; positions count without it.
  SourceFile(std::string path, std::string text);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool has_byte_order_mark() const { return has_byte_order_mark_; }
  /// The bytes as they were given.
  [[nodiscard]] std::string original() const;

  /// `offset` in bytes of `text()`; one behind the last byte is allowed.
  [[nodiscard]] Position position(std::size_t offset) const;

  /// The byte at which the character of a place begins; the end of the text for a place behind it.
  [[nodiscard]] std::size_t offset(Position position) const;

  /// The line without its line break; empty for a line the file does not have.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;

 private:
  friend class PlaceCursor;
  [[nodiscard]] std::size_t code_points_before(std::size_t offset) const;

  static constexpr std::size_t kStride = 512;
  std::string path_;
  std::string text_;
  bool has_byte_order_mark_ = false;
  std::vector<std::size_t> line_begins_;
  std::vector<std::size_t>
      code_points_;  // before every kStride bytes, so that a place on a long line costs no walk along it
};

/// Answers like `SourceFile::position`, for offsets that mostly ascend: each place is found by walking on
/// from the one before. The file must outlive the cursor.
class PlaceCursor {
 public:
  explicit PlaceCursor(const SourceFile& source) : source_(&source) {}

  [[nodiscard]] Position position(std::size_t offset);

  /// Tells it a place, so that it need not walk there.
  void move_to(std::size_t offset, Position place) {
    offset_ = offset;
    place_ = place;
  }

 private:
  const SourceFile* source_;
  std::size_t offset_ = 0;
  Position place_{1, 1};
};

}  // namespace upstream
