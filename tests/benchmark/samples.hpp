#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "upstream/rubric/rubric.hpp"

namespace upstream::benchmarks {

/// The bytes of a file of the source tree; a program that cannot read it ends.
[[nodiscard]] std::string read_source_tree(std::string_view path);

/// Paths of the profiles of `profiles/`, in order.
[[nodiscard]] const std::vector<std::string>& sample_paths();

/// The same of `profiles/team/`.
[[nodiscard]] const std::vector<std::string>& team_paths();

/// Every profile of `profiles/`, 20 of 0.4 to 3.4 KB.
[[nodiscard]] const std::vector<std::string>& sample_profiles();

/// A profile of 1.9 KB, the size that most have.
[[nodiscard]] const std::string& usual_profile();

[[nodiscard]] const Rubric& builtin_rubric();

}  // namespace upstream::benchmarks
