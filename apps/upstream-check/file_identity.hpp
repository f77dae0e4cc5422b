#pragma once

#include <utility>

#include <sys/stat.h>

namespace upstream::app {

/// Device and number: what two names of one file or folder have in common, be it by a symbolic or a hard
/// link.
using FileIdentity = std::pair<dev_t, ino_t>;

[[nodiscard]] inline FileIdentity identity_of(const struct stat& status) {
  return {status.st_dev, status.st_ino};
}

}  // namespace upstream::app
