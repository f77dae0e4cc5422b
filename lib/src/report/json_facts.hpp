#pragma once

#include "json_value.hpp"
#include "upstream/profile/profile.hpp"

namespace upstream::json {

/// What the profile says, without names and free text, as a profile of format version 1: read again, it is
/// assessed the same on `day`. Of a duty only those words remain that the rubric itself looks for.
[[nodiscard]] Json facts(const Profile& profile, const Rubric& rubric, Day day);

}  // namespace upstream::json
