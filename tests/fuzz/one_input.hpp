#pragma once

#include <string>
#include <string_view>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::test {

/// Takes `bytes` all the way that a profile goes: read, assessed for a fixed day, rendered in every format.
/// The first promise that the library broke on the way, in words; empty where it kept them all.
[[nodiscard]] std::string broken_promise(std::string_view bytes);

/// Whether every diagnostic lies inside the lines of the file and begins before it ends; the first that does
/// not, in words.
[[nodiscard]] std::string misplaced(const Diagnostics& diagnostics, const SourceFile& source);

}  // namespace upstream::test
