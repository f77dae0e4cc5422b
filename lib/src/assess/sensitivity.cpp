#include <algorithm>

#include "evaluate.hpp"
#include "outlook.hpp"
#include "paths.hpp"

namespace upstream {
namespace {

constexpr int kPercent = 20;

/// A path's permille when one of its weights is changed by `percent` and all are apportioned anew.
int changed_permille(const PathFit& path, std::size_t changed, int percent) {
  std::int64_t earned = 0;
  std::int64_t possible = 0;
  for (std::size_t i = 0; i < path.ledger.size(); ++i) {
    const int factor = i == changed ? 100 + percent : 100;
    earned += path.ledger[i].earned * factor;
    possible += path.ledger[i].possible * factor;
  }
  return static_cast<int>(earned * 1000 / possible);
}

}  // namespace

std::vector<LevelSensitivity> level_sensitivity(const Assessment& assessment, const Facts& facts) {
  std::vector<LevelSensitivity> changes;
  Facts then = facts;
  for (const auto& state : facts.skills) {
    if (state.rating == nullptr || state.rating->not_applicable) continue;
    for (const int own : {state.rating->level - 1, state.rating->level + 1}) {
      if (own < 0 || own > kHighestLevel) continue;
      then.skills[state.skill.value].levels =
          levels_of(own, state.proven, state.credited, state.rating->reviewed_level);
      const auto reached = reached_stage(then);
      if (reached != assessment.reached) changes.push_back({state.skill, state.rating->level, own, reached});
    }
    then.skills[state.skill.value].levels = state.levels;
  }
  return changes;
}

std::vector<PathSensitivity> path_sensitivity(const Assessment& assessment, const Facts&) {
  std::vector<PathSensitivity> changes;
  const auto& paths = assessment.paths;
  if (paths.size() < 2) return changes;
  for (std::size_t p = 0; p < paths.size(); ++p) {
    for (std::size_t r = 0; r < paths[p].ledger.size(); ++r) {
      for (const int percent : {-kPercent, kPercent}) {
        const int changed = rank(changed_permille(paths[p], r, percent), paths[p].fit);
        // Only the changed path moves: it takes the lead, or loses it to the second.
        const auto& rival = p == 0 ? paths[1] : paths[0];
        const int standing = rank(rival.permille, rival.fit);
        const bool leads = changed > standing || (changed == standing && paths[p].path < rival.path);
        if (leads == (p == 0)) continue;
        changes.push_back(
            {paths[p].path, paths[p].ledger[r].requirement, percent, leads ? paths[p].path : rival.path});
      }
    }
  }
  return changes;
}

}  // namespace upstream
