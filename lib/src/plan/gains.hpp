#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace upstream::planning {

/// What hours of study can add to a ladder at most. How to spend hours on skills is a knapsack, and small
/// enough to be reckoned out. Points of most requirements are the sum of what skills add; for one, which the
/// best of several skills earns, it is kept how much of it has been earned; and for one need of a gate, which
/// one of several skills meets, whether it is met.
class Gains {
 public:
  /// A level that a skill may be brought to.
  struct Step {
    int hours = 0;
    std::int64_t gain = 0;  ///< points of the requirements that add up
    std::int64_t best = 0;  ///< points of the other one, if no skill earns more of it
    bool opens = false;     ///< whether it meets the need of the gate
  };
  /// How far the decisions before have come.
  struct State {
    std::int64_t best = 0;  ///< points earned of the one requirement
    bool is_open = true;    ///< whether the need of the gate is met, or there is none
  };

  Gains() = default;
  /// `skills`: in the order in which they are decided. `before`: where no skill is. `hours`: that there are.
  Gains(const std::vector<std::vector<Step>>& skills, State before, int hours);

  /// No fewer hours add what is missing, and meet the need of the gate, by the skills from `next` on; kNever
  /// where none do.
  [[nodiscard]] int least_hours(std::size_t next, State now, std::int64_t missing) const;

 private:
  using Row = std::vector<std::int32_t>;  ///< by hours the most that they add
  using Rows = std::vector<Row>;          ///< by points; a single one where the rest cannot change it
  struct Rest {
    Rows open;
    Rows shut;
  };
  [[nodiscard]] std::size_t place_of(std::int64_t best) const;
  [[nodiscard]] static const Row& row(const Rows& rows, std::size_t points) {
    return rows[rows.size() == 1 ? 0 : points];
  }

  std::vector<std::int64_t> points_;  ///< that can be earned of the one requirement, in order
  std::vector<Rest> rest_;            ///< by skill, of it and those behind
};

/// Those that have been reckoned: the same come again and again.
class KnownGains {
 public:
  [[nodiscard]] std::shared_ptr<const Gains> of(const std::vector<std::vector<Gains::Step>>& skills,
                                                Gains::State before, int hours);

 private:
  std::map<std::vector<std::int64_t>, std::shared_ptr<const Gains>> known_;
};

}  // namespace upstream::planning
