#include <array>

#include <fmt/format.h>

#include "commands.hpp"
#include "completion.hpp"
#include "did_you_mean.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"

namespace upstream::app {
namespace {

constexpr std::array<std::string_view, 2> kShells{"bash", "zsh"};

}  // namespace

std::span<const std::string_view> completion_shells() { return kShells; }

ExitCode run_completion(const Context& context) {
  const auto& operands = context.invocation.operands;
  const auto shell = operands.size() == 1 ? std::string_view(operands.front()) : std::string_view();
  if (shell != "bash" && shell != "zsh") {
    context.messages.error(
        {{"completion の後は bash か zsh のどちらか", "completion is followed by bash or zsh"},
         did_you_mean(shell, kShells)});
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  const auto ids = completion::collect_ids(*rubric);
  Output output(context.invocation.options.value(Option::output));
  output.write(shell == "bash" ? completion::render_bash(ids)
                               : completion::render_zsh(ids, context.settings.language));
  return output.finish(context.messages);
}

}  // namespace upstream::app
