#pragma once

#include <optional>
#include <vector>

#include "commands.hpp"
#include "complaint.hpp"
#include "input_tree.hpp"
#include "upstream/validate/baseline.hpp"
#include "upstream/validate/validate.hpp"
#include "validation_formats.hpp"

namespace upstream::app {

/// Everything that the options of `validate` come to, read before any profile is.
struct ValidationPlan {
  std::vector<FormatRequest> formats;  ///< empty where the result is the difference
  ValidateOptions options;
  std::optional<Baseline> baseline;
  InputRules inputs;
};

/// What of the command line excludes each other.
[[nodiscard]] std::optional<Complaint> check_validation(const Invocation& invocation);

[[nodiscard]] Checked<ValidationPlan> read_validation_plan(const Context& context, const Rubric& rubric);

}  // namespace upstream::app
