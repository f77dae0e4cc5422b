#pragma once

#include "messages.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::app {

/// On stderr, with the lines of the source. When quiet only the errors.
void say_diagnostics(const SourceFile& source, const Diagnostics& diagnostics, const Messages& messages);

}  // namespace upstream::app
