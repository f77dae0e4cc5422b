// Plans of profiles that could be anybody's, carried out. UPSTREAM_PROPERTY_RUNS=10000 makes it longer.

#include "fuzz/plan_promises.hpp"

#include <gtest/gtest.h>

#include "property/profile_generator.hpp"
#include "support/support.hpp"

namespace upstream::test {
namespace {

TEST(PlanPromises, AreKeptForGeneratedProfiles) {
  const auto& rubric = builtin_rubric();
  for (int seed = 1; seed <= property_runs(500); ++seed) {
    ProfileGenerator generator(rubric, static_cast<std::uint64_t>(seed));
    const auto day = Date::of(2026, 10, 1 + static_cast<unsigned>(seed) % 31)->first_day();
    const auto profile = written(generator.profile(), rubric, day);
    EXPECT_EQ(broken_plan(profile), "") << "seed " << seed;
  }
}

}  // namespace
}  // namespace upstream::test
