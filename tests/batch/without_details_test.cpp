#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/support.hpp"
#include "property/profile_generator.hpp"
#include "upstream/batch/summary.hpp"
#include "upstream/batch/table.hpp"

// A record tells little of an assessment, so that `batch` leaves out what costs most of the rest.
namespace upstream::test {
namespace {

const Day kDay = std::chrono::year(2026) / 10 / 31;

BatchEntry entry(const Profile& profile, const AssessOptions& options) {
  auto own = std::make_unique<const Profile>(profile);
  auto assessment = assess(*own, builtin_rubric(), options);
  return {"who.yaml", 0, true,
          FileReport{SourceFile("who.yaml", ""), {}, options.day, std::move(own), std::move(assessment)}};
}

std::string records(const BatchEntry& entry) {
  std::string out;
  append_json_record(out, entry, builtin_rubric(), {});
  append_csv_record(out, entry, {});
  BatchTable(builtin_rubric(), {}, 80, false).append_row(out, entry);
  return out;
}

TEST(WithoutDetails, TheRecordsAreTheSame) {
  for (int seed = 0; seed < property_runs(1'000); ++seed) {
    const auto profile = ProfileGenerator(builtin_rubric(), static_cast<std::uint64_t>(seed)).profile();
    const auto whole = entry(profile, {kDay, true, true});
    const auto bare = entry(profile, {kDay, false, false});
    ASSERT_EQ(records(bare), records(whole)) << seed;
    const auto requirements = Requirements{};
    ASSERT_EQ(outcome_of(bare, requirements).score, outcome_of(whole, requirements).score) << seed;
    const auto& assessment = *bare.report.assessment;
    for (const auto& gate : assessment.gates) ASSERT_TRUE(gate.steps.empty()) << seed;
    for (const auto& line : assessment.ledger) ASSERT_TRUE(line.lines.empty()) << seed;
    for (const auto& path : assessment.paths) ASSERT_TRUE(path.ledger.empty() && path.gaps.empty()) << seed;
  }
}

}  // namespace
}  // namespace upstream::test
