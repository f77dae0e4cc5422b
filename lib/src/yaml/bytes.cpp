#include "bytes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "upstream/text/unicode.hpp"

namespace upstream::yaml {
namespace {

constexpr bool between(unsigned char c, unsigned low, unsigned high) { return c >= low && c <= high; }

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool is_euc_jp(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto c = byte_at(bytes, at);
    if (c < 0x80) continue;
    const std::size_t length = c == 0x8F ? 2 : 1;
    if (c != 0x8E && c != 0x8F && !between(c, 0xA1, 0xFE)) return false;
    for (std::size_t i = 1; i <= length; ++i) {
      if (!between(byte_at(bytes, at + i), 0xA1, 0xFE)) return false;
    }
    at += length;
  }
  return true;
}

bool is_shift_jis(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto c = byte_at(bytes, at);
    if (c < 0x80 || between(c, 0xA1, 0xDF)) continue;
    if (!between(c, 0x81, 0x9F) && !between(c, 0xE0, 0xFC)) return false;
    const auto trail = byte_at(bytes, ++at);
    if (!between(trail, 0x40, 0x7E) && !between(trail, 0x80, 0xFC)) return false;
  }
  return true;
}

/// UTF-16 shows itself by its mark, or by the zero bytes that ASCII leaves on one side only.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  std::size_t zeros[2] = {0, 0};
  const auto looked_at = std::min<std::size_t>(bytes.size(), 512);
  for (std::size_t at = 0; at < looked_at; ++at) {
    if (bytes[at] == '\0') ++zeros[at % 2];
  }
  return looked_at >= 4 &&
         ((zeros[0] * 4 > looked_at && zeros[1] == 0) || (zeros[1] * 4 > looked_at && zeros[0] == 0));
}

std::size_t count_high(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
}

std::string_view likely_encoding(std::string_view bytes) {
  constexpr std::string_view utf32_little("\xFF\xFE\0\0", 4);
  constexpr std::string_view utf32_big("\0\0\xFE\xFF", 4);
  if (bytes.starts_with(utf32_little) || bytes.starts_with(utf32_big)) return "UTF-32";
  if (is_utf16(bytes)) return "UTF-16";
  // A stray byte or two fit any encoding.
  constexpr std::size_t telling = 4;
  if (count_high(bytes) < telling) return {};
  if (is_euc_jp(bytes)) return "EUC-JP";
  if (is_shift_jis(bytes)) return "Shift_JIS";
  return {};
}

void report_encoding(const SourceFile& source, std::size_t offset, Diagnostics& diagnostics) {
  // Columns count code points, which these bytes are not: the line is what can be said.
  const auto encoding = likely_encoding(source.text());
  const auto line = is_utf16(source.text()) ? 1 : source.position(offset).line;
  const Span span{{line, 1}, {line, 1}};
  if (encoding.empty()) {
    const auto byte = byte_at(source.text(), offset);
    diagnostics.report(Rule::encoding, span,
                       {fmt::format("UTF-8 ではないバイト 0x{:02X} がある", byte),
                        fmt::format("byte 0x{:02X} is not UTF-8", byte)},
                       {"ファイルを UTF-8 で保存し直してください", "save the file as UTF-8"});
    return;
  }
  diagnostics.report(Rule::encoding, span,
                     {fmt::format("文字コードが UTF-8 ではなく {} のようだ", encoding),
                      fmt::format("the file looks like {}, not UTF-8", encoding)},
                     {fmt::format("UTF-8 に変換してください: iconv -f {} -t UTF-8", encoding),
                      fmt::format("convert it: iconv -f {} -t UTF-8", encoding)});
}

constexpr char32_t kByteOrderMark = 0xFEFF;

/// Whether the character that a byte of valid UTF-8 belongs to is surely no control character: of those
/// beyond ASCII only some behind 0xC2 and 0xEF are. A table, since every byte of every input is asked about.
constexpr auto kIsHarmless = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0x20; byte < table.size(); ++byte) {
    table[byte] = byte != 0x7F && byte != 0xC2 && byte != 0xEF;
  }
  table['\n'] = true;
  return table;
}();

bool is_control(char32_t c) {
  return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || c == 0x7F ||
         (c >= 0x80 && c < 0xA0 && c != 0x85) || c == kByteOrderMark;  // a second one, of files put together
}

}  // namespace

CheckedBytes check_bytes(const SourceFile& source, Diagnostics& diagnostics) {
  const auto text = source.text();
  const auto invalid = text::invalid_utf8_at(text);
  if (invalid || is_utf16(text)) {
    report_encoding(source, invalid.value_or(0), diagnostics);
    return {false, std::nullopt};
  }
  CheckedBytes result;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto begin = offset;
    if (kIsHarmless[static_cast<unsigned char>(text[offset])]) {
      ++offset;
      continue;
    }
    const auto code_point = text::next_code_point(text, offset);
    if (!is_control(code_point)) continue;
    const auto code = static_cast<std::uint32_t>(code_point);
    diagnostics.report(
        Rule::control_character, {source.position(begin), source.position(offset)},
        {fmt::format("制御文字 U+{:04X} がある", code), fmt::format("control character U+{:04X}", code)},
        {"この文字を取り除いてください", "take it out"});
    if (!result.replaced) result.replaced = std::string(text);
    // What shows nothing becomes nothing; a letter keeps the rest of an escape sequence (ESC [ 31 m) from
    // being YAML.
    const char harmless = code_point == 0 || code_point == kByteOrderMark ? ' ' : '_';
    result.replaced->replace(begin, offset - begin, std::string(offset - begin, harmless));
  }
  return result;
}

}  // namespace upstream::yaml
