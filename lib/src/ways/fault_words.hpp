#pragma once

#include <string>
#include <string_view>

#include "upstream/rubric/rubric.hpp"
#include "upstream/text/text.hpp"

namespace upstream::ways {

/// What was asked, as much of it as a message needs to be told from others. UTF-8.
[[nodiscard]] std::string shortened(std::string_view asked);

/// Whether it means one thing of the rubric.
[[nodiscard]] bool is_known(const Lookup& lookup);

/// What to do about a name of the kind that means no one thing: the question it raises, the nearest name, or
/// where the names are listed.
[[nodiscard]] Text name_help(const Rubric& rubric, NameKind kind, std::string_view name);

}  // namespace upstream::ways
