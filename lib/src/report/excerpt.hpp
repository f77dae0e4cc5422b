#pragma once

#include <cstddef>
#include <string>

#include "upstream/source/source_file.hpp"

namespace upstream {

/// A line of the source as a terminal shows it, harmless, and where in it the carets stand. In columns.
struct Excerpt {
  std::string text;
  std::size_t caret = 0;
  std::size_t length = 1;
};

/// The first line of `span`, cut with … around its beginning where it is long.
[[nodiscard]] Excerpt excerpt_of(const SourceFile& source, Span span);

}  // namespace upstream
