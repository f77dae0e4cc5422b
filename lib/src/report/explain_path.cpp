#include <fmt/format.h>

#include "explain_pages.hpp"
#include "need_words.hpp"
#include "phrases.hpp"

/// Paths beyond the ladder, ways into it, and the checklist.
namespace upstream::explaining {
namespace {

Text value_labels(const ValueSet& values, const Rubric& rubric) {
  std::vector<Text> labels;
  for (std::uint16_t i = 0; i < rubric.values.size(); ++i) {
    if (values.contains({i})) labels.push_back(rubric.values[i].label);
  }
  return phrases::list(labels);
}

void write_signals(Page& page, const Text& heading, const SignalSet& signals, const Rubric& rubric) {
  if (signals.empty()) return;
  page.section(heading);
  for (std::size_t i = 0; i < kSignals; ++i) {
    if (signals.contains(index_of(static_cast<Signal>(i)))) page.item(rubric.seat.signals[i].label);
  }
}

}  // namespace

void write(Page& page, PathRef ref, const Rubric& rubric) {
  const auto& path = rubric[ref.index];
  const auto target = stage_title(rubric.target(), rubric);
  page.paragraph(path.about);
  page.section({"前提", "First"});
  page.paragraph(
      {fmt::format("{}の経験を経た先の道です。そこまでは、向いている方向として示します。", target.ja),
       fmt::format("This is a way for people with {} behind them; before that it is a direction.",
                   target.en)},
      2);
  page.section({"得られるもの", "What it gives"});
  page.paragraph(path.gives, 2);
  page.row({"価値観", "values"}, value_labels(path.values, rubric));
  page.row({"需要", "demand"}, path.demand);
  page.row({"今までの縁", "work so far"}, path.direction.reason);
  page.section({"準備の配点(合わせて 1000)", "Weights of its readiness (1000 in all)"});
  write_ladder(page, path.requirements);
  page.blank();
  page.paragraph({fmt::format("{}に届き、準備が {} 以上で「届いた」とします。", target.ja,
                              rubric.settings.path_reached_at),
                  fmt::format("It is reached with {} reached and a readiness of {}.", target.en,
                              rubric.settings.path_reached_at)});
  page.source(path.source);
}

void write(Page& page, const EntryRoute* route, const Rubric& rubric) {
  page.paragraph(route->about);
  page.section({"条件", "What it takes"});
  page.need(route->need, rubric);
  page.section({"記事の声", "What the articles say"});
  for (const auto& voice : route->voices) {
    page.item({fmt::format("{} ({})", voice.text.ja, voice.source),
               fmt::format("{} ({})", voice.text.en, voice.source)});
  }
  page.section({"次に", "Next"});
  page.paragraph(route->next, 2);
  page.source(route->source);
}

void write(Page& page, const Condition* condition, const Rubric& rubric) {
  page.paragraph({"上流へ移りやすくなる条件の一つで、確かめるための一覧です。点にはなりません。",
                  "One of the conditions that make the move easier: a checklist, no points."});
  if (condition->need) {
    page.section({"条件", "What is asked"});
    page.need(*condition->need, rubric);
  }
  write_signals(page, {"席がこうなら満たす", "Met by a post with"}, condition->signals, rubric);
  write_signals(page, {"席がこうなら満たさない", "Not met by a post with"}, condition->against, rubric);
  page.source(condition->source);
}

}  // namespace upstream::explaining
