#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "upstream/source/source_file.hpp"

namespace upstream {

/// The one safe answer to a finding: what to write in place of a scalar of the input.
struct Fix {
  enum class Kind : std::uint8_t {
    word,  ///< a string: quoted as it was before, or where it has to be
    bare,  ///< a number or boolean: quotes go
  };
  Span span;         ///< of the scalar
  std::string from;  ///< the scalar as read
  std::string to;
  Kind kind = Kind::word;
};

/// Bytes of a text to replace.
struct Edit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;
};

/// The bytes that `fix` changes, and no other. Nothing where the scalar is not written on one line, plain or
/// quoted, so that its neighbours would change too.
[[nodiscard]] std::optional<Edit> edit_of(const Fix& fix, const SourceFile& source);

}  // namespace upstream
