#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace upstream::app {

enum class Command : std::uint8_t {
  assess,
  validate,
  batch,
  team,
  plan,
  whatif,
  compare,
  timeline,
  explain,
  rubric,
  schema,
  init,
  completion
};

[[nodiscard]] std::string_view id(Command command);
[[nodiscard]] std::optional<Command> find_command(std::string_view word);
/// In the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> command_names();

/// Whether its operands are names of files.
[[nodiscard]] bool reads_files(Command command);

}  // namespace upstream::app
