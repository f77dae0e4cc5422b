#pragma once

#include <variant>

#include "profile_edit.hpp"

namespace upstream::ways {

/// The place that a dotted path of --set means in a profile: `skills.ネットワーク` and `skills.nw` are the
/// key under which the skill stands, `skills.network` is its level where `rates` (a number or n/a is to be
/// written), and `experience.2.role` counts entries from 1.
[[nodiscard]] std::variant<Place, Fault> place_of(std::string_view path, bool rates, const Json& profile,
                                                  const Rubric& rubric);

/// Whether a list stands at that depth of the place: there items are counted, and can be added.
[[nodiscard]] bool is_list(const Place& place, std::size_t depth);

}  // namespace upstream::ways
