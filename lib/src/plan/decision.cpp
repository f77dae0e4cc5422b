#include "decision.hpp"

#include <algorithm>

#include "assess/overloaded.hpp"

namespace upstream::planning {
namespace {

void carry_out_skill(Profile& profile, const SkillChoice& choice, const Rubric& rubric, StageIndex practice,
                     Day day) {
  const auto today = Date::of(day);
  bool course = false;
  for (int level = choice.from + 1; level <= choice.studied_to; ++level) {
    const auto proof = study_proof(rubric, choice.skill, level);
    course = course || proof == StudyProof::course;
    if (proof != StudyProof::lab) continue;
    auto lab = study_lab(rubric, choice.skill, level, practice);
    lab.date = today;
    profile.labs.push_back(std::move(lab));
  }
  auto& rating = rating_of(profile, choice.skill);
  rating.level = std::max(rating.level, choice.to);
  rating.not_applicable = false;
  if (course) rating.evidence.push_back({EvidenceKind::course, {}, today, {}});
  // Of work that has been done at some time: without a date it speaks for all of it.
  if (choice.evidence) rating.evidence.push_back({EvidenceKind::work, {}, std::nullopt, {}});
  if (choice.review) rating.reviewed_level = choice.to;
}

}  // namespace

StudyProof study_proof(const Rubric& rubric, SkillIndex skill, int level) {
  const auto& proof = rubric.proofs[rubric[skill].proof];
  if (level <= std::max(proof.own, proof.study)) return StudyProof::course;
  return level <= proof.lab ? StudyProof::lab : StudyProof::none;
}

Lab study_lab(const Rubric& rubric, SkillIndex skill, int level, StageIndex practice) {
  const auto& proof = rubric.proofs[rubric[skill].proof];
  Lab lab;
  lab.stage = proof.lab_stages.empty() ? practice : proof.lab_stages.lowest();
  for (std::uint16_t d = 0; d < rubric.domains.size() && lab.domains.empty(); ++d) {
    if (rubric.domains[d].skill == skill) lab.domains.insert(DomainIndex{d});
  }
  lab.hours = likely_hours(rubric[skill].levels[static_cast<std::size_t>(level - 1)].effort);
  lab.artifact = true;
  return lab;
}

std::vector<std::vector<std::optional<Lab>>> study_labs(const Rubric& rubric, StageIndex practice) {
  std::vector<std::vector<std::optional<Lab>>> labs;
  for (std::uint16_t i = 0; i < rubric.skills.size(); ++i) {
    auto& by_level = labs.emplace_back(kHighestLevel + 1);
    for (int level = 1; level <= kHighestLevel; ++level) {
      if (study_proof(rubric, {i}, level) == StudyProof::lab)
        by_level[static_cast<std::size_t>(level)] = study_lab(rubric, {i}, level, practice);
    }
  }
  return labs;
}

SkillRating& rating_of(Profile& profile, SkillIndex skill) {
  const auto found = std::find_if(profile.skills.begin(), profile.skills.end(),
                                  [&](const SkillRating& rating) { return rating.skill == skill; });
  if (found != profile.skills.end()) return *found;
  SkillRating rating;
  rating.skill = skill;
  return profile.skills.emplace_back(std::move(rating));
}

void carry_out(Profile& profile, const Decision& decision, const Rubric& rubric, StageIndex practice,
               Day day) {
  std::visit(Overloaded{
                 [&](const SkillChoice& choice) { carry_out_skill(profile, choice, rubric, practice, day); },
                 [&](const LabChoice& choice) {
                   Lab lab;
                   lab.stage = choice.stage;
                   if (choice.domain) lab.domains.insert(*choice.domain);
                   lab.hours = choice.hours;
                   lab.artifact = true;
                   lab.date = Date::of(day);
                   profile.labs.push_back(std::move(lab));
                 },
                 [&](CertificationIndex passed) {
                   HeldCertification held;
                   held.certification = passed;
                   held.acquired = Date::of(day);
                   profile.certifications.push_back(held);
                 },
             },
             decision.what);
}

}  // namespace upstream::planning
