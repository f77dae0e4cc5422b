#include <algorithm>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "profile_generator.hpp"
#include "support/support.hpp"
#include "upstream/assess/assess.hpp"

// The promises the score makes, held over generated profiles. The count can be raised:
// UPSTREAM_PROPERTY_RUNS=100000.
namespace upstream::test {
namespace {

const Day kDay = Date::of(2026, 10, 31)->first_day();

Assessment assess_now(const Profile& profile) { return assess(profile, builtin_rubric(), {kDay, false}); }

/// Calls `check` with a fresh profile for every seed, and names the seed where something fails.
void for_profiles(const std::function<void(const Profile&, ProfileGenerator&)>& check) {
  for (int seed = 1; seed <= property_runs(10'000); ++seed) {
    ProfileGenerator generator(builtin_rubric(), static_cast<std::uint64_t>(seed));
    const auto profile = generator.profile();
    SCOPED_TRACE("seed " + std::to_string(seed));
    check(profile, generator);
    if (testing::Test::HasFailure()) return;
  }
}

int path_permille(const Assessment& assessment, PathIndex path) {
  const auto found = std::find_if(assessment.paths.begin(), assessment.paths.end(),
                                  [&](const PathFit& fit) { return fit.path == path; });
  return found->permille;
}

/// Nothing that is written as an achievement may cost anything.
void expect_not_worse(const Assessment& before, const Assessment& after) {
  EXPECT_GE(after.readiness.permille, before.readiness.permille);
  EXPECT_GE(after.readiness.low, before.readiness.low);
  EXPECT_GE(after.reached, before.reached);
  EXPECT_GE(after.experienced, before.experienced);
  for (std::size_t s = 0; s < before.readiness.by_stage.size(); ++s) {
    EXPECT_GE(after.readiness.by_stage[s], before.readiness.by_stage[s]) << "stage " << s;
  }
  for (const auto& path : before.paths) EXPECT_GE(path_permille(after, path.path), path.permille);
}

void expect_sound(const Assessment& a) {
  const auto& r = a.readiness;
  EXPECT_LE(0, r.low);
  EXPECT_LE(r.low, r.score);
  EXPECT_LE(r.score, r.high);
  EXPECT_LE(r.high, 100);
  EXPECT_EQ(r.score, r.permille / 10);
  EXPECT_EQ(r.confidence, r.score == 0 ? 0 : 100 * r.low / r.score);

  int possible = 0;
  int earned = 0;
  for (const auto& entry : a.ledger) {
    EXPECT_LE(0, entry.low);
    EXPECT_LE(entry.low, entry.earned);
    EXPECT_LE(entry.earned, entry.high);
    EXPECT_LE(entry.high, entry.possible);
    EXPECT_FALSE(entry.earned > 0 && entry.lines.empty())
        << entry.requirement->id << " earned without a line";
    possible += entry.possible;
    earned += entry.earned;
  }
  EXPECT_EQ(possible, 1000);
  EXPECT_EQ(earned, r.permille);

  int gain = 0;
  std::size_t shut = 0;
  for (const auto& gap : a.gaps) {
    EXPECT_GE(gap.gain, 0);
    EXPECT_EQ(gap.kind == GapKind::blocker, gap.gate != nullptr);
    if (gap.kind == GapKind::blocker) {
      ++shut;
    } else {
      gain += gap.gain;
    }
  }
  EXPECT_EQ(gain + earned, 1000);
  EXPECT_EQ(shut, static_cast<std::size_t>(std::count_if(a.gates.begin(), a.gates.end(),
                                                         [](const GateState& g) { return !g.open; })));

  // Stages nest, and the next one is the one above.
  for (const auto& gate : a.gates) {
    if (a.reached && gate.stage <= *a.reached) {
      EXPECT_TRUE(gate.open);
    }
  }
  EXPECT_EQ(a.next.has_value(), a.reached != a.rubric->target());

  EXPECT_EQ(a.paths.size(), a.rubric->paths.size());
  for (const auto& path : a.paths) {
    EXPECT_TRUE(path.fit >= 0 && path.fit <= 100) << path.fit;
    EXPECT_TRUE(path.permille >= 0 && path.permille <= 1000);
    EXPECT_LE(path.reached, a.reached == a.rubric->target());
  }
  for (const auto& skill : a.skills) {
    EXPECT_LE(skill.levels.low, skill.levels.score);
    EXPECT_LE(skill.levels.score, skill.levels.high);
    if (skill.rating == nullptr) {
      EXPECT_LE(skill.levels.high, a.rubric->settings.suggested_level);
    }
  }
  EXPECT_LE(a.next_actions.size(), 3U);
}

/// What must not depend on the order of lists: everything but the places in the file.
std::string essence(const Assessment& a) {
  std::string out;
  const auto add = [&](int number) { out += std::to_string(number) + " "; };
  add(a.readiness.permille);
  add(a.readiness.low);
  add(a.readiness.high);
  add(a.reached ? a.reached->value : -1);
  add(a.experienced ? a.experienced->value : -1);
  add(a.seat_stage ? a.seat_stage->value : -1);
  for (const int months : a.months_at) add(months);
  for (const auto& entry : a.ledger) add(entry.earned);
  for (const auto& gap : a.gaps) {
    add(static_cast<int>(gap.kind));
    add(gap.gain);
    for (const auto& step : gap.steps) {
      add(static_cast<int>(step.kind));
      add(step.amount);
      add(step.to);
    }
  }
  for (const auto& path : a.paths) {
    add(path.path.value);
    add(path.permille);
    add(path.fit);
  }
  add(static_cast<int>(a.seat.verdict));
  for (const auto& finding : a.findings) add(static_cast<int>(finding.kind));
  for (const auto& action : a.next_actions) add(action.score_after);
  add(a.estimate.months_to_next.value_or(-1));
  add(a.estimate.months_to_target.value_or(-1));
  return out;
}

TEST(Invariants, EveryAssessmentIsSound) {
  for_profiles([](const Profile& profile, ProfileGenerator&) { expect_sound(assess_now(profile)); });
}

TEST(Invariants, AddingExperienceNeverLowers) {
  for_profiles([](const Profile& profile, ProfileGenerator& generator) {
    auto more = profile;
    more.experience.push_back(generator.experience());
    expect_not_worse(assess_now(profile), assess_now(more));
  });
}

TEST(Invariants, AddingALabNeverLowers) {
  for_profiles([](const Profile& profile, ProfileGenerator& generator) {
    auto more = profile;
    more.labs.push_back(generator.lab());
    expect_not_worse(assess_now(profile), assess_now(more));
  });
}

TEST(Invariants, AddingACertificateNeverLowers) {
  for_profiles([](const Profile& profile, ProfileGenerator& generator) {
    auto more = profile;
    more.certifications.push_back(generator.certification());
    expect_not_worse(assess_now(profile), assess_now(more));
  });
}

TEST(Invariants, AddingEvidenceNeverLowers) {
  for_profiles([](const Profile& profile, ProfileGenerator& generator) {
    if (profile.skills.empty()) return;
    auto more = profile;
    auto& rating =
        more.skills[static_cast<std::size_t>(generator.number(0, static_cast<int>(more.skills.size()) - 1))];
    rating.evidence.push_back(generator.evidence());
    expect_not_worse(assess_now(profile), assess_now(more));
  });
}

TEST(Invariants, RaisingALevelNeverLowers) {
  for_profiles([](const Profile& profile, ProfileGenerator& generator) {
    if (profile.skills.empty()) return;
    auto more = profile;
    auto& rating =
        more.skills[static_cast<std::size_t>(generator.number(0, static_cast<int>(more.skills.size()) - 1))];
    if (rating.not_applicable || rating.level == kHighestLevel) return;
    ++rating.level;
    expect_not_worse(assess_now(profile), assess_now(more));
  });
}

TEST(Invariants, ReorderingListsChangesNothing) {
  for_profiles([](const Profile& profile, ProfileGenerator& generator) {
    auto mixed = profile;
    std::shuffle(mixed.experience.begin(), mixed.experience.end(), generator.random());
    std::shuffle(mixed.labs.begin(), mixed.labs.end(), generator.random());
    std::shuffle(mixed.skills.begin(), mixed.skills.end(), generator.random());
    std::shuffle(mixed.certifications.begin(), mixed.certifications.end(), generator.random());
    for (auto& rating : mixed.skills)
      std::shuffle(rating.evidence.begin(), rating.evidence.end(), generator.random());
    EXPECT_EQ(essence(assess_now(profile)), essence(assess_now(mixed)));
  });
}

TEST(Invariants, TheSameTwiceIsTheSame) {
  for_profiles([](const Profile& profile, ProfileGenerator&) {
    EXPECT_EQ(essence(assess_now(profile)), essence(assess_now(profile)));
  });
}

TEST(Invariants, AHighScoreNeverJumpsAShutGate) {
  // Full marks for every skill and certificate, and not a day of work or lab: the gates that ask for work
  // stay shut.
  Profile profile;
  const auto& rubric = builtin_rubric();
  for (std::uint16_t s = 0; s < rubric.skills.size(); ++s) {
    SkillRating rating;
    rating.skill = {s};
    rating.level = kHighestLevel;
    rating.reviewed_level = kHighestLevel;
    profile.skills.push_back(rating);
  }
  for (std::uint16_t c = 0; c < rubric.certifications.size(); ++c) {
    HeldCertification held;
    held.certification = {c};
    held.acquired = Date::of(2026, 9);
    profile.certifications.push_back(held);
  }
  const auto assessment = assess_now(profile);
  EXPECT_GE(assessment.readiness.score, 60);
  EXPECT_LT(assessment.reached, rubric.target());
}

}  // namespace
}  // namespace upstream::test
