#include "input_options.hpp"

#include <string>

#include <fmt/format.h>

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

}  // namespace upstream::app
