#include "choices.hpp"

#include <algorithm>
#include <array>

#include "assess/evaluate.hpp"
#include "capacity.hpp"

namespace upstream::planning {
namespace {

const Effort& effort_to(const Rubric& rubric, SkillIndex skill, int level) {
  return rubric[skill].levels[static_cast<std::size_t>(level - 1)].effort;
}

int action_hours(const Rubric& rubric, ActionKind kind) {
  return likely_hours(rubric.actions[static_cast<std::size_t>(kind)].effort);
}

}  // namespace

bool can_be_studied(const Rubric& rubric, SkillIndex skill, int level) {
  const auto& step = rubric[skill].levels[static_cast<std::size_t>(level - 1)];
  // A level that takes neither hours nor months is there for the asking.
  return !step.field_only && (step.effort.hours_max > 0 || step.effort.months == 0);
}

int level_to_build_on(const SkillState& state) {
  if (state.rating == nullptr) return 0;
  return std::min(state.rating->level, state.rating->reviewed_level.value_or(state.rating->level));
}

std::vector<SkillChoice> skill_choices(const Problem& problem, const SkillState& state, SkillIndex skill,
                                       int asked, const Leeway& leeway) {
  const auto& rubric = problem.rubric;
  constexpr std::size_t kAsARule = 16;
  std::vector<SkillChoice> choices;
  choices.reserve(kAsARule);
  const auto prove = [&](SkillChoice choice) {
    if (!choice.is_nothing()) choices.push_back(choice);
    if (state.with_evidence > state.proven && state.proven < choice.to) {
      choice.evidence = true;
      choices.push_back(choice);
      choice.evidence = false;
    }
    // Who has looked already is not asked again before something has been learned.
    const bool is_looked_at =
        state.rating != nullptr && state.rating->reviewed_level && choice.to == choice.from;
    if (leeway.supervisor && choice.to > 0 && !is_looked_at) {
      choice.review = true;
      choices.push_back(choice);
    }
  };
  const auto climb = [&](bool stated, int from) {
    for (int studied = from; studied <= kHighestLevel; ++studied) {
      if (studied > from && !(leeway.study && can_be_studied(rubric, skill, studied))) break;
      int months = 0;
      for (int to = studied; to <= std::max(asked, from); ++to) {
        if (to > studied) {
          const int step = effort_to(rubric, skill, to).months;
          months += step;
          if (step == 0 || months > leeway.work_months || to > leeway.most_by_work) break;
        }
        prove({skill, stated, from, studied, to});
      }
    }
  };
  // Only what is there on the first day: what the plan itself brings is not stated, but learned.
  const auto& first = problem.facts.skills[skill.value];
  const int suggested = first.rating == nullptr ? first.suggested : 0;
  const int level = level_to_build_on(state);
  climb(suggested > level, std::max(suggested, level));
  return choices;
}

namespace {

/// What a lab counts for by the stage that it belongs to: needs of lab hours up to the goal, and proof.
class LabUses {
 public:
  LabUses(const Problem& problem, const std::vector<int>& levels)
      : practice_(problem.practice), uses_(problem.rubric.stages.size()) {
    // What labs there are does not depend on the course of work: gates are as on the first day.
    for (const auto* need : problem.labs_asked) add(need->stages);
    for (std::uint16_t i = 0; i < levels.size(); ++i) {
      const auto& proof = problem.rubric.proofs[problem.rubric.skills[i].proof];
      if (levels[i] > 0 && !proof.by_domain) add(proof.lab_stages);
    }
  }

  /// Those of `within` (of all, where it is empty) none of which counts for no more than another; and that of
  /// practice, so that where it does not matter labs are of one stage.
  [[nodiscard]] StageSet stages(const StageSet& within) const {
    StageSet chosen;
    const auto is_within = [&](std::uint16_t s) { return within.empty() || within.contains({s}); };
    for (std::uint16_t s = 0; s < uses_.size(); ++s) {
      if (!is_within(s)) continue;
      bool beaten = false;
      for (std::uint16_t other = 0; other < uses_.size() && !beaten; ++other) {
        if (other == s || !is_within(other) || !does_as_well(other, s)) continue;
        beaten = !does_as_well(s, other) || is_preferred(other, s);
      }
      if (!beaten || practice_.value == s) chosen.insert(StageIndex{s});
    }
    return chosen;
  }

 private:
  void add(const StageSet& stages) {
    if (stages.empty()) return;
    for (std::uint16_t s = 0; s < uses_.size(); ++s) uses_[s].push_back(stages.contains({s}));
  }
  [[nodiscard]] bool does_as_well(std::uint16_t one, std::uint16_t other) const {
    for (std::size_t i = 0; i < uses_[one].size(); ++i) {
      if (uses_[other][i] && !uses_[one][i]) return false;
    }
    return true;
  }
  [[nodiscard]] bool is_preferred(std::uint16_t one, std::uint16_t other) const {
    return one == practice_.value || (other != practice_.value && one < other);
  }

  StageIndex practice_;
  std::vector<std::vector<bool>> uses_;  ///< by stage
};

}  // namespace

std::vector<DomainIndex> domains_to_prove(const Rubric& rubric, const std::vector<int>& levels) {
  std::vector<DomainIndex> domains;
  std::vector<bool> seen(rubric.skills.size(), false);
  for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) {
    const auto skill = rubric.domains[d].skill;
    if (!skill || seen[skill->value] || levels[skill->value] == 0) continue;
    if (!rubric.proofs[rubric[*skill].proof].by_domain) continue;
    seen[skill->value] = true;
    domains.push_back({d});
  }
  return domains;
}

bool can_prove_more(const Problem& problem, const Facts& facts, SkillIndex skill, int hours) {
  const auto& rubric = problem.rubric;
  const auto& state = facts.skills[skill.value];
  const auto& proof = rubric.proofs[rubric[skill].proof];
  if (hours == 0 || state.proven >= proof.lab) return false;
  if (std::max(state.proven, state.credited) < std::min(proof.study, proof.lab)) return true;
  const int enough = rubric.settings.lab_proof_hours;
  for (const auto& practice : facts.labs) {
    if (practice.lab->artifact && shows(*practice.lab, skill, rubric)) hours += practice.lab->hours;
  }
  for (int level = 1; level <= kHighestLevel; ++level) {
    // A longer one proves it by itself.
    const auto* studied = problem.study_lab(skill, level);
    if (studied != nullptr && studied->hours < enough) hours += studied->hours;
  }
  return hours >= enough;
}

bool labs_prove(const Problem& problem, const Facts& facts, const std::vector<int>& wanting_proof) {
  constexpr int any_hours = 1000;
  for (std::uint16_t i = 0; i < wanting_proof.size(); ++i) {
    if (wanting_proof[i] > 0 && can_prove_more(problem, facts, {i}, any_hours)) return true;
  }
  return false;
}

std::vector<LabChoice> lab_choices(const Problem& problem, const Facts& facts,
                                   const std::vector<const LabHoursAtLeast*>& asked,
                                   const std::vector<int>& levels, const std::vector<int>& wanting_proof,
                                   bool is_last, const Stop& stop) {
  const auto& rubric = problem.rubric;
  const auto to_prove = domains_to_prove(rubric, wanting_proof);
  std::vector<std::optional<DomainIndex>> domains{std::nullopt};
  domains.insert(domains.end(), to_prove.begin(), to_prove.end());
  std::vector<LabChoice> choices;
  const LabUses uses(problem, levels);
  const auto add = [&](const StageSet& within, int hours) {
    if (hours <= 0) return;
    const auto stages = uses.stages(within);
    for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
      if (!stages.contains({s})) continue;
      for (const auto& domain : domains) {
        const bool known = std::any_of(choices.begin(), choices.end(), [&](const LabChoice& one) {
          return one.stage.value == s && one.domain == domain && one.hours == hours;
        });
        if (!known) choices.push_back({{s}, domain, hours});
      }
    }
  };
  const auto skills = std::count_if(problem.levels_asked.begin(), problem.levels_asked.end(),
                                    [](int level) { return level > 0; });
  // To have every level reviewed takes less than a lab that would only prove some of them. At an earlier stop
  // it can be one that a later one asks for anyway.
  const auto is_proof_too_dear = [&](int hours) {
    return stop.supervisor && action_hours(rubric, ActionKind::ask_review) * skills < hours;
  };
  int most = 0;  // that is asked at the stop
  for (const auto* need : asked) most = std::max(most, need->hours - facts.lab_hours(*need));
  const bool proves = labs_prove(problem, facts, wanting_proof);
  for (const auto* need : problem.labs_asked) {
    const int hours = need->hours - facts.lab_hours(*need);
    // What only later stops ask for can be done later, by a longer lab, unless it is to prove something.
    if (!is_last && !proves && hours > most) continue;
    if (is_last && most == 0 && is_proof_too_dear(hours)) continue;
    add(need->stages, hours);
    for (const int studied : stop.studied_labs) add(need->stages, hours - studied);
  }
  if ((is_last || proves) && !is_proof_too_dear(rubric.settings.lab_proof_hours))
    add({}, rubric.settings.lab_proof_hours);
  return choices;
}

std::vector<int> studied_labs(const Problem& problem, const Facts& facts, const std::vector<int>& levels,
                              int longest) {
  std::vector<bool> sums(static_cast<std::size_t>(longest) + 1, false);
  sums[0] = true;
  for (std::uint16_t i = 0; i < levels.size(); ++i) {
    for (int level = level_to_build_on(facts.skills[i]) + 1; level <= levels[i]; ++level) {
      const auto* lab = problem.study_lab({i}, level);
      if (lab == nullptr) continue;
      const auto hours = static_cast<std::size_t>(lab->hours);
      for (auto sum = sums.size(); sum-- > hours;) sums[sum] = sums[sum] || sums[sum - hours];
    }
  }
  std::vector<int> hours;
  for (int sum = 1; sum <= longest; ++sum) {
    if (sums[static_cast<std::size_t>(sum)]) hours.push_back(sum);
  }
  return hours;
}

bool gates_need_no_study_labs(const Problem& problem) {
  const auto& rubric = problem.rubric;
  int most = rubric.settings.lab_proof_hours;
  for (const auto* need : asked_labs(needs_of({problem.goal.stage, nullptr, 0}, problem.facts)))
    most = std::max(most, need->hours);
  const auto asked = asked_levels(needs_of(problem.goal, problem.facts), rubric);
  for (std::uint16_t i = 0; i < asked.size(); ++i) {
    for (int level = 1; level <= asked[i]; ++level) {
      const auto* lab = problem.study_lab({i}, level);
      if (lab != nullptr && can_be_studied(rubric, {i}, level) && lab->hours < most) return false;
    }
  }
  return true;
}

Decision decide(const Rubric& rubric, const SkillChoice& choice) {
  Decision decision{choice};
  for (int level = choice.from + 1; level <= choice.to; ++level) {
    const auto& effort = effort_to(rubric, choice.skill, level);
    ++decision.moves;
    if (level <= choice.studied_to) {
      decision.study += likely_hours(effort);
      if (study_proof(rubric, choice.skill, level) == StudyProof::lab) decision.labs += likely_hours(effort);
    } else {
      decision.study_due -= effort.months;
    }
  }
  decision.hours = decision.study;
  const auto add = [&](bool wanted, ActionKind kind) {
    if (!wanted) return;
    ++decision.moves;
    decision.hours += action_hours(rubric, kind);
  };
  add(choice.stated, ActionKind::state_skill);
  add(choice.evidence, ActionKind::add_evidence);
  add(choice.review, ActionKind::ask_review);
  return decision;
}

Decision decide(const LabChoice& choice, const Stop& stop) {
  return {choice, stop.month, stop.month, choice.hours, 0, choice.hours, 1, stop.place};
}

Decision decide(const Rubric& rubric, CertificationIndex certification, const Stop& stop) {
  const int hours = likely_hours(rubric[certification].effort);
  return {certification, stop.month, stop.month, hours, 0, hours, 1, stop.place};
}

void move_to(const Stop& stop, Decision& decision) {
  decision.study_due += stop.month - decision.due;
  decision.due = stop.month;
  decision.stop = stop.place;
}

Leeway leeway_for(const Facts& facts, SkillIndex skill, const Stop& stop,
                  const std::vector<Decision>& decided) {
  const auto& used = stop.used[skill.value];
  Leeway leeway{stop.after_others ? used.in_all : used.at_the_end, facts.skills[skill.value].by_work, true,
                stop.supervisor};
  for (const auto& decision : decided) {
    const auto* choice = std::get_if<SkillChoice>(&decision.what);
    if (choice == nullptr || choice->skill != skill) continue;
    if (!stop.is_loose) leeway.work_months = std::min(leeway.work_months, stop.month - decision.due);
    leeway.study = leeway.study && choice->to == choice->studied_to;
  }
  return leeway;
}

bool may_be_chosen(const Rubric& rubric, const Decision& decision, const Facts& facts, const Stop& stop,
                   const std::vector<Decision>& decided) {
  if (const auto* pass = std::get_if<CertificationIndex>(&decision.what)) {
    const auto& experience = rubric[*pass].experience;
    return !experience || facts.months(experience->filter) >= experience->months;
  }
  const auto* choice = std::get_if<SkillChoice>(&decision.what);
  if (choice == nullptr) return true;
  const auto leeway = leeway_for(facts, choice->skill, stop, decided);
  const bool is_practised = choice->to > choice->studied_to;
  return (leeway.supervisor || !choice->review) && (leeway.study || choice->studied_to == choice->from) &&
         (!is_practised ||
          (choice->to <= leeway.most_by_work && decision.due - decision.study_due <= leeway.work_months));
}

}  // namespace upstream::planning
