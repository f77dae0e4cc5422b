#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/yaml/document.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::yaml {

/// Thrown to leave a parser whose input is beyond a limit; never leaves this folder.
struct BeyondLimit {};

enum class Style : std::uint8_t { plain, single_quoted, double_quoted, block };

/// Puts the events of any YAML parser together to a Document. All that is decided about a document beyond its
/// grammar is decided here, so that it cannot depend on the parser: limits, keys, and where a node begins and
/// ends.
class Builder {
 public:
  Builder(const SourceFile& source, const Limits& limits, Diagnostics& diagnostics)
      : source_(source), places_(source), limits_(limits), diagnostics_(diagnostics) {
    constexpr std::size_t usual_bytes_a_node = 16;
    document_.records_.reserve(source.text().size() / usual_bytes_a_node);
    document_.texts_.reserve(source.text().size());
  }

  // Offsets are bytes of the source's text.

  /// The place of an offset, from a parser that counts code points as positions do: the next node begins
  /// there, and need not be looked for.
  void move_to(std::size_t offset, Position place) { places_.move_to(offset, place); }
  /// `code_points`: how long it is as written, where the parser knows that and it stands on one line; else 0.
  void scalar(std::string_view text, Style style, std::size_t begin, std::size_t code_points = 0);
  /// A value of nothing at all (`key:`); `seen_at` is where the parser noticed it.
  void empty(std::size_t seen_at);
  void start(Kind kind, std::size_t begin);
  void end();

  /// Whether the next node is the key of a mapping.
  [[nodiscard]] bool expects_key() const;
  /// Whether the next node is the value of one.
  [[nodiscard]] bool expects_value() const;
  /// Behind the last scalar, in bytes.
  [[nodiscard]] std::size_t last_end() const { return last_end_; }
  [[nodiscard]] bool has_root() const { return !document_.records_.empty(); }
  /// The document, after the last event.
  [[nodiscard]] Document finish() &&;

 private:
  struct Open {
    std::uint32_t at;
    std::uint32_t last_child;
  };

  std::uint32_t add(Kind kind, std::size_t begin, std::size_t end, std::size_t code_points = 0);
  void check_key(std::uint32_t at, std::string_view text);
  void check_duplicate_keys(std::uint32_t mapping);
  [[nodiscard]] std::string_view text_of(std::uint32_t at) const;
  [[nodiscard]] std::size_t scalar_end(std::string_view text, Style style, std::size_t begin);
  [[nodiscard]] std::size_t behind_dash(std::size_t seen_at) const;

  [[nodiscard]] bool may_have_duplicate_keys(std::uint32_t mapping) const;

  const SourceFile& source_;
  PlaceCursor places_;  // at the begin of the last node
  const Limits& limits_;
  Diagnostics& diagnostics_;
  Document document_;
  std::vector<Open> open_;
  std::vector<Span> collections_as_keys_;
  std::size_t last_end_ = 0;
};

}  // namespace upstream::yaml
