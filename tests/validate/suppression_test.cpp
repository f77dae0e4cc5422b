#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/validate/baseline.hpp"
#include "validate/validate_support.hpp"

namespace upstream::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHead = "version: 1\nname: A\n";

struct CommentCase {
  const char* name;
  std::string text;
  std::vector<std::string> findings;
};
void PrintTo(const CommentCase& row, std::ostream* out) { *out << row.name; }

class SuppressionComments : public testing::TestWithParam<CommentCase> {};

TEST_P(SuppressionComments, SuppressOnTheirLine) {
  EXPECT_EQ(findings_of(validated(kHead + GetParam().text)), GetParam().findings);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SuppressionComments,
    testing::Values(
        CommentCase{"OnTheLine",
                    "certifications:\n  - TOEIC  # upstream-check: ignore[unknown-certification] 英語\n",
                    {"4:5 warning unknown-certification (suppressed)"}},
        CommentCase{"AloneForTheNextLine",
                    "certifications:\n  # upstream-check: ignore[unknown-certification] 英語\n\n  # 注\n  - "
                    "TOEIC\n  - TOEFL\n",
                    {"7:5 warning unknown-certification (suppressed)", "8:5 warning unknown-certification"}},
        CommentCase{"ErrorsToo",
                    "skils: {}  # upstream-check: ignore[unknown-key] 前の道具のキー\n",
                    {"3:1 error unknown-key (suppressed)"}},
        CommentCase{
            "SeveralRules",
            "certifications: [TOEIC, LPIC]  # upstream-check: ignore[unknown-certification, ambiguous-name] "
            "古い\n",
            {"3:18 warning unknown-certification (suppressed)", "3:25 warning ambiguous-name (suppressed)"}},
        CommentCase{"OnlyTheRuleNamed",
                    "certifications: [TOEIC, LPIC]  # upstream-check: ignore[ambiguous-name] 古い\n",
                    {"3:18 warning unknown-certification", "3:25 warning ambiguous-name (suppressed)"}},
        CommentCase{"WithoutBlanks",
                    "certifications: [TOEIC] #upstream-check:ignore[unknown-certification]英語\n",
                    {"3:18 warning unknown-certification (suppressed)"}},
        CommentCase{"Unused",
                    "id: a  # upstream-check: ignore[unknown-key] もうない\n",
                    {"3:8 warning unused-suppression"}},
        CommentCase{
            "OneOfTwoUnused",
            "certifications: [TOEIC]  # upstream-check: ignore[unknown-certification, ambiguous-name] 英語\n",
            {"3:18 warning unknown-certification (suppressed)", "3:26 warning unused-suppression"}},
        CommentCase{"NoReason",
                    "certifications: [TOEIC]  # upstream-check: ignore[unknown-certification]\n",
                    {"3:18 warning unknown-certification (suppressed)", "3:26 warning invalid-suppression"}},
        CommentCase{"NoRule",
                    "certifications: [TOEIC]  # upstream-check: ignore 英語\n",
                    {"3:18 warning unknown-certification", "3:26 warning invalid-suppression"}},
        CommentCase{"UnknownRule",
                    "id: a  # upstream-check: ignore[unknown-kye] x\n",
                    {"3:8 warning invalid-suppression"}},
        CommentCase{"RuleOfRubrics",
                    "id: a  # upstream-check: ignore[rubric-gate] x\n",
                    {"3:8 warning invalid-suppression"}},
        CommentCase{"NotItself",
                    "id: a  # upstream-check: ignore[unused-suppression] x\n",
                    {"3:8 warning invalid-suppression"}},
        CommentCase{"NeverClosed",
                    "id: a  # upstream-check: ignore[unknown-key x\n",
                    {"3:8 warning invalid-suppression"}},
        CommentCase{"AnotherRemark", "id: a  # upstream-check: 去年から使っている\n", {}},
        CommentCase{"InsideQuotes",
                    "certifications: [\"TOEIC # upstream-check: ignore[unknown-certification] x\"]\n",
                    {"3:18 warning unknown-certification"}},
        CommentCase{"InsideABlockScalar",
                    "x-a: |\n  # upstream-check: ignore[unknown-certification] x\ncertifications: [TOEIC]\n",
                    {"5:18 warning unknown-certification"}},
        CommentCase{"InsideABlockScalarOnItsOwnLine",
                    "x-a:\n  |\n  # upstream-check: ignore[unknown-key] text\nbar: 1\n",
                    {"6:1 error unknown-key"}},
        CommentCase{
            "BehindABlockScalarInAList",
            "labs:\n- title: |\n    Web\n  # upstream-check: ignore[unknown-key] our own\n  stagee: 1\n",
            {"7:3 error unknown-key (suppressed)"}},
        CommentCase{
            "OneCommentIsOne",
            "id: a  # upstream-check: ignore[unknown-key] x # upstream-check: ignore[unknown-key] y\n",
            {"3:8 warning unused-suppression"}},
        CommentCase{"TooManyRules",
                    "id: a  # upstream-check: ignore[a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a] x\n",
                    {"3:8 warning invalid-suppression"}},
        CommentCase{"BehindTheHeadOfABlockScalar",
                    "x-a: |  # upstream-check: ignore[unknown-key] x\n  text\n",
                    {"3:9 warning unused-suppression"}}),
    kByName);

TEST(SuppressionComments, DoNotReachWhatAJobAsksFor) {
  ValidateOptions options;
  options.requirements.score = Requirements::Asked<int>{100, "--fail-under"};
  const auto text = "version: 1  # upstream-check: ignore[requirement-not-met] だめ\nname: A\n";
  EXPECT_THAT(findings_of(validated(text, "a.yaml", nullptr, options)),
              ElementsAre("0:0 error requirement-not-met", "1:13 warning invalid-suppression"));
}

TEST(SuppressionComments, KeepTheirReason) {
  const auto file = validated(
      kHead + "certifications: [TOEIC]  # upstream-check: ignore[unknown-certification]  英語 の\n");
  ASSERT_TRUE(file.findings[0].suppression);
  EXPECT_EQ(file.findings[0].suppression->reason, "英語 の");
}

Baseline baseline_of(const std::string& text) {
  const auto file = validated(text);
  return make_baseline({&file, 1}, {});
}

TEST(BaselineOf, SuppressesWhatWasThereAndNothingElse) {
  const auto baseline = baseline_of(kHead + "skils: {}\ncertifications: [TOEIC]\n");
  EXPECT_EQ(baseline.entries.size(), 2U);
  EXPECT_THAT(
      findings_of(validated("# 注\n" + kHead + "skils: {}\ncertifications: [TOEIC, TOEFL]\n", "profile.yaml",
                            &baseline)),
      ElementsAre("4:1 error unknown-key (suppressed)", "5:18 warning unknown-certification (suppressed)",
                  "5:25 warning unknown-certification"));
}

TEST(BaselineOf, TellsMissingKeysApart) {
  const auto baseline = baseline_of("id: a\nversion: 1\n");
  EXPECT_THAT(findings_of(validated("id: a\nname: A\n", "profile.yaml", &baseline)),
              ElementsAre("0:0 warning unused-suppression", "1:1 error missing-key"));
}

TEST(BaselineOf, SaysWhatIsGone) {
  const auto baseline = baseline_of(kHead + "skils: {}\n");
  EXPECT_THAT(findings_of(validated(kHead, "profile.yaml", &baseline)),
              ElementsAre("0:0 warning unused-suppression"));
  EXPECT_THAT(findings_of(validated(kHead, "other.yaml", &baseline)), IsEmpty());
}

TEST(BaselineOf, LeavesOutNotesAndWhatACommentSuppresses) {
  EXPECT_THAT(baseline_of(kHead + "certifications:\n  - {name: ＣＣＮＡ, acquired: 2026-01}\n"
                                  "  - TOEIC  # upstream-check: ignore[unknown-certification] 英語\n")
                  .entries,
              IsEmpty());
}

TEST(BaselineOf, KeepsWhatItSaysOfFilesThatWereNotLookedAt) {
  const auto file = validated(kHead + "skils: {}\n", "b.yaml");
  const Baseline old{
      {{"a.yaml", "unknown-key", "0123456789abcdef"}, {"b.yaml", "unknown-key", "fedcba9876543210"}}};
  const auto made = make_baseline({&file, 1}, old);
  ASSERT_EQ(made.entries.size(), 2U);
  EXPECT_EQ(made.entries[0], old.entries[0]);
  EXPECT_EQ(made.entries[1].path, "b.yaml");
  EXPECT_NE(made.entries[1].fingerprint, "fedcba9876543210");
}

TEST(SuppressionComments, ByTheThousandCostNoMoreThanTheirLength) {
  std::string stacked = kHead;
  for (int i = 0; i < 20'000; ++i) stacked += "# upstream-check: ignore[unknown-key] r\n";
  const auto file = validated(stacked);
  EXPECT_EQ(file.count(Severity::warning), 20'000U);
  EXPECT_EQ(file.findings.size(), Diagnostics::kKept);
  const auto one_line =
      kHead + "x-a: 1 " + repeated("# upstream-check: ignore[unknown-key] r ", 20'000) + "\n";
  EXPECT_EQ(findings_of(validated(one_line)).size(), 1U);
}

TEST(BaselineFile, ReadsWhatItWrites) {
  const auto baseline = baseline_of(kHead + "skils: {}\ncertifications: [TOEIC]\n");
  Diagnostics diagnostics;
  const auto read = load_baseline(SourceFile("b.json", render_baseline(baseline)), diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->entries, baseline.entries);
  EXPECT_EQ(render_baseline({}), "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
}

TEST(BaselineFile, HoldsNoTextOfTheProfile) {
  EXPECT_THAT(render_baseline(baseline_of(kHead + "himitsu: {}\n")),
              testing::Not(testing::HasSubstr("himitsu")));
}

TEST(BaselineFile, IsHeldAgainstItsShape) {
  Diagnostics diagnostics;
  EXPECT_FALSE(
      load_baseline(SourceFile("b.json", "{\"version\": 2, \"findings\": [{\"path\": 1}]}"), diagnostics));
  diagnostics.sort();
  EXPECT_THAT(places(diagnostics), ElementsAre("1:13 error unsupported-version", "1:29 error missing-key",
                                               "1:29 error missing-key", "1:38 error wrong-type"));
}

}  // namespace
}  // namespace upstream::test
