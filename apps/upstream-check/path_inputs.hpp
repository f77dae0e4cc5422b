#pragma once

#include <optional>

#include "cli.hpp"
#include "complaint.hpp"
#include "input_tree.hpp"

/// What the commands that walk over PATHs have in common.
namespace upstream::app {

/// Standard input can be read once, and only it takes --stdin-filename.
[[nodiscard]] std::optional<Complaint> check_standard_input(const Invocation& invocation);

/// --exclude and --stdin-filename.
[[nodiscard]] Checked<InputRules> read_input_rules(const Invocation& invocation);

/// --expiring-within, in days; `otherwise` where it is not given.
[[nodiscard]] Checked<int> read_expiring_within(const Options& options, int otherwise);

/// Whether the input is the rubric, the baseline or the output of this run, and so no profile.
[[nodiscard]] bool is_file_of_the_run(const InputFile& input, const Options& options);

}  // namespace upstream::app
