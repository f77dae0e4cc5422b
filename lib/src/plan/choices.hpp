#pragma once

#include <optional>
#include <vector>

#include "problem.hpp"

/// What there is to choose from.
namespace upstream::planning {

/// Whether a certificate may be sat for after that work: what it presupposes is there, and it is not below
/// one that is held.
[[nodiscard]] bool may_be_planned(const Rubric& rubric, CertificationIndex certification, const Facts& facts);

/// The certificate after what has to be passed before, in order; nothing where a part of it may not be
/// planned.
[[nodiscard]] std::optional<std::vector<CertificationIndex>> passes_for(const Rubric& rubric,
                                                                        CertificationIndex wanted,
                                                                        const Facts& facts);
/// Needs of certificates in the ladder that none held meets.
[[nodiscard]] std::vector<const CertificateAmong*> unmet_certificates(const Target& target,
                                                                      const Facts& facts);
/// What may be passed within so many months.
[[nodiscard]] Offers offers_for(const Problem& problem, const Target& target, const Facts& facts, int months);

/// What may be done about a skill at a stop.
struct Leeway {
  int work_months = 0;      ///< in which it may be raised by work
  int most_by_work = 0;     ///< nobody learns at work what that work does not give
  bool study = true;        ///< not any more once it has been raised by work
  bool supervisor = false;  ///< who can review it
};
/// The own level, or what a review left of it.
[[nodiscard]] int level_to_build_on(const SkillState& state);
/// The choices of every skill, lab and certificate that may help a target, judged against the facts of that
/// month.
[[nodiscard]] std::vector<SkillChoice> skill_choices(const Problem& problem, const SkillState& state,
                                                     SkillIndex skill, int asked, const Leeway& leeway);
/// After what has been decided for earlier stops: its months of work come behind those.
[[nodiscard]] Leeway leeway_for(const Facts& facts, SkillIndex skill, const Stop& stop,
                                const std::vector<Decision>& decided);
/// Whether the work of the stop lets one do what was decided by the work of another.
[[nodiscard]] bool may_be_chosen(const Rubric& rubric, const Decision& decision, const Facts& facts,
                                 const Stop& stop, const std::vector<Decision>& decided);
/// Domains of the skills for which a level is given: what a lab is about can prove them.
[[nodiscard]] std::vector<DomainIndex> domains_to_prove(const Rubric& rubric, const std::vector<int>& levels);
/// Whether so many hours of lab more that show the skill could prove more of it, with such as a study of it
/// may add.
[[nodiscard]] bool can_prove_more(const Problem& problem, const Facts& facts, SkillIndex skill, int hours);
/// Whether a lab could prove more of any of the skills for which a level is given.
[[nodiscard]] bool labs_prove(const Problem& problem, const Facts& facts, const std::vector<int>& levels);
/// Labs by the hours and levels that are asked at a stop, and what they may be about.
[[nodiscard]] std::vector<LabChoice> lab_choices(const Problem& problem, const Facts& facts,
                                                 const std::vector<const LabHoursAtLeast*>& asked,
                                                 const std::vector<int>& levels,
                                                 const std::vector<int>& wanting_proof, bool is_last,
                                                 const Stop& stop);
/// Sums of hours of labs that are studies of skills, up to those levels; none longer than that.
[[nodiscard]] std::vector<int> studied_labs(const Problem& problem, const Facts& facts,
                                            const std::vector<int>& levels, int longest);
/// Whether whatever a lab that is the study of some level for the ladder can do to open gates can be had for
/// no more by a lab of its own.
[[nodiscard]] bool gates_need_no_study_labs(const Problem& problem);
/// Whether the level can be come to by study.
[[nodiscard]] bool can_be_studied(const Rubric& rubric, SkillIndex skill, int level);
/// For no stop yet: to be done by month 0, after months of work before that.
[[nodiscard]] Decision decide(const Rubric& rubric, const SkillChoice& choice);
[[nodiscard]] Decision decide(const LabChoice& choice, const Stop& stop);
[[nodiscard]] Decision decide(const Rubric& rubric, CertificationIndex certification, const Stop& stop);
/// Makes it one for that stop.
void move_to(const Stop& stop, Decision& decision);

}  // namespace upstream::planning
