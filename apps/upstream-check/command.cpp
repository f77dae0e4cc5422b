#include "command.hpp"

#include <algorithm>
#include <array>

namespace upstream::app {
namespace {

constexpr std::array<std::string_view, 13> kCommands{"assess", "validate", "batch",     "team",    "plan",
                                                     "whatif", "compare",  "timeline",  "explain", "rubric",
                                                     "schema", "init",     "completion"};

}  // namespace

std::string_view id(Command command) { return kCommands[static_cast<std::size_t>(command)]; }

std::optional<Command> find_command(std::string_view word) {
  const auto found = std::find(kCommands.begin(), kCommands.end(), word);
  if (found == kCommands.end()) return std::nullopt;
  return static_cast<Command>(found - kCommands.begin());
}

std::span<const std::string_view> command_names() { return kCommands; }

bool reads_files(Command command) {
  switch (command) {
    case Command::assess:
    case Command::validate:
    case Command::batch:
    case Command::team:
    case Command::plan:
    case Command::whatif:
    case Command::compare:
    case Command::timeline:
      return true;
    case Command::explain:
    case Command::rubric:
    case Command::schema:
    case Command::init:
    case Command::completion:
      break;
  }
  return false;
}

}  // namespace upstream::app
