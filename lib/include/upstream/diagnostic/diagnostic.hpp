#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "upstream/diagnostic/fix.hpp"
#include "upstream/diagnostic/rule.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

/// A second place that explains the first: "first written here".
struct Note {
  Span span;
  Text message;
};

/// What was found at one place. Messages say what stands there and what may stand there, without a full stop;
/// `help` is the likely fix. Both quote text of the input raw: whoever prints them makes them harmless.
struct Diagnostic {
  Rule rule{};
  Severity severity{};
  Span span;
  Text message;
  Text help;
  std::vector<Note> notes;
  std::optional<Fix> fix = std::nullopt;
};

/// Collects the findings of one input. Keeps the first `kKept` of them; counts stay exact beyond that.
class Diagnostics {
 public:
  static constexpr std::size_t kKept = 10'000;

  /// With the rule's own severity. The reference is valid until the next report.
  Diagnostic& report(Rule rule, Span span, Text message, Text help = {});
  Diagnostic& report(Rule rule, Severity severity, Span span, Text message, Text help = {});

  [[nodiscard]] std::span<const Diagnostic> items() const { return items_; }
  [[nodiscard]] std::size_t count(Severity severity) const {
    return counts_[static_cast<std::size_t>(severity)];
  }
  [[nodiscard]] std::size_t total() const { return counts_[0] + counts_[1] + counts_[2]; }
  [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }

  /// By place, then rule; findings at the same place keep the order in which they were reported.
  void sort();

 private:
  std::vector<Diagnostic> items_;
  std::array<std::size_t, 3> counts_{};
};

}  // namespace upstream
