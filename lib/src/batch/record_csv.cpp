#include <array>
#include <string_view>

#include <fmt/format.h>

#include "first_error.hpp"
#include "next_steps.hpp"
#include "report/csv.hpp"
#include "upstream/batch/record.hpp"

namespace upstream {
namespace {

constexpr std::size_t kActions = 3;

std::string join(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, "; ")); }

/// One row. The cells of an entry that was not assessed stay empty.
class RowWriter {
 public:
  explicit RowWriter(std::string& out) : out_(out) {}

  void text(std::string_view text) {
    next();
    csv::append_cell(out_, text);
  }
  void number(std::size_t value) {
    next();
    out_ += fmt::to_string(value);
  }
  void number(int value) {
    next();
    out_ += fmt::to_string(value);
  }
  void truth(bool value) {
    next();
    out_ += value ? "true" : "false";
  }
  void empty(std::size_t cells) {
    for (std::size_t i = 0; i < cells; ++i) next();
  }
  void end() { out_ += csv::kLineBreak; }

 private:
  void next() {
    if (has_cells_) out_ += ',';
    has_cells_ = true;
  }

  std::string& out_;
  bool has_cells_ = false;
};

constexpr std::array<std::string_view, 4> kWho{"path", "line", "id", "ok"};
constexpr std::array<std::string_view, 27> kAssessed{
    "as_of",          "experienced",  "seat",          "reached",       "next",          "score",
    "permille",       "low",          "high",          "confidence",    "provisional",   "path_first",
    "path_readiness", "path_fit",     "gaps_blocker",  "gaps_stale",    "gaps_unproven", "gaps_unarticulated",
    "gaps_partial",   "gaps_missing", "next_action_1", "next_action_2", "next_action_3", "certifications",
    "warnings",       "errors",       "first_error"};
/// Of those the last two are for entries that were not assessed.
constexpr std::size_t kOfErrors = 2;

void append_assessed(RowWriter& row, const BatchEntry& entry, Language language) {
  const auto& assessment = *entry.report.assessment;
  const auto& rubric = *assessment.rubric;
  const auto stage = [&](std::optional<StageIndex> index) {
    row.text(index ? std::string_view(rubric[*index].id) : std::string_view());
  };
  row.text(iso(entry.report.day));
  stage(assessment.experienced);
  stage(assessment.seat_stage);
  stage(assessment.reached);
  stage(assessment.next);
  const auto& readiness = assessment.readiness;
  for (const int value :
       {readiness.score, readiness.permille, readiness.low, readiness.high, readiness.confidence})
    row.number(value);
  row.truth(readiness.provisional);
  if (assessment.paths.empty()) {
    row.empty(3);
  } else {
    const auto& first = assessment.paths.front();
    row.text(rubric[first.path].id);
    row.number(first.readiness);
    row.number(first.fit);
  }
  for (const auto count : count_gaps(assessment)) row.number(count);
  for (std::size_t i = 0; i < kActions; ++i) {
    const auto& actions = assessment.next_actions;
    row.text(i < actions.size() ? next_step(actions[i], assessment).text.in(language) : std::string());
  }
  std::vector<std::string> certifications;
  for (const auto& state : assessment.certifications) {
    certifications.push_back(fmt::format("{} {}", rubric[state.certification].id, id(state.status)));
    if (state.expires) certifications.back() += " " + iso(state.expires->last_day());
  }
  row.text(join(certifications));
  row.number(entry.report.diagnostics.count(Severity::warning));
  row.number(0);
  row.empty(1);
}

}  // namespace

std::string csv_header(const RecordOptions& options) {
  std::string text;
  RowWriter row(text);
  for (const auto column : kWho) {
    row.text(column);
    if (options.names && column == "id") row.text("name");
  }
  for (const auto column : kAssessed) row.text(column);
  row.end();
  return text;
}

void append_csv_record(std::string& out, const BatchEntry& entry, const RecordOptions& options) {
  const auto& report = entry.report;
  RowWriter row(out);
  row.text(entry.path);
  entry.line > 0 ? row.number(entry.line) : row.empty(1);
  row.text(report.ok() ? std::string_view(report.profile->id) : std::string_view());
  if (options.names) row.text(report.ok() ? std::string_view(report.profile->name) : std::string_view());
  row.truth(report.ok());
  if (report.ok()) {
    append_assessed(row, entry, options.language);
  } else {
    row.empty(kAssessed.size() - kOfErrors);
    row.number(report.diagnostics.count(Severity::error));
    row.text(first_error(entry, options.language));
  }
  row.end();
}

}  // namespace upstream
