#pragma once

#include <vector>

#include "upstream/assess/assessment.hpp"

namespace upstream {

/// The next actions that a reader is shown. For somebody who stays: what keeps the skills visible, or else
/// one thing to study; nothing about the post.
[[nodiscard]] std::vector<const NextAction*> actions_shown(const Assessment& assessment);

}  // namespace upstream
