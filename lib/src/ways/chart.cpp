#include "chart.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace upstream::ways {
namespace {

using layout::Line;
using layout::Lines;
using layout::Style;

constexpr std::size_t kRows = 5;
constexpr int kRowHeight = 100 / static_cast<int>(kRows);
constexpr std::size_t kAxis = 5;    ///< "100 |"
constexpr std::size_t kWidest = 4;  ///< columns of one month
constexpr std::array<std::string_view, 9> kEighths{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 9> kAscii{" ", ".", ".", ".", ":", ":", ":", "|", "#"};

/// One column of the chart, and the points it stands for.
struct Bar {
  TimelinePoint shown;
  std::size_t width = 1;
  bool holds_day = false;
};

std::vector<Bar> bars_of(const std::vector<TimelinePoint>& points, Day day, std::size_t room) {
  const auto in_one = (points.size() + room - 1) / room;
  const auto bars = (points.size() + in_one - 1) / in_one;
  const auto width = std::clamp<std::size_t>(room / bars, 1, kWidest);
  std::vector<Bar> all;
  for (std::size_t begin = 0; begin < points.size(); begin += in_one) {
    const auto end = std::min(begin + in_one, points.size());
    Bar bar{points[end - 1], width, false};
    for (auto i = begin; i < end; ++i) {
      if (points[i].date == day) bar.holds_day = true;
    }
    all.push_back(bar);
  }
  return all;
}

/// How many eighths of the row that begins at `floor` are filled. Anything above nothing shows.
std::size_t eighths(int score, int floor) {
  if (score <= floor) return 0;
  if (score >= floor + kRowHeight) return 8;
  return static_cast<std::size_t>(std::max(1, (score - floor) * 8 / kRowHeight));
}

Line row(const std::vector<Bar>& bars, Day day, int floor, bool ascii) {
  const int top = floor + kRowHeight;
  const bool named = top == 100 || top == 60 || top == 20;
  Line line(named ? fmt::format("{:>3} ", top) : std::string("    "), Style::dim);
  line.add(ascii ? "|" : "│", Style::dim);
  for (const auto& bar : bars) {
    const auto cell = (ascii ? kAscii : kEighths)[eighths(bar.shown.score, floor)];
    const auto style = bar.shown.date > day && !bar.holds_day ? Style::dim : Style::accent;
    for (std::size_t i = 0; i < bar.width; ++i) line.add(cell, style);
  }
  return line;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

/// The year under the first column of each, where there is room for it.
Line years(const std::vector<Bar>& bars) {
  constexpr std::size_t digits = 4;
  std::string text;
  std::size_t column = 0;
  std::optional<int> last;
  for (const auto& bar : bars) {
    const int year = year_of(bar.shown.date);
    if (year != last && (text.empty() || text.size() < column)) {
      text.resize(column, ' ');
      text += std::to_string(year);
    }
    last = year;
    column += bar.width;
  }
  // The last year may not stick out.
  if (text.size() > column)
    text.resize(text.size() > digits && column > digits ? text.size() - digits : text.size());
  return Line(std::string(kAxis, ' ')).add(text, Style::dim);
}

}  // namespace

Lines draw_chart(const std::vector<TimelinePoint>& points, Day day, std::size_t width, bool ascii) {
  const auto bars = bars_of(points, day, width - kAxis);
  Lines lines;
  for (std::size_t i = kRows; i-- > 0;)
    lines.push_back(row(bars, day, static_cast<int>(i) * kRowHeight, ascii));
  std::string floor;
  std::size_t mark = 0;
  std::size_t column = 0;
  bool has_mark = false;
  for (const auto& bar : bars) {
    for (std::size_t i = 0; i < bar.width; ++i) floor += ascii ? "-" : "─";
    if (bar.holds_day) {
      mark = column + bar.width - 1;
      has_mark = true;
    }
    column += bar.width;
  }
  lines.push_back(Line(ascii ? "  0 +" : "  0 └", Style::dim).add(floor, Style::dim));
  lines.push_back(years(bars));
  if (has_mark) {
    lines.push_back(Line(std::string(kAxis + mark, ' ')).add(ascii ? "^" : "▲", Style::strong));
  }
  return lines;
}

}  // namespace upstream::ways
