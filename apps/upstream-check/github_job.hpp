#pragma once

#include "messages.hpp"
#include "upstream/validate/validation_report.hpp"

namespace upstream::app {

/// Whether this is a step of a GitHub job.
[[nodiscard]] bool is_github_job();

/// Annotations, on stderr: the runner reads it as it reads stdout, which is only the result's.
void annotate_in_github_job(const ValidationReport& report, const Messages& messages);

/// Appends the table of findings to $GITHUB_STEP_SUMMARY, where there is one. Not being able to is said, and
/// is no failure.
void append_step_summary(const ValidationReport& report, const Messages& messages);

}  // namespace upstream::app
