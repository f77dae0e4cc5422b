#pragma once

#include <map>
#include <vector>

#include "problem.hpp"

namespace upstream::planning {

/// What the gates that stops ask for take at least. Most stops differ in nothing that their gates ask, and
/// what is known of one holds for the other.
class GateHours {
 public:
  /// Of a stop that asks for gates alone, some of which are shut, and is `after_others`.
  [[nodiscard]] Stop::Least of(const Problem& problem, const Stop& stop);

 private:
  std::map<std::vector<int>, Stop::Least> known_;
};

}  // namespace upstream::planning
