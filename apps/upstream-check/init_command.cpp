#include <fmt/format.h>

#include "commands.hpp"
#include "output.hpp"
#include "upstream/report/explain.hpp"

namespace upstream::app {

ExitCode run_init(const Context& context) {
  const auto& operands = context.invocation.operands;
  const auto& options = context.invocation.options;
  if (!operands.empty()) {
    context.messages.error({{"init はファイル名を -o で受け取る", "init takes the name of the file with -o"},
                            {fmt::format("upstream-check init -o {}", operands.front()),
                             fmt::format("upstream-check init -o {}", operands.front())}});
    return ExitCode::usage;
  }
  Output output(options.value(Option::output),
                options.given(Option::force) ? Overwrite::allowed : Overwrite::refused);
  output.write(profile_template(context.settings.language));
  return output.finish(context.messages);
}

}  // namespace upstream::app
