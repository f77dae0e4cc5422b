#include "gains.hpp"

#include <algorithm>

#include "assess/evaluate.hpp"
#include "capacity.hpp"

namespace upstream::planning {
namespace {

/// In which points are reckoned: what is added is rounded up, and what is missing down.
constexpr std::int64_t kUnit = kWhole / 1000;
/// What a gate that stays shut is worth: no points make up for it.
constexpr std::int32_t kShut = -1'000'000'000;
/// How many are kept at once.
constexpr std::size_t kMostKnown = 200;

std::int32_t rounded_up(std::int64_t points) {
  return static_cast<std::int32_t>((points + kUnit - 1) / kUnit);
}

}  // namespace

Gains::Gains(const std::vector<std::vector<Step>>& skills, State before, int hours)
    : points_{before.best}, rest_(skills.size() + 1) {
  for (const auto& steps : skills) {
    for (const auto& step : steps) {
      if (step.best > before.best) points_.push_back(step.best);
    }
  }
  std::sort(points_.begin(), points_.end());
  points_.erase(std::unique(points_.begin(), points_.end()), points_.end());
  const int room = std::max(hours, 0);
  int of_use = 0;  // more hours than all that is left can take add nothing
  rest_.back() = {{{0}}, {{kShut}}};
  bool may_open = false;
  for (std::size_t k = skills.size(); k-- > 0;) {
    const auto& steps = skills[k];
    const auto& behind = rest_[k + 1];
    int most_hours = 0;
    bool earns = false;
    for (const auto& step : steps) {
      if (step.hours <= room) most_hours = std::max(most_hours, step.hours);
      earns = earns || step.best > before.best;
      may_open = may_open || step.opens;
    }
    of_use = std::min(of_use + most_hours, room);
    const auto fill = [&](Rows& rows, const Rows& without, bool is_open) {
      const bool differ = earns || without.size() > 1 || behind.open.size() > 1;
      for (std::size_t points = 0; points < (differ ? points_.size() : 1); ++points) {
        auto most = row(without, points);
        most.resize(static_cast<std::size_t>(of_use) + 1, most.back());
        for (const auto& step : steps) {
          const auto then = earns ? std::max(points, place_of(step.best)) : points;
          const auto& next = row(is_open || step.opens ? behind.open : without, then);
          const auto gain = rounded_up(step.gain + (earns ? points_[then] - points_[points] : 0));
          const auto taken = static_cast<std::size_t>(step.hours);
          const auto whole = std::min(taken + next.size(), most.size());
          for (auto h = taken; h < whole; ++h) most[h] = std::max(most[h], next[h - taken] + gain);
          for (auto h = whole; h < most.size(); ++h) most[h] = std::max(most[h], next.back() + gain);
        }
        rows.push_back(std::move(most));
      }
    };
    fill(rest_[k].open, behind.open, true);
    if (!before.is_open && may_open)
      fill(rest_[k].shut, behind.shut, false);
    else
      rest_[k].shut = {{kShut}};
  }
}

std::size_t Gains::place_of(std::int64_t best) const {
  const auto above = std::upper_bound(points_.begin(), points_.end(), best);
  return above == points_.begin() ? 0 : static_cast<std::size_t>(above - points_.begin()) - 1;
}

int Gains::least_hours(std::size_t next, State now, std::int64_t missing) const {
  const auto& rest = rest_[next];
  const auto& most = row(now.is_open ? rest.open : rest.shut, place_of(now.best));
  const auto enough = std::lower_bound(most.begin(), most.end(), std::max(missing, std::int64_t{0}) / kUnit);
  return enough == most.end() ? kNever : static_cast<int>(enough - most.begin());
}

std::shared_ptr<const Gains> KnownGains::of(const std::vector<std::vector<Gains::Step>>& skills,
                                            Gains::State before, int hours) {
  std::vector<std::int64_t> key;
  std::size_t size = 3;
  for (const auto& steps : skills) size += 1 + 4 * steps.size();
  key.reserve(size);
  key.insert(key.end(), {hours, before.best, before.is_open ? 1 : 0});
  for (const auto& steps : skills) {
    key.push_back(static_cast<std::int64_t>(steps.size()));
    for (const auto& step : steps)
      key.insert(key.end(), {step.hours, step.gain, step.best, step.opens ? 1 : 0});
  }
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  if (known_.size() == kMostKnown) known_.clear();
  return known_.emplace(std::move(key), std::make_shared<const Gains>(skills, before, hours)).first->second;
}

}  // namespace upstream::planning
