#include <utility>

#include <fmt/format.h>

#include "commands.hpp"
#include "day_option.hpp"
#include "one_profile.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "signals_held.hpp"
#include "text_options.hpp"
#include "upstream/ways/whatif.hpp"

namespace upstream::app {

ExitCode run_whatif(const Context& context) {
  const auto& options = context.invocation.options;
  if (const auto error = check_one_operand(
          context.invocation, {"例: upstream-check whatif me.yaml --set skills.network=3",
                               "for example: upstream-check whatif me.yaml --set skills.network=3"})) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto at = read_day_option(options, Option::at);
  if (const auto* error = std::get_if<Complaint>(&at)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  auto read = report_on_one(context, context.invocation.operands.front(), *rubric);
  if (const auto* code = std::get_if<ExitCode>(&read)) return *code;

  const Supposition supposition{options.all(Option::set), options.all(Option::add_cert),
                                options.all(Option::add_months), std::get<std::optional<Day>>(at)};
  const auto answer = suppose(std::move(std::get<FileReport>(read)), *rubric, supposition);
  if (const auto* faults = std::get_if<std::vector<Fault>>(&answer)) {
    for (const auto& fault : *faults) context.messages.error({fault.message, fault.help});
    return ExitCode::usage;
  }
  const auto& whatif = std::get<Whatif>(answer);
  const SignalsHeld held;
  Output output(options.value(Option::output));
  output.write(context.settings.format == Format::json
                   ? render_whatif_json(whatif, context.settings.result_language)
                   : render_whatif_text(whatif, text_options(context.settings)));
  return output.finish(context.messages);
}

}  // namespace upstream::app
