#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "assess/facts.hpp"

namespace upstream::planning {

/// What the certificates of the profile count for at the end of a month of the plan. Each month is looked at
/// once: many courses of work may be anywhere between two of them.
class HeldByMonth {
 public:
  struct Marks {
    std::vector<std::uint8_t> held;    ///< by CertificationIndex, as in `Facts`
    std::vector<std::uint8_t> proven;  ///< by the same
  };
  /// `first`: facts of the first day; they must outlive it.
  explicit HeldByMonth(const Facts& first) : first_(first) {}
  [[nodiscard]] const Marks& at(int month);

 private:
  const Facts& first_;
  std::vector<std::optional<Marks>> known_;  ///< by month
};

}  // namespace upstream::planning
