#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "commands.hpp"
#include "did_you_mean.hpp"
#include "input.hpp"
#include "operand.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "text_options.hpp"
#include "upstream/report/diagnostics_text.hpp"
#include "upstream/report/explain.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::app {
namespace {

constexpr std::array<std::string_view, 3> kVerbs{"show", "lint", "export"};

ExitCode show(const Context& context) {
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  Output output(context.invocation.options.value(Option::output));
  output.write(render_rubric(*rubric, text_options(context.settings)));
  return output.finish(context.messages);
}

ExitCode write_out(const Context& context) {
  const auto text = read_rubric_in_use(context);
  if (!text || !load_rubric_in_use(*text, context)) return ExitCode::usage;
  Output output(context.invocation.options.value(Option::output));
  output.write(text->bytes);
  return output.finish(context.messages);
}

/// The findings are the result here, so that they go to stdout.
ExitCode lint(const RubricText& text, const Context& context) {
  const SourceFile source(text.name, text.bytes);
  Diagnostics diagnostics;
  const bool usable = load_rubric(source, diagnostics).has_value();
  const auto& settings = context.settings;
  Output output(context.invocation.options.value(Option::output));
  if (diagnostics.total() > 0) {
    output.write(render_diagnostics_text(source, diagnostics, {settings.result_language, settings.color}));
  } else {
    const Text nothing{fmt::format("{}: 指摘なし\n", text::printable(text.name)),
                       fmt::format("{}: no findings\n", text::printable(text.name))};
    output.write(nothing.in(settings.result_language));
  }
  return worst(output.finish(context.messages), usable ? ExitCode::ok : ExitCode::usage);
}

ExitCode lint_operand(const Context& context) {
  const auto& operands = context.invocation.operands;
  if (operands.size() == 1) {
    const auto text = read_rubric_in_use(context);
    return text ? lint(*text, context) : ExitCode::usage;
  }
  if (context.invocation.options.on_command_line(Option::rubric)) {
    context.messages.error({{"rubric lint の対象が二つある", "rubric lint is given two rubrics"},
                            {"FILE か --rubric のどちらかにしてください", "write either FILE or --rubric"}});
    return ExitCode::usage;
  }
  auto input = read_operand(operands[1]);
  if (input.reading == Reading::read) {
    return lint({display_name(operands[1], context.invocation.options), std::move(input.bytes)}, context);
  }
  context.messages.error(not_read(operands[1], input));
  return input.reading == Reading::directory ? ExitCode::usage : ExitCode::unreadable;
}

}  // namespace

std::span<const std::string_view> rubric_verbs() { return kVerbs; }

ExitCode run_rubric(const Context& context) {
  const auto& operands = context.invocation.operands;
  const auto verb = operands.empty() ? std::string_view() : std::string_view(operands.front());
  const std::size_t most = verb == "lint" ? 2 : 1;
  if (operands.size() > most) {
    context.messages.error(
        {{fmt::format("「{}」は余分", operands[most]),
          fmt::format("'{}' is one word too many", operands[most])},
         {"ルーブリックは --rubric FILE で渡してください", "a rubric is given with --rubric FILE"}});
    return ExitCode::usage;
  }
  if (verb == "show") return show(context);
  if (verb == "lint") return lint_operand(context);
  if (verb == "export") return write_out(context);
  const auto near = did_you_mean(verb, kVerbs);
  context.messages.error(
      {{"rubric の後は show・lint・export のどれか", "rubric is followed by show, lint or export"}, near});
  return ExitCode::usage;
}

}  // namespace upstream::app
