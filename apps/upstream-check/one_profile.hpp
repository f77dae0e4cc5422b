#pragma once

#include <optional>
#include <string>
#include <variant>

#include "commands.hpp"
#include "complaint.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream::app {

/// That a command takes one FILE, and --stdin-filename only with `-`.
[[nodiscard]] std::optional<Complaint> check_one_operand(const Invocation& invocation, Text example);

/// Reads and assesses one FILE. What is found is said as `assess` says it; where there is no assessment, the
/// code to end with comes back.
[[nodiscard]] std::variant<FileReport, ExitCode> report_on_one(const Context& context,
                                                               const std::string& operand,
                                                               const Rubric& rubric);

}  // namespace upstream::app
