#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "upstream/text/text.hpp"

namespace upstream::app {

enum class Reading : std::uint8_t { read, absent, directory, unreadable };

struct Input {
  Reading reading = Reading::unreadable;
  std::string bytes;  ///< the first 1 MiB and a little more, so that the reader sees that it is too large
  Text reason;        ///< why it was not read
};

/// Reads a regular file; opens nothing else, so that no FIFO is waited for and no device touched.
[[nodiscard]] Input read_file(const std::string& path);

[[nodiscard]] Input read_standard_input();

/// Whether both names lead to one existing file.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

}  // namespace upstream::app
