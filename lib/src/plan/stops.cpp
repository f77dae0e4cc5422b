#include "stops.hpp"

#include <algorithm>

namespace upstream::planning {
namespace {

/// In all stops that are kept.
constexpr std::size_t kMostEntries = 100'000;

std::size_t entries_of(const Profile& profile) {
  auto entries = 1 + profile.experience.size() + profile.labs.size() + profile.certifications.size();
  for (const auto& rating : profile.skills) entries += rating.evidence.size();
  return entries;
}

}  // namespace

/// Of what many courses have worked by the month only the most of each part is told. It leaves room for the
/// least of those before.
StopMaker::Before StopMaker::at_most(Before before, int month) {
  int room = month - before.stay.least;
  before.stay = {0, std::min(before.stay.most, month)};
  for (auto& [job, length] : before.parts) {
    const int least = length.least;
    length = {0, std::max(std::min(length.most, room), 0)};
    room -= least;
  }
  return before;
}

Stop StopMaker::make(const Before& before, Courses::Span months, const Target& target, std::size_t place) {
  const auto& post = problem_.post;
  Profile work;
  if (before.is_one) {
    Course course{before.stay.least, {}};
    int begin = before.stay.least;
    for (const auto& part : before.parts) {
      course.segments.push_back({part.job, begin, part.length.least});
      begin += part.length.least;
    }
    work = post.work_through(course, months.most);
  } else {
    std::vector<std::pair<Job, int>> jobs;
    for (const auto& part : before.parts) jobs.emplace_back(part.job, part.length.most);
    work = post.work_at_most(before.stay.most, months.most, jobs);
  }
  const bool has_moved = !before.parts.empty() && (!before.is_one || before.stay.least < months.most);
  auto stop = stop_at(problem_, months, target, std::move(work), has_moved);
  stop.place = place;
  stop.is_loose = !before.is_one;
  if (target.ladder == nullptr && !is_met(target, *stop.facts)) {
    stop.after_others = true;
    stop.least = gate_hours_.of(problem_, stop);
    stop.after_others = false;
  }
  return stop;
}

std::shared_ptr<const Stop> StopMaker::stop_after(Before before, Courses::Span months, const Target& target,
                                                  std::size_t place) {
  if (!before.is_one) before = at_most(std::move(before), months.most);
  std::vector<int> key{
      months.least,          months.most,       target.stage.value, target.ladder != nullptr ? 1 : 0,
      before.is_one ? 1 : 0, before.stay.least, before.stay.most};
  for (const auto& [job, length] : before.parts)
    key.insert(key.end(), {job.stage.value, job.by ? static_cast<int>(*job.by) : -1, job.lead, length.least,
                           length.most});
  auto& known = known_[std::move(key)];
  if (known) return known;
  const auto stop = known = std::make_shared<const Stop>(make(before, months, target, place));
  entries_ += entries_of(*stop->work);
  if (entries_ > kMostEntries) {
    known_.clear();
    entries_ = 0;
  }
  return stop;
}

Stops StopMaker::stops_of(const Courses& courses) {
  Stops stops;
  Before before{courses.stay, {}, courses.is_one()};
  for (std::size_t i = 0; i < courses.parts.size(); ++i) {
    const auto& part = courses.parts[i];
    const auto begin = courses.begin_of(i);
    const int lead = part.job.lead;
    if (!problem_.post.has_worked_at(part.job.stage))
      stops.push_back(stop_after(before, {begin.least - lead, begin.most - lead},
                                 {part.job.stage, nullptr, 0}, stops.size()));
    before.parts.push_back(part);
  }
  stops.push_back(stop_after(before, {courses.months, courses.months}, problem_.goal, stops.size()));
  // A post that has to be asked for in good time can have its stop before that of the work that comes first.
  std::stable_sort(stops.begin(), stops.end(),
                   [](const auto& a, const auto& b) { return a->month < b->month; });
  return stops;
}

}  // namespace upstream::planning
