#include "upstream/diagnostic/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace upstream {

Diagnostic& Diagnostics::report(Rule rule, Span span, Text message, Text help) {
  return report(rule, rule_info(rule).severity, span, std::move(message), std::move(help));
}

Diagnostic& Diagnostics::report(Rule rule, Severity severity, Span span, Text message, Text help) {
  ++counts_[static_cast<std::size_t>(severity)];
  // A note must not push out an error: past the limit the last place is reused.
  if (items_.size() == kKept) items_.pop_back();
  items_.push_back({rule, severity, span, std::move(message), std::move(help), {}, std::nullopt});
  return items_.back();
}

void Diagnostics::sort() {
  std::stable_sort(items_.begin(), items_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span, a.rule) < std::tie(b.span, b.rule);
  });
}

}  // namespace upstream
