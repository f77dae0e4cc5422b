#include <fmt/format.h>

#include "upstream/batch/summary.hpp"
#include "upstream/text/escape.hpp"

namespace upstream {
namespace {

std::string stage_line(const BatchSummary& summary, const Rubric& rubric, Language language) {
  std::string line = language == Language::ja ? "到達工程: " : "reached: ";
  const std::string_view joint = language == Language::ja ? "、" : ", ";
  line += fmt::format("{} {}", language == Language::ja ? "どの工程にも未到達" : "none yet",
                      summary.below_first_stage);
  for (std::size_t i = 0; i < summary.by_stage.size(); ++i) {
    line += fmt::format("{}{} {}", joint, text::printable(rubric.stages[i].label.in(language)),
                        summary.by_stage[i]);
  }
  return line + "\n";
}

std::string score_line(const std::array<int, 5>& quartiles, Language language) {
  const auto& [least, first, median, third, most] = quartiles;
  return language == Language::ja
             ? fmt::format("到達度: 最小 {}、四分位 {}・{}・{}、最大 {}\n", least, first, median, third, most)
             : fmt::format("readiness: lowest {}, quartiles {}, {}, {}, highest {}\n", least, first, median,
                           third, most);
}

}  // namespace

Text summary_sentence(const BatchSummary& summary) {
  Text text{fmt::format("プロフィール {} 件: 評価 {}、誤り {}、読めない {}", summary.files, summary.ok,
                        summary.failed, summary.unreadable),
            fmt::format("{} {}: {} assessed, {} with errors, {} unreadable", summary.files,
                        summary.files == 1 ? "profile" : "profiles", summary.ok, summary.failed,
                        summary.unreadable)};
  if (summary.not_met > 0) {
    text.ja += fmt::format("、水準に未到達 {}", summary.not_met);
    text.en += fmt::format(", {} below what is required", summary.not_met);
  }
  return text;
}

std::string render_summary_text(const BatchSummary& summary, const Rubric& rubric, Language language) {
  auto text = summary_sentence(summary).in(language) + "\n";
  if (const auto quartiles = score_quartiles(summary))
    text += stage_line(summary, rubric, language) + score_line(*quartiles, language);
  if (summary.interrupted)
    text += language == Language::ja ? "途中で止めた。残りは見ていない\n"
                                     : "Interrupted: the rest was not looked at.\n";
  return text;
}

}  // namespace upstream
