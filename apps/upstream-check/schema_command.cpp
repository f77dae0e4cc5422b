#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "commands.hpp"
#include "did_you_mean.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "upstream/batch/record.hpp"
#include "upstream/plan/plan.hpp"
#include "upstream/report/json_report.hpp"
#include "upstream/report/json_schema.hpp"
#include "upstream/team/team_report.hpp"
#include "upstream/validate/validation_report.hpp"
#include "upstream/ways/compare.hpp"
#include "upstream/ways/timeline.hpp"
#include "upstream/ways/whatif.hpp"

namespace upstream::app {
namespace {

struct Schema {
  std::string_view name;
  std::optional<std::string> (*text)(const Context&);  ///< nothing where the rubric is no good
};

std::optional<std::string> profile_schema(const Context& context) {
  const auto rubric = load_rubric_in_use(context);
  return rubric ? std::optional(render_profile_schema(*rubric)) : std::nullopt;
}

constexpr std::array kSchemas{
    Schema{"profile", &profile_schema},
    Schema{"assessment", [](const Context&) { return std::optional(std::string(assessment_schema())); }},
    Schema{"validation", [](const Context&) { return std::optional(std::string(validation_schema())); }},
    Schema{"team", [](const Context&) { return std::optional(std::string(team_schema())); }},
    Schema{"plan", [](const Context&) { return std::optional(std::string(plan_schema())); }},
    Schema{"whatif", [](const Context&) { return std::optional(std::string(whatif_schema())); }},
    Schema{"compare", [](const Context&) { return std::optional(std::string(comparison_schema())); }},
    Schema{"timeline", [](const Context&) { return std::optional(std::string(timeline_schema())); }},
    Schema{"rubric", [](const Context&) { return std::optional(render_rubric_schema()); }},
    Schema{"settings", [](const Context&) { return std::optional(render_settings_schema()); }},
    Schema{"batch", [](const Context&) { return std::optional(std::string(batch_schema())); }},
};

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
    const auto text = schema.text(context);
    if (!text) return ExitCode::usage;
    Output output(context.invocation.options.value(Option::output));
    output.write(*text);
    return output.finish(context.messages);
  }
  const auto near = did_you_mean(operands.front(), kNames);
  context.messages.error({{fmt::format("スキーマ「{}」はない", operands.front()),
                           fmt::format("there is no schema '{}'", operands.front())},
                          near.en.empty() ? list : near});
  return ExitCode::usage;
}

}  // namespace upstream::app
