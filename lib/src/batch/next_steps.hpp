#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "upstream/assess/assessment.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

inline constexpr std::size_t kGapKinds = 6;

/// How many gaps there are of each kind, by GapKind.
[[nodiscard]] std::array<std::size_t, kGapKinds> count_gaps(const Assessment& assessment);

/// A next action as a record names it.
struct NextStep {
  std::string_view id;     ///< of the requirement or gate, or of what is to be done about the post or a date
  std::string_view kind;   ///< of the gap; "other" where it is none
  std::string_view skill;  ///< the first the way is about; empty: none
  Text text;
};
[[nodiscard]] NextStep next_step(const NextAction& action, const Assessment& assessment);

}  // namespace upstream
