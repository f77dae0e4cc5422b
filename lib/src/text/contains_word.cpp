#include "upstream/text/contains_word.hpp"

namespace upstream::text {

bool contains_word(std::string_view text, std::string_view word) {
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (word.empty()) return true;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool joined_before = at > 0 && is_word(text[at - 1]) && is_word(word.front());
    const bool joined_after = end < text.size() && is_word(text[end]) && is_word(word.back());
    if (!joined_before && !joined_after) return true;
  }
  return false;
}

}  // namespace upstream::text
