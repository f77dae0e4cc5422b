#pragma once

#include <string>

#include "builder.hpp"

namespace upstream::yaml {

/// Feeds the events of yaml-cpp to the builder. `text` has the length of the source and its places. False
/// where the text is no YAML or goes beyond a limit; the reason has been reported.
[[nodiscard]] bool read_with_yaml_cpp(const SourceFile& source, const std::string& text, Builder& builder,
                                      Diagnostics& diagnostics);

}  // namespace upstream::yaml
