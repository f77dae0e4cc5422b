#pragma once

#include <string>
#include <string_view>

#include "upstream/profile/profile.hpp"
#include "upstream/report/file_report.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream::test {

/// What an assessment says, but for lines and texts of the file: equal where two files mean the same.
[[nodiscard]] std::string meaning(const FileReport& report);

/// Compares with tests/ways/golden/<name>; UPSTREAM_UPDATE_GOLDEN=1 rewrites it.
void expect_ways_golden(std::string_view name, const std::string& actual);

}  // namespace upstream::test
