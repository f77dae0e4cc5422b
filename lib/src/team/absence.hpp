#pragma once

#include <span>

#include "upstream/team/team_picture.hpp"

namespace upstream {

/// Skills, then stages, in the order of the rubric.
[[nodiscard]] std::vector<Subject> subjects_of(const Rubric& rubric);

[[nodiscard]] bool is_able(const Member& member, const Subject& subject);
[[nodiscard]] bool claims(const Member& member, const Subject& subject);

/// Where exactly one is able.
[[nodiscard]] std::vector<SinglePoint> single_points(std::span<const Member> members, const Rubric& rubric);

/// `members` in the order of the picture's persons. Nothing where nobody of that id is among them.
[[nodiscard]] std::optional<Absence> absence_of(std::span<const std::string> ids,
                                                std::span<const Member> members, const Rubric& rubric);

}  // namespace upstream
