#pragma once

#include <optional>
#include <string_view>

#include "upstream/config/config.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/shape/shape.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream {

/// Reads a settings file. An empty one is fine. Names of files must stay in the file's folder, because a
/// settings file comes with a checkout; whether links lead out of it only who opens them can know. Where an
/// error was reported the result is good for one thing, the language to say it in.
[[nodiscard]] Config load_config(const SourceFile& source, Diagnostics& diagnostics);

/// The shape of a settings file. No key is required.
[[nodiscard]] const shape::Shape& config_shape();

inline constexpr int kMostDays = 3650;

/// A whole number of days, 0 to `kMostDays`: "90" or "90d".
[[nodiscard]] std::optional<int> parse_days(std::string_view text);

}  // namespace upstream
