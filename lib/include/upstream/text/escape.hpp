#pragma once

#include <string>
#include <string_view>

namespace upstream::text {

/// `text` as it may stand in a terminal or a log: control characters, bidirectional overrides, line and
/// paragraph separators, invisible and private code points become \u{…}, invalid bytes \x…. One line in, one
/// line out. Nor can a CI runner take any of it for a command.
[[nodiscard]] std::string printable(std::string_view text);

/// `printable`, cut to `columns` terminal columns with … where it is longer.
[[nodiscard]] std::string printable(std::string_view text, std::size_t columns);

/// Whether `text` begins with `##[` or `##name[`, which runners of GitHub and Azure obey anywhere in a line.
[[nodiscard]] bool begins_old_command(std::string_view text);

}  // namespace upstream::text
