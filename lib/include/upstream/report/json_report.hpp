#pragma once

#include <span>
#include <string>
#include <string_view>

#include "upstream/report/file_report.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

/// The assessment as JSON (docs/json.md): one object, or an array for several files. Ends with a line break.
[[nodiscard]] std::string render_json(std::span<const FileReport> reports, const Rubric& rubric,
                                      Language language);

/// The JSON Schema (draft-07) of one object of `render_json`, made of lib/data/assessment.schema.json.
[[nodiscard]] std::string_view assessment_schema();

}  // namespace upstream
