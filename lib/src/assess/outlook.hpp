#pragma once

#include "facts.hpp"

namespace upstream {

/// The least months until gates open, from what the rubric says each way takes.
[[nodiscard]] Estimate estimate(const Assessment& assessment, const Facts& facts);

/// At most three things to do now, in the order a person would believe: write down what is there, open the
/// gate, do something about the post, then what brings most.
[[nodiscard]] std::vector<NextAction> next_actions(const Assessment& assessment, const Facts& facts);

/// Where one level more or less would change the stage, or a weight a fifth heavier or lighter the first
/// path.
[[nodiscard]] std::vector<LevelSensitivity> level_sensitivity(const Assessment& assessment,
                                                              const Facts& facts);
[[nodiscard]] std::vector<PathSensitivity> path_sensitivity(const Assessment& assessment, const Facts& facts);

}  // namespace upstream
