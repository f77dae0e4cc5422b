#pragma once

#include <optional>
#include <vector>

#include "facts.hpp"

namespace upstream {

/// A way of meeting a need, as steps, and how dear it is.
struct Way {
  std::vector<Step> steps;    ///< parts that are met already are among them, marked
  std::vector<Step> options;  ///< single steps of the ways not taken
  Effort effort;
  bool possible = true;  ///< false where the post cannot give it or no study hours are left

  /// Steps that are still to be done.
  [[nodiscard]] bool is_done() const;
};

/// The cheapest way in calendar time (study at the person's weekly hours beside field work), then in hours.
/// `gate` is the stage whose gate the need is; see Facts::can_work_at.
[[nodiscard]] Way cheapest_way(const Need& need, const Facts& facts,
                               std::optional<StageIndex> gate = std::nullopt);

/// Whether the certificate's prerequisites are there: certificates that count, field work.
[[nodiscard]] bool may_sit(const Certification& certification, const Facts& facts);

/// Least whole calendar months a way takes: study side by side with work.
[[nodiscard]] std::optional<int> calendar_months(const Effort& effort, int weekly_hours);

/// The facts once the steps are done: what is asked for is there, and nothing else changes.
[[nodiscard]] Facts suppose(const Facts& facts, const std::vector<Step>& steps);

}  // namespace upstream
