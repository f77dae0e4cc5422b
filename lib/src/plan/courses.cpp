#include "courses.hpp"

#include <algorithm>

namespace upstream::planning {
namespace {

/// The lengths of all, the months as now being the first.
template <typename Each>
void for_each_length(Courses& courses, Each&& each) {
  each(courses.stay);
  for (auto& part : courses.parts) each(part.length);
}

}  // namespace

bool Courses::tighten() {
  // Every work of another post takes months to get it; the first of them are spent as now.
  if (!parts.empty()) stay.least = std::max(stay.least, parts.front().job.lead);
  int least = 0;
  int most = 0;
  for_each_length(*this, [&](const Span& length) {
    least += length.least;
    most += length.most;
  });
  bool possible = least <= months && months <= most;
  for_each_length(*this, [&](Span& length) {
    const int others_least = least - length.least;
    const int others_most = most - length.most;
    length.least = std::max(length.least, months - others_most);
    length.most = std::min(length.most, months - others_least);
    possible = possible && length.least <= length.most;
  });
  for (std::size_t i = 0; possible && i < parts.size(); ++i) possible = begin_of(i).most >= parts[i].job.lead;
  return possible;
}

bool Courses::is_one() const {
  return stay.least == stay.most && std::all_of(parts.begin(), parts.end(), [](const Part& part) {
           return part.length.least == part.length.most;
         });
}

int Courses::widest() const {
  int most = stay.most - stay.least;
  for (const auto& part : parts) most = std::max(most, part.length.most - part.length.least);
  return most;
}

Course Courses::only() const {
  Course course{stay.least, {}};
  int begin = stay.least;
  for (const auto& part : parts) {
    course.segments.push_back({part.job, begin, part.length.least});
    begin += part.length.least;
  }
  return course;
}

std::pair<Courses, Courses> Courses::halves() const {
  std::pair<Courses, Courses> both{*this, *this};
  // By when all gates have to be open hangs on the last part. Measured: it is worth two and a half others.
  const auto weight = [&](std::size_t part) {
    const auto& length = parts[part].length;
    return (length.most - length.least) * (part + 1 == parts.size() ? 5 : 2);
  };
  auto* lower = &both.first.stay;
  auto* upper = &both.second.stay;
  int most = 2 * (stay.most - stay.least);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (weight(i) == 0 || weight(i) < most) continue;
    most = weight(i);
    lower = &both.first.parts[i].length;
    upper = &both.second.parts[i].length;
  }
  const int middle = (lower->least + lower->most) / 2;
  lower->most = middle;
  upper->least = middle + 1;
  return both;
}

Courses::Span Courses::begin_of(std::size_t part) const {
  Span before = stay;
  Span after{0, 0};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto& side = i < part ? before : after;
    side.least += parts[i].length.least;
    side.most += parts[i].length.most;
  }
  return {std::max(before.least, months - after.most), std::min(before.most, months - after.least)};
}

}  // namespace upstream::planning
