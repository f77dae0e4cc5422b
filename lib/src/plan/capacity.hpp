#pragma once

#include <vector>

namespace upstream::planning {

/// Hours of study that are due by the end of a month of the plan.
struct StudyDue {
  int month = 0;
  int hours = 0;
};

/// Whole hours that so many months have, at so many a week.
[[nodiscard]] int hours_within(int months, int weekly_hours);
/// Whole months that so many hours take; kNever without any hours a week.
[[nodiscard]] int months_for(int hours, int weekly_hours);
inline constexpr int kNever = 1'000'000;

/// By how many months the studies are late when the earliest due come first, which is the order that is late
/// least; 0 where all are in time.
[[nodiscard]] int lateness(std::vector<StudyDue> studies, int weekly_hours);

}  // namespace upstream::planning
