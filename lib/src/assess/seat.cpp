#include "seat.hpp"

#include <algorithm>

#include "evaluate.hpp"

namespace upstream {
namespace {

SignalSet signals_of(const Environment& post, const Seat& seat, std::optional<StageIndex> aim,
                     std::optional<StageIndex> at) {
  SignalSet signals;
  const auto add = [&](bool holds, Signal signal) {
    if (holds) signals.insert(index_of(signal));
  };
  if (aim) {
    const bool offered = (post.stages_offered && post.stages_offered->contains(*aim)) || at == aim;
    add(offered, Signal::offered);
    add(!offered && post.stages_offered.has_value(), Signal::not_offered);
  }
  add(post.sales_strength == Strength::strong, Signal::strong_sales);
  add(post.sales_strength == Strength::weak, Signal::weak_sales);
  add(post.customer_contact == true, Signal::contact);
  add(post.customer_contact == false, Signal::no_contact);
  add(post.subcontract_tier == 1, Signal::prime_contractor);
  add(post.subcontract_tier && *post.subcontract_tier >= seat.deep_tier, Signal::deep_tier);
  add(post.assignment_months && *post.assignment_months <= seat.short_assignment_months,
      Signal::short_assignments);
  add(post.other_direction == true, Signal::other_direction);
  return signals;
}

int shared(const SignalSet& a, const SignalSet& b) {
  int count = 0;
  for (std::uint16_t s = 0; s < kSignals; ++s) {
    if (a.contains({s}) && b.contains({s})) ++count;
  }
  return count;
}

bool holds(const SeatRule& rule, const SignalSet& signals) {
  if (shared(rule.all, signals) != rule.all.size()) return false;
  if (!rule.any.empty() && shared(rule.any, signals) < rule.count) return false;
  return !rule.none.meets(signals);
}

}  // namespace

std::optional<StageIndex> seat_stage(const Profile& profile, const Rubric& rubric, Day day) {
  std::optional<StageIndex> stage;
  for (const auto& entry : profile.experience) {
    const bool going_on = entry.from && has_begun(entry, day) && (!entry.to || entry.to->last_day() >= day);
    if (!going_on || entry.stages.empty() || !is_infrastructure(entry, rubric)) continue;
    stage = std::max(stage, std::optional(entry.stages.highest()));
  }
  return stage;
}

SeatState judge_seat(const Assessment& assessment, const Facts& facts) {
  const auto& rubric = *facts.rubric;
  SeatState state;
  // Whoever could be given the top stage needs a post that gives it.
  state.aim = assessment.next ? assessment.next : rubric.target();
  state.ready = assessment.is_reached(*state.aim);
  const auto& post = facts.profile->environment;
  if (!post) return state;
  state.at = post->at;
  state.signals = signals_of(*post, rubric.seat, state.aim, assessment.seat_stage);
  const auto& rules = rubric.seat.rules;
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [&](const SeatRule& r) { return holds(r, state.signals); });
  if (rule != rules.end()) state.verdict = rule->verdict;
  state.leave_early = rubric.seat.leave_early.meets(state.signals);
  return state;
}

std::vector<ConditionState> judge_conditions(const SeatState& seat, const Facts& facts) {
  std::vector<ConditionState> states;
  for (const auto& condition : facts.rubric->conditions) {
    ConditionState state{&condition, Answer::unknown};
    if (condition.need) {
      state.answer = is_met(*condition.need, facts, View::score) ? Answer::yes : Answer::no;
    } else if (condition.signals.meets(seat.signals)) {
      state.answer = Answer::yes;
    } else if (condition.against.meets(seat.signals)) {
      state.answer = Answer::no;
    }
    states.push_back(state);
  }
  return states;
}

}  // namespace upstream
