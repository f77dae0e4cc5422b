#include "upstream/ways/timeline.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "timeline_events.hpp"

namespace upstream {
namespace {

using ways::Past;
using ways::Snapshots;

constexpr std::chrono::days kOneDay{1};

/// `month` as month_index counts.
Date month_of(int month) {
  return *Date::of(Date::kFirstYear + month / 12, static_cast<unsigned>(month % 12) + 1);
}

/// The last day of each month from `from` to `to`, which is the last of them; in the month of `day` that day.
std::vector<Day> days_of_points(Day from, Day to, Day day) {
  std::vector<Day> days;
  for (int month = month_index(from); month <= month_index(to); ++month) {
    const bool present = month == month_index(day) && from <= day && day <= to;
    days.push_back(present ? day : std::min(month_of(month).last_day(), to));
  }
  return days;
}

/// The points, with the day before the first and the last day of the range: what happens is looked for
/// between them.
std::vector<Day> days_to_compare(const std::vector<Day>& points, Day from, Day to) {
  std::vector<Day> days;
  if (from > Date::of(Date::kFirstYear, 1, 1)->first_day()) days.push_back(from - kOneDay);
  for (const auto day : points) {
    if (days.empty() || day > days.back()) days.push_back(day);
  }
  if (to > days.back()) days.push_back(to);
  return days;
}

bool is_lapse(const TimelineEvent& event) {
  return event.kind == TimelineEventKind::certificate_lapses || event.kind == TimelineEventKind::proof_stale;
}

std::optional<Fault> check_range(Day from, Day to) {
  if (from > to) {
    return Fault{{fmt::format("期間の始まり {} が終わり {} より後にある", iso(from), iso(to)),
                  fmt::format("the range begins on {}, after its end on {}", iso(from), iso(to))},
                 {"--from と --to を確かめてください", "check --from and --to"}};
  }
  const auto months = static_cast<std::size_t>(month_index(to) - month_index(from) + 1);
  if (months > Timeline::kMostPoints) {
    return Fault{{fmt::format("{} から {} まで {} か月ある。示せるのは {} か月まで", iso(from), iso(to),
                              months, Timeline::kMostPoints),
                  fmt::format("{} to {} are {} months; at most {} are shown", iso(from), iso(to), months,
                              Timeline::kMostPoints)},
                 {"--from と --to で区切ってください", "choose fewer with --from and --to"}};
  }
  return std::nullopt;
}

}  // namespace

std::string_view id(TimelineEventKind kind) {
  static constexpr std::array<std::string_view, 9> words{
      "entry-begins", "entry-ends",  "certificate-earned", "certificate-renewed", "certificate-lapses",
      "proof-stale",  "proof-fresh", "gate-opens",         "gate-shuts"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view id(UndatedKind kind) {
  static constexpr std::array<std::string_view, 7> words{"skill",       "review",      "experience", "lab",
                                                         "certificate", "environment", "preferences"};
  return words[static_cast<std::size_t>(kind)];
}

std::variant<Timeline, Fault> follow(FileReport report, const TimelineRange& range) {
  const auto& profile = *report.profile;
  const auto& rubric = *report.assessment->rubric;
  const Day day = report.day;
  const Past past(profile, rubric, day);
  Snapshots snapshots(profile, rubric, day, past);

  const Day last_possible = Date::of(Date::kLastYear, 12, 31)->first_day();
  const int latest = std::min(month_index(day) + Timeline::kMonthsAhead, month_index(last_possible));
  Day to = range.to.value_or(std::max(day, month_of(latest).last_day()));
  Day from = day;
  if (range.from) {
    from = *range.from;
  } else {
    from = month_of(month_index(std::min({ways::first_date(profile).value_or(day), day, to}))).first_day();
    // Nobody asked for the beginning: a profile of half a century is cut to what can be shown.
    const int most = static_cast<int>(Timeline::kMostPoints);
    if (month_index(to) - month_index(from) >= most) from = month_of(month_index(to) - most + 1).first_day();
  }
  if (auto fault = check_range(from, to)) return std::move(*fault);

  auto points = days_of_points(from, to, day);
  auto events = ways::find_events(profile, rubric, days_to_compare(points, from, to), snapshots);
  if (!range.to) {
    Day last = std::max(day, from);
    for (const auto& event : events) {
      if (is_lapse(event) && event.date > last) last = event.date;
    }
    to = last == day ? day : std::min(to, month_of(month_index(last)).last_day());
    std::erase_if(events, [&](const TimelineEvent& event) { return event.date > to; });
    points = days_of_points(from, to, day);
  }

  const auto total = events.size();
  if (events.size() > Timeline::kMostEvents)
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(Timeline::kMostEvents), events.end());
  ways::weigh_events(events, day, snapshots);
  std::vector<TimelinePoint> shown;
  for (const auto point : points) shown.push_back(snapshots.at(point).point);
  std::vector<TimelineAssumption> assumptions;
  if (from < day) assumptions = past.assumptions();
  return Timeline{std::move(report),     from, to, std::move(shown), std::move(events), total,
                  std::move(assumptions)};
}

}  // namespace upstream
