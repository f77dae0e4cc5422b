#pragma once

#include <span>
#include <string>

#include "report/page.hpp"
#include "upstream/assess/assessment.hpp"
#include "upstream/ways/change.hpp"

namespace upstream::ways {

/// "+5.2", "-3", "±0" points.
[[nodiscard]] std::string signed_points(int permille);

/// Whether as much is proven of both, and as much claimed.
[[nodiscard]] bool is_same_range(const Assessment& before, const Assessment& after);

/// The first line of each report, where they differ.
void add_headlines(Page& page, const Assessment& before, const Assessment& after);

/// Readiness in permille as it was recorded, where that is not what the assessment gives.
struct Recorded {
  std::optional<int> before;
  std::optional<int> after;
};

/// Two assessments as two columns: day, readiness with its range, stages, gates, the first path.
void add_side_by_side(Page& page, const Assessment& before, const Assessment& after,
                      const Recorded& recorded = {});

/// The changes, by kind, under a heading each: of a section, or below one.
void add_changes(Page& page, std::span<const Change* const> changes, std::size_t depth);

/// What to do next that one of the two reports has and the other has not.
void add_next_actions(Page& page, const Assessment& before, const Assessment& after);

/// What every answer about another day or profile ends with.
void add_caveat(Page& page);

}  // namespace upstream::ways
