#pragma once

#include <optional>
#include <string>

#include "commands.hpp"
#include "complaint.hpp"
#include "upstream/validate/baseline.hpp"

namespace upstream::app {

/// The baseline that --baseline names; nothing where none is named, or where it is about to be made.
[[nodiscard]] Checked<std::optional<Baseline>> read_baseline(const Context& context);

}  // namespace upstream::app
