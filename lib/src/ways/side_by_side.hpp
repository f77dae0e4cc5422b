#pragma once

#include <span>
#include <string>

#include "report/page.hpp"
#include "upstream/assess/assessment.hpp"
#include "upstream/ways/change.hpp"

namespace upstream::ways {

/// "+5.2", "-3", "±0" points.
[[nodiscard]] std::string signed_points(int permille);

/// Two assessments as two columns: day, readiness with its range, stages, gates, first paths.
void add_side_by_side(Page& page, const Assessment& before, const Assessment& after);

/// The changes, by kind, under a heading each.
void add_changes(Page& page, std::span<const Change> changes);

/// What every answer about another day or profile ends with.
void add_caveat(Page& page);

}  // namespace upstream::ways
