#pragma once

#include <optional>

#include "cli.hpp"
#include "complaint.hpp"
#include "settings_file.hpp"
#include "trace.hpp"

namespace upstream::app {

/// Fills the options that the command line does not give: from the environment, and what that does not give
/// from the settings file. Only those that go with the command. A list replaces the list behind it. A flag is
/// true, 1, false or 0 in the environment; several values stand one on a line.
[[nodiscard]] std::optional<Complaint> layer_settings(Invocation& invocation,
                                                      const std::optional<SettingsFile>& file);

/// Which settings file is in use, every setting, and who gave it.
void trace_settings(const Options& given, const std::optional<SettingsFile>& file, spdlog::logger& trace);

}  // namespace upstream::app
