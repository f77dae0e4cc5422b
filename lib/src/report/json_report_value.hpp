#pragma once

#include "json_value.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream::json {

/// One report as a value: whole where it is ok, else what is known of the input and its diagnostics.
[[nodiscard]] Json report(const FileReport& report, const Rubric& rubric, Language language);

}  // namespace upstream::json
