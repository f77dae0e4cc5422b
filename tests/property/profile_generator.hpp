#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream::test {

/// A profile as a file in JSON that is read again as the same.
[[nodiscard]] std::string written(const Profile& profile, const Rubric& rubric, Day day);

/// Profiles that could be anybody's: valid, seeded, and with every kind of entry often enough to matter.
class ProfileGenerator {
 public:
  ProfileGenerator(const Rubric& rubric, std::uint64_t seed) : rubric_(rubric), random_(seed) {}

  [[nodiscard]] Profile profile();
  [[nodiscard]] Experience experience();
  [[nodiscard]] Lab lab();
  [[nodiscard]] Evidence evidence();
  [[nodiscard]] HeldCertification certification();
  [[nodiscard]] Environment environment();

  [[nodiscard]] int number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }
  [[nodiscard]] bool chance(int percent) { return number(1, 100) <= percent; }
  [[nodiscard]] std::mt19937_64& random() { return random_; }

 private:
  [[nodiscard]] Date date(int first_year, int last_year);
  [[nodiscard]] Position place() { return {next_line_++, 3}; }
  template <typename Item>
  [[nodiscard]] IndexSet<Item> some(std::size_t of, int percent);

  const Rubric& rubric_;
  std::mt19937_64 random_;
  std::uint32_t next_line_ = 1;
};

}  // namespace upstream::test
