#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace upstream::text {

/// Words to be looked for in many texts: each text is walked through once, however many words there are.
class WordFinder {
 public:
  /// The word's number: how many were added before. `word` is folded.
  std::size_t add(std::string word);
  [[nodiscard]] const std::string& word(std::size_t number) const { return words_[number]; }

  /// By number, whether the word stands in `text`, which is folded. A word that begins or ends with an ASCII
  /// letter or digit must stand alone there (IDS is not in "kids"); Japanese has no such borders. A word of
  /// nothing stands nowhere.
  [[nodiscard]] std::vector<bool> find(std::string_view text) const;

 private:
  std::vector<std::string> words_;
  std::unordered_map<char32_t, std::vector<std::size_t>> by_first_;  ///< numbers by the first character
};

}  // namespace upstream::text
