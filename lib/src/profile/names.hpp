#pragma once

#include <cstdint>
#include <optional>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream {

/// Looks up names of the profile in the rubric and says what was wrong with them.
class NameReader {
 public:
  NameReader(const Rubric& rubric, Diagnostics& diagnostics) : rubric_(rubric), diagnostics_(diagnostics) {}

  /// Nothing where the name is unknown, ambiguous or no part of the ladder; that has been reported.
  [[nodiscard]] std::optional<std::uint16_t> find(NameKind kind, yaml::Node name);
  void report_unknown(NameKind kind, yaml::Node name);

 private:
  [[nodiscard]] Text known_ids(NameKind kind) const;

  const Rubric& rubric_;
  Diagnostics& diagnostics_;
};

}  // namespace upstream
