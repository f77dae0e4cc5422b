#include "upstream/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <utf8proc.h>

namespace upstream::text {
namespace {

const utf8proc_uint8_t* as_bytes(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool begins_with_eight_ascii(std::string_view text) {
  std::uint64_t bytes = 0;
  if (text.size() < sizeof bytes) return false;
  std::memcpy(&bytes, text.data(), sizeof bytes);
  return (bytes & 0x8080808080808080U) == 0;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string map(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(as_bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (length < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

/// Whether folding leaves every character as it is but for the case of ASCII: kanji, hiragana and katakana do
/// not change, nor does anything before or behind them. The marks beside the kana, which do, are left out.
bool has_only_case_to_fold(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto continues = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  for (std::size_t at = 0; at < text.size();) {
    if (byte(at) < 0x80) {
      ++at;
      continue;
    }
    if (at + 2 >= text.size() || !continues(at + 1) || !continues(at + 2)) return false;
    const bool kanji = byte(at) >= 0xE4 && byte(at) <= 0xE9;            // U+4000 to U+9FFF
    const bool hiragana = byte(at) == 0xE3 && (byte(at + 1) == 0x81 ||  // U+3040 to U+3098
                                               (byte(at + 1) == 0x82 && byte(at + 2) < 0x99));
    const bool katakana =
        byte(at) == 0xE3 &&  // U+30A0 to U+30FE
        ((byte(at + 1) == 0x82 && byte(at + 2) >= 0xA0) || (byte(at + 1) == 0x83 && byte(at + 2) < 0xBF));
    if (!kanji && !hiragana && !katakana) return false;
    at += 3;
  }
  return true;
}

/// What people put between the parts of a name without meaning anything by it.
bool is_separator(char32_t c) {
  switch (c) {
    case U' ':
    case U'\t':
    case U'-':
    case U'\u2010':  // hyphens and dashes that word processors write
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212':
    case U'\u30FB':  // ・
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<std::size_t> invalid_utf8_at(std::string_view bytes) {
  std::size_t offset = 0;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  while (offset < bytes.size()) {
    if (begins_with_eight_ascii(bytes.substr(offset))) {
      offset += 8;
      continue;
    }
    if (byte(offset) < 0x80) {
      ++offset;
      continue;
    }
    // Behind these, of which most Japanese is, any two bytes that go on are well-formed.
    const bool usual = byte(offset) >= 0xE1 && byte(offset) <= 0xEC && offset + 2 < bytes.size();
    if (usual && (byte(offset + 1) & 0xC0U) == 0x80U && (byte(offset + 2) & 0xC0U) == 0x80U) {
      offset += 3;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto length = utf8proc_iterate(as_bytes(bytes) + offset,
                                         static_cast<utf8proc_ssize_t>(bytes.size() - offset), &code_point);
    if (length <= 0) return offset;
    offset += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  if (const auto byte = static_cast<unsigned char>(text[offset]); byte < 0x80) {
    ++offset;
    return byte;
  }
  utf8proc_int32_t code_point = 0;
  const auto length = utf8proc_iterate(as_bytes(text) + offset,
                                       static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
  if (length <= 0) {
    ++offset;
    return U'\uFFFD';
  }
  offset += static_cast<std::size_t>(length);
  return static_cast<char32_t>(code_point);
}

void append_code_point(std::string& text, char32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  // Counts the bytes that go on with one, eight at a time: 10 in the two highest bits.
  std::size_t count = text.size();
  constexpr std::uint64_t lowest_bits = 0x0101010101010101U;
  for (std::uint64_t eight = 0; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
    std::memcpy(&eight, text.data(), sizeof eight);
    const auto continuing = (eight >> 7U) & ~(eight >> 6U) & lowest_bits;
    count -= static_cast<std::size_t>((continuing * lowest_bits) >> 56U);
  }
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) --count;
  }
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto code_point = next_code_point(text, offset);
    width +=
        static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point))));
  }
  return width;
}

std::string_view clip_to_width(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t next = offset;
    const auto code_point = next_code_point(text, next);
    width +=
        static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point))));
    if (width > columns) break;
    offset = next;
  }
  return text.substr(0, offset);
}

std::string nfkc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

std::string fold(std::string_view text) {
  if (has_only_case_to_fold(text)) return lower_ascii(text);
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
}

std::string match_key(std::string_view name) {
  auto folded = fold(name);
  if (is_ascii(folded)) {
    std::erase_if(folded, [](char c) { return is_separator(static_cast<unsigned char>(c)); });
    return folded;
  }
  std::string key;
  key.reserve(folded.size());
  for (std::size_t offset = 0; offset < folded.size();) {
    const auto begin = offset;
    if (!is_separator(next_code_point(folded, offset))) key.append(folded, begin, offset - begin);
  }
  constexpr std::string_view exam = "試験";
  if (key.size() > exam.size() && key.ends_with(exam)) key.resize(key.size() - exam.size());
  return key;
}

}  // namespace upstream::text
