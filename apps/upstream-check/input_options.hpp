#pragma once

#include <optional>

#include "cli.hpp"
#include "complaint.hpp"
#include "input_tree.hpp"

namespace upstream::app {

/// --exclude and --stdin-filename.
[[nodiscard]] Checked<InputRules> read_input_rules(const Invocation& invocation);

/// --expiring-within, in days.
[[nodiscard]] Checked<std::optional<int>> read_expiring_within(const Options& options);

/// Whether the input is the rubric, the baseline or the output of this run, and so no profile.
[[nodiscard]] bool is_file_of_the_run(const InputFile& input, const Options& options);

}  // namespace upstream::app
