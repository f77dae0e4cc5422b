#pragma once

#include "cli.hpp"
#include "complaint.hpp"
#include "input_tree.hpp"

namespace upstream::app {

/// --exclude and --stdin-filename.
[[nodiscard]] Checked<InputRules> read_input_rules(const Invocation& invocation);

}  // namespace upstream::app
