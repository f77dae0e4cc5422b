#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "upstream/text/text.hpp"

namespace upstream::text {

/// One pattern, by the rules of gitignore(5). Bytes are compared, case counts, and `*`, `?` and `[…]` match a
/// leading dot too. Matching takes at most (segments of the pattern) × (segments of the path) steps, whatever
/// the pattern.
class Glob {
 public:
  /// Of a pattern, in bytes. Nobody writes a longer one.
  static constexpr std::size_t kLongest = 1024;

  /// The glob, or why the pattern can match nothing. A `!` in front is not special here: see IgnoreRules.
  [[nodiscard]] static std::variant<Glob, Text> parse(std::string_view pattern);

  /// `path`: segments joined by single slashes, relative to the folder the pattern is written for, without a
  /// slash in front or behind.
  [[nodiscard]] bool matches(std::string_view path, bool is_folder) const;

 private:
  enum class Kind : std::uint8_t {
    literal,  ///< this name
    pattern,  ///< a name that fnmatch(3) finds fitting
    folders,  ///< `**`: any number of segments, none too
  };
  struct Segment {
    Kind kind;
    std::string text;
  };
  class Parser;

  [[nodiscard]] static bool fits(const Segment& segment, std::string_view name);

  bool name_only_ = false;  ///< without a slash: compared with the last segment of the path, at any depth
  bool folders_only_ = false;
  std::vector<Segment> segments_;
};

}  // namespace upstream::text
