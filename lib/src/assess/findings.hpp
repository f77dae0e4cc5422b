#pragma once

#include "facts.hpp"

namespace upstream {

[[nodiscard]] std::vector<Finding> find_findings(const Assessment& assessment, const Facts& facts);

/// The three ways in, for people without field work; empty for everybody else.
[[nodiscard]] std::vector<RouteState> judge_routes(const Facts& facts);

/// The first band of the rubric that applies.
[[nodiscard]] const MarketBand* market_band(const Assessment& assessment, const Facts& facts);

}  // namespace upstream
