#include "gains.hpp"

#include <algorithm>

#include "assess/evaluate.hpp"
#include "capacity.hpp"

namespace upstream::planning {
namespace {

/// In which points are reckoned: what is added is rounded up, and what is missing down.
constexpr std::int64_t kUnit = kWhole / 1000;

std::int32_t rounded_up(std::int64_t points) {
  return static_cast<std::int32_t>((points + kUnit - 1) / kUnit);
}

}  // namespace

Gains::Gains(const std::vector<std::vector<Step>>& skills, std::int64_t best, int hours)
    : states_{best}, rows_(skills.size() + 1) {
  for (const auto& steps : skills) {
    for (const auto& step : steps) {
      if (step.best > best) states_.push_back(step.best);
    }
  }
  std::sort(states_.begin(), states_.end());
  states_.erase(std::unique(states_.begin(), states_.end()), states_.end());
  const int room = std::max(hours, 0);
  int of_use = 0;  // more hours than all that is left can take add nothing
  rows_.back().emplace_back(1, 0);
  for (std::size_t k = skills.size(); k-- > 0;) {
    const auto& steps = skills[k];
    int most_hours = 0;
    for (const auto& step : steps) {
      if (step.hours <= room) most_hours = std::max(most_hours, step.hours);
    }
    of_use = std::min(of_use + most_hours, room);
    const bool earns =
        std::any_of(steps.begin(), steps.end(), [&](const Step& step) { return step.best > best; });
    const auto count = earns || rows_[k + 1].size() > 1 ? states_.size() : 1;
    for (std::size_t state = 0; state < count; ++state) {
      auto most = row(k + 1, state);
      most.resize(static_cast<std::size_t>(of_use) + 1, most.back());
      for (const auto& step : steps) {
        const auto then = std::max(state, state_of(step.best));
        const auto& behind = row(k + 1, earns ? then : state);
        const auto gain = rounded_up(step.gain + (earns ? states_[then] - states_[state] : 0));
        const auto taken = static_cast<std::size_t>(step.hours);
        const auto whole = std::min(taken + behind.size(), most.size());
        for (auto h = taken; h < whole; ++h) most[h] = std::max(most[h], behind[h - taken] + gain);
        for (auto h = whole; h < most.size(); ++h) most[h] = std::max(most[h], behind.back() + gain);
      }
      rows_[k].push_back(std::move(most));
    }
  }
}

std::size_t Gains::state_of(std::int64_t best) const {
  const auto above = std::upper_bound(states_.begin(), states_.end(), best);
  return above == states_.begin() ? 0 : static_cast<std::size_t>(above - states_.begin()) - 1;
}

int Gains::least_hours(std::size_t next, std::int64_t best, std::int64_t missing) const {
  const auto& most = row(next, state_of(best));
  const auto enough = std::lower_bound(most.begin(), most.end(), missing / kUnit);
  return enough == most.end() ? kNever : static_cast<int>(enough - most.begin());
}

}  // namespace upstream::planning
