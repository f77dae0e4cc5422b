#pragma once

#include <optional>
#include <string>
#include <vector>

#include "upstream/assess/assessment.hpp"
#include "upstream/diagnostic/diagnostic.hpp"

namespace upstream {

/// What a CI job asks a profile to have reached: --fail-under, --require-stage, --require-path.
struct Requirements {
  template <typename Value>
  struct Asked {
    Value value;
    std::string origin;  ///< who asks: "--fail-under", or the variable or line that stands for it
  };
  std::optional<Asked<int>> score;  ///< 0..100
  std::optional<Asked<StageIndex>> stage;
  std::vector<Asked<PathIndex>> paths;

  [[nodiscard]] bool empty() const { return !score && !stage && paths.empty(); }
};

/// Whether all of it has been reached: `check_requirements` would report nothing.
[[nodiscard]] bool meets(const Requirements& requirements, const Assessment& assessment);

/// Reports each that has not been reached (rule requirement-not-met), with the largest gaps and the shut
/// gates as notes at the lines of the profile that have to do with them.
void check_requirements(const Requirements& requirements, const Assessment& assessment,
                        Diagnostics& diagnostics);

}  // namespace upstream
