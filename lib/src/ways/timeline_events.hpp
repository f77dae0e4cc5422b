#pragma once

#include <vector>

#include "snapshots.hpp"

namespace upstream::ways {

/// What happens to `profile` from the first to the last of `days`, by day; `days` are in order and at most a
/// month apart. A thing that changes and changes back between two of them is not seen.
[[nodiscard]] std::vector<TimelineEvent> find_events(const Profile& profile, const Rubric& rubric,
                                                     const std::vector<Day>& days, Snapshots& snapshots);

/// Fills in the effects, and says what becomes of the score. `day` tells what is still to come.
void weigh_events(std::vector<TimelineEvent>& events, Day day, Snapshots& snapshots);

}  // namespace upstream::ways
