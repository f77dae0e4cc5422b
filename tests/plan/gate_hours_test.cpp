#include "plan/gate_hours.hpp"

#include <memory>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "plan/small_problem.hpp"

namespace upstream::planning {
namespace {

using test::builtin_rubric;

/// What the gates of build and design ask for in the built-in rubric.
std::vector<SkillIndex> skills_of_gates() {
  const auto& rubric = builtin_rubric();
  const auto levels = asked_levels(all_needs_of({rubric.target(), nullptr, 0}, rubric), rubric);
  std::vector<SkillIndex> skills;
  for (std::uint16_t i = 0; i < levels.size(); ++i) {
    if (levels[i] > 0) skills.push_back({i});
  }
  return skills;
}

/// Some build work, and each of the skills written down.
Profile profile() {
  Profile profile;
  Experience work;
  work.stages.insert(builtin_rubric().target());
  work.undated_months = 1;
  profile.experience.push_back(work);
  for (const auto skill : skills_of_gates()) {
    SkillRating rating;
    rating.skill = skill;
    rating.level = 2;
    profile.skills.push_back(rating);
  }
  Lab lab;
  lab.stage = builtin_rubric().target();
  lab.artifact = true;
  lab.hours = 50;
  profile.labs.push_back(lab);
  return profile;
}

/// A stop made of small numbers, any one of which can be changed.
class Numbers {
 public:
  explicit Numbers(std::mt19937& random) : random_(random), numbers_(kOthers + 6 * skills_.size()) {
    for (std::size_t i = 0; i < size(); ++i) change(i);
  }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }
  void change(std::size_t number) { numbers_[number] = std::uniform_int_distribution<int>(0, 3)(random_); }
  [[nodiscard]] Stop stop(const SmallProblem& of) const {
    const auto& n = numbers_;
    auto work = of.profile;
    auto& entry = work.experience.front();
    entry.undated_months = 6 + n[0] * 5;
    entry.stages = {};
    entry.stages.insert(StageIndex{static_cast<std::uint16_t>(n[5])});
    if (n[1] > 1) work.labs.clear();
    const int month = 2 + n[2] * n[2] * 5;
    const StageIndex stage{static_cast<std::uint16_t>(builtin_rubric().target().value - n[3] % 3)};
    auto stop = stop_at(of.problem, {month, month}, {stage, nullptr, 0}, std::move(work), false);
    stop.supervisor = n[4] > 1;
    stop.after_others = true;
    auto facts = *stop.facts;
    if (n[6] > 2) facts.arrived.insert(stage);
    auto number = n.begin() + kOthers;
    for (const auto skill : skills_) {
      auto& state = facts.skills[skill.value];
      for (auto* value : {&state.levels.score, &state.proven, &state.credited, &state.with_evidence,
                          &state.by_work, &stop.used[skill.value].in_all})
        *value = *number++;
      state.levels.score %= 3;
      stop.used[skill.value].in_all *= 4;
    }
    stop.facts = std::make_shared<const Facts>(std::move(facts));
    return stop;
  }

 private:
  static constexpr std::ptrdiff_t kOthers = 7;
  std::mt19937& random_;
  std::vector<SkillIndex> skills_ = skills_of_gates();
  std::vector<int> numbers_;
};

TEST(GateHours, KeepWhatWouldBeReckonedAnew) {
  SmallProblem small(profile());
  std::mt19937 random(20261126);  // NOLINT(cert-msc51-cpp): the same in every run
  int changed = 0;
  for (int run = 0; run < 60'000; ++run) {
    small.budget = Budget{};
    Numbers numbers(random);
    const auto one = numbers.stop(small);
    numbers.change(static_cast<std::size_t>(run) % numbers.size());
    const auto other = numbers.stop(small);
    if (is_met(one.target, *one.facts) || is_met(other.target, *other.facts)) continue;
    GateHours kept;
    GateHours anew;
    const auto before = kept.of(small.problem, one);
    const auto after = kept.of(small.problem, other);
    const auto expected = anew.of(small.problem, other);
    ASSERT_EQ(std::pair(after.hours, after.beside_labs), std::pair(expected.hours, expected.beside_labs))
        << "run " << run;
    changed += before.hours == after.hours ? 0 : 1;
  }
  EXPECT_GT(changed, 300);
}

}  // namespace
}  // namespace upstream::planning
