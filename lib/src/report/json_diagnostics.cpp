#include <algorithm>

#include "json_value.hpp"

namespace upstream::json {

void add_span(Json& object, const Span& span) {
  const auto number = [](std::uint32_t value) { return value == 0 ? Json(nullptr) : Json(value); };
  object["line"] = number(span.begin.line);
  object["column"] = number(span.begin.column);
  object["end_line"] = number(span.end.line);
  object["end_column"] = number(span.end.column);
}

Json diagnostic(const Diagnostic& diagnostic, Language language) {
  Json object{{"rule", rule_info(diagnostic.rule).id}, {"severity", id(diagnostic.severity)}};
  add_span(object, diagnostic.span);
  object["message"] = diagnostic.message.in(language);
  object["help"] = diagnostic.help.in(language);
  auto notes = Json::array();
  for (const auto& note : diagnostic.notes) {
    auto entry = Json::object();
    add_span(entry, note.span);
    entry["message"] = note.message.in(language);
    notes.push_back(std::move(entry));
  }
  object["notes"] = std::move(notes);
  return object;
}

Json diagnostics(const Diagnostics& diagnostics, Language language) {
  std::vector<const Diagnostic*> shown;
  for (const auto& diagnostic : diagnostics.items()) shown.push_back(&diagnostic);
  if (shown.size() > kMostDiagnostics) {
    // A hundred notes must not hide the error behind them: the most severe are kept, then put back in order.
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto* a, const auto* b) { return a->severity > b->severity; });
    shown.resize(kMostDiagnostics);
    std::sort(shown.begin(), shown.end());
  }
  auto all = Json::array();
  for (const auto* diagnostic : shown) all.push_back(json::diagnostic(*diagnostic, language));
  return all;
}

}  // namespace upstream::json
