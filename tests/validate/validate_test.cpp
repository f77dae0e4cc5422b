#include "upstream/validate/validate.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "validate/validate_support.hpp"

namespace upstream::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kHead = "version: 1\nname: Aさん\n";

ValidateOptions expiring(int days) {
  ValidateOptions options;
  options.expiring_within = days;
  return options;
}

TEST(Expiring, WarnsOfTheLastDayInsideTheSpanAndNotOfTheNext) {
  const auto text =
      kHead + "certifications:\n  - {name: CCNA, acquired: 2024-01-30}\n";  // valid through 2027-01-30
  EXPECT_THAT(findings_of(validated(text, "a.yaml", nullptr, expiring(90))), IsEmpty());
  EXPECT_THAT(findings_of(validated(text, "a.yaml", nullptr, expiring(91))),
              ElementsAre("4:12 warning certification-expiring"));
}

TEST(Expiring, IsANoteWhereAHigherCertificateBringsTheSame) {
  const auto text = kHead +
                    "certifications:\n  - {name: CCNA, acquired: 2020-04, expires: 2026-12-01}\n"
                    "  - {name: CCNP Enterprise, acquired: 2026-01}\n";
  EXPECT_THAT(findings_of(validated(text, "a.yaml", nullptr, expiring(90))),
              testing::AnyOf(ElementsAre("4:12 note certification-expiring"), IsEmpty()));
}

TEST(Expiring, SaysNothingOfWhatHasLapsedAlready) {
  const auto text = kHead + "certifications:\n  - {name: CCNA, acquired: 2020-04}\n";
  EXPECT_THAT(findings_of(validated(text, "a.yaml", nullptr, expiring(90))),
              ElementsAre("4:12 warning certification-lapsed"));
}

struct StandardCase {
  const char* name;
  std::string written;  ///< a profile below the head
  std::string becomes;  ///< empty: it is standard
};
void PrintTo(const StandardCase& row, std::ostream* out) { *out << row.name; }

class StandardForm : public testing::TestWithParam<StandardCase> {};

TEST_P(StandardForm, IsAnIdALabelOrAnIsoDate) {
  const auto file = validated(kHead + GetParam().written);
  if (GetParam().becomes.empty()) {
    EXPECT_THAT(findings_of(file), Not(Contains(HasSubstr("standard-form"))));
    return;
  }
  ASSERT_EQ(file.findings.size(), 1U) << testing::PrintToString(findings_of(file));
  EXPECT_EQ(file.findings[0].diagnostic.rule, Rule::standard_form);
  ASSERT_TRUE(file.findings[0].edit);
  EXPECT_EQ(file.findings[0].edit->text, GetParam().becomes);
}

INSTANTIATE_TEST_SUITE_P(
    Table, StandardForm,
    testing::Values(
        StandardCase{"Id", "experience: [{stage: maintenance, years: 1}]\n", ""},
        StandardCase{"Label", "experience: [{stage: 保守, years: 1}]\n", ""},
        StandardCase{"KindAndId", "experience: [{stage: \"stage:maintenance\", years: 1}]\n", ""},
        StandardCase{"JapaneseAlias", "experience: [{stage: 運用保守, years: 1}]\n", "保守"},
        StandardCase{"OtherAlias", "experience: [{stage: NOC, years: 1}]\n", "monitoring"},
        StandardCase{"FullWidthAlias", "experience: [{stage: ＮＯＣ, years: 1}]\n", "monitoring"},
        StandardCase{"AReadingIsForThePerson", "experience: [{stage: 運用, years: 1}]\n", ""},
        StandardCase{"CertificateByItsLabel", "certifications: [{name: CCNA, acquired: 2026-01}]\n", ""},
        StandardCase{"FullWidthLabel", "certifications: [{name: ＣＣＮＡ, acquired: 2026-01}]\n", "CCNA"},
        StandardCase{"SkillAsKey", "skills: {ネットワーク: 2}\n", ""},
        StandardCase{"FullWidthSkillAsKey", "skills: {ｎｅｔｗｏｒｋ: 2}\n", "network"},
        StandardCase{"Era", "experience: [{stage: 保守, from: 令和6年4月}]\n", "2024-04"},
        StandardCase{"EraDay", "experience: [{stage: 保守, from: H30.4.1}]\n", "2018-04-01"},
        StandardCase{"FullWidthDate", "experience: [{stage: 保守, from: ２０２４-０４}]\n", "2024-04"},
        StandardCase{"Iso", "experience: [{stage: 保守, from: 2024-04}]\n", ""},
        StandardCase{"WordOfTheFormat", "preferences: {goal: 上流}\n", ""},
        StandardCase{"WordInAnotherCase", "preferences: {goal: Upstream}\n", "upstream"},
        StandardCase{"FreeText", "experience: [{stage: 保守, years: 1, duties: [ＣＣＮＡの勉強]}]\n", ""},
        StandardCase{"NotesOfOnesOwn", "x-notes: 令和6年4月\n", ""}),
    kByName);

TEST(DuplicateIds, AreFoundOnTheSecondFile) {
  std::vector<ValidatedFile> files;
  for (const char* path : {"a.yaml", "b.yaml", "c.yaml"}) {
    const auto id = std::string(path) == "c.yaml" ? "other" : "same";
    files.push_back(validate_file(SourceFile(path, kHead + "id: " + id + "\n"), path, builtin_rubric(), {}));
  }
  settle(files, nullptr);
  EXPECT_THAT(findings_of(files[0]), IsEmpty());
  EXPECT_THAT(findings_of(files[1]), ElementsAre("3:5 warning duplicate-id"));
  EXPECT_THAT(files[1].findings[0].diagnostic.message.en, HasSubstr("a.yaml"));
  EXPECT_THAT(findings_of(files[2]), IsEmpty());
}

TEST(Requirements, NameTheGapsWithTheirLines) {
  ValidateOptions options;
  options.requirements.score = Requirements::Asked<int>{100, "--fail-under"};
  const auto text = read_source_tree("profiles/ready-but-no-chance.yaml");
  const auto file = validated(text, "a.yaml", nullptr, options);
  const auto finding = std::find_if(file.findings.begin(), file.findings.end(), [](const FileFinding& one) {
    return one.diagnostic.rule == Rule::requirement_not_met;
  });
  ASSERT_NE(finding, file.findings.end());
  const auto& notes = finding->diagnostic.notes;
  EXPECT_EQ(notes.size(), 5U);
  EXPECT_TRUE(
      std::any_of(notes.begin(), notes.end(), [](const Note& note) { return note.span.begin.line > 1; }));
}

TEST(Requirements, CannotBeJudgedWhileThereAreErrors) {
  ValidateOptions options;
  options.requirements.score = Requirements::Asked<int>{1, "--fail-under"};
  EXPECT_THAT(findings_of(validated(kHead + "skils: {}\n", "a.yaml", nullptr, options)),
              ElementsAre("0:0 error requirement-not-met", "3:1 error unknown-key"));
}

TEST(Fingerprints, StayWhenLinesMoveAndItemsAreAdded) {
  const auto fingerprint = [](const std::string& text) {
    const auto file = validated(text);
    EXPECT_EQ(file.findings.size(), 1U) << text;
    return file.findings.front().fingerprint;
  };
  const auto first = fingerprint(kHead + "certifications:\n  - TOEIC\n");
  EXPECT_EQ(fingerprint("# 注\n\n" + kHead + "certifications:\n  - TOEIC\n"), first);
  EXPECT_EQ(fingerprint(kHead + "certifications:\n  - {name: CCNA, acquired: 2026-01}\n  - TOEIC\n"), first);
  EXPECT_EQ(fingerprint(kHead + "certifications: [TOEIC]\n"), first);
  EXPECT_NE(fingerprint(kHead + "certifications: [TOEFL]\n"), first);
}

TEST(Fingerprints, AreDifferentForFindingsThatAreAlike) {
  const auto file = validated(kHead + "certifications: [TOEIC, TOEIC, TOEIC]\n");
  ASSERT_EQ(file.findings.size(), 3U);
  EXPECT_NE(file.findings[0].fingerprint, file.findings[1].fingerprint);
  EXPECT_NE(file.findings[1].fingerprint, file.findings[2].fingerprint);
  EXPECT_NE(validated(kHead + "certifications: [TOEIC]\n", "b.yaml").findings[0].fingerprint,
            file.findings[0].fingerprint);
}

TEST(Counts, AreExactBeyondWhatIsKeptAndShown) {
  std::string text = kHead + "x-a: 1\n";
  for (int i = 0; i < 1500; ++i) text += "k" + std::to_string(i) + ": 1\n";
  const auto file = validated(text);
  EXPECT_EQ(file.count(Severity::error), 1500U);
  EXPECT_EQ(shown_findings(file).size(), 100U);
  EXPECT_EQ(hidden_findings(file), 1400U);
}

TEST(Counts, ShowErrorsBeforeWarningsWhereNotAllFit) {
  std::string text = kHead + "certifications: [";
  for (int i = 0; i < 150; ++i) text += "未知の資格" + std::to_string(i) + ", ";
  text += "x]\nskils: {}\n";
  const auto file = validated(text);
  const auto shown = shown_findings(file);
  EXPECT_EQ(shown.size(), 100U);
  EXPECT_EQ(shown.back()->diagnostic.rule, Rule::unknown_key);
}

}  // namespace
}  // namespace upstream::test
