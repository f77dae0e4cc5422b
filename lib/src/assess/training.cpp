#include "upstream/assess/training.hpp"

#include <algorithm>
#include <utility>

#include "evaluate.hpp"
#include "overloaded.hpp"
#include "steps.hpp"

namespace upstream {
namespace {

/// The labs that a need asks for, each kind once.
void collect_labs(const Need& need, std::vector<const LabHoursAtLeast*>& labs) {
  const auto all_of = [&](const std::vector<Need>& of) {
    for (const auto& one : of) collect_labs(one, labs);
  };
  std::visit(Overloaded{
                 [&](const LabHoursAtLeast& lab) {
                   const auto same = [&](const LabHoursAtLeast* other) {
                     return other->hours == lab.hours && other->stages == lab.stages &&
                            other->artifact == lab.artifact;
                   };
                   if (std::none_of(labs.begin(), labs.end(), same)) labs.push_back(&lab);
                 },
                 [&](const AllOf& n) { all_of(n.of); },
                 [&](const AtLeast& n) { all_of(n.of); },
                 [](const auto&) {},
             },
             need.kind);
}

std::vector<const LabHoursAtLeast*> labs_of(const Rubric& rubric) {
  std::vector<const LabHoursAtLeast*> labs;
  for (const auto& stage : rubric.stages) {
    for (const auto& gate : stage.gates) collect_labs(gate.need, labs);
    for (const auto& requirement : stage.requirements) collect_labs(requirement.need, labs);
  }
  return labs;
}

struct Taken {
  Facts then;
  Effort effort;
};

/// The facts with the training taken; nothing where it is not for this person.
class Trainer {
 public:
  explicit Trainer(const Facts& facts) : facts_(facts) {}

  [[nodiscard]] std::optional<Taken> take(const Training& training) const {
    switch (training.kind) {
      case TrainingKind::skill:
        return learn(training.skill);
      case TrainingKind::certificate:
        return pass(training.certification);
      case TrainingKind::lab:
        break;
    }
    return practise(*training.lab);
  }

 private:
  [[nodiscard]] std::optional<Taken> learn(SkillIndex skill) const {
    const auto& state = facts_.skills[skill.value];
    const int level = state.levels.score;
    const bool not_applicable = state.rating != nullptr && state.rating->not_applicable;
    if (not_applicable || level == kHighestLevel || state.levels.high > level) return std::nullopt;
    const auto& next = (*facts_.rubric)[skill].levels[static_cast<std::size_t>(level)];
    if (next.field_only) return std::nullopt;
    Step step;
    step.kind = StepKind::raise_skill;
    step.skill = skill;
    step.from = level;
    step.to = level + 1;
    return Taken{suppose(facts_, {step}), {next.effort.hours_min, next.effort.hours_max, 0}};
  }

  [[nodiscard]] std::optional<Taken> pass(CertificationIndex index) const {
    const auto& certification = (*facts_.rubric)[index];
    if (facts_.held[index.value] != 0 || !may_sit(certification, facts_) || !has_ground_for(certification))
      return std::nullopt;
    auto then = facts_;
    then.held[index.value] = then.proven[index.value] = 1;
    for (const auto& shown : certification.shows) prove(shown, then);
    return Taken{std::move(then), certification.effort};
  }

  /// Whether it is a next step. A higher one is, where the person stands at most one level below all that it
  /// shows furthest: an operator who has never led work does not begin with project management.
  [[nodiscard]] bool has_ground_for(const Certification& certification) const {
    if (certification.tier < Tier::professional) return true;
    int furthest = 0;
    for (const auto& shown : certification.shows) furthest = std::max(furthest, shown.level);
    return std::all_of(certification.shows.begin(), certification.shows.end(), [&](const SkillShown& shown) {
      const auto& state = facts_.skills[shown.skill.value];
      return shown.level < furthest || std::max(state.levels.score, state.proven) + 1 >= furthest;
    });
  }

  /// A certificate backs what the person has rated; by itself it gives nobody a level.
  static void prove(const SkillShown& shown, Facts& facts) {
    auto& state = facts.skills[shown.skill.value];
    if (state.rating == nullptr || state.rating->not_applicable) return;
    const auto& rubric = *facts.rubric;
    const int level = std::min(shown.level, rubric.proofs[rubric[shown.skill].proof].study);
    state.proven = std::max(state.proven, level);
    state.credited = std::max(state.credited, level);
    state.levels = levels_of(state.rating->level, state.proven, state.credited, state.rating->reviewed_level);
  }

  [[nodiscard]] std::optional<Taken> practise(const LabHoursAtLeast& lab) const {
    const int missing = lab.hours - facts_.lab_hours(lab);
    if (missing <= 0) return std::nullopt;
    Step step;
    step.kind = StepKind::lab_hours;
    step.amount = missing;
    step.stages = lab.stages;
    return Taken{suppose(facts_, {step}), {missing, missing, 0}};
  }

  const Facts& facts_;
};

int target_total(const Facts& facts) {
  return total((*facts.rubric)[facts.rubric->target()].requirements, facts, View::score);
}

std::optional<StageIndex> reached_by(View view, Facts facts) {
  for (auto& skill : facts.skills) {
    skill.levels.score = view == View::low ? skill.levels.low : skill.levels.high;
  }
  return reached_stage(facts);
}

}  // namespace

std::string_view id(TrainingKind kind) {
  switch (kind) {
    case TrainingKind::skill:
      return "skill";
    case TrainingKind::certificate:
      return "certificate";
    case TrainingKind::lab:
      break;
  }
  return "lab";
}

std::vector<Training> list_trainings(const Rubric& rubric) {
  std::vector<Training> trainings;
  for (std::uint16_t s = 0; s < rubric.skills.size(); ++s) {
    Training training;
    training.skill = {s};
    trainings.push_back(training);
  }
  for (std::uint16_t c = 0; c < rubric.certifications.size(); ++c) {
    if (rubric.certifications[c].effort.hours_max == 0) continue;
    Training training;
    training.kind = TrainingKind::certificate;
    training.certification = {c};
    trainings.push_back(training);
  }
  for (const auto* lab : labs_of(rubric)) {
    Training training;
    training.kind = TrainingKind::lab;
    training.lab = lab;
    trainings.push_back(training);
  }
  return trainings;
}

std::vector<TrainingGain> training_gains(const Profile& profile, const Rubric& rubric, Day day,
                                         std::span<const Training> trainings) {
  const auto facts = gather_facts(profile, rubric, day);
  const Trainer trainer(facts);
  const int now = target_total(facts);
  const auto reached = reached_stage(facts);
  std::vector<TrainingGain> gains;
  for (std::size_t t = 0; t < trainings.size(); ++t) {
    const auto taken = trainer.take(trainings[t]);
    if (!taken) continue;
    const auto& then = taken->then;
    const TrainingGain gain{t, target_total(then) - now, reached_stage(then) > reached, taken->effort};
    if (gain.permille > 0 || gain.opens_stage) gains.push_back(gain);
  }
  return gains;
}

StageRange stage_range(const Profile& profile, const Rubric& rubric, Day day) {
  const auto facts = gather_facts(profile, rubric, day);
  return {reached_by(View::low, facts), reached_by(View::high, facts)};
}

}  // namespace upstream
