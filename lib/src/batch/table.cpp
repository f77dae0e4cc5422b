#include "upstream/batch/table.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include <fmt/format.h>

#include "first_error.hpp"
#include "next_steps.hpp"
#include "report/layout.hpp"

namespace upstream {
namespace {

using layout::Align;
using layout::Line;
using layout::Style;

struct Words {
  std::string_view ja;
  std::string_view en;
  [[nodiscard]] std::string_view in(Language language) const { return language == Language::ja ? ja : en; }
};

constexpr Words kReached{"到達工程", "reached"};
constexpr Words kNext{"次の工程", "next"};
constexpr Words kScore{"到達度", "ready"};
constexpr Words kRange{"幅", "range"};
constexpr Words kConfidence{"確かさ", "proven"};
constexpr Words kPath{"いちばん近い進路", "first path"};
constexpr Words kFit{"準備/相性", "ready/fit"};
constexpr Words kGates{"関門", "gates"};
constexpr Words kGaps{"不足", "gaps"};
constexpr Words kProfile{"プロフィール", "profile"};
constexpr Words kFailed{"誤り", "error"};
constexpr Words kUnreadable{"読めない", "unreadable"};

constexpr std::size_t kScoreColumns = 6;
constexpr std::size_t kRangeColumns = 7;
constexpr std::size_t kConfidenceColumns = 6;
constexpr std::size_t kFitColumns = 9;
constexpr std::size_t kCountColumns = 5;

template <typename Items>
std::size_t widest_label(const Items& items, Language language, std::initializer_list<Words> words) {
  std::size_t widest = 0;
  for (const auto& item : items) widest = std::max(widest, Line(item.label.in(language)).width());
  for (const auto& word : words) widest = std::max(widest, Line(word.in(language)).width());
  return widest;
}

/// Cells from left to right, with two spaces between them.
class Row {
 public:
  void add(const Line& cell, std::size_t columns, Align align = Align::left) {
    line_.append(layout::aligned(cell, columns, align)).add("  ");
  }
  void add(const Line& last) { line_.append(last); }
  [[nodiscard]] std::string render(bool color) const { return line_.render(color) + "\n"; }

 private:
  Line line_;
};

Line place_of(const BatchEntry& entry) {
  Line place(entry.path);
  if (entry.line > 0) place.add(fmt::format(":{}", entry.line));
  return place;
}

}  // namespace

BatchTable::BatchTable(const Rubric& rubric, const RecordOptions& options, bool color)
    : rubric_(rubric),
      options_(options),
      color_(color),
      stage_columns_(widest_label(rubric.stages, options.language, {kReached, kNext, kFailed, kUnreadable})),
      path_columns_(widest_label(rubric.paths, options.language, {kPath})) {}

std::string BatchTable::header() const {
  const auto title = [&](const Words& words) { return Line(words.in(options_.language), Style::heading); };
  Row row;
  row.add(title(kReached), stage_columns_);
  row.add(title(kNext), stage_columns_);
  row.add(title(kScore), kScoreColumns, Align::right);
  row.add(title(kRange), kRangeColumns, Align::center);
  row.add(title(kConfidence), kConfidenceColumns, Align::right);
  row.add(title(kPath), path_columns_);
  row.add(title(kFit), kFitColumns, Align::center);
  row.add(title(kGates), kCountColumns, Align::right);
  row.add(title(kGaps), kCountColumns, Align::right);
  row.add(title(kProfile));
  return row.render(color_);
}

void BatchTable::append_row(std::string& out, const BatchEntry& entry) const {
  const auto language = options_.language;
  Row row;
  if (!entry.report.ok()) {
    row.add(Line((entry.readable ? kFailed : kUnreadable).in(language), Style::bad), stage_columns_);
    const auto others = entry.report.diagnostics.count(Severity::error);
    auto last = place_of(entry).add(": ").add(first_error(entry, language));
    if (others > 1) {
      last.add(language == Language::ja ? fmt::format("(ほか {} 件)", others - 1)
                                        : fmt::format(" ({} more)", others - 1),
               Style::dim);
    }
    row.add(last);
    out += row.render(color_);
    return;
  }
  const auto& assessment = *entry.report.assessment;
  const auto& readiness = assessment.readiness;
  const auto stage = [&](std::optional<StageIndex> index) {
    return index ? Line(rubric_[*index].label.in(language)) : Line("–", Style::dim);
  };
  // A score that is provisional is read by its range.
  const auto score_style = readiness.provisional ? Style::dim : Style::strong;
  const auto range_style = readiness.provisional ? Style::strong : Style::dim;
  row.add(stage(assessment.reached), stage_columns_);
  row.add(stage(assessment.next), stage_columns_);
  row.add(Line(fmt::to_string(readiness.score), score_style), kScoreColumns, Align::right);
  row.add(Line(fmt::format("{}–{}", readiness.low, readiness.high), range_style), kRangeColumns,
          Align::center);
  row.add(Line(fmt::format("{}%", readiness.confidence)), kConfidenceColumns, Align::right);
  const auto* first = assessment.paths.empty() ? nullptr : &assessment.paths.front();
  row.add(first == nullptr ? Line() : Line(rubric_[first->path].label.in(language)), path_columns_);
  row.add(first == nullptr ? Line() : Line(fmt::format("{:>3} /{:>3}", first->readiness, first->fit)),
          kFitColumns, Align::center);
  const auto counts = count_gaps(assessment);
  const auto blockers = counts[static_cast<std::size_t>(GapKind::blocker)];
  row.add(Line(fmt::to_string(blockers)), kCountColumns, Align::right);
  row.add(Line(fmt::to_string(assessment.gaps.size() - blockers)), kCountColumns, Align::right);
  auto who = place_of(entry);
  if (options_.names) who.add("  ").add(entry.report.profile->name, Style::strong);
  row.add(who);
  out += row.render(color_);
}

}  // namespace upstream
