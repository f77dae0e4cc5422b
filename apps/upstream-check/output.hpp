#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "exit_code.hpp"
#include "messages.hpp"

namespace upstream::app {

enum class Overwrite : std::uint8_t { allowed, refused };

/// Whether the name means the standard output itself: what stands behind it is written on, not replaced.
[[nodiscard]] bool is_standard_output(std::string_view path);

/// Where the result goes: stdout at once, or a file whole or not at all.
class Output {
 public:
  explicit Output(std::optional<std::string_view> path, Overwrite overwrite = Overwrite::allowed);

  void write(std::string_view text);
  /// The file is only replaced while it still holds these bytes; else it is left alone, and finish says so.
  void replace_only(std::string bytes) { expected_ = std::move(bytes); }

  /// Puts the file in place; says on stderr what did not work. A reader that went away (`| head`) hears
  /// nothing. Without a single write, even of nothing, no file is made.
  [[nodiscard]] ExitCode finish(const Messages& messages);

 private:
  std::optional<std::string> path_;
  Overwrite overwrite_;
  std::string collected_;
  std::optional<std::string> expected_;
  bool written_ = false;
  int error_ = 0;
};

}  // namespace upstream::app
