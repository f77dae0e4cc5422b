#pragma once

#include <optional>
#include <string>
#include <vector>

#include "complaint.hpp"
#include "exit_code.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream::app {

/// What a CI job asks a profile to have reached: --fail-under, --require-stage, --require-path.
struct Requirements {
  template <typename Value>
  struct Asked {
    Value value;
    std::string origin;  ///< who asks
  };
  std::optional<Asked<int>> score;
  std::optional<Asked<StageIndex>> stage;
  std::vector<Asked<PathIndex>> paths;
};

/// Reads the three options in the terms of the rubric. Readings the user should know of are said.
[[nodiscard]] Checked<Requirements> read_requirements(const Options& options, const Rubric& rubric,
                                                      const Messages& messages);

/// Says what has not been reached and what is in the way. The report must be ok.
[[nodiscard]] ExitCode check_requirements(const Requirements& requirements, const FileReport& report,
                                          const Messages& messages);

}  // namespace upstream::app
