#include <utility>

#include "commands.hpp"
#include "day_option.hpp"
#include "one_profile.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "signals_held.hpp"
#include "terminal.hpp"
#include "text_options.hpp"
#include "upstream/ways/timeline.hpp"

namespace upstream::app {

ExitCode run_timeline(const Context& context) {
  const auto& options = context.invocation.options;
  if (const auto error = check_one_operand(
          context.invocation,
          {"例: upstream-check timeline me.yaml", "for example: upstream-check timeline me.yaml"})) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto from = read_day_option(options, Option::from, DayOfMonth::first);
  const auto to = read_day_option(options, Option::to);
  for (const auto* read : {&from, &to}) {
    if (const auto* error = std::get_if<Complaint>(read)) {
      context.messages.error(*error);
      return ExitCode::usage;
    }
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  auto read = report_on_one(context, context.invocation.operands.front(), *rubric);
  if (const auto* code = std::get_if<ExitCode>(&read)) return *code;

  const TimelineRange range{std::get<std::optional<Day>>(from), std::get<std::optional<Day>>(to)};
  const auto answer = follow(std::move(std::get<FileReport>(read)), range);
  if (const auto* fault = std::get_if<Fault>(&answer)) {
    context.messages.error({fault->message, fault->help});
    return ExitCode::usage;
  }
  const auto& timeline = std::get<Timeline>(answer);
  const SignalsHeld held;
  Output output(options.value(Option::output));
  output.write(context.settings.format == Format::json
                   ? render_timeline_json(timeline, context.settings.result_language)
                   : render_timeline_text(timeline, {text_options(context.settings), terminal_is_ascii()}));
  return output.finish(context.messages);
}

}  // namespace upstream::app
