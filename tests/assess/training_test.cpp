#include "upstream/assess/training.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "property/profile_generator.hpp"
#include "report/json_support.hpp"
#include "support/support.hpp"
#include "upstream/assess/assess.hpp"

namespace upstream::test {
namespace {

const std::vector<Training>& trainings() {
  static const auto all = list_trainings(builtin_rubric());
  return all;
}

std::vector<TrainingGain> gains_of(std::string_view text) {
  const auto loaded = load(text);
  EXPECT_TRUE(loaded.profile) << text;
  return training_gains(*loaded.profile, builtin_rubric(), kToday, trainings());
}

/// What training a skill would bring; nothing where it is not for this person.
std::optional<TrainingGain> gain_by(std::string_view text, std::string_view skill) {
  for (const auto& gain : gains_of(text)) {
    const auto& training = trainings()[gain.training];
    if (training.kind == TrainingKind::skill && builtin_rubric()[training.skill].id == skill) return gain;
  }
  return std::nullopt;
}

constexpr std::string_view kHead = "version: 1\nname: T\nskills:\n";

TEST(Trainings, AreSkillsCertificatesThatTakeStudyAndLabs) {
  std::size_t skills = 0;
  std::size_t labs = 0;
  for (const auto& training : trainings()) {
    skills += training.kind == TrainingKind::skill ? 1U : 0U;
    labs += training.kind == TrainingKind::lab ? 1U : 0U;
    if (training.kind == TrainingKind::certificate) {
      EXPECT_GT(builtin_rubric()[training.certification].effort.hours_max, 0);
    }
  }
  EXPECT_EQ(skills, builtin_rubric().skills.size());
  EXPECT_GT(labs, 1U);
}

TEST(Trainings, RaiseASkillByOneLevel) {
  const auto gain = gain_by(std::string(kHead) + "  network: 1\n", "network");
  ASSERT_TRUE(gain);
  // Network 2 earns 35 permille, of which level 1 has 40 %; "one domain at 3" earns 80, 20 % at 1, 50 % at 2.
  EXPECT_EQ(gain->permille, 21 + 24);
  EXPECT_EQ(gain->effort.hours_min, builtin_rubric().skills[3].levels[1].effort.hours_min);
  EXPECT_EQ(gain->effort.months, 0);
}

TEST(Trainings, AreNotForWhatSomebodyClaimsAlready) {
  // An own rating alone carries architecture to 1: the rest takes proof and no course.
  EXPECT_FALSE(gain_by(std::string(kHead) + "  infra-architecture: 2\n", "infra-architecture"));
  EXPECT_TRUE(gain_by(std::string(kHead) + "  infra-architecture: 1\n", "infra-architecture"));
}

TEST(Trainings, AreNotForALevelThatTakesFieldWork) {
  EXPECT_TRUE(gain_by(std::string(kHead) + "  troubleshooting: 1\n", "troubleshooting"));
  EXPECT_FALSE(gain_by(std::string(kHead) + "  troubleshooting: 2\n", "troubleshooting"));
}

TEST(Trainings, AreNotForWhatIsNotApplicable) {
  EXPECT_FALSE(gain_by(std::string(kHead) + "  automation: n/a\n", "automation"));
  EXPECT_TRUE(gain_by(std::string(kHead) + "  automation: 0\n", "automation"));
}

bool passes(std::string_view text, std::string_view id) {
  const auto gains = gains_of(text);
  return std::any_of(gains.begin(), gains.end(), [&](const TrainingGain& gain) {
    const auto& training = trainings()[gain.training];
    return training.kind == TrainingKind::certificate && builtin_rubric()[training.certification].id == id;
  });
}

TEST(Trainings, ACertificateWaitsForItsPrerequisite) {
  constexpr std::string_view none = "version: 1\nname: T\n";
  constexpr std::string_view lower =
      "version: 1\nname: T\ncertifications: [{name: LPIC-1, acquired: 2025-01}, {name: LPIC-2, acquired: "
      "2025-06}]\n";
  EXPECT_TRUE(passes(none, "ccna"));
  EXPECT_FALSE(passes(none, "lpic-3"));
  EXPECT_TRUE(passes(lower, "lpic-3"));
  EXPECT_FALSE(passes(lower, "lpic-2"));
}

TEST(Trainings, AHigherCertificateIsForWhoStandsOneLevelBelow) {
  const auto with = [](std::string_view skills) { return std::string(kHead) + std::string(skills); };
  EXPECT_FALSE(passes(with("  operations: 2\n"), "ipa-pm"));
  EXPECT_TRUE(passes(with("  management: 1\n"), "ipa-pm"));
  EXPECT_FALSE(passes(with("  network: 1\n"), "aws-ans"));  // it shows cloud as far as network
  EXPECT_TRUE(passes(with("  network: 1\n  cloud-virtualization: 1\n"), "aws-ans"));
}

TEST(Trainings, ALabIsAsLongAsWhatIsMissing) {
  constexpr std::string_view lab =
      "version: 1\nname: T\nlabs: [{title: x, stage: build, hours: 60, artifact: https://example.com, "
      "domains: [network]}]\n";
  const auto has_practice = [](std::string_view text) {
    const auto gains = gains_of(text);
    return std::any_of(gains.begin(), gains.end(), [](const TrainingGain& gain) {
      const auto& training = trainings()[gain.training];
      return training.kind == TrainingKind::lab && training.lab->hours == 60 && gain.permille > 0;
    });
  };
  EXPECT_TRUE(has_practice("version: 1\nname: T\n"));
  EXPECT_FALSE(has_practice(lab));
}

// The shortcut for a certificate and the whole assessment of a profile that has it must agree.
TEST(TrainingsProperty, ACertificateBringsWhatTheProfileWithItIsWorth) {
  const auto& rubric = builtin_rubric();
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    ProfileGenerator generator(rubric, seed);
    const auto profile = generator.profile();
    const int now = assess(profile, rubric, {kToday, false}).readiness.permille;
    for (const auto& gain : training_gains(profile, rubric, kToday, trainings())) {
      const auto& training = trainings()[gain.training];
      if (training.kind != TrainingKind::certificate) continue;
      auto then = profile;
      HeldCertification passed;
      passed.certification = training.certification;
      passed.acquired = Date::of(kToday);
      then.certifications.push_back(passed);
      EXPECT_EQ(assess(then, rubric, {kToday, false}).readiness.permille - now, gain.permille)
          << seed << " " << rubric[training.certification].id;
    }
  }
}

TEST(StageRangeProperty, TheStageReachedLiesBetween) {
  const auto& rubric = builtin_rubric();
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    ProfileGenerator generator(rubric, seed);
    const auto profile = generator.profile();
    const auto reached = assess(profile, rubric, {kToday, false}).reached;
    const auto range = stage_range(profile, rubric, kToday);
    EXPECT_LE(range.proven, reached) << seed;
    EXPECT_LE(reached, range.claimed) << seed;
  }
}

TEST(LapsesToCome, AreThoseOfTheWindowWithItsLastDay) {
  const auto loaded = load(
      "version: 1\nname: T\ncertifications: [{name: CCNA, acquired: 2020-01, expires: 2026-11-30}, "
      "{name: AWS SAA, acquired: 2020-01, expires: 2026-10-30}]\n");
  ASSERT_TRUE(loaded.profile);
  const auto within = [&](int days) {
    return lapses_to_come(*loaded.profile, builtin_rubric(), kToday, days);
  };
  EXPECT_TRUE(within(29).empty());
  ASSERT_EQ(within(30).size(), 1U);
  EXPECT_EQ(within(30).front().held, 0U);
  EXPECT_FALSE(within(30).front().covered);
}

}  // namespace
}  // namespace upstream::test
