#include "json_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::json {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// C1 controls, soft hyphen, bidirectional marks and overrides, zero widths, line and paragraph separators,
// byte order mark, tags: legal inside a JSON string, and what hostile names are made of.
constexpr std::array kInvisible{Range{0x7F, 0x9F},      Range{0xAD, 0xAD},     Range{0x61C, 0x61C},
                                Range{0x180E, 0x180E},  Range{0x200B, 0x200F}, Range{0x2028, 0x202E},
                                Range{0x2060, 0x206F},  Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB},
                                Range{0xE0000, 0xE007F}};

bool is_invisible(char32_t code_point) {
  return std::any_of(kInvisible.begin(), kInvisible.end(), [&](const Range& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

constexpr unsigned char first_byte(char32_t code_point) {
  if (code_point < 0x80) return static_cast<unsigned char>(code_point);
  if (code_point < 0x800) return static_cast<unsigned char>(0xC0 | (code_point >> 6));
  if (code_point < 0x10000) return static_cast<unsigned char>(0xE0 | (code_point >> 12));
  return static_cast<unsigned char>(0xF0 | (code_point >> 18));
}

constexpr bool is_continuation(std::size_t byte) { return byte >= 0x80 && byte < 0xC0; }

/// Whether a byte may begin what has to be escaped.
constexpr auto kSuspicious = [] {
  std::array<bool, 256> suspicious{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) suspicious[byte] = true;
  for (const char mark : {'"', '\\', '#'}) suspicious[static_cast<unsigned char>(mark)] = true;
  for (const auto& range : kInvisible) {
    for (std::size_t byte = first_byte(range.first); byte <= first_byte(range.last); ++byte)
      suspicious[byte] = !is_continuation(byte);
  }
  return suspicious;
}();

bool is_suspicious(char c) { return kSuspicious[static_cast<unsigned char>(c)]; }

void append_escaped(std::string& out, char32_t code_point) {
  const auto value = static_cast<std::uint32_t>(code_point);
  if (value < 0x10000) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", value);
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}\\u{:04x}", 0xD800 + ((value - 0x10000) >> 10),
                   0xDC00 + ((value - 0x10000) & 0x3FF));
  }
}

/// What JSON itself wants escaped.
void append_control(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      append_escaped(out, static_cast<unsigned char>(c));
  }
}

enum class Content : std::uint8_t { inside_string, whole_text };

template <Content content>
void append_harmless(std::string& out, std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto plain = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(offset), text.end(), is_suspicious) -
        text.begin());
    out.append(text, offset, plain - offset);
    offset = plain;
    if (offset == text.size()) return;
    const char c = text[offset];
    if (c == '#') {
      // A command to the runner of a CI job that prints the JSON (text::printable says more).
      out += text::begins_old_command(text.substr(offset)) ? "\\u0023" : "#";
      ++offset;
    } else if (static_cast<unsigned char>(c) < 0x7F) {
      if constexpr (content == Content::inside_string) {
        append_control(out, c);
      } else {
        out += c;
      }
      ++offset;
    } else {
      const auto begin = offset;
      const auto code_point = text::next_code_point(text, offset);
      if (is_invisible(code_point)) {
        append_escaped(out, code_point);
      } else {
        out.append(text, begin, offset - begin);
      }
    }
  }
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
  if (text::invalid_utf8_at(text)) {
    // Which of the bytes are replaced together is the library's to say.
    using Value = nlohmann::ordered_json;
    out += escape_invisible(Value(text).dump(-1, ' ', false, Value::error_handler_t::replace));
    return;
  }
  out += '"';
  append_harmless<Content::inside_string>(out, text);
  out += '"';
}

std::string escape_invisible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_harmless<Content::whole_text>(out, text);
  return out;
}

}  // namespace upstream::json
