#include "upstream/batch/table.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include <fmt/format.h>

#include "first_error.hpp"
#include "next_steps.hpp"
#include "report/layout.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

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
constexpr Words kScore{"到達度", "ready"};
constexpr Words kRange{"幅", "range"};
constexpr Words kConfidence{"確かさ", "proven"};
constexpr Words kGates{"関門", "gates"};
constexpr Words kGaps{"不足", "gaps"};
constexpr Words kPath{"近い進路", "nearest path"};
constexpr Words kFit{"準備/相性", "ready/fit"};
constexpr Words kProfile{"プロフィール", "profile"};
constexpr Words kFailed{"誤り", "error"};
constexpr Words kUnreadable{"読めない", "unreadable"};

constexpr std::size_t kBetween = 2;
constexpr std::size_t kScoreColumns = 6;
constexpr std::size_t kRangeColumns = 6;
constexpr std::size_t kConfidenceColumns = 6;
constexpr std::size_t kGatesColumns = 5;
constexpr std::size_t kGapsColumns = 4;
constexpr std::size_t kFitColumns = 9;
constexpr std::size_t kFigures =
    kScoreColumns + kRangeColumns + kConfidenceColumns + kGatesColumns + kGapsColumns;
constexpr std::size_t kCellsOfFigures = 5;
/// Of another rubric they may be of any length.
constexpr std::size_t kMostStageColumns = 12;
/// What is too short to tell paths, or files, from each other is not worth its place.
constexpr std::size_t kLeastPathColumns = 10;
constexpr std::size_t kLeastProfileColumns = 14;
constexpr std::size_t kGoodProfileColumns = 24;

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
    line_.append(layout::aligned(cell, columns, align)).add(std::string(kBetween, ' '));
  }
  void add(const Line& last) { line_.append(last); }
  [[nodiscard]] std::string render(bool color) const { return line_.render(color) + "\n"; }

 private:
  Line line_;
};

std::string place_of(const BatchEntry& entry) {
  auto place = text::printable(entry.path);
  if (entry.line > 0) place += fmt::format(":{}", entry.line);
  return place;
}

/// The end of a path says which file it is.
std::string shortened_in_front(std::string_view text, std::size_t columns) {
  if (text::display_width(text) <= columns) return std::string(text);
  std::size_t offset = 0;
  while (text::display_width(text.substr(offset)) + 1 > columns) (void)text::next_code_point(text, offset);
  return "…" + std::string(text.substr(offset));
}

}  // namespace

BatchTable::BatchTable(const Rubric& rubric, const RecordOptions& options, std::size_t width, bool color)
    : rubric_(rubric),
      options_(options),
      width_(width),
      color_(color),
      stage_columns_(std::min(kMostStageColumns, widest_label(rubric.stages, options.language,
                                                              {kReached, kFailed, kUnreadable}))) {
  const auto taken = stage_columns_ + kFigures + (kCellsOfFigures + 1) * kBetween;
  profile_columns_ = width > taken ? width - taken : 1;
  const auto path = widest_label(rubric.paths, options.language, {kPath});
  const auto fit = kFitColumns + kBetween;
  shows_fit_ = profile_columns_ >= path + kBetween + fit + kGoodProfileColumns;
  if (shows_fit_) profile_columns_ -= fit;
  const auto least = options.names ? 2 * kLeastProfileColumns : kLeastProfileColumns;
  if (profile_columns_ < kLeastPathColumns + kBetween + least) return;
  const auto both = profile_columns_ - kBetween;
  path_columns_ = std::min({path, std::max(kLeastPathColumns, both / 2), both - least});
  profile_columns_ = both - path_columns_;
}

std::string BatchTable::header() const {
  const auto title = [&](const Words& words, std::size_t columns) {
    return Line(text::printable(words.in(options_.language), columns), Style::heading);
  };
  Row row;
  row.add(title(kReached, stage_columns_), stage_columns_);
  row.add(title(kScore, kScoreColumns), kScoreColumns, Align::right);
  row.add(title(kRange, kRangeColumns), kRangeColumns, Align::center);
  row.add(title(kConfidence, kConfidenceColumns), kConfidenceColumns, Align::right);
  row.add(title(kGates, kGatesColumns), kGatesColumns, Align::right);
  row.add(title(kGaps, kGapsColumns), kGapsColumns, Align::right);
  if (path_columns_ > 0) row.add(title(kPath, path_columns_), path_columns_);
  if (shows_fit_) row.add(title(kFit, kFitColumns), kFitColumns, Align::center);
  row.add(title(kProfile, profile_columns_));
  return row.render(color_);
}

void BatchTable::append_row(std::string& out, const BatchEntry& entry) const {
  if (!entry.report.ok()) return append_error(out, entry);
  const auto language = options_.language;
  const auto& assessment = *entry.report.assessment;
  const auto& readiness = assessment.readiness;
  // A score that is provisional is read by its range.
  const auto score_style = readiness.provisional ? Style::dim : Style::strong;
  const auto range_style = readiness.provisional ? Style::strong : Style::dim;
  Row row;
  row.add(assessment.reached
              ? Line(text::printable(rubric_[*assessment.reached].label.in(language), stage_columns_))
              : Line("–", Style::dim),
          stage_columns_);
  row.add(Line(fmt::to_string(readiness.score), score_style), kScoreColumns, Align::right);
  row.add(Line(fmt::format("{}–{}", readiness.low, readiness.high), range_style), kRangeColumns,
          Align::center);
  row.add(Line(fmt::format("{}%", readiness.confidence)), kConfidenceColumns, Align::right);
  const auto counts = count_gaps(assessment);
  const auto blockers = counts[static_cast<std::size_t>(GapKind::blocker)];
  row.add(Line(fmt::to_string(blockers)), kGatesColumns, Align::right);
  row.add(Line(fmt::to_string(assessment.gaps.size() - blockers)), kGapsColumns, Align::right);
  const auto* first = assessment.paths.empty() ? nullptr : &assessment.paths.front();
  if (path_columns_ > 0) {
    row.add(first == nullptr ? Line()
                             : Line(text::printable(rubric_[first->path].label.in(language), path_columns_)),
            path_columns_);
  }
  if (shows_fit_) {
    row.add(first == nullptr ? Line() : Line(fmt::format("{:>3} /{:>3}", first->readiness, first->fit)),
            kFitColumns, Align::center);
  }
  auto left = profile_columns_;
  Line who;
  if (options_.names) {
    // Where there is no room for both, the name says who it is.
    const bool shows_file = left >= 2 * kLeastProfileColumns;
    who.add(text::printable(entry.report.profile->name, shows_file ? left / 2 : left), Style::strong);
    left = shows_file ? left - who.width() - kBetween : 0;
    if (shows_file) who.add(std::string(kBetween, ' '));
  }
  if (left > 0) who.add(shortened_in_front(place_of(entry), left));
  row.add(who);
  out += row.render(color_);
}

/// What is wrong is never shortened: it goes on in further lines.
void BatchTable::append_error(std::string& out, const BatchEntry& entry) const {
  const auto language = options_.language;
  const auto label = layout::aligned(Line((entry.readable ? kFailed : kUnreadable).in(language), Style::bad),
                                     stage_columns_ + kBetween, Align::left);
  auto what = Line(place_of(entry)).add(": ").add(first_error(entry, language));
  const auto others = entry.report.diagnostics.count(Severity::error);
  if (others > 1) {
    what.add(language == Language::ja ? fmt::format("(ほか {} 件)", others - 1)
                                      : fmt::format(" ({} more)", others - 1),
             Style::dim);
  }
  for (const auto& line : layout::beside(label, what, width_)) out += line.render(color_) + "\n";
}

}  // namespace upstream
