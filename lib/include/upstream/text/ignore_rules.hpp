#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "upstream/text/glob.hpp"
#include "upstream/text/text.hpp"

namespace upstream::text {

/// The lines of one `.gitignore`: patterns of which the last that matches decides.
class IgnoreRules {
 public:
  enum class Verdict : std::uint8_t { silent, ignored, kept };

  /// Adds what a line says. A comment and an empty line say nothing. Spaces at the end are dropped unless
  /// quoted with a backslash. Returns why the pattern of the line can match nothing: then it is not added.
  std::optional<Text> add_line(std::string_view line);

  /// About a path as in Glob::matches. Does not ask about the folders above it.
  [[nodiscard]] Verdict check(std::string_view path, bool is_folder) const;

  [[nodiscard]] bool empty() const { return rules_.empty(); }

 private:
  struct Rule {
    Glob glob;
    Verdict verdict;
  };
  std::vector<Rule> rules_;
};

struct LoadedIgnoreRules {
  IgnoreRules rules;
  std::size_t faulty_line = 0;  ///< the first whose pattern can match nothing, counted from 1; 0: none
  Text fault;                   ///< what is wrong with it
};

/// A whole `.gitignore`: lines end with LF or CRLF, a byte order mark is skipped.
[[nodiscard]] LoadedIgnoreRules load_ignore_rules(std::string_view text);

}  // namespace upstream::text
