#pragma once

#include <string>
#include <string_view>

#include "upstream/report/file_report.hpp"

namespace upstream::test {

/// Supposes something of a profile, follows it over half a year and compares it with itself. The first
/// promise that was broken on the way, in words; empty where all were kept. `report` must be ok.
[[nodiscard]] std::string broken_way(const FileReport& report);

/// Takes `bytes` for what somebody wrote behind `--set`, and behind `--set skills.network=`.
[[nodiscard]] std::string broken_supposition(std::string_view bytes);

/// Takes `bytes` for an assessment that was saved as JSON, and compares it with itself.
[[nodiscard]] std::string broken_comparison(std::string_view bytes);

/// Whether a terminal may get the text: UTF-8, with no control character but the line break.
[[nodiscard]] bool is_harmless(std::string_view rendered);

}  // namespace upstream::test
