#pragma once

#include <optional>
#include <string>

#include "cli.hpp"
#include "complaint.hpp"
#include "input.hpp"
#include "options.hpp"

namespace upstream::app {

[[nodiscard]] bool is_standard_input(const std::string& operand);

/// Standard input can be read once, and only it can be given a name.
[[nodiscard]] std::optional<Complaint> check_standard_input(const Invocation& invocation);

/// A FILE of the command line, or standard input for `-`.
[[nodiscard]] Input read_operand(const std::string& operand);

/// The name under which it is reported: as written; for standard input --stdin-filename.
[[nodiscard]] std::string display_name(const std::string& operand, const Options& options);

/// That, and why, an operand was not read.
[[nodiscard]] Complaint not_read(const std::string& operand, const Input& input);

}  // namespace upstream::app
