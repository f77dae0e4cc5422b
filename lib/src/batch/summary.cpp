#include "upstream/batch/summary.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "report/json_value.hpp"

namespace upstream {
namespace {

using json::Json;

BatchResult result_of(const BatchEntry& entry) {
  if (!entry.readable) return BatchResult::unreadable;
  return entry.report.ok() ? BatchResult::ok : BatchResult::failed;
}

/// The score that so many of the scores lie below or at.
int score_at(const std::array<std::size_t, 101>& scores, std::size_t rank) {
  std::size_t seen = 0;
  for (std::size_t score = 0; score < scores.size(); ++score) {
    seen += scores[score];
    if (seen >= rank) return static_cast<int>(score);
  }
  return static_cast<int>(scores.size() - 1);
}

Json score_object(const BatchSummary& summary) {
  const auto quartiles = score_quartiles(summary);
  if (!quartiles) return nullptr;
  const auto& [least, first, median, third, most] = *quartiles;
  return {{"min", least}, {"q1", first}, {"median", median}, {"q3", third}, {"max", most}};
}

std::string without_line_break(std::string line) {
  line.pop_back();
  return line;
}

}  // namespace

BatchOutcome outcome_of(const BatchEntry& entry, const Requirements& requirements) {
  BatchOutcome outcome;
  outcome.result = result_of(entry);
  outcome.path = entry.path;
  outcome.line = entry.line;
  if (outcome.result != BatchResult::ok) return outcome;
  const auto& assessment = *entry.report.assessment;
  outcome.id = entry.report.profile->id;
  outcome.meets_requirements = meets(requirements, assessment);
  outcome.reached = assessment.reached;
  outcome.score = assessment.readiness.score;
  outcome.has_warnings = entry.report.diagnostics.count(Severity::warning) > 0;
  return outcome;
}

void BatchSummary::add(const BatchOutcome& outcome) {
  ++files;
  switch (outcome.result) {
    case BatchResult::failed:
      ++failed;
      return;
    case BatchResult::unreadable:
      ++unreadable;
      return;
    case BatchResult::ok:
      break;
  }
  ++ok;
  if (outcome.has_warnings) ++with_warnings;
  if (!outcome.meets_requirements) ++not_met;
  ++(outcome.reached ? by_stage[outcome.reached->value] : below_first_stage);
  ++scores[static_cast<std::size_t>(outcome.score)];
}

std::optional<std::array<int, 5>> score_quartiles(const BatchSummary& summary) {
  const auto total = std::accumulate(summary.scores.begin(), summary.scores.end(), std::size_t{0});
  if (total == 0) return std::nullopt;
  std::array<int, 5> quartiles{};
  for (std::size_t i = 0; i < quartiles.size(); ++i)
    quartiles[i] = score_at(summary.scores, std::max<std::size_t>(1, (total * i + 3) / 4));
  return quartiles;
}

std::string render_summary_json(const BatchSummary& summary, const Rubric& rubric) {
  auto by_stage = Json::object();
  for (std::size_t i = 0; i < summary.by_stage.size(); ++i)
    by_stage[rubric.stages[i].id] = summary.by_stage[i];
  const Json object{{"schema_version", 1},
                    {"tool", json::tool()},
                    {"rubric", json::rubric_identity(rubric)},
                    {"files", summary.files},
                    {"ok", summary.ok},
                    {"failed", summary.failed},
                    {"unreadable", summary.unreadable},
                    {"with_warnings", summary.with_warnings},
                    {"not_met", summary.not_met},
                    {"below_first_stage", summary.below_first_stage},
                    {"by_stage", std::move(by_stage)},
                    {"score", score_object(summary)},
                    {"duplicate_ids", summary.duplicate_ids},
                    {"interrupted", summary.interrupted}};
  return without_line_break(json::dump_line(object));
}

std::string batch_json_head(const Rubric& rubric) {
  return fmt::format("{{\"schema_version\":1,\"tool\":{},\"rubric\":{},\"records\":[",
                     without_line_break(json::dump_line(json::tool())),
                     without_line_break(json::dump_line(json::rubric_identity(rubric))));
}

}  // namespace upstream
