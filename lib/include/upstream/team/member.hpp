#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "upstream/assess/assessment.hpp"
#include "upstream/assess/training.hpp"

namespace upstream {

/// From this level on somebody does the work alone. Proven, it counts as able.
inline constexpr int kAbleLevel = 3;

/// What the picture of a team needs of one assessment: values that outlive it, and pointers into the rubric.
struct Member {
  struct Skill {
    int proven = 0;   ///< Levels::low
    int claimed = 0;  ///< Levels::high
    bool rated = false;
  };
  struct Missing {
    const Requirement* requirement = nullptr;  ///< of the target
    int gain = 0;                              ///< permille still to be had
  };
  struct Lapse {
    CertificationIndex certification;
    Day last{};
    bool covered = false;  ///< other certificates bring all that it brings
  };

  std::string id;  ///< raw, as name and path
  std::string name;
  std::string path;           ///< tells two with one id apart
  std::vector<Skill> skills;  ///< by SkillIndex
  std::optional<StageIndex> experienced;
  std::optional<StageIndex> reached;
  StageRange range;
  std::vector<const Gate*> shut;  ///< gates of all stages, in ladder order
  std::vector<Missing> missing;   ///< in ledger order
  std::vector<TrainingGain> gains;
  std::vector<Lapse> lapses;  ///< to come, in the order of the profile
  Verdict seat = Verdict::unknown;
  bool stays = false;  ///< goal: stay
};

/// `trainings` is the list that gains point into; lapses are looked for within so many days.
[[nodiscard]] Member observe(const Assessment& assessment, std::span<const Training> trainings,
                             int lapses_within);

}  // namespace upstream
