#include "next_steps.hpp"

#include <algorithm>

#include "upstream/report/wording.hpp"

namespace upstream {
namespace {

std::string_view skill_of(const Gap& gap, const Rubric& rubric) {
  const auto found = std::find_if(gap.steps.begin(), gap.steps.end(),
                                  [](const Step& step) { return !step.met && is_about_skill(step.kind); });
  return found == gap.steps.end() ? std::string_view() : std::string_view(rubric[found->skill].id);
}

}  // namespace

std::array<std::size_t, kGapKinds> count_gaps(const Assessment& assessment) {
  std::array<std::size_t, kGapKinds> counts{};
  for (const auto& gap : assessment.gaps) ++counts[static_cast<std::size_t>(gap.kind)];
  return counts;
}

NextStep next_step(const NextAction& action, const Assessment& assessment) {
  NextStep step;
  step.text = wording::next_action(action, assessment);
  if (action.gap) {
    const auto& gap = assessment.gaps[*action.gap];
    step.id = gap.gate != nullptr ? gap.gate->id : gap.requirement->id;
    step.kind = id(gap.kind);
    step.skill = skill_of(gap, *assessment.rubric);
  } else {
    step.id = action.kind ? id(*action.kind) : std::string_view("other");
    step.kind = "other";
  }
  return step;
}

}  // namespace upstream
