#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "complaint.hpp"
#include "options.hpp"

namespace upstream::app {

/// In the order of `formats_of`.
enum class ValidationFormat : std::uint8_t { text, json, sarif, junit, github, gitlab };

struct FormatRequest {
  ValidationFormat format = ValidationFormat::text;
  std::optional<std::string> file;  ///< absent: -o, or standard output
};

/// What `--format NAME` and `--format NAME=FILE` ask for, in their order; text where nothing is asked. Each
/// file once, and at most one format without a file.
[[nodiscard]] Checked<std::vector<FormatRequest>> read_validation_formats(const Options& options);

}  // namespace upstream::app
