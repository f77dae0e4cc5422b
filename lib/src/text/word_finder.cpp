#include "upstream/text/word_finder.hpp"

#include <utility>

#include "upstream/text/unicode.hpp"

namespace upstream::text {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Whether `word` stands at `begin`, and by itself.
bool stands_at(std::string_view text, std::size_t begin, std::string_view word) {
  if (!text.substr(begin).starts_with(word)) return false;
  const auto end = begin + word.size();
  const bool joined_before =
      begin > 0 && is_letter_or_digit(text[begin - 1]) && is_letter_or_digit(word.front());
  const bool joined_after =
      end < text.size() && is_letter_or_digit(text[end]) && is_letter_or_digit(word.back());
  return !joined_before && !joined_after;
}

}  // namespace

std::size_t WordFinder::add(std::string word) {
  const auto number = words_.size();
  if (std::size_t offset = 0; !word.empty()) by_first_[next_code_point(word, offset)].push_back(number);
  words_.push_back(std::move(word));
  return number;
}

std::vector<bool> WordFinder::find(std::string_view text) const {
  std::vector<bool> found(words_.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto begin = offset;
    const auto words = by_first_.find(next_code_point(text, offset));
    if (words == by_first_.end()) continue;
    for (const auto number : words->second) {
      if (stands_at(text, begin, words_[number])) found[number] = true;
    }
  }
  return found;
}

}  // namespace upstream::text
