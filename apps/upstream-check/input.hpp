#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "upstream/text/text.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::app {

enum class Reading : std::uint8_t { read, absent, directory, unreadable };

struct Input {
  Reading reading = Reading::unreadable;
  std::string bytes;  ///< the first 1 MiB and a little more, so that the reader sees that it is too large
  Text reason;        ///< why it was not read
};

/// One byte more than allowed shows that a profile is too large, three more that it still is without a byte
/// order mark.
inline constexpr std::size_t kMostBytes = yaml::Limits{}.bytes + 4;

/// Reads a regular file; opens nothing else, so that no FIFO is waited for and no device touched.
/// At most `most` bytes of it.
[[nodiscard]] Input read_file(const std::string& path, std::size_t most = kMostBytes);

[[nodiscard]] Input read_standard_input();

/// Whether both names lead to one existing file.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

}  // namespace upstream::app
