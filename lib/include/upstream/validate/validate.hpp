#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "upstream/rubric/rubric.hpp"
#include "upstream/validate/baseline.hpp"
#include "upstream/validate/requirements.hpp"
#include "upstream/validate/validated_file.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream {

struct ValidateOptions {
  std::optional<Day> day;  ///< from the command line or the environment: beats the profile's as_of
  Day today{};             ///< where neither says anything
  std::optional<int> expiring_within;  ///< days; absent: lapses to come are not looked for
  Requirements requirements;
};

/// Everything that can be said of one file by itself. Its suppressions are read, but not yet applied.
[[nodiscard]] ValidatedFile validate_file(SourceFile source, std::string repository_path,
                                          const Rubric& rubric, const ValidateOptions& options);

/// Whether a file is meant to be a profile: its `version` is that of the format. Folders hold other YAML and
/// JSON too, which must not be written to.
[[nodiscard]] bool is_meant_as_profile(yaml::Node root);
[[nodiscard]] bool is_meant_as_profile(const SourceFile& source);

/// A file whose bytes could not be had.
[[nodiscard]] ValidatedFile unreadable_file(std::string path, std::string repository_path, Text message,
                                            Text help, Day day);

/// What can only be said of all files of a run: ids that stand twice, fingerprints, what is suppressed by a
/// comment or by the baseline, and suppressions that suppress nothing. Once, after the last file.
void settle(std::span<ValidatedFile> files, const Baseline* baseline);

}  // namespace upstream
