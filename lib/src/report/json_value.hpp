#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/rubric/rubric.hpp"

/// JSON values that several renderers share. Members keep the order in which they are written.
namespace upstream::json {

using Json = nlohmann::ordered_json;

/// Indented by two, one line break at the end. Whatever is invisible or turns the direction of a line is
/// escaped, so that the output is as harmless in a terminal as it is to a parser; bytes that are no UTF-8
/// become U+FFFD.
[[nodiscard]] std::string dump(const Json& value);
/// The same on one line, for ndjson.
[[nodiscard]] std::string dump_line(const Json& value);

/// What every report begins with: {name, version} and {id, version, hash}.
[[nodiscard]] Json tool();
[[nodiscard]] Json rubric_identity(const Rubric& rubric);

template <typename Value>
[[nodiscard]] Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// {line, column}
[[nodiscard]] Json place(Position at);
[[nodiscard]] Json places(const std::vector<Position>& lines);
/// Adds line and column where there is a place.
void add_place(Json& object, Position at);

[[nodiscard]] Json effort(const Effort& effort);
[[nodiscard]] Json stage_ids(const StageSet& stages, const Rubric& rubric);
[[nodiscard]] Json stage_id(std::optional<StageIndex> stage, const Rubric& rubric);

inline constexpr std::size_t kMostDiagnostics = 100;

/// Adds line, column, end_line and end_column; null where there is no place.
void add_span(Json& object, const Span& span);
[[nodiscard]] Json diagnostic(const Diagnostic& diagnostic, Language language);
/// At most `kMostDiagnostics`; line and column are null where a finding has no place.
[[nodiscard]] Json diagnostics(const Diagnostics& diagnostics, Language language);

}  // namespace upstream::json
