#include "upstream/team/member.hpp"

#include "upstream/assess/assess.hpp"

namespace upstream {

Member observe(const Assessment& assessment, std::span<const Training> trainings, int lapses_within) {
  const auto& profile = *assessment.profile;
  const auto& rubric = *assessment.rubric;
  Member member;
  member.id = profile.id;
  member.name = profile.name;
  member.path = profile.path;
  for (const auto& state : assessment.skills) {
    const bool rated = state.rating != nullptr && !state.rating->not_applicable;
    member.skills.push_back({state.levels.low, state.levels.high, rated});
  }
  member.experienced = assessment.experienced;
  member.reached = assessment.reached;
  member.range = stage_range(profile, rubric, assessment.day);
  for (const auto& state : assessment.gates) {
    if (!state.open) member.shut.push_back(state.gate);
  }
  for (const auto& entry : assessment.ledger) {
    if (entry.earned < entry.possible)
      member.missing.push_back({entry.requirement, entry.possible - entry.earned});
  }
  member.gains = training_gains(profile, rubric, assessment.day, trainings);
  for (const auto& lapse : lapses_to_come(profile, rubric, assessment.day, lapses_within)) {
    member.lapses.push_back({profile.certifications[lapse.held].certification, lapse.last, lapse.covered});
  }
  member.seat = assessment.seat.verdict;
  member.stays = profile.preferences.goal == Goal::stay;
  return member;
}

}  // namespace upstream
