#pragma once

#include <vector>

#include "report/json_value.hpp"
#include "upstream/assess/assessment.hpp"
#include "upstream/ways/change.hpp"

/// JSON values that whatif, compare and timeline share. Keys are public: docs/json.md.
namespace upstream::ways {

using json::Json;

/// schema_version, tool, rubric and language: what each of their objects begins with.
[[nodiscard]] Json head(const Rubric& rubric, Language language);
/// An assessment in short: what can be compared.
[[nodiscard]] Json brief(const Assessment& assessment, Language language);
[[nodiscard]] Json change(const Change& change, Language language);
[[nodiscard]] Json changes(const std::vector<Change>& changes, Language language);

}  // namespace upstream::ways
