#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "upstream/rubric/rubric.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream {

struct FixedText {
  std::string text;       ///< as SourceFile::text(): without a byte order mark
  std::size_t fixes = 0;  ///< how many were applied; 0: the text is the same
};

/// The text with every finding mended that has one safe answer, but for those that a comment suppresses. No
/// byte outside of the scalars in question changes. Fixing the result again changes nothing, and no fix makes
/// a key or an entry stand twice: one that would is left out.
[[nodiscard]] FixedText fix_profile(const SourceFile& source, const Rubric& rubric);

/// The difference between two texts of the same number of lines, as `diff -u` writes it and `patch` reads it;
/// empty where there is none. Invisible characters are escaped.
[[nodiscard]] std::string render_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace upstream
