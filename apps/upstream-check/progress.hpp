#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "upstream/text/text.hpp"

namespace upstream::app {

/// The line that tells how far long work has come. Knows no clock and no terminal: what it gives is to be
/// written as it is.
class Progress {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::milliseconds kSilence{1000};  ///< quick work shows nothing
  static constexpr std::chrono::milliseconds kInterval{100};  ///< between two lines

  Progress(Language language, Time begin, std::optional<std::size_t> total)
      : language_(language), begin_(begin), total_(total), shown_(begin) {}

  /// The next line, or nothing while it is too soon for one.
  [[nodiscard]] std::string advance(std::size_t done, Time now);
  /// What takes the line away, if one is shown. It comes back with `advance`.
  [[nodiscard]] std::string erase();

 private:
  [[nodiscard]] std::string line(std::size_t done, double seconds) const;

  Language language_;
  Time begin_;
  std::optional<std::size_t> total_;
  Time shown_;
  bool is_visible_ = false;
};

}  // namespace upstream::app
