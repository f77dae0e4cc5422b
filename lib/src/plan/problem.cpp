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

/// So many nodes of the search take as long. Certificates are held against each other.
void Problem::spend_for(const Profile& profile) const {
  constexpr long kAtLeast = 3;
  const auto entries = static_cast<long>(profile.experience.size());
  const auto labs = static_cast<long>(profile.labs.size());
  const auto certifications = static_cast<long>(profile.certifications.size());
  long evidence = 0;
  for (const auto& rating : profile.skills) evidence += static_cast<long>(rating.evidence.size());
  budget.spend(kAtLeast + entries / 4 + (labs + evidence) / 16 + certifications / 2 +
               certifications * certifications / 2000);
}

Profile carried_out(const Problem& problem, const Course& course, const std::vector<Decision>& decisions,
                    int month) {
  auto profile = problem.post.work_through(course, month);
  for (const auto& decision : decisions) {
    if (decision.due <= month)
      carry_out(profile, decision, problem.rubric, problem.practice, problem.day_of(decision.due));
  }
  return profile;
}

}  // namespace upstream::planning
