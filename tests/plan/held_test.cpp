#include <string>

#include <gtest/gtest.h>

#include "plan/small_problem.hpp"

namespace upstream::planning {
namespace {

// One counts through February of 1971, in which month 13 of the plan ends; the other is passed on the day on
// which month 3 does.
TEST(HeldByMonth, KnowsWhenACertificateBeginsAndEndsToCount) {
  const auto& names = test::builtin_rubric().names;
  Profile profile;
  HeldCertification held;
  held.certification = {names.find(NameKind::certification, "CCNA").index};
  held.acquired = Date::of(1968, 2, 10);
  held.expires = Date::of(1971, 2, 10);
  profile.certifications.push_back(held);
  HeldCertification later;
  later.certification = {names.find(NameKind::certification, "LPIC-1").index};
  later.acquired = Date::of(1970, 4, 1);
  profile.certifications.push_back(later);
  SmallProblem small(std::move(profile));  // from the first day of 1970 on
  const auto holds = [&](const HeldCertification& one, int month) {
    return small.held.at(month).held[one.certification.value] != 0;
  };
  // In no order: months that are known are looked up.
  for (const int month : {14, 0, 13, 2, 3, 14, 0}) {
    EXPECT_EQ(holds(held, month), month <= 13) << month;
    EXPECT_EQ(holds(later, month), month >= 3) << month;
  }
}

}  // namespace
}  // namespace upstream::planning
