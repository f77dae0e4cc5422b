#pragma once

#include "upstream/rubric/rubric.hpp"

namespace upstream::test {

/// The built-in rubric, read once.
[[nodiscard]] const Rubric& fuzzed_rubric();

}  // namespace upstream::test
