#include "plan/gains.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "assess/evaluate.hpp"
#include "plan/budget.hpp"
#include "plan/capacity.hpp"

namespace upstream::planning {
namespace {

constexpr std::int64_t kPermille = kWhole / 1000;  // gains in whole units are not rounded

/// Steps of which a higher one takes and brings no less.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  std::vector<std::vector<Gains::Step>> skills(const Gains::State& before) {
    std::vector<std::vector<Gains::Step>> skills(static_cast<std::size_t>(upto(4)) + 1);
    for (auto& steps : skills) {
      const bool earns = upto(2) == 0;
      const bool opens = !before.is_open && upto(1) == 0;
      const int from = upto(3);
      Gains::Step step{0, 0, before.best};
      for (int level = 0; level < upto(3); ++level) {
        step.hours += upto(9);
        step.gain += upto(20) * kPermille;
        if (earns) step.best += upto(15) * kPermille;
        step.opens = opens && level >= from;
        steps.push_back(step);
      }
    }
    return skills;
  }

 private:
  std::mt19937 random_;
};

/// The same by trying every choice.
int fewest_hours(const std::vector<std::vector<Gains::Step>>& skills, std::size_t next, Gains::State now,
                 std::int64_t missing, int room) {
  int fewest = kNever;
  const std::function<void(std::size_t, int, Gains::State, std::int64_t)> choose =
      [&](std::size_t k, int hours, Gains::State state, std::int64_t points) {
        if (hours > room) return;
        if (k == skills.size()) {
          if (state.is_open && points + state.best - now.best >= missing) fewest = std::min(fewest, hours);
          return;
        }
        choose(k + 1, hours, state, points);
        for (const auto& step : skills[k])
          choose(k + 1, hours + step.hours, {std::max(state.best, step.best), state.is_open || step.opens},
                 points + step.gain);
      };
  choose(next, 0, now, 0);
  return fewest;
}

TEST(Gains, KnowTheFewestHoursThatAddWhatIsMissing) {
  int never = 0;
  int some = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    Generator generator(seed);
    const Gains::State before{generator.upto(10) * kPermille, generator.upto(1) == 0};
    const auto skills = generator.skills(before);
    const int room = generator.upto(40);
    const Gains gains(skills, before, room);
    // What has been decided before may have earned more of the one requirement, and opened the gate.
    std::set<std::int64_t> earned{before.best};
    for (const auto& steps : skills) {
      for (const auto& step : steps) earned.insert(step.best);
    }
    for (std::size_t next = 0; next <= skills.size(); ++next) {
      for (int missing = -5; missing <= 60; missing += 5) {
        for (const auto best : earned) {
          for (const bool is_open : std::set{true, before.is_open}) {
            const Gains::State now{best, is_open};
            const int found = gains.least_hours(next, now, missing * kPermille);
            ASSERT_EQ(found, fewest_hours(skills, next, now, missing * kPermille, room))
                << "seed " << seed << ", from " << next << ", missing " << missing << ", earned " << best;
            ++(found == kNever ? never : some);
          }
        }
      }
    }
  }
  EXPECT_GT(never, 1000);
  EXPECT_GT(some, 1000);
}

TEST(Gains, AreReckonedOnceForTheSameSteps) {
  KnownGains known;
  const std::vector<std::vector<Gains::Step>> skills{{{10, 5 * kPermille, 0, false}}};
  const auto first = known.of(skills, {}, 100);
  EXPECT_EQ(known.of(skills, {}, 100), first);
  EXPECT_NE(known.of(skills, {}, 90), first);
  EXPECT_NE(known.of(skills, {0, false}, 100), first);
  auto opens = skills;
  opens.front().front().opens = true;
  EXPECT_NE(known.of(opens, {}, 100), first);
}

TEST(Budget, GivesNoMoreToAPartThanIsLeft) {
  Budget budget(10);
  {
    const Budget::Part part(budget, 3);
    budget.spend(3);
    EXPECT_FALSE(budget.is_spent());
    budget.spend();
    EXPECT_TRUE(budget.is_spent());
  }
  EXPECT_FALSE(budget.is_spent());
  const Budget::Part wide(budget, 1000);
  {
    const Budget::Part narrow(budget, 1);
    budget.spend(2);
    EXPECT_TRUE(budget.is_spent());
  }
  EXPECT_FALSE(budget.is_spent());
  budget.spend(5);
  EXPECT_TRUE(budget.is_spent());
}

}  // namespace
}  // namespace upstream::planning
