#include "command.hpp"

#include <algorithm>
#include <array>

namespace upstream::app {
namespace {

constexpr std::array<std::string_view, 9> kCommands{"assess", "validate", "batch", "team",      "explain",
                                                    "rubric", "schema",   "init",  "completion"};
constexpr std::array<std::string_view, 4> kReserved{"plan", "whatif", "compare", "timeline"};

}  // namespace

std::string_view id(Command command) { return kCommands[static_cast<std::size_t>(command)]; }

std::optional<Command> find_command(std::string_view word) {
  const auto found = std::find(kCommands.begin(), kCommands.end(), word);
  if (found == kCommands.end()) return std::nullopt;
  return static_cast<Command>(found - kCommands.begin());
}

std::span<const std::string_view> command_names() { return kCommands; }

bool is_reserved(std::string_view word) {
  return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}

}  // namespace upstream::app
