#pragma once

#include <vector>

#include "facts.hpp"

namespace upstream {

/// All paths, best first: half readiness, half fit. Ledgers and gaps only with `details`.
[[nodiscard]] std::vector<PathFit> judge_paths(const Facts& facts, bool target_reached, bool details);

/// What paths are ranked by; the higher comes first, ties in the rubric's order.
[[nodiscard]] constexpr int rank(int permille, int fit) { return permille + 10 * fit; }

}  // namespace upstream
