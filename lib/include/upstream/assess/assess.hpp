#pragma once

#include <cstddef>
#include <vector>

#include "upstream/assess/assessment.hpp"
#include "upstream/diagnostic/diagnostic.hpp"

namespace upstream {

struct AssessOptions {
  Day day{};
  bool sensitivity = true;  ///< costs as much again as all the rest
  bool details =
      true;  ///< without, steps of gates, lines of the ledger, ledgers and gaps of paths stay empty
};

/// Pure: the same profile, rubric and day give the same assessment, whatever the clock, the locale or the
/// order of the profile's lists. `profile` and `rubric` must outlive the result.
[[nodiscard]] Assessment assess(const Profile& profile, const Rubric& rubric, const AssessOptions& options);

/// What can only be said of a profile on a day: lapses, prerequisites, overlaps, evidence without work,
/// entries that begin later. `future_entries` is how severe the last are: an error when files are validated,
/// a note otherwise.
void check_on_day(const Profile& profile, const Rubric& rubric, Day day, Severity future_entries,
                  Diagnostics& diagnostics);

/// A certificate that counts and is about to lapse.
struct LapseToCome {
  std::size_t held = 0;  ///< its place in Profile::certifications
  Day last{};            ///< the last day on which it counts
  bool covered = false;  ///< other certificates bring all that it brings: nothing is lost
};

/// Certificates that count on `day` and lapse within so many days after it, the last of them included; in
/// the order of the profile.
[[nodiscard]] std::vector<LapseToCome> lapses_to_come(const Profile& profile, const Rubric& rubric, Day day,
                                                      int within_days);

/// Certificates that count on `day` and lapse within so many days after it, the last of them included: a
/// warning, or a note where other certificates bring all that they brought.
void check_expiring(const Profile& profile, const Rubric& rubric, Day day, int within_days,
                    Diagnostics& diagnostics);

}  // namespace upstream
