#pragma once

namespace upstream::app {

/// What the process hands to its caller, the same for every format. Stable; do not renumber.
enum class ExitCode : int {
  ok = 0,          ///< gaps and warnings pass
  not_met = 1,     ///< an error in a profile, something required that is not reached, or no plan
  usage = 2,       ///< wrong usage, configuration or rubric
  unreadable = 3,  ///< some input could not be read; the rest is still reported
  failed = 4,      ///< internal error, or the output was not written
};

/// Of several, the highest wins.
constexpr ExitCode worst(ExitCode a, ExitCode b) { return a < b ? b : a; }

}  // namespace upstream::app
