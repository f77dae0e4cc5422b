#include <algorithm>

#include "layout.hpp"

namespace upstream::layout {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastFlexible = 16;

}  // namespace

std::vector<std::size_t> Table::widths(std::size_t available) const {
  std::vector<std::size_t> widths(columns_.size());
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].width());
  }
  std::size_t left = available > kGap * (widths.size() - 1) ? available - kGap * (widths.size() - 1) : 0;
  std::vector<std::size_t> flexible;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].flexible) {
      flexible.push_back(i);
    } else {
      left -= std::min(left, widths[i]);
    }
  }
  // The narrow ones first: what they leave of their share is for the others.
  std::sort(flexible.begin(), flexible.end(),
            [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
  for (std::size_t i = 0; i < flexible.size(); ++i) {
    auto& width = widths[flexible[i]];
    width = std::min(width, std::max(left / (flexible.size() - i), kLeastFlexible));
    left -= std::min(left, width);
  }
  return widths;
}

Lines Table::render(std::size_t width, std::size_t indent) const {
  const auto columns = widths(width > indent ? width - indent : 1);
  Lines lines;
  for (const auto& row : rows_) {
    std::vector<Lines> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(columns_[i].flexible ? wrap(row[i], columns[i]) : Lines{row[i]});
      height = std::max(height, cells.back().size());
    }
    for (std::size_t y = 0; y < height; ++y) {
      Line line(std::string(indent, ' '));
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line.add(std::string(kGap, ' '));
        line.append(aligned(y < cells[i].size() ? cells[i][y] : Line(), columns[i], columns_[i].align));
      }
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace upstream::layout
