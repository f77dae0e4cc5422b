#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

/// What people could learn together, and what each of them would have of it.
namespace upstream {

enum class TrainingKind : std::uint8_t { skill, certificate, lab };
[[nodiscard]] std::string_view id(TrainingKind kind);

/// One step that a rubric knows and that can be had by study.
struct Training {
  TrainingKind kind = TrainingKind::skill;
  SkillIndex skill;                      ///< of a skill: everybody one level up from where they are
  CertificationIndex certification;      ///< of a certificate
  const LabHoursAtLeast* lab = nullptr;  ///< of a lab; points into the rubric
};

/// Every such step, in the order of the rubric: skills, certificates that take study (a mere registration
/// does not), labs that its gates and requirements ask for.
[[nodiscard]] std::vector<Training> list_trainings(const Rubric& rubric);

struct TrainingGain {
  std::size_t training = 0;  ///< its place in the list
  int permille = 0;          ///< of the target's readiness, more than today; not below 0
  bool opens_stage = false;  ///< a further stage is reached with it
  Effort effort;             ///< of this person
};

/// Which of the trainings this person could take on the day and gain by, each by itself: the facts are
/// changed and judged anew. Nobody is trained to a level that they claim or that their work suggests already:
/// that takes proof, or a line in the profile. Nor to a level that takes field work, in what the person
/// marked n/a, or for a certificate whose prerequisites are not there, or a
/// higher one (professional, expert) that is more than one level above them in a skill it shows furthest.
[[nodiscard]] std::vector<TrainingGain> training_gains(const Profile& profile, const Rubric& rubric, Day day,
                                                       std::span<const Training> trainings);

/// The stage whose gates, and those below it, are open if only what is proven counts, and if all that is
/// claimed or suggested does. Assessment::reached lies between them.
struct StageRange {
  std::optional<StageIndex> proven;
  std::optional<StageIndex> claimed;
};
[[nodiscard]] StageRange stage_range(const Profile& profile, const Rubric& rubric, Day day);

}  // namespace upstream
