#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream {

/// Says of a place in a document by which keys it is reached. Items of lists have no number in it, so that a
/// new item does not rename those behind it.
class KeyPaths {
 public:
  KeyPaths() = default;  ///< of a file that could not be read: every place is the same
  explicit KeyPaths(const yaml::Document& document);

  /// A hash of the keys that lead to the node at or before the place.
  [[nodiscard]] std::uint64_t at(Position place) const;

 private:
  void add(yaml::Node node, std::uint64_t path);

  struct Place {
    Position begin;
    std::uint64_t path;
  };
  std::vector<Place> places_;  ///< ascending
};

/// What tells a finding from others but for its line: rule, keys, and the text it points at.
[[nodiscard]] std::uint64_t finding_key(const Diagnostic& diagnostic, const SourceFile& source,
                                        const KeyPaths& paths);

}  // namespace upstream
