#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/shape/shape.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/validate/validated_file.hpp"

namespace upstream {

/// Findings that were there when the tool was adopted: they are shown and do not count. A JSON file that is
/// kept beside the profiles; it holds paths, rules and fingerprints, and no text of any profile.
struct Baseline {
  struct Entry {
    std::string path;  ///< ValidatedFile::repository_path
    std::string rule;
    std::string fingerprint;
    auto operator<=>(const Entry&) const = default;
  };
  std::vector<Entry> entries;  ///< ascending

  [[nodiscard]] bool contains(const Entry& entry) const;
};

/// The name of a file in a baseline: its path, percent-encoded where it is no UTF-8, so that no two share
/// one.
[[nodiscard]] std::string path_in_baseline(const ValidatedFile& file);

/// Nothing where it reported an error.
[[nodiscard]] std::optional<Baseline> load_baseline(const SourceFile& source, Diagnostics& diagnostics);
[[nodiscard]] const shape::Shape& baseline_shape();

/// The errors and warnings of these files, beside what `old` says of files that are not among them. What may
/// not be suppressed is left out. `files` are settled.
[[nodiscard]] Baseline make_baseline(std::span<const ValidatedFile> files, const Baseline& old);

/// As JSON, an entry a line.
[[nodiscard]] std::string render_baseline(const Baseline& baseline);

}  // namespace upstream
