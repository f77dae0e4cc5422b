#pragma once

#include <vector>

#include "report/layout.hpp"
#include "upstream/ways/timeline.hpp"

namespace upstream::ways {

/// The points as columns of a chart from 0 to 100, at most `width` wide: axis, years, and a mark under the
/// column of `day`. Where there are more points than columns each column shows the last of its months;
/// columns behind `day` are drawn in another style. Without `ascii` the columns end in eighths.
[[nodiscard]] layout::Lines draw_chart(const std::vector<TimelinePoint>& points, Day day, std::size_t width,
                                       bool ascii);

}  // namespace upstream::ways
