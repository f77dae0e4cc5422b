#include <algorithm>
#include <random>

#include <gmock/gmock.h>

#include "property/profile_generator.hpp"
#include "team_support.hpp"
#include "upstream/assess/assess.hpp"

namespace upstream::test {
namespace {

/// A team is some ten profiles.
int runs() { return std::max(1, property_runs(600) / 10); }

std::vector<Member> some_team(std::uint64_t seed, int least = 1) {
  ProfileGenerator generator(builtin_rubric(), seed);
  std::vector<Member> members;
  const int people = generator.number(least, 12);
  for (int i = 0; i < people; ++i) {
    auto profile = generator.profile();
    profile.id = "id-" + std::to_string(i);
    profile.path = profile.id + ".yaml";
    members.push_back(
        observe(assess(profile, builtin_rubric(), {kToday, false}), builtin_trainings(), kHalfAYear));
  }
  return members;
}

template <typename Check>
void for_each_team(Check&& check) {
  for (int seed = 0; seed < runs(); ++seed) {
    SCOPED_TRACE(seed);
    check(some_team(static_cast<std::uint64_t>(seed)), static_cast<unsigned>(seed));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(TeamProperty, TheOrderOfTheInputsChangesNothing) {
  for_each_team([](const std::vector<Member>& members, unsigned seed) {
    auto shuffled = members;
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
    for (const int min_group : {1, 3}) {
      const TeamOptions options{.naming = Naming::pseudonyms, .min_group = min_group};
      EXPECT_EQ(render_team_json(draw(members, options), Language::ja),
                render_team_json(draw(shuffled, options), Language::ja));
    }
  });
}

TEST(TeamProperty, ATeamOfOneIsThatPerson) {
  for_each_team([](const std::vector<Member>& members, unsigned) {
    const auto& one = members.front();
    const auto picture = draw({one});
    for (std::size_t s = 0; s < one.skills.size(); ++s) {
      EXPECT_EQ(picture.skills[s].able.people, one.skills[s].proven >= kAbleLevel ? 1 : 0);
      EXPECT_EQ(picture.skills[s].claimed.people, one.skills[s].claimed >= kAbleLevel ? 1 : 0);
    }
    EXPECT_EQ(picture.shared_gaps.size(), one.missing.size() + one.shut.size());
    int gain = 0;
    for (const auto& gap : picture.shared_gaps) gain += gap.gain;
    int missing = 0;
    for (const auto& gap : one.missing) missing += gap.gain;
    EXPECT_EQ(gain, missing);
    EXPECT_EQ(picture.lapses.size(), one.lapses.size());
    EXPECT_EQ(picture.bench.now.people, one.shut.empty() && !one.stays ? 1 : 0);
    EXPECT_EQ(picture.single_points.size() + picture.uncovered.size(),
              picture.skills.size() + picture.stages.size());
  });
}

TEST(TeamProperty, WithoutEverybodyElseOnePersonIsLeft) {
  for_each_team([](const std::vector<Member>& members, unsigned seed) {
    const auto& stays = members[seed % members.size()];
    TeamOptions options;
    for (const auto& member : members) {
      if (member.id != stays.id) options.without.push_back(member.id);
    }
    if (options.without.empty()) return;
    const auto team = draw(members, options);
    const auto alone = draw({stays});
    for (const auto& change : team.absence->coverage) {
      const auto* of_skill = std::get_if<SkillIndex>(&change.subject);
      const auto& expected = of_skill != nullptr ? alone.skills[of_skill->value]
                                                 : alone.stages[std::get<StageIndex>(change.subject).value];
      EXPECT_EQ(change.after, expected.able.people);
    }
  });
}

TEST(TeamProperty, AbleIsWithinClaimedIsWithinAll) {
  for_each_team([](const std::vector<Member>& members, unsigned) {
    const auto picture = draw(members);
    for (const auto* rows : {&picture.skills, &picture.stages}) {
      for (const auto& row : *rows) {
        EXPECT_LE(0, *row.able.people);
        EXPECT_LE(*row.able.people, *row.claimed.people);
        EXPECT_LE(*row.claimed.people, picture.people);
      }
    }
    for (const auto* spread : {&picture.experienced, &picture.reached}) {
      int sum = 0;
      for (const auto& figure : *spread) sum += *figure.people;
      EXPECT_EQ(sum, picture.people);
    }
  });
}

TEST(TeamProperty, NoNumberOfFewerThanTheMinimumIsShown) {
  for_each_team([](const std::vector<Member>& members, unsigned seed) {
    const int minimum = 2 + static_cast<int>(seed % 4);
    const auto picture = draw(members, {.min_group = minimum});
    const auto allowed = [&](const Figure& figure) {
      return !figure.people || (*figure.people >= minimum && *figure.people <= picture.people);
    };
    for (const auto* rows : {&picture.skills, &picture.stages}) {
      for (const auto& row : *rows) {
        EXPECT_TRUE(allowed(row.able));
        EXPECT_TRUE(allowed(row.claimed));
        const int rest = picture.people - row.claimed.people.value_or(0);
        EXPECT_TRUE(!row.claimed.people || rest >= minimum);
      }
    }
    for (const auto& gap : picture.shared_gaps) EXPECT_TRUE(allowed(gap.people));
    for (const auto& effect : picture.trainings) {
      EXPECT_TRUE(allowed(effect.people));
      EXPECT_TRUE(allowed(effect.lifted));
    }
    for (const auto& figure : picture.seats) EXPECT_TRUE(allowed(figure));
    EXPECT_TRUE(allowed(picture.bench.now));
    EXPECT_TRUE(allowed(picture.bench.one_gate));
    EXPECT_TRUE(allowed(picture.lapsing));
  });
}

}  // namespace
}  // namespace upstream::test
