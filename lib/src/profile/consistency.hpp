#pragma once

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream {

/// What the entries of a profile say together, whatever the day: overlaps, evidence without work, ratings far
/// apart.
void check_consistency(const Profile& profile, const Rubric& rubric, Diagnostics& diagnostics);

}  // namespace upstream
