#include "upstream/assess/assess.hpp"

#include <algorithm>

#include "evaluate.hpp"
#include "findings.hpp"
#include "gaps.hpp"
#include "outlook.hpp"
#include "paths.hpp"
#include "seat.hpp"

namespace upstream {
namespace {

std::vector<int> months_by_stage(const Facts& facts) {
  std::vector<int> months;
  for (std::uint16_t s = 0; s < facts.rubric->stages.size(); ++s) {
    MonthsFilter filter;
    filter.stages.insert(StageIndex{s});
    months.push_back(facts.months(filter));
  }
  return months;
}

std::optional<StageIndex> highest_with_months(const std::vector<int>& months) {
  for (auto s = months.size(); s-- > 0;) {
    if (months[s] > 0) return StageIndex{static_cast<std::uint16_t>(s)};
  }
  return std::nullopt;
}

Readiness sum_up(const std::vector<LedgerEntry>& ledger, const Facts& facts) {
  const auto& settings = facts.rubric->settings;
  Readiness readiness;
  int low = 0;
  int high = 0;
  for (const auto& entry : ledger) {
    readiness.permille += entry.earned;
    low += entry.low;
    high += entry.high;
  }
  readiness.score = readiness.permille / 10;
  readiness.low = low / 10;
  readiness.high = high / 10;
  readiness.confidence = readiness.score == 0 ? 0 : 100 * readiness.low / readiness.score;
  readiness.provisional = readiness.confidence < settings.provisional_confidence ||
                          readiness.high - readiness.low >= settings.provisional_spread;
  for (const auto& stage : facts.rubric->stages) {
    readiness.by_stage.push_back(total(stage.requirements, facts, View::score) / 10);
  }
  return readiness;
}

}  // namespace

Assessment assess(const Profile& profile, const Rubric& rubric, const AssessOptions& options) {
  auto gathered = gather_facts(profile, rubric, options.day);
  collect_lines(gathered);
  const auto& facts = gathered;
  Assessment result;
  result.profile = &profile;
  result.rubric = &rubric;
  result.day = options.day;
  result.months_at = months_by_stage(facts);
  result.experienced = highest_with_months(result.months_at);
  result.seat_stage = seat_stage(profile, rubric, options.day);
  result.reached = reached_stage(facts);
  const auto above =
      result.reached ? static_cast<std::uint16_t>(result.reached->value + 1) : std::uint16_t{0};
  if (above < rubric.stages.size()) result.next = StageIndex{above};
  result.gates = gate_states(facts, options.details);

  result.skills = facts.skills;
  result.ledger = ledger(rubric[rubric.target()].requirements, facts, options.details);
  result.readiness = sum_up(result.ledger, facts);
  result.gaps = all_gaps(result.gates, result.ledger, result.next, facts);
  result.certifications = facts.certifications;
  result.paths = judge_paths(facts, result.is_reached(rubric.target()), options.details);
  result.seat = judge_seat(result, facts);
  result.conditions = judge_conditions(result.seat, facts);
  result.findings = find_findings(result, facts);
  result.entry_routes = judge_routes(facts);
  result.market = market_band(result, facts);
  result.estimate = estimate(result, facts);
  result.next_actions = next_actions(result, facts);
  if (options.sensitivity) {
    result.level_sensitivity = level_sensitivity(result, facts);
    result.path_sensitivity = path_sensitivity(result, facts);
  }
  return result;
}

}  // namespace upstream
