#pragma once

#include <optional>

#include "complaint.hpp"
#include "options.hpp"
#include "upstream/date/date.hpp"

namespace upstream::app {

/// Of a month alone, which day of it is meant.
enum class DayOfMonth : std::uint8_t { first, last };

/// The day that an option names; nothing where it is not given.
[[nodiscard]] Checked<std::optional<Day>> read_day_option(const Options& options, Option option,
                                                          DayOfMonth of_month = DayOfMonth::last);

}  // namespace upstream::app
