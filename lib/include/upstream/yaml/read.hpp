#pragma once

#include <cstddef>
#include <cstdint>
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

/// The fast lane (libyaml) takes what both parsers read alike; everything else goes to yaml-cpp, whose word
/// is final. The result does not depend on the lane: `careful` is there so that tests and benchmarks can hold
/// the two together.
enum class Lane : std::uint8_t { fast, careful };

/// The only way from text to a tree, whatever parser does the work: checks the bytes, then the YAML, then
/// duplicate keys. Reports everything it finds; a document comes back only where it is whole and usable.
[[nodiscard]] std::optional<Document> read(const SourceFile& source, Diagnostics& diagnostics,
                                           const Limits& limits = {}, Lane lane = Lane::fast);

/// Whether the fast lane would take the text. For tests and benchmarks.
[[nodiscard]] bool takes_fast_lane(const SourceFile& source, const Limits& limits = {});

}  // namespace upstream::yaml
