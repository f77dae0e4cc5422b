#pragma once

#include <variant>

#include "complaint.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream::app {

/// What `--to` of `plan` means: a stage or a path, by id, label, alias or kind:id. A name that is read in a
/// way the user should know of is noted.
[[nodiscard]] Checked<std::variant<StageIndex, PathIndex>> read_plan_goal(const Options& options,
                                                                          const Rubric& rubric,
                                                                          const Messages& messages);

}  // namespace upstream::app
