#include <algorithm>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "assess/facts.hpp"
#include "property/profile_generator.hpp"
#include "support/support.hpp"
#include "upstream/assess/assess.hpp"

namespace upstream::test {
namespace {

struct Row {
  const char* name;
  const char* certifications;  ///< of the profile, the first one is looked at
  const char* day;
  CertificationStatus status;
  const char* expires;  ///< "" : never or unknown
};

class CertificationStatusOnADay : public testing::TestWithParam<Row> {};

TEST_P(CertificationStatusOnADay, FollowsTheVendorsRule) {
  const auto& row = GetParam();
  const auto loaded = load(std::string("version: 1\nname: x\ncertifications:\n") + row.certifications);
  ASSERT_TRUE(loaded.profile) << row.certifications;
  const auto day = parse_date(row.day)->first_day();
  const auto assessment = assess(*loaded.profile, builtin_rubric(), {day, false});
  const auto& state = assessment.certifications.at(0);
  EXPECT_EQ(id(state.status), id(row.status));
  EXPECT_EQ(state.expires ? iso(state.expires->last_day()) : "", row.expires);
}

using enum CertificationStatus;

INSTANTIATE_TEST_SUITE_P(
    Table, CertificationStatusOnADay,
    testing::Values(Row{"MonthPrecisionEndsWithTheMonth", "  - {name: CCNA, acquired: 2025-05}\n",
                        "2028-05-31", valid, "2028-05-31"},
                    Row{"TheDayAfterItHasLapsed", "  - {name: CCNA, acquired: 2025-05}\n", "2028-06-01",
                        expired, "2028-05-31"},
                    Row{"DayPrecisionIsKept", "  - {name: CCNA, acquired: 2025-05-10}\n", "2028-05-10", valid,
                        "2028-05-10"},
                    Row{"StatedExpiryWins", "  - {name: CCNA, acquired: 2025-05, expires: 2030-01}\n",
                        "2029-12-31", valid, "2030-01-31"},
                    Row{"WithoutADateItIsUndated", "  - CCNA\n", "2026-10-31", undated, ""},
                    Row{"PermanentNeedsNoDate", "  - 応用情報\n", "2026-10-31", valid, ""},
                    Row{"LpicBecomesInactive", "  - {name: LPIC-1, acquired: 2015-04}\n", "2026-10-31",
                        inactive, "2020-04-30"},
                    Row{"ARegistrationLapses", "  - {name: 登録セキスペ, acquired: 2020-04}\n", "2026-10-31",
                        registration_lapsed, "2023-04-30"},
                    Row{"CkaBeforeApril2024LastsThreeYears", "  - {name: CKA, acquired: 2024-03}\n",
                        "2027-03-31", valid, "2027-03-31"},
                    Row{"CkaFromApril2024LastsTwo", "  - {name: CKA, acquired: 2024-04}\n", "2026-10-31",
                        expired, "2026-04-30"},
                    Row{"AHigherOnePassedInTimeRenews",
                        "  - {name: CCNA, acquired: 2020-05}\n  - {name: CCNP, acquired: 2023-04}\n",
                        "2026-01-31", renewed, "2026-04-30"},
                    Row{"PassedOnTheLastDayIsInTime",
                        "  - {name: CCNA, acquired: 2020-05-10}\n  - {name: CCNP, acquired: 2023-05-10}\n",
                        "2025-01-01", renewed, "2026-05-10"},
                    Row{"PassedTooLateDoesNotRenew",
                        "  - {name: CCNA, acquired: 2020-05}\n  - {name: CCNP, acquired: 2023-06}\n",
                        "2024-01-01", expired, "2023-05-31"},
                    Row{"ARenewalByARenewedOneGoesOn",
                        "  - {name: CCNA, acquired: 2018-05}\n  - {name: CCNP, acquired: 2021-05}\n  - "
                        "{name: CCIE, acquired: 2024-05}\n",
                        "2026-10-31", renewed, "2027-05-31"},
                    Row{"NotYetAcquired", "  - {name: CCNA, acquired: 2026-12}\n", "2026-10-31", not_yet,
                        "2029-12-31"},
                    Row{"ARenewalThatLiesAheadIsNoneYet",
                        "  - {name: CCNA, acquired: 2023-12}\n  - {name: CCNP, acquired: 2026-12}\n",
                        "2026-11-30", valid, "2026-12-31"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Certifications, TheOrderOfTheListDoesNotMatterForRenewal) {
  const auto loaded = load(
      "version: 1\nname: x\ncertifications:\n  - {name: CCNP, acquired: 2023-04}\n  - {name: CCNA, acquired: "
      "2020-05}\n");
  const auto assessment =
      assess(*loaded.profile, builtin_rubric(), {parse_date("2026-01-31")->first_day(), false});
  EXPECT_EQ(id(assessment.certifications.at(1).status), "renewed");
}

/// The rule as it is written, repeated until nothing moves: the last day of each certificate, by its place.
std::vector<std::optional<Day>> renewed_by_the_rule(const Profile& profile, Day day) {
  const auto& rubric = builtin_rubric();
  const auto& held = profile.certifications;
  std::vector<std::optional<Day>> ends;
  for (const auto& one : held) {
    Profile alone;
    alone.certifications = {one};
    const auto own = certification_states(alone, rubric, day).front().expires;
    ends.push_back(own ? std::optional(own->last_day()) : std::nullopt);
  }
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t lower = 0; lower < held.size(); ++lower) {
      const auto& renewed_by = rubric[held[lower].certification].renewed_by;
      for (std::size_t higher = 0; higher < held.size(); ++higher) {
        if (std::find(renewed_by.begin(), renewed_by.end(), held[higher].certification) == renewed_by.end())
          continue;
        const auto& passed = held[higher].acquired;
        const bool in_time =
            passed && ends[lower] && passed->first_day() <= *ends[lower] &&
            (!held[lower].acquired || passed->last_day() >= held[lower].acquired->first_day());
        if (!in_time || passed->first_day() > day || (ends[higher] && *ends[higher] <= *ends[lower]))
          continue;
        ends[lower] = ends[higher];
        moved = true;
      }
    }
  }
  return ends;
}

TEST(Certifications, AreRenewedAsTheRuleSays) {
  const auto& rubric = builtin_rubric();
  std::vector<CertificationIndex> family;  // that renew each other
  for (const auto* name : {"ccna", "ccnp-ent", "ccnp-sec", "ccie-ei"})
    family.push_back({rubric.names.find(NameKind::certification, name).index});
  const Day day = Date::of(2026, 10, 31)->first_day();
  int renewed_ones = 0;
  for (int seed = 1; seed <= property_runs(1'000); ++seed) {
    ProfileGenerator generator(rubric, static_cast<std::uint64_t>(seed));
    Profile profile;
    for (int i = generator.number(2, 12); i > 0; --i) {
      auto held = generator.certification();
      held.certification = family[static_cast<std::size_t>(generator.number(0, 3))];
      profile.certifications.push_back(held);
    }
    const auto states = certification_states(profile, rubric, day);
    const auto ends = renewed_by_the_rule(profile, day);
    for (std::size_t i = 0; i < states.size(); ++i) {
      const auto end = states[i].expires ? std::optional(states[i].expires->last_day()) : std::nullopt;
      EXPECT_EQ(end, ends[i]) << "seed " << seed << ", certificate " << i;
      renewed_ones += static_cast<int>(states[i].renewed_by.has_value());
    }
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(renewed_ones, property_runs(1'000) / 2);
}

TEST(Certifications, OneThatIsRenewedBeforeItLapsesIsFollowedToItsEnd) {
  const auto loaded = load(
      "version: 1\nname: x\ncertifications:\n  - {name: ccnp-sec, acquired: 2023-09-01, expires: "
      "2029-08-27}\n"
      "  - {name: ccnp-ent, acquired: 2027-09-04}\n");
  const auto day = parse_date("2025-11-15")->first_day();
  const auto lapses = lapses_to_come(*loaded.profile, builtin_rubric(), day, 3650);
  ASSERT_EQ(lapses.size(), 1U);
  EXPECT_EQ(lapses.front().held, 0U);
  EXPECT_EQ(iso(lapses.front().last), "2030-09-04");
  const auto until_it_would_have_lapsed =
      static_cast<int>((parse_date("2029-08-27")->first_day() - day).count());
  EXPECT_TRUE(lapses_to_come(*loaded.profile, builtin_rubric(), day, until_it_would_have_lapsed).empty());
}

TEST(Certifications, TheExamBehindALapsedRegistrationStays) {
  const auto loaded =
      load("version: 1\nname: x\ncertifications:\n  - {name: 登録セキスペ, acquired: 2018-04}\n");
  const auto assessment =
      assess(*loaded.profile, builtin_rubric(), {parse_date("2026-10-31")->first_day(), false});
  for (const auto& entry : assessment.ledger) {
    if (entry.requirement->id == "design-professional-certificate") {
      EXPECT_EQ(entry.earned, entry.possible);
    }
  }
}

}  // namespace
}  // namespace upstream::test
