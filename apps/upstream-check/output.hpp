#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "exit_code.hpp"
#include "messages.hpp"

namespace upstream::app {

enum class Overwrite : std::uint8_t { allowed, refused };

/// Where the result goes: stdout at once, or a file whole or not at all.
class Output {
 public:
  explicit Output(std::optional<std::string_view> path, Overwrite overwrite = Overwrite::allowed);

  void write(std::string_view text);

  /// Puts the file in place; says on stderr what did not work. A reader that went away (`| head`) hears
  /// nothing. Without a single write no file is made.
  [[nodiscard]] ExitCode finish(const Messages& messages);

 private:
  std::optional<std::string> path_;
  Overwrite overwrite_;
  std::string collected_;
  int error_ = 0;
};

}  // namespace upstream::app
