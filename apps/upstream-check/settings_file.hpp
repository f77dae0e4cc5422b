#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "complaint.hpp"
#include "upstream/config/config.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::app {

inline constexpr std::string_view kSettingsFileName = ".upstream-check.yaml";

/// The settings file in use, under its name as seen from the working directory: "../.upstream-check.yaml".
struct SettingsFile {
  std::string folder;  ///< "", "..", "../..", …
  SourceFile source;
  Diagnostics diagnostics;
  Config config;  ///< not to be used beyond the language where the diagnostics have an error
};

/// The first `.upstream-check.yaml` from the working directory upwards; nothing where there is none. It comes
/// with a checkout, so that no pipe or device is opened, and no link followed that leads out of its folder.
[[nodiscard]] Checked<std::optional<SettingsFile>> read_settings_file();

/// The name of a file in the folder of the settings file, as seen from the working directory.
[[nodiscard]] std::string path_in(const std::string& folder, std::string_view name);

/// Whether links lead from a name in the folder to somewhere else. Of a file that does not exist: no.
[[nodiscard]] bool links_lead_out(const std::string& folder, const std::string& path);

}  // namespace upstream::app
