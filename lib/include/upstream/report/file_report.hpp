#pragma once

#include <memory>
#include <optional>

#include "upstream/assess/assess.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream {

/// Everything that is known of one input: what the renderers take.
struct FileReport {
  SourceFile source;
  Diagnostics diagnostics;                 ///< sorted
  Day day{};                               ///< the day it was, or would have been, assessed for
  std::unique_ptr<const Profile> profile;  ///< absent where the diagnostics hold an error
  std::optional<Assessment> assessment;    ///< refers to `profile` and to the rubric

  [[nodiscard]] bool ok() const { return assessment.has_value(); }
};

struct ReportOptions {
  std::optional<Day> day;  ///< from the command line or the environment: beats the profile's as_of
  Day today{};             ///< where neither says anything
  Severity future_entries = Severity::note;
  bool sensitivity = true;  ///< as in AssessOptions, and the next too
  bool details = true;
};

/// The whole way from bytes to an assessment. `rubric` must outlive the result.
[[nodiscard]] FileReport report_on(SourceFile source, const Rubric& rubric, const ReportOptions& options);

}  // namespace upstream
