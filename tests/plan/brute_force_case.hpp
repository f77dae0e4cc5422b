#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "assess/facts.hpp"
#include "upstream/plan/plan.hpp"
#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

/// What the brute force is given, and the words it speaks in. Written from docs/planning.md, and with nothing
/// of the search.
namespace upstream::test::brute_force {

[[nodiscard]] int likely(const Effort& effort);
[[nodiscard]] Date month_of(int index);

template <typename List, typename Item>
bool has(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// Months of work at one stage; `begin` months have passed before.
struct Job {
  StageIndex stage;
  int begin = 0;
  int months = 0;
  std::optional<ActionKind> asked;
  int lead = 0;
  bool elsewhere = false;
};

struct Course {
  int stay = 0;
  std::vector<Job> jobs;
};

/// A month by which something has to be reached.
struct Stop {
  int month = 0;
  StageIndex stage;
  bool last = false;
};

/// Something done with one skill, for one stop.
struct Practice {
  SkillIndex skill;
  bool stated = false;
  int from = 0;
  int studied = 0;
  int to = 0;
  bool evidence = false;
  bool review = false;
};

struct Task {
  int hours = 0;
  int due = 0;
};

struct Pass {
  CertificationIndex certification;
  int month = 0;
  std::size_t task = 0;  ///< its study
};

/// What has been decided: the deeds that change the profile, by the month in which they are done.
struct Plan {
  int hours = 0;
  int moves = 0;
  std::vector<Task> tasks;
  std::vector<std::pair<int, Practice>> practices;
  std::vector<Pass> passed;
  std::vector<std::pair<int, Lab>> labs;
};

/// The simple needs in a need.
void collect(const Need& need, std::vector<const Need*>& parts);

/// One person, one goal, and what follows from them before anything is tried.
struct Case {
  Case(const Profile& its_profile, const Rubric& its_rubric, Day its_day, const PlanRequest& its_request);

  [[nodiscard]] bool goes_on(const Experience& entry) const;
  /// What is asked at a stop: by the gates that are shut, and by the ladder.
  [[nodiscard]] std::vector<const Need*> parts_of(const Stop& stop, const Facts& facts) const;
  [[nodiscard]] const ProofClass& proof_of(SkillIndex skill) const;
  [[nodiscard]] const Effort& effort(SkillIndex skill, int level) const;
  [[nodiscard]] Day day_of(int month) const;
  /// A domain is told apart only by skills that are proven by domain; a lab in one of them is no worse than
  /// one in none.
  [[nodiscard]] std::vector<std::optional<DomainIndex>> lab_domains() const;

  const Profile& profile;
  const Rubric& rubric;
  Day day;
  const PlanRequest& request;
  StageIndex goal;
  const std::vector<Requirement>* ladder = nullptr;
  int permille = 0;
  int weekly = 0;
  DomainSet wished;
  int last_ended = 0;
  bool there = false;
  const Experience* job = nullptr;  ///< that is gone on with, the last begun
  StageSet unending;
  std::optional<StageSet> offered;
  std::optional<StageIndex> experienced;
  ActionKind change = ActionKind::ask_reassignment;
  StageIndex practice;
  std::vector<const Need*> whole;  ///< of the ladder and the gates that are shut on the first day
  std::vector<int> suggested;      ///< level by the entries of the first day, by skill

 private:
  void look_at_post();
  /// The lowest stage whose labs serve most of the lab needs.
  [[nodiscard]] StageIndex practice_stage() const;
};

}  // namespace upstream::test::brute_force
