#pragma once

#include "layout.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

/// "path:line:column: ", or "path: " where a finding has no place.
[[nodiscard]] layout::Line place_line(const SourceFile& source, Position at);

/// Place, severity, message and rule.
[[nodiscard]] layout::Line diagnostic_line(const SourceFile& source, const Diagnostic& diagnostic,
                                           Language language);

/// A finding as a terminal shows it: place, severity, message and rule; the line of the source with carets;
/// help and notes.
[[nodiscard]] layout::Lines diagnostic_lines(const SourceFile& source, const Diagnostic& diagnostic,
                                             Language language);

}  // namespace upstream
