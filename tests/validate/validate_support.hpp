#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "upstream/validate/validate.hpp"

namespace upstream::test {

/// One file, validated for 2026-10-31 under the built-in rubric and settled by itself.
[[nodiscard]] ValidatedFile validated(std::string_view text, std::string_view path = "profile.yaml",
                                      const Baseline* baseline = nullptr, ValidateOptions options = {});

/// "7:12 warning certification-lapsed", with " (suppressed)" behind those that do not count.
[[nodiscard]] std::vector<std::string> findings_of(const ValidatedFile& file);

}  // namespace upstream::test
