#include "outcome.hpp"

#include <algorithm>
#include <utility>

namespace upstream::planning {
namespace {

bool is_certificate(const Decision& decision) {
  return std::holds_alternative<CertificationIndex>(decision.what);
}

/// Judges what new ratings and labs speak for.
void judge_by(const Problem& problem, Facts& facts, const std::vector<SkillRating>& ratings,
              const std::vector<Lab>& labs) {
  std::vector<SkillIndex> skills;
  for (const auto skill : problem.skills_asked) {
    const auto rates = [&](const SkillRating& rating) { return rating.skill == skill; };
    const auto speaks = [&](const Lab& lab) { return shows(lab, skill, problem.rubric); };
    if (std::any_of(ratings.begin(), ratings.end(), rates) || std::any_of(labs.begin(), labs.end(), speaks))
      skills.push_back(skill);
  }
  if (!skills.empty()) judge_ratings(facts, skills);
}

}  // namespace

Facts with_labs(const Problem& problem, Facts facts, const std::vector<Lab>& labs) {
  problem.spend_for(*facts.profile);
  for (const auto& lab : labs) facts.labs.push_back({&lab, lab.hours});
  judge_by(problem, facts, {}, labs);
  return facts;
}

Outcome outcome_of(const Problem& problem, const Facts& facts,
                   const std::vector<const Decision*>& decisions) {
  Outcome outcome;
  auto& written = *outcome.written;
  for (const auto* decision : decisions) {
    if (const auto* choice = std::get_if<SkillChoice>(&decision->what)) {
      const auto* rating = facts.skills[choice->skill.value].rating;
      const bool is_there = std::any_of(written.skills.begin(), written.skills.end(),
                                        [&](const SkillRating& one) { return one.skill == choice->skill; });
      if (rating != nullptr && !is_there) written.skills.push_back(*rating);
    }
    carry_out(written, *decision, problem.rubric, problem.practice, problem.day_of(decision->due));
  }
  auto& then = outcome.facts;
  then = facts;
  problem.spend_for(*facts.profile);
  for (const auto& rating : written.skills) then.skills[rating.skill.value].rating = &rating;
  for (const auto& lab : written.labs) then.labs.push_back({&lab, lab.hours});
  judge_by(problem, then, written.skills, written.labs);
  return outcome;
}

Outcome outcome_of(const Problem& problem, const Stop& stop, const std::vector<Decision>& decisions) {
  std::vector<const Decision*> due;
  due.reserve(decisions.size());
  for (const auto& decision : decisions) {
    if (decision.due <= stop.month) due.push_back(&decision);
  }
  if (std::none_of(due.begin(), due.end(), [](const Decision* one) { return is_certificate(*one); }))
    return outcome_of(problem, *stop.facts, due);
  Outcome outcome;
  auto& profile = *outcome.written;
  profile = *stop.work;
  for (const auto* one : due)
    carry_out(profile, *one, problem.rubric, problem.practice, problem.day_of(one->due));
  outcome.facts = assess(problem, stop, profile);
  return outcome;
}

bool has_certificates(const std::vector<Decision>& decisions) {
  return std::any_of(decisions.begin(), decisions.end(), is_certificate);
}

std::vector<Decision> without_certificates(std::vector<Decision> decisions) {
  decisions.erase(std::remove_if(decisions.begin(), decisions.end(), is_certificate), decisions.end());
  return decisions;
}

bool is_reached(const Problem& problem, const Stop& stop, const std::vector<Decision>& decisions) {
  if (!is_met(stop.target, outcome_of(problem, stop, decisions).facts)) return false;
  if (!has_certificates(decisions)) return true;
  const auto bare = outcome_of(problem, stop, without_certificates(decisions));
  return is_met({stop.target.stage, nullptr, 0}, bare.facts);
}

bool is_reached(const Problem& problem, Profile profile, int month) {
  const Day day = problem.day_of(month);
  if (!is_met(problem.goal, gather_facts(profile, problem.rubric, day))) return false;
  const auto own = problem.facts.profile->certifications.size();
  if (profile.certifications.size() == own) return true;
  profile.certifications.resize(own);
  return is_met({problem.goal.stage, nullptr, 0}, gather_facts(profile, problem.rubric, day));
}

}  // namespace upstream::planning
