#include "first_error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace upstream {

std::string first_error(const BatchEntry& entry, Language language) {
  const auto items = entry.report.diagnostics.items();
  const auto error = std::find_if(items.begin(), items.end(),
                                  [](const Diagnostic& found) { return found.severity == Severity::error; });
  if (error == items.end()) return {};
  const auto& at = error->span.begin;
  const auto place = at.line == 0 ? std::string() : fmt::format("{}:{} ", at.line, at.column);
  return fmt::format("{}{} [{}]", place, error->message.in(language), rule_info(error->rule).id);
}

}  // namespace upstream
