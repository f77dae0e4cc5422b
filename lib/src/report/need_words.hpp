#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "upstream/rubric/rubric.hpp"

/// What a rubric asks for, in words.
namespace upstream {

struct NeedLine {
  std::size_t depth = 0;
  Text text;
};

/// One line for a simple need ("保守以上の実務 12 か月以上"), a heading with deeper lines for "all of" and
/// "any of".
[[nodiscard]] std::vector<NeedLine> need_lines(const Need& need, const Rubric& rubric);

/// "保守以上の", "at maintenance or above"; empty where every stage will do.
[[nodiscard]] Text stages_phrase(const StageSet& stages, const Rubric& rubric);

/// "設計", "design (設計)": the English label with the Japanese word beside it.
[[nodiscard]] Text stage_title(StageIndex stage, const Rubric& rubric);

/// Alternatives in one phrase: "A か B", "A, B or C".
class Choice {
 public:
  void add(const Text& word);
  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] Text joined(std::string_view ja_separator = "か") const;

 private:
  std::vector<Text> words_;
};

}  // namespace upstream
