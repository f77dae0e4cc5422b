#include <gtest/gtest.h>

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
