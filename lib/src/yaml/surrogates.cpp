#include "surrogates.hpp"

#include <algorithm>
#include <optional>

#include "upstream/text/unicode.hpp"

namespace upstream::yaml {
namespace {

constexpr std::size_t kEscape = 6;  // \uXXXX

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Whether an escape with second digit in `low`..`high` stands at `at`; `first` is its first digit in lower
/// case.
bool is_escape(std::string_view text, std::size_t at, char first, std::string_view second) {
  if (at + kEscape > text.size() || text[at] != '\\' || text[at + 1] != 'u') return false;
  const char one = text[at + 2] == static_cast<char>(first - 'a' + 'A') ? first : text[at + 2];
  return one == first && second.find(text[at + 3]) != std::string_view::npos && is_hex(text[at + 4]) &&
         is_hex(text[at + 5]);
}

/// Behind an odd number of backslashes a further one is a character, not the begin of an escape.
bool is_escaped(std::string_view text, std::size_t at) {
  const auto other = text.substr(0, at).find_last_not_of('\\');
  return (at - (other == std::string_view::npos ? 0 : other + 1)) % 2 != 0;
}

std::size_t find_pair(std::string_view text, std::size_t from, char first, std::string_view high,
                      std::string_view low) {
  for (auto at = text.find("\\u", from); at != std::string_view::npos; at = text.find("\\u", at + 2)) {
    const bool pair = is_escape(text, at, first, high) && is_escape(text, at + kEscape, first, low);
    if (pair && !is_escaped(text, at)) return at;
  }
  return std::string_view::npos;
}

std::size_t find_surrogates(std::string_view text, std::size_t from) {
  return find_pair(text, from, 'd', "89abAB", "cdefCDEF");
}

/// D8..DF ↔ E0..E7: the first digit and the second move together.
void rewrite(std::string& text, std::size_t at, bool hide) {
  constexpr std::string_view surrogate = "89abcdef";
  constexpr std::string_view hidden = "01234567";
  const auto& from = hide ? surrogate : hidden;
  const auto& to = hide ? hidden : surrogate;
  const char digit =
      text[at + 3] >= 'A' && text[at + 3] <= 'F' ? static_cast<char>(text[at + 3] - 'A' + 'a') : text[at + 3];
  text[at + 2] = hide ? 'e' : 'd';
  text[at + 3] = to[from.find(digit)];
}

}  // namespace

bool has_surrogate_pairs(std::string_view text) { return find_surrogates(text, 0) != std::string_view::npos; }

std::string hide_surrogate_pairs(std::string text) {
  for (auto at = find_surrogates(text, 0); at != std::string_view::npos;
       at = find_surrogates(text, at + 2 * kEscape)) {
    rewrite(text, at, true);
    rewrite(text, at + kEscape, true);
  }
  return text;
}

std::string restore_surrogate_pairs(std::string_view value, bool quoted) {
  std::string out;
  if (!quoted) {
    out = value;
    for (auto at = find_pair(out, 0, 'e', "0123", "4567"); at != std::string_view::npos;
         at = find_pair(out, at + 2 * kEscape, 'e', "0123", "4567")) {
      rewrite(out, at, false);
      rewrite(out, at + kEscape, false);
    }
    return out;
  }
  std::optional<char32_t> high;
  for (std::size_t offset = 0; offset < value.size();) {
    const auto c = text::next_code_point(value, offset);
    if (high && c >= 0xE400 && c <= 0xE7FF) {
      text::append_code_point(out, 0x10000 + ((*high - 0xE000) << 10U) + (c - 0xE400));
      high.reset();
      continue;
    }
    if (high) text::append_code_point(out, *high);
    high.reset();
    if (c >= 0xE000 && c <= 0xE3FF) {
      high = c;
    } else {
      text::append_code_point(out, c);
    }
  }
  if (high) text::append_code_point(out, *high);
  return out;
}

}  // namespace upstream::yaml
