#include "gaps.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "evaluate.hpp"
#include "steps.hpp"

namespace upstream {
namespace {

GapKind kind_of(const Way& way, int earned) {
  for (const auto& step : way.steps) {
    if (step.met) continue;
    switch (step.kind) {
      case StepKind::state_skill:
        return GapKind::unarticulated;
      case StepKind::refresh_skill:
        return GapKind::stale;
      case StepKind::prove_skill:
        return GapKind::unproven;
      case StepKind::raise_skill:
      case StepKind::work_months:
      case StepKind::lab_hours:
      case StepKind::pass_certificate:
        break;
    }
    break;
  }
  return earned > 0 ? GapKind::partial : GapKind::missing;
}

/// The line to look at: the rating, or the duty that suggests the skill.
Position line_of(const Way& way, const Facts& facts) {
  for (const auto& step : way.steps) {
    if (step.met || step.kind > StepKind::raise_skill) continue;
    const auto& state = facts.skills[step.skill.value];
    return state.rating != nullptr ? state.rating->at : state.suggested_at;
  }
  return {};
}

Gap gap_of(Way way, const Facts& facts) {
  Gap gap;
  gap.at = line_of(way, facts);
  gap.effort = way.effort;
  gap.steps = std::move(way.steps);
  gap.options = std::move(way.options);
  return gap;
}

int target_total(const Facts& facts) {
  return total((*facts.rubric)[facts.rubric->target()].requirements, facts, View::score);
}

}  // namespace

std::vector<GateState> gate_states(const Facts& facts, bool details) {
  std::vector<GateState> states;
  for (std::uint16_t s = 0; s < facts.rubric->stages.size(); ++s) {
    for (const auto& gate : facts.rubric->stages[s].gates) {
      GateState state{&gate, {s}, is_open(gate, {s}, facts), {}};
      if (details) state.steps = cheapest_way(gate.need, facts, StageIndex{s}).steps;
      states.push_back(std::move(state));
    }
  }
  return states;
}

std::vector<Gap> ledger_gaps(const std::vector<LedgerEntry>& ledger, StageIndex stage, const Facts& facts) {
  std::vector<Gap> gaps;
  for (const auto& entry : ledger) {
    if (entry.earned == entry.possible) continue;
    auto way = cheapest_way(entry.requirement->need, facts);
    const auto kind = kind_of(way, entry.earned);
    auto gap = gap_of(std::move(way), facts);
    gap.kind = kind;
    gap.requirement = entry.requirement;
    gap.stage = stage;
    gap.gain = entry.possible - entry.earned;
    gaps.push_back(std::move(gap));
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.gain > b.gain; });
  return gaps;
}

std::vector<Gap> all_gaps(const std::vector<GateState>& gates, const std::vector<LedgerEntry>& ledger,
                          std::optional<StageIndex> next, const Facts& facts) {
  std::vector<Gap> gaps;
  const int now = target_total(facts);
  for (const auto& state : gates) {
    if (state.open) continue;
    auto gap = gap_of(cheapest_way(state.gate->need, facts, state.stage), facts);
    gap.kind = GapKind::blocker;
    gap.gate = state.gate;
    gap.stage = state.stage;
    gap.gain = target_total(suppose(facts, gap.steps)) - now;
    gaps.push_back(std::move(gap));
  }
  auto rest = ledger_gaps(ledger, facts.rubric->target(), facts);
  gaps.insert(gaps.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
  const auto is_next = [&](const Gap& gap) {
    return gap.kind == GapKind::blocker && next && gap.stage == *next;
  };
  std::stable_sort(gaps.begin(), gaps.end(), [&](const Gap& a, const Gap& b) {
    if (is_next(a) != is_next(b)) return is_next(a);
    return !is_next(a) && a.gain > b.gain;
  });
  return gaps;
}

std::string_view id(GapKind kind) {
  switch (kind) {
    case GapKind::blocker:
      return "blocker";
    case GapKind::stale:
      return "stale";
    case GapKind::unproven:
      return "unproven";
    case GapKind::unarticulated:
      return "unarticulated";
    case GapKind::partial:
      return "partial";
    case GapKind::missing:
      break;
  }
  return "missing";
}

std::string_view id(StepKind kind) {
  switch (kind) {
    case StepKind::state_skill:
      return "state-skill";
    case StepKind::prove_skill:
      return "prove-skill";
    case StepKind::refresh_skill:
      return "refresh-skill";
    case StepKind::raise_skill:
      return "raise-skill";
    case StepKind::work_months:
      return "work-months";
    case StepKind::lab_hours:
      return "lab-hours";
    case StepKind::pass_certificate:
      break;
  }
  return "pass-certificate";
}

bool is_about_skill(StepKind kind) {
  switch (kind) {
    case StepKind::state_skill:
    case StepKind::prove_skill:
    case StepKind::refresh_skill:
    case StepKind::raise_skill:
      return true;
    case StepKind::work_months:
    case StepKind::lab_hours:
    case StepKind::pass_certificate:
      break;
  }
  return false;
}

}  // namespace upstream
