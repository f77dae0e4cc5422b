#pragma once

#include <string>
#include <vector>

#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream::planning {

/// The options of `whatif` that make `after` of `before`: --set and --add-cert, each followed by its value.
/// `after` is `before` with things added, levels changed and entries ended.
[[nodiscard]] std::vector<std::string> whatif_words(const Profile& before, const Profile& after,
                                                    const Rubric& rubric);

}  // namespace upstream::planning
