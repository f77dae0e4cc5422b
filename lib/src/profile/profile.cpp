#include "upstream/profile/profile.hpp"

#include <algorithm>

namespace upstream {

bool is_infrastructure(const Experience& experience, const Rubric& rubric) {
  return experience.domains.empty() || experience.domains.meets(rubric.infrastructure);
}

bool has_begun(const Experience& experience, Day day) {
  return !experience.from || experience.from->first_day() <= day;
}

MonthRange months_of(const Experience& experience, Day day) {
  if (!experience.from || !has_begun(experience, day)) return {};
  const int first = month_index(experience.from->first_day());
  if (experience.to && experience.to->last_day() <= day)
    return {first, month_index(experience.to->last_day())};
  // Still going on: the month of the day counts once it has ended.
  return {first, month_index(day + std::chrono::days{1}) - 1};
}

}  // namespace upstream
