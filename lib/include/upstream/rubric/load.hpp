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

/// The rubric that is part of the program: its text, and itself. It has been read when the program was built,
/// and there is nothing to be found in it, so that a start costs neither reading nor linting.
[[nodiscard]] std::string_view builtin_rubric_text();
[[nodiscard]] Rubric load_builtin_rubric();
/// What it is loaded from: the hash of the text, and the tree as `yaml::Document::pack` gives it.
[[nodiscard]] std::string_view packed_builtin_rubric();

/// The shape of a rubric file.
[[nodiscard]] const shape::Shape& rubric_shape();

}  // namespace upstream
