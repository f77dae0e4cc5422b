#include "paths.hpp"

#include <algorithm>

#include "evaluate.hpp"
#include "gaps.hpp"

namespace upstream {
namespace {

// Fit: what the work so far points to, what the person values, what the person wishes.
constexpr int kDirectionPart = 50;
constexpr int kValuesPart = 30;
constexpr int kWishPart = 20;

/// 0..100; half where there is no work yet to speak for anything.
int direction(const Direction& direction, const Facts& facts) {
  if (!facts.has_field_work()) return direction.weight / 2;
  const int months = facts.months(direction.filter);
  if (!direction.by_share) return std::min(months, direction.months) * direction.weight / direction.months;
  MonthsFilter everything;
  everything.any_domain = direction.filter.any_domain;
  const int all = facts.months(everything);
  return all == 0 ? 0 : months * direction.weight / all;
}

int values_percent(const Path& path, const ValueSet& stated, std::size_t known_values) {
  if (stated.empty()) return 50;
  int shared = 0;
  for (std::uint16_t v = 0; v < known_values; ++v) {
    if (stated.contains({v}) && path.values.contains({v})) ++shared;
  }
  return 100 * shared / stated.size();
}

/// The first wish has the whole part, later ones less; half where nothing is wished.
int wish_part(const std::vector<PathIndex>& wished, PathIndex path) {
  if (wished.empty()) return kWishPart / 2;
  const auto found = std::find(wished.begin(), wished.end(), path);
  if (found == wished.end()) return 0;
  return std::max(kWishPart / 2, kWishPart - 5 * static_cast<int>(found - wished.begin()));
}

PathFit judge_path(PathIndex index, const Facts& facts, bool target_reached, bool details) {
  const auto& rubric = *facts.rubric;
  const auto& path = rubric[index];
  const auto& wishes = facts.profile->preferences;
  PathFit fit;
  fit.path = index;
  if (details) fit.ledger = ledger(path.requirements, facts, true);
  fit.permille = total(path.requirements, facts, View::score);
  fit.readiness = fit.permille / 10;
  fit.direction = direction(path.direction, facts);
  const int values = values_percent(path, wishes.values, rubric.values.size());
  fit.fit = (fit.direction * kDirectionPart + values * kValuesPart) / 100 + wish_part(wishes.paths, index);
  fit.wished = std::find(wishes.paths.begin(), wishes.paths.end(), index) != wishes.paths.end();
  fit.reached = target_reached && fit.readiness >= rubric.settings.path_reached_at;
  if (fit.direction >= 50 && facts.has_field_work()) fit.reasons.push_back(PathReason::direction);
  if (!wishes.values.empty() && values > 0) fit.reasons.push_back(PathReason::values);
  if (fit.wished) fit.reasons.push_back(PathReason::wished);
  if (fit.readiness >= rubric.settings.path_reached_at) fit.reasons.push_back(PathReason::near_goal);
  if (!target_reached) fit.reasons.push_back(PathReason::premise_missing);
  if (details) fit.gaps = ledger_gaps(fit.ledger, rubric.target(), facts);
  return fit;
}

}  // namespace

std::vector<PathFit> judge_paths(const Facts& facts, bool target_reached, bool details) {
  std::vector<PathFit> paths;
  for (std::uint16_t i = 0; i < facts.rubric->paths.size(); ++i)
    paths.push_back(judge_path({i}, facts, target_reached, details));
  std::stable_sort(paths.begin(), paths.end(), [](const PathFit& a, const PathFit& b) {
    return rank(a.permille, a.fit) > rank(b.permille, b.fit);
  });
  return paths;
}

}  // namespace upstream
