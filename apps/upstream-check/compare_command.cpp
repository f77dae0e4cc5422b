#include <string>
#include <utility>

#include <fmt/format.h>

#include "commands.hpp"
#include "operand.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "say_diagnostics.hpp"
#include "signals_held.hpp"
#include "text_options.hpp"
#include "upstream/ways/compare.hpp"

namespace upstream::app {
namespace {

std::optional<Complaint> check_operands(const Invocation& invocation) {
  const auto& operands = invocation.operands;
  if (operands.size() != 2) {
    return Complaint{{"compare には前と後の二つを渡す", "compare takes two, the old and the new"},
                     {"例: git show HEAD~1:me.yaml | upstream-check compare - me.yaml",
                      "for example: git show HEAD~1:me.yaml | upstream-check compare - me.yaml"}};
  }
  return check_standard_input(invocation);
}

std::variant<ComparedSide, ExitCode> read_one(const Context& context, const std::string& operand,
                                              const Rubric& rubric) {
  const auto& settings = context.settings;
  auto input = read_operand(operand);
  if (input.reading != Reading::read) {
    context.messages.error(not_read(operand, input));
    return input.reading == Reading::directory ? ExitCode::usage : ExitCode::unreadable;
  }
  SourceFile source(display_name(operand, context.invocation.options), std::move(input.bytes));
  auto side = read_side(std::move(source), rubric, {settings.day, settings.today, Severity::note, false});
  if (const auto* fault = std::get_if<Fault>(&side)) {
    context.messages.error({fault->message, fault->help});
    return ExitCode::not_met;
  }
  auto& read = std::get<ComparedSide>(side);
  say_diagnostics(read.report.source, read.report.diagnostics, context.messages);
  if (read.report.ok()) return std::move(read);
  if (read.saved && read.saved->rubric_hash != rubric.hash) {
    context.messages.note({"この評価は別のルーブリックで作られています。--rubric でそれを渡してください",
                           "it was made with another rubric: give that one by --rubric"});
  }
  return ExitCode::not_met;
}

void say_drop(const Comparison& comparison, const Messages& messages) {
  const int lost = -comparison.part(ChangePart::profile);
  messages.error(
      {{fmt::format("書かれた内容による到達度が {}.{} 点下がった(--fail-on-drop)", lost / 10, lost % 10),
        fmt::format("what the profile says lost {}.{} points (--fail-on-drop)", lost / 10, lost % 10)},
       {}},
      drops_of(comparison));
}

}  // namespace

ExitCode run_compare(const Context& context) {
  const auto& [invocation, settings, messages, trace] = context;
  if (const auto error = check_operands(invocation)) {
    messages.error(*error);
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  auto before = read_one(context, invocation.operands[0], *rubric);
  auto after = read_one(context, invocation.operands[1], *rubric);
  auto code = ExitCode::ok;
  for (const auto* read : {&before, &after}) {
    if (const auto* failed = std::get_if<ExitCode>(read)) code = worst(code, *failed);
  }
  if (code != ExitCode::ok) return code;

  const auto comparison =
      compare(std::move(std::get<ComparedSide>(before)), std::move(std::get<ComparedSide>(after)), *rubric);
  const SignalsHeld held;
  Output output(invocation.options.value(Option::output));
  output.write(settings.format == Format::json ? render_comparison_json(comparison, settings.result_language)
                                               : render_comparison_text(comparison, text_options(settings)));
  code = output.finish(messages);
  if (invocation.options.given(Option::fail_on_drop) && comparison.part(ChangePart::profile) < 0) {
    say_drop(comparison, messages);
    code = worst(code, ExitCode::not_met);
  }
  return code;
}

}  // namespace upstream::app
