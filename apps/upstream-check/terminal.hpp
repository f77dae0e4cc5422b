#pragma once

#include <cstddef>
#include <cstdint>

namespace upstream::app {

enum class ColorChoice : std::uint8_t { automatic, always, never };

/// Whether to colour what goes to this descriptor: the choice, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE,
/// CLICOLOR=0, TERM=dumb, and last whether it is a terminal.
[[nodiscard]] bool use_color(ColorChoice choice, int descriptor);

/// Whether a drawing has to make do with ASCII: TERM=dumb, or a locale (LC_ALL, LC_CTYPE, LANG: the first
/// that is set) whose character set is not UTF-8. Where none is set nothing is known against UTF-8.
[[nodiscard]] bool terminal_is_ascii();

inline constexpr std::size_t kNarrowest = 60;
inline constexpr std::size_t kWidest = 200;

/// Columns of the terminal at stdout (where `ask_terminal`), else COLUMNS, else 80; within the two bounds.
[[nodiscard]] std::size_t terminal_width(bool ask_terminal);

}  // namespace upstream::app
