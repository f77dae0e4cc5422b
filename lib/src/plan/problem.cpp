#include "problem.hpp"

#include <tuple>

namespace upstream::planning {

bool Solution::is_cheaper_than(const Solution& other) const {
  return std::tie(months, hours, moves) < std::tie(other.months, other.hours, other.moves);
}

bool Best::beats(int hours, int moves) const {
  return (any_will_do && is_new) ||
         (solution && std::tie(hours, moves) >= std::tie(solution->hours, solution->moves));
}

int hours_of(const std::vector<Job>& jobs, const Rubric& rubric) {
  int hours = 0;
  for (const auto& job : jobs) {
    if (job.by) hours += likely_hours(rubric.actions[static_cast<std::size_t>(*job.by)].effort);
  }
  return hours;
}

int moves_of(const std::vector<Job>& jobs) {
  int moves = 0;
  for (const auto& job : jobs) moves += job.by ? 2 : 1;
  return moves;
}

namespace {

/// So many nodes of the search take as long. Certificates are held against each other.
long nodes_for(const Profile& profile) {
  constexpr long kAtLeast = 3;
  const auto entries = static_cast<long>(profile.experience.size());
  const auto labs = static_cast<long>(profile.labs.size());
  const auto certifications = static_cast<long>(profile.certifications.size());
  long evidence = 0;
  for (const auto& rating : profile.skills) evidence += static_cast<long>(rating.evidence.size());
  return kAtLeast + entries / 4 + (labs + evidence) / 16 + certifications / 2 +
         certifications * certifications / 2000;
}

}  // namespace

Facts assess(const Problem& problem, const Profile& profile, Day day) {
  problem.budget.spend(nodes_for(profile));
  return gather_facts(profile, problem.rubric, day);
}

void judge_again(const Problem& problem, Facts& facts) {
  problem.budget.spend(nodes_for(*facts.profile));
  judge_skills(facts);
}

namespace {

Profile carried_out(const Problem& problem, Profile work, const std::vector<Decision>& decisions, int month) {
  for (const auto& decision : decisions) {
    if (decision.due <= month)
      carry_out(work, decision, problem.rubric, problem.practice, problem.day_of(decision.due));
  }
  return work;
}

}  // namespace

Profile carried_out(const Problem& problem, const Course& course, const std::vector<Decision>& decisions,
                    int month) {
  return carried_out(problem, problem.post.work_through(course, month), decisions, month);
}

Profile carried_out(const Problem& problem, const Stop& stop, const std::vector<Decision>& decisions) {
  return carried_out(problem, *stop.work, decisions, stop.month);
}

Facts with_decisions(const Problem& problem, const Facts& facts,
                     const std::vector<const Decision*>& decisions, Profile& written) {
  for (const auto* decision : decisions) {
    if (const auto* choice = std::get_if<SkillChoice>(&decision->what)) {
      const auto* rating = facts.skills[choice->skill.value].rating;
      if (rating != nullptr) written.skills.push_back(*rating);
    }
    carry_out(written, *decision, problem.rubric, problem.practice, problem.day_of(decision->due));
  }
  auto then = facts;
  for (const auto& rating : written.skills) then.skills[rating.skill.value].rating = &rating;
  for (const auto& lab : written.labs) then.labs.push_back({&lab, lab.hours});
  problem.budget.spend();
  if (!written.labs.empty()) {
    judge_ratings(then);
  } else {
    for (const auto& rating : written.skills) judge_skill(then, rating.skill);
  }
  return then;
}

Profile without_planned_certificates(const Problem& problem, Profile profile) {
  profile.certifications.resize(problem.facts.profile->certifications.size());
  return profile;
}

bool has_planned_certificates(const Problem& problem, const Facts& facts) {
  return facts.profile->certifications.size() > problem.facts.profile->certifications.size();
}

bool is_reached(const Problem& problem, const Target& target, const Facts& facts) {
  if (!is_met(target, facts)) return false;
  if (!has_planned_certificates(problem, facts)) return true;
  const auto without = without_planned_certificates(problem, *facts.profile);
  return is_met({target.stage, nullptr, 0}, assess(problem, without, facts.day));
}

bool is_reached(const Problem& problem, const Stop& stop, const Profile& profile) {
  return is_reached(problem, stop.target, assess(problem, stop, profile));
}

}  // namespace upstream::planning
