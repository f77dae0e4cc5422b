#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace upstream {

enum class Language : std::uint8_t { ja, en };

/// A sentence in both languages. Whatever a user may see is one of these until the moment it is rendered.
struct Text {
  std::string ja;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
  bool operator==(const Text&) const = default;
};

}  // namespace upstream
