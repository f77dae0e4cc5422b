#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "assess/facts.hpp"
#include "post.hpp"

namespace upstream::planning {

/// The hours that are reckoned with, of a range: the middle, rounded up.
[[nodiscard]] constexpr int likely_hours(const Effort& effort) {
  return (effort.hours_min + effort.hours_max + 1) / 2;
}

/// How one skill is brought further: first it is written down what is there, then comes study, then work,
/// then proof. Each may be left out.
struct SkillChoice {
  SkillIndex skill;
  bool stated = false;  ///< was not rated: what the entries suggest is written down
  int from = 0;         ///< own level before study
  int studied_to = 0;
  int to = 0;  ///< own level after study and work
  bool evidence = false;
  bool review = false;

  [[nodiscard]] bool is_nothing() const { return !stated && from == to && !evidence && !review; }
};

/// A lab project with something to show for it.
struct LabChoice {
  StageIndex stage;
  std::optional<DomainIndex> domain;
  int hours = 0;

  friend auto operator<=>(const LabChoice&, const LabChoice&) = default;
};

struct Decision {
  std::variant<SkillChoice, LabChoice, CertificationIndex> what;
  int due = 0;           ///< month of the plan by which all of it is done
  int study_due = 0;     ///< and by which its study is: months of work follow
  int study = 0;         ///< likely hours due by `study_due`
  int labs = 0;          ///< of these, in labs that are the study of a level
  int hours = 0;         ///< likely hours in all
  int moves = 0;         ///< single actions
  std::size_t stop = 0;  ///< place of the stop that it is for
};

/// What a step of study leaves behind, so that the level counts.
enum class StudyProof : std::uint8_t {
  course,  ///< a course
  lab,     ///< a lab with artifact
  none,    ///< nothing that proves so high a level: somebody has to look
};
[[nodiscard]] StudyProof study_proof(const Rubric& rubric, SkillIndex skill, int level);

/// The lab that the step of study to the level is. `practice` is the stage of labs that belong to none.
[[nodiscard]] Lab study_lab(const Rubric& rubric, SkillIndex skill, int level, StageIndex practice);

/// All of them by SkillIndex and level.
[[nodiscard]] std::vector<std::vector<std::optional<Lab>>> study_labs(const Rubric& rubric,
                                                                      StageIndex practice);

/// Writes into the profile what there is once the decision has been carried out on the day.
void carry_out(Profile& profile, const Decision& decision, const Rubric& rubric, StageIndex practice,
               Day day);

/// The rating of a skill, made where there is none.
[[nodiscard]] SkillRating& rating_of(Profile& profile, SkillIndex skill);

}  // namespace upstream::planning
