#pragma once

#include <variant>

#include "profile_edit.hpp"
#include "upstream/shape/shape.hpp"

namespace upstream::ways {

/// The place that a dotted path of --set means in a profile: `skills.ネットワーク` and `skills.nw` are the
/// key under which the skill stands, `skills.network` is its level where `rates` (a number or n/a is to be
/// written), and `experience.2.role` counts entries from 1.
[[nodiscard]] std::variant<Place, Fault> place_of(std::string_view path, bool rates, const Json& profile,
                                                  const Rubric& rubric);

/// What the profile format has at that depth of the place to hold its next part: a list, a mapping, or
/// nothing where there are only values or no such key. Where it may also be written alone, the one that holds
/// more.
[[nodiscard]] const shape::Shape* container_at(const Place& place, std::size_t depth);

/// Of an option that would add to a list with as many items as a profile's may have.
[[nodiscard]] Fault full_list(std::string_view asked);

}  // namespace upstream::ways
