#pragma once

#include <vector>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream {

/// Turns raw weights into permille that sum to 1000 (largest remainder, ties to the earlier one).
void apportion(std::vector<Requirement>& requirements, Span place, Diagnostics& diagnostics);

/// What is wrong with a rubric whose every item could be read: ids shared across kinds, gates that cannot be
/// opened, prerequisites in a circle, groups of certificates with nobody in them.
void lint(const Rubric& rubric, yaml::Node root, Diagnostics& diagnostics);

}  // namespace upstream
