#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "command.hpp"
#include "options.hpp"
#include "upstream/text/text.hpp"

namespace upstream::app {

/// What --help prints: of the whole program, or of one command.
[[nodiscard]] std::string help(std::optional<Command> command, Language language);

/// Whether the option is of use with the command; others may be taken without a word.
[[nodiscard]] bool is_in_help_of(Option option, Command command);

// The line that --help has on it.
[[nodiscard]] std::string_view summary(Option option, Command command, Language language);
[[nodiscard]] std::string_view summary(Command command, Language language);

}  // namespace upstream::app
