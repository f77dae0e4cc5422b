#pragma once

#include <string>
#include <string_view>

namespace upstream::json {

/// `text` as a JSON string, quotes included: the bytes that `dump_line` gives for it, without a value being
/// made first.
void append_string(std::string& out, std::string_view text);

/// A JSON text in which whatever is invisible or turns the direction of a line is escaped, and what a CI
/// runner would take for a command to itself. JSON has such characters inside strings only.
[[nodiscard]] std::string escape_invisible(std::string_view text);

}  // namespace upstream::json
