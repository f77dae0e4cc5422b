#pragma once

#include <string>

#include "upstream/rubric/rubric.hpp"
#include "upstream/shape/shape.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

/// What a schema says of itself.
struct SchemaHead {
  Text title;
  Text about;
};

/// The JSON Schema (draft-07) of a file of this shape, for editors. Every key is described in both languages.
/// Names of the rubric are listed in every spelling it writes (ids, labels, aliases, kind:id); without a
/// rubric any string will do. Ends with a line break.
///
/// It is made of the table that `shape::check` reads and asks the same, but for what JSON Schema cannot say
/// or an editor should not: names are compared as written and not by `match_key`, a name that stands for no
/// definite thing is refused, dates of the Japanese calendar are only looked at roughly, and 3.0 is an
/// integer.
[[nodiscard]] std::string render_schema(const shape::Shape& shape, const SchemaHead& head,
                                        const Rubric* rubric = nullptr);

/// The schema of a profile in the terms of this rubric.
[[nodiscard]] std::string render_profile_schema(const Rubric& rubric);

/// The schema of a rubric file.
[[nodiscard]] std::string render_rubric_schema();

/// The schema of a settings file. Names of the rubric are any strings in it: which rubric counts is one of
/// the settings.
[[nodiscard]] std::string render_settings_schema();

}  // namespace upstream
