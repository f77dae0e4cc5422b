#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace upstream::test {

/// A rubric and a profile so small that every plan can be tried, and what is asked of them.
struct PlanCase {
  std::string rubric;
  std::string profile;
  bool of_path = false;
  int stage = 0;   ///< the goal, where it is a stage
  int score = -1;  ///< 0..100; -1: none is asked
  bool certificates = true;
  bool change_post = false;
};

/// Two or three stages, two or three skills, three certificates; efforts that leave the cheapest plan within
/// a few months. Seeded. Not every case is a valid one: the lint has its own opinion.
class CaseGenerator {
 public:
  explicit CaseGenerator(std::uint64_t seed) : random_(seed) {}

  [[nodiscard]] PlanCase make();

 private:
  [[nodiscard]] int number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }
  [[nodiscard]] bool chance(int percent) { return number(1, 100) <= percent; }

  [[nodiscard]] std::string rubric();
  [[nodiscard]] std::string settings();
  [[nodiscard]] std::string stages_section();
  [[nodiscard]] std::string proofs();
  [[nodiscard]] std::string skills_section();
  [[nodiscard]] std::string certifications();
  [[nodiscard]] std::string path();
  [[nodiscard]] std::string actions();
  [[nodiscard]] std::string ladder(std::string_view of, int indent);
  [[nodiscard]] std::string need(int depth, bool gate);
  [[nodiscard]] std::string simple_need(bool gate);
  [[nodiscard]] std::string some_stages(int least);
  [[nodiscard]] std::string rising_levels(int most);

  [[nodiscard]] std::string profile();
  [[nodiscard]] std::string rating(int skill);

  std::mt19937_64 random_;
  int stages_ = 3;
  int skills_ = 2;
  int certificates_ = 3;
};

}  // namespace upstream::test
