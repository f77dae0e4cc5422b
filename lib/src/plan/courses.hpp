#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "post.hpp"

namespace upstream::planning {

/// All courses of so many months with the same work in the same order, each part of which lasts from so many
/// to so many months.
struct Courses {
  struct Span {
    int least = 0;
    int most = 0;
  };
  struct Part {
    Job job;
    Span length;
  };
  int months = 0;  ///< in all
  Span stay;       ///< as now
  std::vector<Part> parts;

  /// Leaves out lengths that no course of the others has; false where there is no course at all.
  [[nodiscard]] bool tighten();
  [[nodiscard]] bool is_one() const;
  [[nodiscard]] int widest() const;
  /// The one that there is.
  [[nodiscard]] Course only() const;
  /// Those with the shorter and those with the longer part, of the one whose length is least certain.
  [[nodiscard]] std::pair<Courses, Courses> halves() const;
  /// In which month of the plan the part begins.
  [[nodiscard]] Span begin_of(std::size_t part) const;
};

}  // namespace upstream::planning
