#pragma once

#include <string>
#include <string_view>

namespace upstream::test {

/// Reads `bytes` through both lanes of `yaml::read`, where the fast one takes them: the same tree with the
/// same places, and nothing to report. How they differ, in words; empty where they do not.
[[nodiscard]] std::string difference_of_lanes(std::string_view bytes);

}  // namespace upstream::test
