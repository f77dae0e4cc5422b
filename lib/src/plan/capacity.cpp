#include "capacity.hpp"

#include <algorithm>

namespace upstream::planning {
namespace {
constexpr int kWeeks = 52;   // of a year
constexpr int kMonths = 12;  // of a year
}  // namespace

int hours_within(int months, int weekly_hours) { return weekly_hours * kWeeks * months / kMonths; }

int months_for(int hours, int weekly_hours) {
  if (hours == 0) return 0;
  if (weekly_hours <= 0) return kNever;
  const int a_year = weekly_hours * kWeeks;
  return (hours * kMonths + a_year - 1) / a_year;
}

int lateness(std::vector<StudyDue> studies, int weekly_hours) {
  std::sort(studies.begin(), studies.end(),
            [](const StudyDue& a, const StudyDue& b) { return a.month < b.month; });
  int late = 0;
  int hours = 0;
  for (const auto& study : studies) {
    hours += study.hours;
    late = std::max(late, months_for(hours, weekly_hours) - study.month);
  }
  return late;
}

}  // namespace upstream::planning
