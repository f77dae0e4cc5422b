#pragma once

#include <optional>

#include "commands.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::app {

struct RubricText {
  std::string name;
  std::string bytes;
};

/// The text of --rubric, or of the rubric that is part of the program. Nothing where the file cannot be read,
/// which has then been said.
[[nodiscard]] std::optional<RubricText> read_rubric_in_use(const Context& context);

/// The rubric itself; nothing where it is no good, which has then been said with every finding.
[[nodiscard]] std::optional<Rubric> load_rubric_in_use(const Context& context);
[[nodiscard]] std::optional<Rubric> load_rubric_in_use(const RubricText& text, const Context& context);

}  // namespace upstream::app
