#pragma once

#include "facts.hpp"

namespace upstream {

/// The post judged apart from the person.
[[nodiscard]] SeatState judge_seat(const Assessment& assessment, const Facts& facts);

/// S1's checklist.
[[nodiscard]] std::vector<ConditionState> judge_conditions(const SeatState& seat, const Facts& facts);

[[nodiscard]] std::optional<StageIndex> seat_stage(const Profile& profile, const Rubric& rubric, Day day);

}  // namespace upstream
