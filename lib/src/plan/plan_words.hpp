#pragma once

#include "upstream/plan/plan.hpp"

/// What a plan says, as words. Nothing here quotes text of the profile.
namespace upstream::planning {

/// What to do, as somebody who has done it would say it; one sentence or two.
[[nodiscard]] Text action_text(const PlanAction& action, const Assessment& assessment);

/// What the report calls the points of the goal: of a stage 到達度, of a path 準備.
[[nodiscard]] Text readiness_noun(const PlanGoal& goal);

/// "「設計」", "「クラウドエンジニア」(準備 80)".
[[nodiscard]] Text goal_text(const PlanGoal& goal, const Rubric& rubric);

/// The readiness that the goal asks for; nothing where open gates are enough.
[[nodiscard]] std::optional<int> goal_score(const PlanGoal& goal, const Rubric& rubric);

/// Whether the name of a profile survives being printed and pasted into a shell.
[[nodiscard]] bool can_be_pasted(std::string_view operand);

/// A command line that supposes the whole plan for the profile of that name, one option a line, to be pasted
/// into a shell. Empty where nothing is to be supposed, or what is would be too much for a screen, or the
/// name cannot be pasted.
[[nodiscard]] std::vector<std::string> whatif_command(const Plan& plan, std::string_view operand);

}  // namespace upstream::planning
