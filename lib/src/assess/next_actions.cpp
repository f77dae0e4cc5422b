#include <algorithm>

#include "evaluate.hpp"
#include "outlook.hpp"
#include "steps.hpp"

namespace upstream {
namespace {

constexpr std::size_t kMost = 3;

class Chooser {
 public:
  Chooser(const Assessment& assessment, const Facts& facts) : assessment_(assessment), facts_(facts) {}

  std::vector<NextAction> choose() {
    write_down();
    if (!facts_.has_field_work() && assessment_.reached) add(ActionKind::apply);
    const bool climbs_here = offered_step().has_value();
    if (climbs_here) add(ActionKind::take_offered_work);
    take_first([&](const Gap& gap) { return gap.kind == GapKind::blocker && assessment_.next == gap.stage; });
    if (!climbs_here) about_the_post();
    take_first([](const Gap& gap) { return gap.kind == GapKind::unproven || gap.kind == GapKind::stale; });
    // A certificate never stands before a shut gate.
    while (actions_.size() < kMost &&
           take_first([&](const Gap& gap) { return !asks_for_certificate(gap) || !has_blocker(); })) {
    }
    // What can be done today stands first.
    std::stable_partition(actions_.begin(), actions_.end(),
                          [](const NextAction& action) { return action.at_once(); });
    return std::move(actions_);
  }

 private:
  template <typename Wanted>
  bool take_first(Wanted&& wanted) {
    const auto& gaps = assessment_.gaps;
    for (std::size_t i = 0; i < gaps.size() && actions_.size() < kMost; ++i) {
      if (!wanted(gaps[i]) || !can_be_begun(gaps[i]) || repeats(gaps[i])) continue;
      actions_.push_back(action_for(i));
      return true;
    }
    return false;
  }

  /// What costs an hour is the first step alone: stating, proving or refreshing a skill; the climb behind it
  /// is not.
  [[nodiscard]] NextAction action_for(std::size_t gap_index) const {
    const auto& gap = assessment_.gaps[gap_index];
    const auto* first = first_open(gap);
    NextAction action;
    action.gap = gap_index;
    action.effort = gap.effort;
    auto steps = gap.steps;
    if (first != nullptr && first->kind < StepKind::raise_skill) {
      action.effort = first->effort;
      steps = {*first};
    }
    const auto then = suppose(facts_, steps);
    action.score_after = score(then);
    action.opens_gate = gap.gate != nullptr && is_open(*gap.gate, gap.stage, then);
    return action;
  }

  /// Of all that is there and not written down, what brings most by being written.
  void write_down() {
    std::optional<NextAction> best;
    for (std::size_t i = 0; i < assessment_.gaps.size(); ++i) {
      if (assessment_.gaps[i].kind != GapKind::unarticulated) continue;
      const auto action = action_for(i);
      if (!best || action.score_after > best->score_after) best = action;
    }
    const auto undated = [](const CertificationState& state) {
      return state.status == CertificationStatus::undated;
    };
    if (best) {
      actions_.push_back(*best);
    } else if (std::any_of(facts_.certifications.begin(), facts_.certifications.end(), undated)) {
      add(ActionKind::date_certificate);
    }
  }

  void about_the_post() {
    const auto& seat = assessment_.seat;
    if (actions_.size() == kMost || (seat.verdict != Verdict::limiting && seat.verdict != Verdict::no_chance))
      return;
    add(seat.leave_early ? ActionKind::change_employer : ActionKind::ask_reassignment);
    // Nothing else holds the person: whoever is ready also needs a record that says so.
    if (seat.ready && seat.verdict == Verdict::no_chance) add(ActionKind::prepare_application);
  }

  /// The lowest stage that the person could be given, has not worked at, and that the present post offers.
  [[nodiscard]] std::optional<StageIndex> offered_step() const {
    const auto& post = facts_.profile->environment;
    if (!post || !post->stages_offered || !assessment_.experienced || !assessment_.reached)
      return std::nullopt;
    for (auto s = assessment_.experienced->value + 1; s <= assessment_.reached->value; ++s) {
      const StageIndex stage{static_cast<std::uint16_t>(s)};
      if (post->stages_offered->contains(stage)) return stage;
    }
    return std::nullopt;
  }

  /// An action that is no gap changes nothing about the score by itself.
  void add(ActionKind kind) {
    if (actions_.size() == kMost) return;
    NextAction action;
    action.kind = kind;
    action.stage = kind == ActionKind::take_offered_work ? offered_step()
                   : kind == ActionKind::apply           ? assessment_.reached
                                                         : assessment_.seat.aim;
    action.effort = facts_.rubric->actions[static_cast<std::size_t>(kind)].effort;
    action.score_after = assessment_.readiness.score;
    actions_.push_back(action);
  }

  /// Months of work at a stage the post does not give are a matter of the post, not of today.
  [[nodiscard]] bool can_be_begun(const Gap& gap) const {
    return std::none_of(gap.steps.begin(), gap.steps.end(), [&](const Step& step) {
      if (step.met || step.kind != StepKind::work_months) return false;
      return !facts_.can_work_at(step.stages, std::nullopt) || beyond_reach(step.stages);
    });
  }

  /// Work whose gate is still shut is not what anybody is given today.
  [[nodiscard]] bool beyond_reach(const StageSet& stages) const {
    return !stages.empty() &&
           std::optional(stages.lowest()) > std::max(assessment_.reached, assessment_.experienced);
  }

  /// The same first step as an action already taken, or nothing left to do.
  [[nodiscard]] bool repeats(const Gap& gap) const {
    const auto open = first_open(gap);
    if (open == nullptr) return true;
    return std::any_of(actions_.begin(), actions_.end(), [&](const NextAction& action) {
      if (!action.gap) return false;
      const auto* other = first_open(assessment_.gaps[*action.gap]);
      return other != nullptr && other->kind == open->kind &&
             (open->kind > StepKind::raise_skill ? shares_time(open->stages, other->stages)
                                                 : other->skill == open->skill);
    });
  }

  /// Months (or hours) of the one are months of the other too: a year of 保守 is a year of 保守 or above.
  static bool shares_time(const StageSet& a, const StageSet& b) {
    return a.empty() || b.empty() || a.meets(b);
  }

  static const Step* first_open(const Gap& gap) {
    const auto found =
        std::find_if(gap.steps.begin(), gap.steps.end(), [](const Step& step) { return !step.met; });
    return found == gap.steps.end() ? nullptr : &*found;
  }

  static bool asks_for_certificate(const Gap& gap) {
    return std::any_of(gap.steps.begin(), gap.steps.end(),
                       [](const Step& s) { return !s.met && s.kind == StepKind::pass_certificate; });
  }
  [[nodiscard]] bool has_blocker() const { return assessment_.next.has_value(); }

  [[nodiscard]] int score(const Facts& facts) const {
    return total((*facts.rubric)[facts.rubric->target()].requirements, facts, View::score) / 10;
  }

  const Assessment& assessment_;
  const Facts& facts_;
  std::vector<NextAction> actions_;
};

}  // namespace

std::vector<NextAction> next_actions(const Assessment& assessment, const Facts& facts) {
  return Chooser(assessment, facts).choose();
}

}  // namespace upstream
