#include "upstream/text/suggest.hpp"

#include <algorithm>
#include <vector>

#include "upstream/text/unicode.hpp"

namespace upstream::text {
namespace {

/// A hostile key may be a megabyte long; nobody mistyped that.
constexpr std::size_t kLongestWord = 64;

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) out += next_code_point(text, offset);
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto from = code_points(a);
  const auto to = code_points(b);
  // Three rows of the usual matrix: the row above the last is what a swap of neighbours looks back to.
  std::vector<std::size_t> before(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t cost = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[to.size()];
}

std::optional<std::size_t> closest_key(std::string_view word, std::span<const std::string> keys) {
  if (word.size() > kLongestWord * 4) return std::nullopt;
  const auto wanted = match_key(word);
  const auto length = count_code_points(wanted);
  if (length == 0 || length > kLongestWord) return std::nullopt;
  std::optional<std::size_t> best;
  std::size_t best_distance = std::min<std::size_t>(3, length / 2) + 1;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    // Each character more or less is an edit at least; most candidates need not be looked at.
    const auto other = count_code_points(keys[i]);
    if (std::max(length, other) - std::min(length, other) >= best_distance) continue;
    const auto distance = edit_distance(wanted, keys[i]);
    if (distance < best_distance) {
      best = i;
      best_distance = distance;
    }
  }
  return best;
}

std::vector<std::size_t> slips_of(std::string_view word, std::span<const std::string> keys) {
  constexpr std::size_t shortest = 3;  // of two characters one edit leaves too little
  constexpr std::size_t long_enough_for_two = 8;
  const auto nearest = closest_key(word, keys);
  if (!nearest) return {};
  const auto wanted = match_key(word);
  const auto length = count_code_points(wanted);
  const auto distance = edit_distance(wanted, keys[*nearest]);
  if (length < shortest || distance > (length < long_enough_for_two ? 1U : 2U)) return {};
  std::vector<std::size_t> places;
  for (std::size_t i = *nearest; i < keys.size(); ++i) {
    if (edit_distance(wanted, keys[i]) == distance) places.push_back(i);
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
