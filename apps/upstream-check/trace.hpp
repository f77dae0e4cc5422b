#pragma once

#include <chrono>
#include <memory>

#include <spdlog/logger.h>

namespace upstream::app {

/// What --verbose tells on stderr; silent without it. Quoted names must have been made harmless.
[[nodiscard]] std::shared_ptr<spdlog::logger> make_trace(bool verbose);

class Stopwatch {
 public:
  [[nodiscard]] double milliseconds() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace upstream::app
