#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upstream {

/// For each line of a text (by its number, from 1; [0] is empty) the hash by which GitHub recognises a place
/// in the next commit: `partialFingerprints.primaryLocationLineHash`. As github/codeql-action makes it: a
/// rolling hash of the 100 UTF-16 units from the line's beginning on, blanks left out, all line breaks alike,
/// in hexadecimal, and how often it has come so far.
[[nodiscard]] std::vector<std::string> line_hashes(std::string_view text);

}  // namespace upstream
