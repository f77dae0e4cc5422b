#pragma once

#include <cstddef>
#include <optional>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream::yaml {

struct Limits {
  std::size_t bytes = 1024 * 1024;
  std::size_t depth = 32;
  std::size_t entries = 2000;  ///< in one collection
};

/// The only way from text to a tree, whatever parser does the work: checks the bytes, then the YAML, then
/// duplicate keys. Reports everything it finds; a document comes back only where it is whole and usable.
[[nodiscard]] std::optional<Document> read(const SourceFile& source, Diagnostics& diagnostics,
                                           const Limits& limits = {});

}  // namespace upstream::yaml
