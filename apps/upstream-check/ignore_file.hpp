#pragma once

#include <optional>
#include <string>

#include "upstream/text/ignore_rules.hpp"
#include "upstream/text/text.hpp"

namespace upstream::app {

struct IgnoreFile {
  text::IgnoreRules rules;
  std::optional<Text> fault;  ///< why the file, or a line of it, was passed over
};

/// A `.gitignore`; without rules where there is none. Like git it follows no symbolic link to one.
[[nodiscard]] IgnoreFile read_ignore_file(const std::string& path);

}  // namespace upstream::app
