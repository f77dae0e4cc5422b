#pragma once

#include <optional>
#include <span>
#include <vector>

namespace upstream {

/// A number of people, or that it is withheld.
struct Figure {
  std::optional<int> people;
  bool small = false;  ///< withheld because it is below the minimum, not because of another one that is

  bool operator==(const Figure&) const = default;
};

/// The cells of a partition: every person of a group of known size is in exactly one of them. Cells below
/// `minimum` are withheld, none at all included. What is withheld can be had together by subtraction, so that
/// the next smallest are withheld too until it is two cells or more with `minimum` people or more. Everything
/// is shown where `minimum` is 1 or less.
[[nodiscard]] std::vector<Figure> withhold(std::span<const int> cells, int minimum);

/// A number of people, some of whom are counted by themselves: inner ≤ outer ≤ total.
struct NestedFigures {
  Figure inner;
  Figure outer;
};
[[nodiscard]] NestedFigures withhold_nested(int inner, int outer, int total, int minimum);

}  // namespace upstream
