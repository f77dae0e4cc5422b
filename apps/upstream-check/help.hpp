#pragma once

#include <optional>
#include <string>

#include "command.hpp"
#include "upstream/text/text.hpp"

namespace upstream::app {

/// What --help prints: of the whole program, or of one command.
[[nodiscard]] std::string help(std::optional<Command> command, Language language);

}  // namespace upstream::app
