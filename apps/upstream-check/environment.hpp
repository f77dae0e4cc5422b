#pragma once

#include <cstdlib>
#include <string_view>

namespace upstream::app {

/// Empty where the variable is not set: every one that is read here means nothing when it is empty.
[[nodiscard]] inline std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace upstream::app
