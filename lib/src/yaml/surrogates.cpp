#include "surrogates.hpp"

#include <algorithm>
#include <optional>

#include "upstream/text/unicode.hpp"

namespace upstream::yaml {
namespace {

constexpr std::size_t kEscape = 6;  // \uXXXX

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// The digits that a half of a pair begins with. Hidden, 8 to F become 0 to 7 behind an E, or behind an F
/// where the digit was a capital: text that only looks like an escape must come back as it was.
struct Half {
  std::string_view first;
  std::string_view second;
};
constexpr Half kHigh{"dD", "89abAB"};
constexpr Half kLow{"dD", "cdefCDEF"};
constexpr Half kHiddenHigh{"eEfF", "0123"};
constexpr Half kHiddenLow{"eEfF", "4567"};

bool is_escape(std::string_view text, std::size_t at, const Half& half) {
  if (at + kEscape > text.size() || text[at] != '\\' || text[at + 1] != 'u') return false;
  return half.first.find(text[at + 2]) != std::string_view::npos &&
         half.second.find(text[at + 3]) != std::string_view::npos && is_hex(text[at + 4]) &&
         is_hex(text[at + 5]);
}

/// Behind an odd number of backslashes a further one is a character, not the begin of an escape.
bool is_escaped(std::string_view text, std::size_t at) {
  const auto other = text.substr(0, at).find_last_not_of('\\');
  return (at - (other == std::string_view::npos ? 0 : other + 1)) % 2 != 0;
}

std::size_t find_pair(std::string_view text, std::size_t from, const Half& high, const Half& low) {
  for (auto at = text.find("\\u", from); at != std::string_view::npos; at = text.find("\\u", at + 2)) {
    const bool pair = is_escape(text, at, high) && is_escape(text, at + kEscape, low);
    if (pair && !is_escaped(text, at)) return at;
  }
  return std::string_view::npos;
}

std::size_t find_surrogates(std::string_view text, std::size_t from) {
  return find_pair(text, from, kHigh, kLow);
}

constexpr std::string_view kDigits = "0123456789abcdef";
constexpr std::string_view kCapitalDigits = "0123456789ABCDEF";

void hide(std::string& text, std::size_t at) {
  const bool capital = text[at + 3] >= 'A' && text[at + 3] <= 'F';
  const auto digit = (capital ? kCapitalDigits : kDigits).find(text[at + 3]);
  text[at + 2] = static_cast<char>(text[at + 2] + (capital ? 2 : 1));
  text[at + 3] = kDigits[digit - 8];
}

void restore(std::string& text, std::size_t at) {
  const bool capital = text[at + 2] == 'f' || text[at + 2] == 'F';
  text[at + 2] = static_cast<char>(text[at + 2] - (capital ? 2 : 1));
  text[at + 3] = (capital ? kCapitalDigits : kDigits)[kDigits.find(text[at + 3]) + 8];
}

/// Whether the code point is a hidden half whose ten bits are behind `begin`.
bool is_hidden(char32_t c, char32_t begin) {
  const char32_t without_capitals = c >= 0xF000 ? c - 0x1000 : c;
  return without_capitals >= begin && without_capitals <= begin + 0x3FF;
}

}  // namespace

bool has_surrogate_pairs(std::string_view text) { return find_surrogates(text, 0) != std::string_view::npos; }

std::string hide_surrogate_pairs(std::string text) {
  for (auto at = find_surrogates(text, 0); at != std::string_view::npos;
       at = find_surrogates(text, at + 2 * kEscape)) {
    hide(text, at);
    hide(text, at + kEscape);
  }
  return text;
}

std::string restore_surrogate_pairs(std::string_view value, bool quoted) {
  std::string out;
  if (!quoted) {
    out = value;
    for (auto at = find_pair(out, 0, kHiddenHigh, kHiddenLow); at != std::string_view::npos;
         at = find_pair(out, at + 2 * kEscape, kHiddenHigh, kHiddenLow)) {
      restore(out, at);
      restore(out, at + kEscape);
    }
    return out;
  }
  std::optional<char32_t> high;
  for (std::size_t offset = 0; offset < value.size();) {
    const auto c = text::next_code_point(value, offset);
    if (high && is_hidden(c, 0xE400)) {
      text::append_code_point(out, 0x10000 + ((*high & 0x3FFU) << 10U) + (c & 0x3FFU));
      high.reset();
      continue;
    }
    if (high) text::append_code_point(out, *high);
    high.reset();
    if (is_hidden(c, 0xE000)) {
      high = c;
    } else {
      text::append_code_point(out, c);
    }
  }
  if (high) text::append_code_point(out, *high);
  return out;
}

}  // namespace upstream::yaml
