#include "upstream/text/suggest.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "upstream/text/unicode.hpp"

namespace upstream::text {
namespace {

/// A hostile key may be a megabyte long; nobody mistyped that.
constexpr std::size_t kLongestWord = 64;

void decode(std::string_view text, std::u32string& out) {
  out.clear();
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) {
      out += byte;
      ++offset;
    } else {
      out += next_code_point(text, offset);
    }
  }
}

/// Distances of one word to many: it is decoded once, and the rows of the matrix are used again.
class DistancesFrom {
 public:
  explicit DistancesFrom(std::string_view word) { decode(word, from_); }

  [[nodiscard]] std::size_t length() const { return from_.size(); }

  /// The distance to `word`, or `enough` where it is no less.
  [[nodiscard]] std::size_t to(std::string_view word, std::size_t enough) {
    // Each character more or less is an edit at least; most words need not be looked at.
    const auto length = count_code_points(word);
    if (std::max(from_.size(), length) - std::min(from_.size(), length) >= enough) return enough;
    decode(word, to_);
    for (auto* row : {&before_, &last_, &row_}) row->resize(to_.size() + 1);
    for (std::size_t j = 0; j <= to_.size(); ++j) last_[j] = j;
    std::size_t least_of_last = 0;
    for (std::size_t i = 1; i <= from_.size(); ++i) {
      const auto least = fill_row(i);
      // What follows is made of these two rows and never less than the lesser.
      if (least >= enough && least_of_last >= enough) return enough;
      least_of_last = least;
      std::swap(before_, last_);
      std::swap(last_, row_);
    }
    return std::min(last_[to_.size()], enough);
  }

 private:
  /// Fills the row of the first `i` characters of the word; its least value.
  std::size_t fill_row(std::size_t i) {
    row_[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= to_.size(); ++j) {
      const std::size_t cost = from_[i - 1] == to_[j - 1] ? 0 : 1;
      row_[j] = std::min({last_[j] + 1, row_[j - 1] + 1, last_[j - 1] + cost});
      if (i > 1 && j > 1 && from_[i - 1] == to_[j - 2] && from_[i - 2] == to_[j - 1]) {
        row_[j] = std::min(row_[j], before_[j - 2] + 1);
      }
      least = std::min(least, row_[j]);
    }
    return least;
  }

  std::u32string from_;
  std::u32string to_;
  // Three rows of the usual matrix: the row above the last is what a swap of neighbours looks back to.
  std::vector<std::size_t> before_;
  std::vector<std::size_t> last_;
  std::vector<std::size_t> row_;
};

struct Nearest {
  std::size_t place = 0;
  std::size_t distance = 0;
};

std::optional<Nearest> nearest_to(DistancesFrom& wanted, std::span<const std::string> keys) {
  const auto length = wanted.length();
  if (length == 0 || length > kLongestWord) return std::nullopt;
  std::optional<Nearest> best;
  std::size_t enough = std::min<std::size_t>(3, length / 2) + 1;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto distance = wanted.to(keys[i], enough);
    if (distance >= enough) continue;
    best = {i, distance};
    enough = distance;
  }
  return best;
}

/// A word longer than anybody types is not even folded.
bool is_worth_folding(std::string_view word) { return word.size() <= kLongestWord * 4; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return DistancesFrom(a).to(b, std::numeric_limits<std::size_t>::max());
}

std::optional<std::size_t> closest_key(std::string_view word, std::span<const std::string> keys) {
  if (!is_worth_folding(word)) return std::nullopt;
  DistancesFrom wanted(match_key(word));
  const auto nearest = nearest_to(wanted, keys);
  if (!nearest) return std::nullopt;
  return nearest->place;
}

std::vector<std::size_t> slips_of(std::string_view word, std::span<const std::string> keys) {
  constexpr std::size_t shortest = 4;  // of three characters one edit leaves too little: ops is no OS
  constexpr std::size_t long_enough_for_two = 8;
  if (!is_worth_folding(word)) return {};
  DistancesFrom wanted(match_key(word));
  const auto nearest = nearest_to(wanted, keys);
  const auto length = wanted.length();
  if (!nearest || length < shortest || nearest->distance > (length < long_enough_for_two ? 1U : 2U))
    return {};
  std::vector<std::size_t> places;
  for (std::size_t i = nearest->place; i < keys.size(); ++i) {
    if (wanted.to(keys[i], nearest->distance + 1) == nearest->distance) places.push_back(i);
  }
  return places;
}

std::string_view closest(std::string_view word, std::span<const std::string_view> candidates) {
  std::vector<std::string> keys;
  keys.reserve(candidates.size());
  for (const auto candidate : candidates) keys.push_back(match_key(candidate));
  const auto place = closest_key(word, keys);
  return place ? candidates[*place] : std::string_view();
}

}  // namespace upstream::text
