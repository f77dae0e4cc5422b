#pragma once

#include <cstddef>
#include <string>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

struct DiagnosticsTextOptions {
  Language language = Language::ja;
  bool color = false;
  std::size_t most = 100;  ///< shown; the rest is counted in a last line
};

/// `path:line:col: severity: message [rule]`, the line of the source, a caret under the place (right under
/// wide characters), notes and help. Long lines are shown around the caret. Empty where nothing was found.
[[nodiscard]] std::string render_diagnostics_text(const SourceFile& source, const Diagnostics& diagnostics,
                                                  const DiagnosticsTextOptions& options);

}  // namespace upstream
