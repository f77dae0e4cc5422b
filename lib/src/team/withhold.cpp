#include "upstream/team/withhold.hpp"

#include <array>

namespace upstream {
namespace {

/// The smallest cell that is still shown; the first of several.
std::optional<std::size_t> smallest_shown(std::span<const int> cells, const std::vector<bool>& hidden) {
  std::optional<std::size_t> smallest;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!hidden[i] && (!smallest || cells[i] < cells[*smallest])) smallest = i;
  }
  return smallest;
}

}  // namespace

std::vector<Figure> withhold(std::span<const int> cells, int minimum) {
  std::vector<bool> hidden(cells.size(), false);
  std::size_t count = 0;
  int sum = 0;
  const auto hide = [&](std::size_t cell) {
    hidden[cell] = true;
    ++count;
    sum += cells[cell];
  };
  if (minimum > 1) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] < minimum) hide(i);
    }
  }
  while (count > 0 && (count < 2 || sum < minimum)) {
    const auto next = smallest_shown(cells, hidden);
    if (!next) break;
    hide(*next);
  }
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    figures.push_back(hidden[i] ? Figure{std::nullopt, cells[i] < minimum} : Figure{cells[i], false});
  }
  return figures;
}

NestedFigures withhold_nested(int inner, int outer, int total, int minimum) {
  // Whoever knows the total has the outer number by the rest, and the other way round.
  const std::array cells{inner, outer - inner, total - outer};
  const auto figures = withhold(cells, minimum);
  const auto shown_with = [&](const Figure& cell, int people) {
    return cell.people ? Figure{people, false} : Figure{std::nullopt, people < minimum};
  };
  return {shown_with(figures[0], inner), shown_with(figures[2], outer)};
}

}  // namespace upstream
