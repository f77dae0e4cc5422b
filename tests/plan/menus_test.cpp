#include "plan/menus.hpp"

#include <array>
#include <random>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "plan/small_problem.hpp"

namespace upstream::planning {
namespace {

using test::builtin_rubric;

std::string words(const Menu& menu) {
  std::string all;
  for (const auto& [option, wants_proof, is_of_use] : menu.items) {
    const auto& choice = option.choice();
    for (const int value :
         {choice.from, choice.studied_to, choice.to, choice.stated ? 1 : 0, choice.evidence ? 1 : 0,
          choice.review ? 1 : 0, option.score, option.sure, option.has_labs ? 1 : 0, wants_proof ? 1 : 0,
          is_of_use ? 1 : 0, option.decision.hours, option.decision.moves, option.decision.study_due})
      all += std::to_string(value) + ' ';
    all += '\n';
  }
  return all;
}

/// A question of small numbers, any one of which can be changed.
class Question {
 public:
  static constexpr std::size_t kNumbers = 19;

  explicit Question(std::mt19937& random) : random_(random) {
    for (std::size_t i = 0; i < kNumbers; ++i) change(i);
  }
  void change(std::size_t number) {
    numbers_[number] = std::uniform_int_distribution<int>(0, number == 0 ? kSkills - 1 : 3)(random_);
  }
  [[nodiscard]] std::string asked_of(Menus& menus, const Problem& problem) const {
    const auto& n = numbers_;
    const SkillIndex skill{static_cast<std::uint16_t>(n[0])};
    SkillRating rating;
    rating.skill = skill;
    rating.level = n[1];
    if (n[2] > 0) rating.reviewed_level = n[2] - 1;
    SkillState bare;
    bare.skill = skill;
    if (n[3] > 0) bare.rating = &rating;
    bare.levels.score = n[4];
    auto certain = bare;
    auto hoped = bare;
    std::tie(bare.proven, bare.credited, bare.with_evidence) = std::tuple(n[5], n[6], n[7]);
    std::tie(certain.proven, certain.credited, certain.with_evidence) = std::tuple(n[8], n[9], n[10]);
    std::tie(hoped.proven, hoped.credited, hoped.with_evidence) = std::tuple(n[11], n[12], n[10]);
    constexpr int half_a_year = 6;
    const Leeway leeway{n[13] * half_a_year, n[14], n[15] > 0, n[16] > 1};
    return words(*menus.of(problem, {skill, n[17] + 1, n[18] > 1, leeway, bare, certain, hoped}));
  }

 private:
  static inline const int kSkills = static_cast<int>(builtin_rubric().skills.size());
  std::mt19937& random_;
  std::array<int, kNumbers> numbers_{};
};

TEST(Menus, KeepWhatWouldBeMadeAnew) {
  const SmallProblem nothing({});
  std::mt19937 random(20261126);  // NOLINT(cert-msc51-cpp): the same in every run
  int changed = 0;
  for (int run = 0; run < 20'000; ++run) {
    Menus kept;
    Question question(random);
    const auto before = question.asked_of(kept, nothing.problem);
    question.change(static_cast<std::size_t>(run) % Question::kNumbers);
    const auto after = question.asked_of(kept, nothing.problem);
    Menus anew;
    ASSERT_EQ(after, question.asked_of(anew, nothing.problem)) << "run " << run;
    changed += after == before ? 0 : 1;
  }
  EXPECT_GT(changed, 3'000);
}

}  // namespace
}  // namespace upstream::planning
