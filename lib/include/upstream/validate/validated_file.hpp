#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "upstream/date/date.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream {

/// Who keeps a finding from counting. The kinds are SARIF's.
enum class SuppressionKind : std::uint8_t {
  in_source,  ///< a comment in the profile
  external,   ///< a baseline
};
[[nodiscard]] std::string_view id(SuppressionKind kind);

struct Suppression {
  SuppressionKind kind = SuppressionKind::in_source;
  std::string reason;  ///< text of the profile, raw; empty for a baseline
};

/// A finding of one file, ready for every format.
struct FileFinding {
  Diagnostic diagnostic;
  /// 16 hexadecimal digits that stay the same when lines move; no two findings of a run share them.
  std::string fingerprint;
  std::optional<Edit> edit;                ///< what --fix would write
  std::optional<Suppression> suppression;  ///< shown and counted by itself, but not against the file

  [[nodiscard]] bool counts() const { return !suppression; }
};

/// A comment that suppresses: `# upstream-check: ignore[rule, rule] reason`.
struct SuppressionComment {
  Span span;
  std::uint32_t line = 0;  ///< of the findings it speaks of: its own, or the next where it stands alone
  std::vector<Rule> rules;
  std::string reason;
};

/// What `validate` knows of one input.
struct ValidatedFile {
  ValidatedFile(SourceFile given, std::string path_in_repository, Day held_against)
      : source(std::move(given)), repository_path(std::move(path_in_repository)), day(held_against) {}

  SourceFile source;
  /// Relative to the root of the repository where there is one, parts separated by /: what other programs
  /// call the file.
  std::string repository_path;
  bool readable = true;  ///< false where the bytes could not be had at all
  Day day;               ///< the day it was held against
  std::string id;        ///< of the profile; empty where it could not be read
  Position id_at;        ///< where the profile states it; 0:0 where it does not
  std::vector<SuppressionComment> comments;
  std::vector<FileFinding> findings;       ///< by place; at most Diagnostics::kKept
  std::array<std::size_t, 3> uncounted{};  ///< by Severity: findings beyond those that were kept

  /// Those that count.
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] std::size_t suppressed() const;
  [[nodiscard]] bool ok() const { return count(Severity::error) == 0; }
};

struct ValidationSummary {
  std::size_t files = 0;
  std::size_t ok = 0;
  std::size_t unreadable = 0;
  std::array<std::size_t, 3> findings{};  ///< by Severity, those that count
  std::size_t suppressed = 0;
  std::size_t fixable = 0;

  [[nodiscard]] std::size_t count(Severity severity) const {
    return findings[static_cast<std::size_t>(severity)];
  }
};

[[nodiscard]] ValidationSummary summarize(std::span<const ValidatedFile> files);

/// The findings of a file that a format shows: all, or where there are more the 100 that matter most (those
/// that count before those that are suppressed, then by severity), by place.
[[nodiscard]] std::vector<const FileFinding*> shown_findings(const ValidatedFile& file);
/// How many it does not show.
[[nodiscard]] std::size_t hidden_findings(const ValidatedFile& file);

}  // namespace upstream
