#include "input_options.hpp"

#include <string>

#include <fmt/format.h>

#include "input.hpp"
#include "operand.hpp"
#include "upstream/config/load.hpp"

namespace upstream::app {

Checked<InputRules> read_input_rules(const Invocation& invocation) {
  InputRules rules;
  rules.excluded_from = invocation.exclude_from;
  if (const auto name = invocation.options.value(Option::stdin_filename))
    rules.standard_input_name = std::string(*name);
  const auto& globs = invocation.options.all(Option::exclude);
  for (std::size_t i = 0; i < globs.size(); ++i) {
    const auto wrong = rules.excluded.add_line(globs[i]);
    if (!wrong) continue;
    const auto origin = invocation.options.origin(Option::exclude, i);
    return Complaint{{fmt::format("{} の「{}」: {}", origin, globs[i], wrong->ja),
                      fmt::format("{} '{}': {}", origin, globs[i], wrong->en)},
                     {}};
  }
  return rules;
}

Checked<std::optional<int>> read_expiring_within(const Options& options) {
  const auto text = options.value(Option::expiring_within);
  if (!text) return std::optional<int>();
  if (const auto days = parse_days(*text)) return days;
  const auto origin = options.origin(Option::expiring_within);
  return Complaint{{fmt::format("{} の値「{}」は 0 から {} までの日数ではない", origin, *text, kMostDays),
                    fmt::format("{} '{}' is no number of days from 0 to {}", origin, *text, kMostDays)},
                   {"90d のように書いてください", "write it like 90d"}};
}

bool is_file_of_the_run(const InputFile& input, const Options& options) {
  if (is_standard_input(input.path)) return false;
  for (const auto option : {Option::baseline, Option::rubric, Option::output}) {
    const auto path = options.value(option);
    if (path && is_same_file(std::string(*path), input.path)) return true;
  }
  return false;
}

}  // namespace upstream::app
