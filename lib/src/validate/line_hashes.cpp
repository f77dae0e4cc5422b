#include "line_hashes.hpp"

#include <array>
#include <cstdint>
#include <unordered_map>

#include <fmt/format.h>

#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

constexpr std::size_t kWindow = 100;  // UTF-16 units
constexpr std::uint64_t kFactor = 37;
constexpr char16_t kEndOfText = 0xFFFF;

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

class LineHasher {
 public:
  void add(char16_t unit) {
    const bool behind_return = after_return_;
    after_return_ = false;
    if (unit == u' ' || unit == u'\t' || (behind_return && unit == u'\n')) return;
    if (unit == u'\r') {
      unit = u'\n';
      after_return_ = true;
    }
    put_out();
    if (at_line_begin_) begins_[at_] = ++line_;
    at_line_begin_ = unit == u'\n';
    roll(unit);
  }

  std::vector<std::string> finish() && {
    add(kEndOfText);
    for (std::size_t i = 0; i < kWindow; ++i) {
      put_out();
      roll(0);
    }
    return std::move(hashes_);
  }

 private:
  /// The unit that leaves the window begins a line: the window is now what follows that beginning.
  void put_out() {
    const auto line = begins_[at_];
    if (line == 0) return;
    begins_[at_] = 0;
    const auto hash = fmt::format("{:x}", hash_);
    hashes_.resize(line + 1);
    hashes_[line] = fmt::format("{}:{}", hash, ++counts_[hash]);
  }

  void roll(char16_t unit) {
    constexpr auto leaving = power(kFactor, kWindow);
    hash_ = kFactor * hash_ + unit - leaving * window_[at_];
    window_[at_] = unit;
    at_ = (at_ + 1) % kWindow;
  }

  std::array<char16_t, kWindow> window_{};
  std::array<std::size_t, kWindow> begins_{};  ///< the line that begins with that unit; 0: none
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
  std::size_t line_ = 0;
  bool at_line_begin_ = true;
  bool after_return_ = false;
  std::unordered_map<std::string, std::size_t> counts_;
  std::vector<std::string> hashes_;
};

/// How many bytes GitHub's decoder takes for one U+FFFD, where no code point begins: as many as might begin
/// one (the maximal subpart of the Unicode standard, chapter 3.9), at least one.
std::size_t ill_formed_bytes(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  const std::size_t most = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 && first < 0xF0 ? 2 : 1;
  // The second byte has a range of its own behind some first ones.
  unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  unsigned char last = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  std::size_t length = 1;
  for (; length < most && length < bytes.size(); ++length) {
    const auto next = static_cast<unsigned char>(bytes[length]);
    if (next < least || next > last) break;
    least = 0x80;
    last = 0xBF;
  }
  return length;
}

}  // namespace

std::vector<std::string> line_hashes(std::string_view text) {
  LineHasher hasher;
  for (std::size_t offset = 0; offset < text.size();) {
    if (text::invalid_utf8_at(text.substr(offset, 4)) == 0) {
      hasher.add(u'\uFFFD');
      offset += ill_formed_bytes(text.substr(offset, 4));
      continue;
    }
    const auto code_point = text::next_code_point(text, offset);
    if (code_point < 0x10000) {
      hasher.add(static_cast<char16_t>(code_point));
    } else {
      hasher.add(static_cast<char16_t>(0xD800 + ((code_point - 0x10000) >> 10)));
      hasher.add(static_cast<char16_t>(0xDC00 + ((code_point - 0x10000) & 0x3FF)));
    }
  }
  return std::move(hasher).finish();
}

}  // namespace upstream
