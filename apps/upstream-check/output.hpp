#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "descriptor.hpp"
#include "exit_code.hpp"
#include "messages.hpp"

namespace upstream::app {

enum class Overwrite : std::uint8_t { allowed, refused };

/// Whether the name means the standard output itself: what stands behind it is written on, not replaced.
[[nodiscard]] bool is_standard_output(std::string_view path);

/// Where the result goes as it is written: stdout, or a file that is put in place whole or not at all.
class Output {
 public:
  explicit Output(std::optional<std::string_view> path, Overwrite overwrite = Overwrite::allowed);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// What was not finished leaves no trace.
  ~Output();

  void write(std::string_view text);
  /// The file is only replaced while it still holds these bytes; else it is left alone, and finish says so.
  void replace_only(std::string bytes) { expected_ = std::move(bytes); }
  /// Whether what is written still arrives. `finish` says why not.
  [[nodiscard]] bool works() const { return error_ == 0; }
  [[nodiscard]] bool is_stdout() const { return !path_; }

  /// Puts the file in place; says on stderr what did not work. A reader that went away (`| head`) hears
  /// nothing. Without a single write, even of nothing, no file is made.
  [[nodiscard]] ExitCode finish(const Messages& messages);

 private:
  [[nodiscard]] int open();
  [[nodiscard]] int put_in_place();
  [[nodiscard]] ExitCode complain(const Messages& messages) const;

  std::optional<std::string> path_;
  Overwrite overwrite_;
  Descriptor file_{-1};
  std::string target_;     ///< behind symbolic links, which are to stay as they are
  std::string temporary_;  ///< beside it; empty for a device or pipe, which is written on, never replaced
  std::optional<std::string> expected_;
  int error_ = 0;
};

}  // namespace upstream::app
