#include "say_diagnostics.hpp"

#include "upstream/report/diagnostics_text.hpp"

namespace upstream::app {
namespace {

Diagnostics errors_of(const Diagnostics& diagnostics) {
  Diagnostics errors;
  for (const auto& found : diagnostics.items()) {
    if (found.severity != Severity::error) continue;
    errors.report(found.rule, found.severity, found.span, found.message, found.help).notes = found.notes;
  }
  return errors;
}

}  // namespace

void say_diagnostics(const SourceFile& source, const Diagnostics& diagnostics, const Messages& messages) {
  const DiagnosticsTextOptions options{messages.language(), messages.color()};
  if (messages.quiet()) {
    messages.rendered(render_diagnostics_text(source, errors_of(diagnostics), options));
  } else {
    messages.rendered(render_diagnostics_text(source, diagnostics, options));
  }
}

}  // namespace upstream::app
