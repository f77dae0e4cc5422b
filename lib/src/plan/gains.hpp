#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace upstream::planning {

/// What hours of study can add to a ladder at most. How to spend hours on skills is a knapsack, and small
/// enough to be reckoned out. Points of most requirements are the sum of what skills add; for one, which the
/// best of several skills earns, it is kept how much of it has been earned.
class Gains {
 public:
  /// A level that a skill may be brought to.
  struct Step {
    int hours = 0;
    std::int64_t gain = 0;  ///< points of the requirements that add up
    std::int64_t best = 0;  ///< points of the other one, if no skill earns more of it
  };

  Gains() = default;
  /// `skills`: in the order in which they are decided. `best`: points earned of the one requirement before.
  /// `hours`: that there are.
  Gains(const std::vector<std::vector<Step>>& skills, std::int64_t best, int hours);

  /// No fewer hours add what is missing by the skills from `next` on; kNever where none do. `best`: points
  /// that have been earned of the one requirement.
  [[nodiscard]] int least_hours(std::size_t next, std::int64_t best, std::int64_t missing) const;

 private:
  using Row = std::vector<std::int32_t>;  ///< by hours the most that they add
  [[nodiscard]] std::size_t state_of(std::int64_t best) const;
  [[nodiscard]] const Row& row(std::size_t next, std::size_t state) const {
    return rows_[next][rows_[next].size() == 1 ? 0 : state];
  }

  std::vector<std::int64_t> states_;    ///< points that can be earned of the one requirement, in order
  std::vector<std::vector<Row>> rows_;  ///< by skill and state; a single one where the rest cannot change it
};

}  // namespace upstream::planning
