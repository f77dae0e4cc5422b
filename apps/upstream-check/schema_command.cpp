#include <array>

#include <fmt/format.h>

#include "commands.hpp"
#include "did_you_mean.hpp"
#include "output.hpp"
#include "upstream/report/json_report.hpp"

namespace upstream::app {
namespace {

struct Schema {
  std::string_view name;
  std::string_view (*text)();
};

constexpr std::array kSchemas{Schema{"assessment", &assessment_schema}};

constexpr auto kNames = [] {
  std::array<std::string_view, kSchemas.size()> names{};
  for (std::size_t i = 0; i < kSchemas.size(); ++i) names[i] = kSchemas[i].name;
  return names;
}();

}  // namespace

std::span<const std::string_view> schema_names() { return kNames; }

ExitCode run_schema(const Context& context) {
  const auto& operands = context.invocation.operands;
  const Text list{fmt::format("名前は {}", fmt::join(kNames, " ")),
                  fmt::format("the names are: {}", fmt::join(kNames, ", "))};
  if (operands.size() != 1) {
    context.messages.error({{"schema には名前を一つだけ渡す", "schema takes one name"}, list});
    return ExitCode::usage;
  }
  for (const auto& schema : kSchemas) {
    if (schema.name != operands.front()) continue;
    Output output(context.invocation.options.value(Option::output));
    output.write(schema.text());
    return output.finish(context.messages);
  }
  const auto near = did_you_mean(operands.front(), kNames);
  context.messages.error({{fmt::format("スキーマ「{}」はない", operands.front()),
                           fmt::format("there is no schema '{}'", operands.front())},
                          near.en.empty() ? list : near});
  return ExitCode::usage;
}

}  // namespace upstream::app
