#pragma once

#include <optional>
#include <string_view>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/shape/shape.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream {

/// Reads and lints a rubric: shape, ids, weights, gates, translations, sources. Nothing where it reported an
/// error.
[[nodiscard]] std::optional<Rubric> load_rubric(const SourceFile& source, Diagnostics& diagnostics);

/// The rubric that is part of the program: its text, and itself, read once.
[[nodiscard]] std::string_view builtin_rubric_text();

/// The shape of a rubric file.
[[nodiscard]] const shape::Shape& rubric_shape();

}  // namespace upstream
