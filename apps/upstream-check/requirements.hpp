#pragma once

#include "complaint.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/validate/requirements.hpp"

namespace upstream::app {

/// Reads --fail-under, --require-stage and --require-path in the terms of the rubric. Readings the user
/// should know of are said.
[[nodiscard]] Checked<Requirements> read_requirements(const Options& options, const Rubric& rubric,
                                                      const Messages& messages);

}  // namespace upstream::app
