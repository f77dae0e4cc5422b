#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "gate_hours.hpp"

namespace upstream::planning {

/// Makes the stops of courses, most of which are the same for many.
class StopMaker {
 public:
  explicit StopMaker(const Problem& problem) : problem_(problem) {}

  /// Stops by which as much can be reached as by those of any of the courses.
  [[nodiscard]] Stops stops_of(const Courses& courses);

 private:
  /// What has been worked before a stop: parts of the courses, and months as now.
  struct Before {
    Courses::Span stay;
    std::vector<Courses::Part> parts{};
    bool is_one = false;  ///< course
  };
  [[nodiscard]] static Before at_most(Before before, int month);
  [[nodiscard]] std::shared_ptr<const Stop> stop_after(Before before, Courses::Span months,
                                                       const Target& target, std::size_t place);
  [[nodiscard]] Stop make(const Before& before, Courses::Span months, const Target& target,
                          std::size_t place);

  const Problem& problem_;
  std::map<std::vector<int>, std::shared_ptr<const Stop>> known_;
  GateHours gate_hours_;
  std::size_t entries_ = 0;  ///< of profiles in them
};

}  // namespace upstream::planning
