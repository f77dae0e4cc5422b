#pragma once

#include <optional>
#include <string>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::yaml {

/// Looks at the bytes before any parser does: encoding and control characters. Where those are the only
/// trouble, the result is the text with every control character replaced by harmless bytes, as many (so that
/// the YAML can be read for the errors in it); nothing where the bytes are not UTF-8. An empty optional
/// inside means "use the source as it is".
struct CheckedBytes {
  bool readable = true;
  std::optional<std::string> replaced;
};
[[nodiscard]] CheckedBytes check_bytes(const SourceFile& source, Diagnostics& diagnostics);

}  // namespace upstream::yaml
