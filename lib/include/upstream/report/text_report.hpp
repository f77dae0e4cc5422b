#pragma once

#include <cstddef>
#include <string>

#include "upstream/report/file_report.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

struct TextOptions {
  Language language = Language::ja;
  std::size_t width = 80;  ///< terminal columns, 60 or more
  bool color = false;
  bool everything = false;  ///< --all: every gap, every skill, the whole ledger
};

/// The report an engineer reads at a terminal. `report` must be ok. Ends with a line break; no escape
/// sequence unless `color`; text of the profile is made harmless.
[[nodiscard]] std::string render_text(const FileReport& report, const TextOptions& options);

}  // namespace upstream
