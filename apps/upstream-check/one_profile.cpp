#include "one_profile.hpp"

#include <utility>

#include <fmt/format.h>

#include "operand.hpp"
#include "say_diagnostics.hpp"

namespace upstream::app {

std::optional<Complaint> check_one_operand(const Invocation& invocation, Text example) {
  const auto& operands = invocation.operands;
  if (operands.size() != 1) {
    return Complaint{{fmt::format("{} にはファイルを一つだけ渡す", id(invocation.command)),
                      fmt::format("{} takes one FILE", id(invocation.command))},
                     std::move(example)};
  }
  return check_standard_input(invocation);
}

std::variant<FileReport, ExitCode> report_on_one(const Context& context, const std::string& operand,
                                                 const Rubric& rubric) {
  const auto& settings = context.settings;
  auto input = read_operand(operand);
  if (input.reading != Reading::read) {
    context.messages.error(not_read(operand, input));
    return input.reading == Reading::directory ? ExitCode::usage : ExitCode::unreadable;
  }
  SourceFile source(display_name(operand, context.invocation.options), std::move(input.bytes));
  auto report = report_on(std::move(source), rubric, {settings.day, settings.today, Severity::note, true});
  say_diagnostics(report.source, report.diagnostics, context.messages);
  if (!report.ok()) return ExitCode::not_met;
  return report;
}

}  // namespace upstream::app
