#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "support/support.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream::test {

/// The day of a report where neither the profile nor the caller names one.
inline constexpr Day kToday = std::chrono::sys_days{std::chrono::year{2026} / 10 / 31};

[[nodiscard]] inline FileReport report_of(std::string_view text, std::string_view path = "profile.yaml") {
  ReportOptions options;
  options.today = kToday;
  return report_on(SourceFile(std::string(path), std::string(text)), builtin_rubric(), options);
}

}  // namespace upstream::test
