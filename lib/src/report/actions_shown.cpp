#include "actions_shown.hpp"

#include <algorithm>

#include "upstream/profile/profile.hpp"

namespace upstream {
namespace {

void keep_upkeep(std::vector<const NextAction*>& actions) {
  const auto is_no_upkeep = [](const NextAction* action) {
    return action->about_post() || action->effort.months > 0;
  };
  actions.erase(std::remove_if(actions.begin(), actions.end(), is_no_upkeep), actions.end());
  const auto at_once = std::count_if(actions.begin(), actions.end(),
                                     [](const NextAction* action) { return action->at_once(); });
  const auto kept = std::min(actions.size(), std::max<std::size_t>(1, static_cast<std::size_t>(at_once)));
  actions.resize(kept);
}

}  // namespace

std::vector<const NextAction*> actions_shown(const Assessment& assessment) {
  std::vector<const NextAction*> actions;
  for (const auto& action : assessment.next_actions) actions.push_back(&action);
  if (assessment.profile->preferences.goal == Goal::stay) keep_upkeep(actions);
  return actions;
}

}  // namespace upstream
