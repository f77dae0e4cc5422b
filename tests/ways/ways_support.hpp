#pragma once

#include <string>
#include <string_view>

#include "upstream/profile/profile.hpp"
#include "upstream/report/file_report.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream::test {

/// A profile as a file in JSON that is read again as the same.
[[nodiscard]] std::string written(const Profile& profile, const Rubric& rubric, Day day);

/// What an assessment says, but for lines and texts of the file: equal where two files mean the same.
[[nodiscard]] std::string meaning(const FileReport& report);

/// How many profiles a property is held over: UPSTREAM_PROPERTY_RUNS, else a few hundred.
[[nodiscard]] int property_runs();

/// Compares with tests/ways/golden/<name>; UPSTREAM_UPDATE_GOLDEN=1 rewrites it.
void expect_ways_golden(std::string_view name, const std::string& actual);

}  // namespace upstream::test
