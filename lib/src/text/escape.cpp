#include "upstream/text/escape.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <utf8proc.h>

#include "upstream/text/unicode.hpp"

namespace upstream::text {
namespace {

/// Whether a terminal shows the code point as itself. Format characters (Cf) hold the bidirectional overrides
/// that reorder a line; separators other than the space would break it.
bool is_harmless(char32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    default:
      return true;
  }
}

bool is_ascii_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool begins_old_command(std::string_view text) {
  if (!text.starts_with("##")) return false;
  constexpr std::size_t longest_name = 16;
  const auto bracket = text.substr(0, longest_name + 3).find('[');
  return bracket != std::string_view::npos &&
         std::all_of(text.begin() + 2, text.begin() + static_cast<std::ptrdiff_t>(bracket),
                     is_ascii_alphanumeric);
}

namespace {

/// Whether a CI runner could take what begins here for a command to itself. GitHub's obeys a line that begins
/// with `::name::`, blanks before it or not; a line may be broken before `::`, but not inside a word (an
/// address like fe80::1 stays as it is).
bool begins_command(std::string_view text, std::size_t offset) {
  const auto rest = text.substr(offset);
  if (begins_old_command(rest)) return true;
  return rest.starts_with("::") && (offset == 0 || !is_ascii_alphanumeric(text[offset - 1]));
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto begin = offset;
    if (begins_command(text, offset)) {
      out += fmt::format("\\u{{{:X}}}", static_cast<unsigned char>(text[offset++]));
      continue;
    }
    if (const auto byte = static_cast<unsigned char>(text[offset]); byte >= 0x20 && byte < 0x7F) {
      out += text[offset++];
      continue;
    }
    if (invalid_utf8_at(text.substr(offset, 4)) == 0) {
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[offset++]));
      continue;
    }
    const auto code_point = next_code_point(text, offset);
    if (is_harmless(code_point)) {
      out.append(text.substr(begin, offset - begin));
    } else {
      out += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(code_point));
    }
  }
  return out;
}

std::string printable(std::string_view text, std::size_t columns) {
  auto safe = printable(text);
  if (display_width(safe) <= columns) return safe;
  safe.resize(clip_to_width(safe, columns == 0 ? 0 : columns - 1).size());
  return safe + "…";
}

}  // namespace upstream::text
