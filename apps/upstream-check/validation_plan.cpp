#include "validation_plan.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "baseline_file.hpp"
#include "input_options.hpp"
#include "operand.hpp"
#include "requirements.hpp"

namespace upstream::app {
std::optional<Complaint> check_validation(const Invocation& invocation) {
  const auto& options = invocation.options;
  const auto& operands = invocation.operands;
  if (operands.empty()) {
    return Complaint{
        {"調べるファイルもフォルダーもない", "no file or folder is given"},
        {"例: upstream-check validate profiles", "for example: upstream-check validate profiles"}};
  }
  if (auto error = check_standard_input(invocation)) return error;
  const bool reads_stdin = std::any_of(operands.begin(), operands.end(), is_standard_input);
  if (reads_stdin && options.given(Option::fix)) {
    return Complaint{{"標準入力は書き換えられない", "standard input cannot be fixed in place"},
                     {"--diff なら標準入力にも使えます", "--diff works with it"}};
  }
  if (options.given(Option::fix) && options.given(Option::diff)) {
    return Complaint{
        {"--fix と --diff は一緒に使えない", "--fix and --diff exclude each other"},
        {"--diff は書き換えずに差分だけを出します", "--diff only shows what --fix would change"}};
  }
  const bool takes_stdout =
      std::any_of(options.all(Option::format).begin(), options.all(Option::format).end(),
                  [](const std::string& value) { return value.find('=') == std::string::npos; });
  if (options.given(Option::diff) && takes_stdout) {
    return Complaint{
        {"--diff の結果は差分なので、形式はファイルに書く", "the result of --diff is the difference"},
        {"例: --diff --format json=out.json", "give formats a file: --diff --format json=out.json"}};
  }
  return std::nullopt;
}

Checked<ValidationPlan> read_validation_plan(const Context& context, const Rubric& rubric) {
  const auto& options = context.invocation.options;
  ValidationPlan plan;
  auto formats = read_validation_formats(options);
  if (auto* error = std::get_if<Complaint>(&formats)) return std::move(*error);
  plan.formats = std::move(std::get<std::vector<FormatRequest>>(formats));
  // The difference is then the result.
  if (options.given(Option::diff) && !options.given(Option::format)) plan.formats.clear();
  auto inputs = read_input_rules(context.invocation);
  if (auto* error = std::get_if<Complaint>(&inputs)) return std::move(*error);
  plan.inputs = std::move(std::get<InputRules>(inputs));
  auto requirements = read_requirements(options, rubric, context.messages);
  if (auto* error = std::get_if<Complaint>(&requirements)) return std::move(*error);
  auto days = read_expiring_within(options);
  if (auto* error = std::get_if<Complaint>(&days)) return std::move(*error);
  auto baseline = read_baseline(context);
  if (auto* error = std::get_if<Complaint>(&baseline)) return std::move(*error);
  plan.baseline = std::move(std::get<std::optional<Baseline>>(baseline));
  plan.options = {context.settings.day, context.settings.today, std::get<std::optional<int>>(days),
                  std::move(std::get<Requirements>(requirements))};
  return plan;
}

}  // namespace upstream::app
