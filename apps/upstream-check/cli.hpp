#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "complaint.hpp"
#include "options.hpp"

namespace upstream::app {

/// The command line, sorted. The first word that is no option is a command or a FILE, never both; what
/// follows `--` is never a command.
struct Invocation {
  Command command = Command::assess;
  bool named = false;  ///< the command was written, not taken for granted
  std::vector<std::string> operands;
  Options options;
  std::string
      exclude_from;  ///< the folder that the globs of --exclude are relative to; empty: the working one
};

/// `arguments` without the name of the program.
[[nodiscard]] Checked<Invocation> parse_command_line(std::span<const std::string> arguments);

/// The language asked for, wherever it stands: complaints about the rest of the command line are made in it.
[[nodiscard]] std::optional<std::string_view> find_language(std::span<const std::string> arguments);

/// Whether --no-config is given: the settings file has a say in the language of complaints too.
[[nodiscard]] bool has_no_config(std::span<const std::string> arguments);

}  // namespace upstream::app
