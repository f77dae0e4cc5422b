#pragma once

#include <optional>

#include "cli.hpp"
#include "complaint.hpp"
#include "input_tree.hpp"

namespace upstream::app {

/// Standard input at most once, and --stdin-filename with it only.
[[nodiscard]] std::optional<Complaint> check_standard_input(const Invocation& invocation);

/// --exclude and --stdin-filename.
[[nodiscard]] Checked<InputRules> read_input_rules(const Invocation& invocation);

}  // namespace upstream::app
