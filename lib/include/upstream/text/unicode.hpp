#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Unicode as this project needs it, over utf8proc. Every function but `invalid_utf8_at` expects valid UTF-8.
namespace upstream::text {

/// Byte offset of the first byte that is not well-formed UTF-8, or nothing.
[[nodiscard]] std::optional<std::size_t> invalid_utf8_at(std::string_view bytes);

/// Decodes the code point at `offset` and moves `offset` behind it.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);

void append_code_point(std::string& text, char32_t code_point);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Columns of a terminal: 2 for wide and full-width characters, 0 for combining ones.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The longest start of `text` at most `columns` wide.
[[nodiscard]] std::string_view clip_to_width(std::string_view text, std::size_t columns);

/// NFKC: full-width letters and digits become ASCII, half-width kana full-width.
[[nodiscard]] std::string nfkc(std::string_view text);

/// NFKC and case folding: what two spellings of one word have in common.
[[nodiscard]] std::string fold(std::string_view text);

/// `fold` without spaces, hyphens, middle dots and a trailing 試験: the form in which names are compared.
[[nodiscard]] std::string match_key(std::string_view name);

}  // namespace upstream::text
