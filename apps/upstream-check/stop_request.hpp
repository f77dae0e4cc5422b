#pragma once

#include <array>
#include <atomic>
#include <csignal>

#include "descriptor.hpp"

namespace upstream::app {

/// Asks long work to end at its next step: set by SIGINT, SIGTERM and SIGHUP while it lives, or by whoever
/// sees no sense in going on. A signal that the caller of the program has switched off stays so; a second one
/// ends the program at once. One at a time.
class StopRequest {
 public:
  StopRequest();
  StopRequest(const StopRequest&) = delete;
  StopRequest& operator=(const StopRequest&) = delete;
  ~StopRequest();

  void make();
  [[nodiscard]] bool is_made() const;
  [[nodiscard]] bool by_signal() const;

  /// Waits until there is something to read, or an end, or a request. False for the last.
  [[nodiscard]] bool wait_for_input(int descriptor) const;

 private:
  static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

  Descriptor reading_{-1};  ///< becomes readable with the request
  Descriptor writing_{-1};
  std::atomic<bool> made_ = false;
  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace upstream::app
