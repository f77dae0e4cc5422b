#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "problem.hpp"

namespace upstream::planning {

/// Walks the stops of one course, or of many; at each the branching proposes what may open it.
class CourseSearch {
 public:
  CourseSearch(const Problem& problem, Stops stops) : problem_(problem), stops_(std::move(stops)) {}

  /// Puts what is cheaper in the place of `best`. `start`: the course, and what it costs by itself.
  void run(const Solution& start, Best& best);

 private:
  /// `is_more`: than had been decided for the stop before.
  void go_on(std::size_t stop, const Solution& so_far, bool is_more);
  [[nodiscard]] bool misses_the_end(std::size_t stop, const Solution& so_far);
  [[nodiscard]] bool is_known(std::size_t stop, const Solution& so_far);

  const Problem& problem_;
  Stops stops_;
  std::optional<Stop> end_{};  ///< the last of them, once it has been asked for
  std::map<std::vector<int>, std::vector<std::vector<int>>> seen_;
  Best* best_ = nullptr;
};

}  // namespace upstream::planning
