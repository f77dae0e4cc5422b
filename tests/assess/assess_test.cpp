#include "upstream/assess/assess.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream::test {
namespace {

/// A profile and its assessment on 2026-10-31, which refers to it.
struct Assessed {
  explicit Assessed(const std::string& body, const char* day = "2026-10-31")
      : loaded(load("version: 1\nname: x\n" + body)),
        assessment(assess(loaded.profile.value(), builtin_rubric(), {parse_date(day)->first_day(), true})) {}

  [[nodiscard]] std::string reached() const { return stage(assessment.reached); }
  [[nodiscard]] static std::string stage(std::optional<StageIndex> index) {
    return index ? builtin_rubric()[*index].id : "none";
  }
  [[nodiscard]] const LedgerEntry& entry(std::string_view id) const {
    return *std::find_if(assessment.ledger.begin(), assessment.ledger.end(),
                         [&](const auto& e) { return e.requirement->id == id; });
  }
  [[nodiscard]] bool finds(FindingKind kind) const {
    return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                       [&](const Finding& f) { return f.kind == kind; });
  }

  Loaded loaded;
  Assessment assessment;
};

TEST(Stages, NobodyHasReachedAnythingWithAnEmptyProfile) {
  const Assessed empty("");
  EXPECT_EQ(empty.reached(), "none");
  EXPECT_EQ(Assessed::stage(empty.assessment.next), "monitoring");
  EXPECT_EQ(empty.assessment.readiness.permille, 0);
  EXPECT_EQ(empty.assessment.readiness.confidence, 0);
}

TEST(Stages, ThreeGatesOpenDesign) {
  const std::string work = "experience:\n  - {stage: 保守, months: 12, domains: [network]}\n";
  const std::string lab = "labs: [{title: x, stage: 構築, domains: [network], hours: 60, artifact: a}]\n";
  const std::string skill = "skills: {network: 3}\n";
  EXPECT_EQ(Assessed(work + lab + skill).reached(), "design");
  EXPECT_EQ(Assessed(work + skill).reached(), "build");
  EXPECT_EQ(Assessed(work + lab + "skills: {network: 2}\n").reached(), "build");
  EXPECT_EQ(Assessed("experience: [{stage: 保守, months: 11, domains: [network]}]\n" + lab + skill).reached(),
            "build");
}

TEST(Stages, WhoHasDoneTheWorkForAYearHasArrived) {
  EXPECT_EQ(Assessed("experience: [{stage: 設計, months: 12}]\n").reached(), "design");
  EXPECT_NE(Assessed("experience: [{stage: 設計, months: 11}]\n").reached(), "design");
  EXPECT_NE(Assessed("experience: [{stage: 設計, months: 48, domains: [application]}]\n").reached(),
            "design");
}

TEST(Months, CountAsDocumented) {
  struct Row {
    const char* experience;
    int maintenance;
  };
  const Row rows[] = {
      {"[{stage: 保守, from: 2024-01, to: 2024-12}]", 12},
      {"[{stage: 保守, from: 2024-01-31, to: 2024-02-01}]", 2},
      {"[{stage: 保守, from: 2026-01}]", 10},  // the day ends October
      {"[{stage: 保守, from: 2024-01, to: 2024-12}, {stage: 保守, from: 2024-07, to: 2025-06}]", 18},
      {"[{stage: 保守, years: 1.5}]", 18},
      {"[{stage: 保守, years: 0.04}]", 0},
      {"[{stage: 保守, years: 0.05}]", 1},
      {"[{stage: 保守, from: 2024-01, to: 2024-12}, {stage: 保守, months: 3}]", 15},
      {"[{stage: [構築, 保守], from: 2024-01, to: 2024-12}]", 12},
      {"[{stage: 保守, from: 2026-11}]", 0},
      {"[{stage: 保守, from: 2026-01, to: 2027-12}]", 10},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Assessed(std::string("experience: ") + row.experience + "\n").assessment.months_at.at(1),
              row.maintenance)
        << row.experience;
  }
  // On the last day but one, the month has not ended.
  EXPECT_EQ(Assessed("experience: [{stage: 保守, from: 2026-01}]\n", "2026-10-30").assessment.months_at.at(1),
            9);
}

TEST(Ledger, SeniorWorkCountsBelowButNotTheOtherWayRound) {
  const Assessed senior(
      "experience: [{stage: 設計, months: 60, domains: [server, network, cloud]}]\n"
      "skills: {operations: 3, troubleshooting: 3, procedure-writing: 3, server: 3, network: 3, automation: "
      "2}\n");
  EXPECT_GE(senior.assessment.readiness.by_stage.at(0), 90);
  EXPECT_EQ(senior.entry("design-maintenance-months").earned, 0);
  EXPECT_EQ(senior.entry("design-build-months").earned, 0);
  EXPECT_TRUE(senior.finds(FindingKind::thin_base));
}

TEST(Ledger, CertificatesAloneCarryEightyPermilleAtMost) {
  const Assessed certified(
      "certifications: [{name: CCNA, acquired: 2026-01}, {name: CCNP, acquired: 2026-02}]\n");
  EXPECT_EQ(certified.assessment.readiness.permille, 80);
}

TEST(Post, IsJudgedApartFromThePerson) {
  const std::string person =
      "experience: [{stage: 保守, from: 2022-01, domains: [network]}, {stage: 構築, years: 1, domains: "
      "[network]}]\nskills: {network: 3}\n";
  struct Row {
    const char* environment;
    Verdict verdict;
    bool leave_early;
  };
  const Row rows[] = {
      {"{}", Verdict::unknown, false},
      {"{stages_offered: [設計], sales_strength: strong}", Verdict::supporting, false},
      {"{stages_offered: [設計]}", Verdict::neutral, false},
      {"{stages_offered: [監視, 保守]}", Verdict::limiting, false},
      {"{stages_offered: [監視, 保守], sales_strength: weak, customer_contact: false}", Verdict::no_chance,
       false},
      {"{stages_offered: [監視, 保守], sales_strength: weak}", Verdict::limiting, false},
      {"{stages_offered: [監視, 保守], assignment_months: 3}", Verdict::no_chance, true},
      {"{stages_offered: [監視, 保守], direction: different}", Verdict::no_chance, true},
  };
  for (const auto& row : rows) {
    const Assessed a(person + "environment: " + row.environment + "\n");
    EXPECT_EQ(id(a.assessment.seat.verdict), id(row.verdict)) << row.environment;
    EXPECT_EQ(a.assessment.seat.leave_early, row.leave_early) << row.environment;
    EXPECT_TRUE(a.assessment.seat.ready);
  }
}

TEST(Estimate, IsNothingWhereThePostCannotGiveTheMonths) {
  const std::string person =
      "experience: [{stage: 監視, from: 2024-01, domains: [server]}]\nskills: {server: 3}\npreferences: "
      "{study_hours_per_week: 6}\n";
  const Assessed open(person);
  EXPECT_TRUE(open.assessment.estimate.months_to_target);
  const Assessed shut(person + "environment: {stages_offered: [監視]}\n");
  EXPECT_FALSE(shut.assessment.estimate.months_to_target);
  EXPECT_EQ(id(shut.assessment.estimate.target_basis), "post-cannot-give");
}

TEST(Estimate, IsNothingWithoutHoursToStudy) {
  const Assessed idle(
      "experience: [{stage: 保守, years: 3, domains: [server]}]\nskills: {server: 3}\npreferences: "
      "{study_hours_per_week: 0}\n"
      "environment: {stages_offered: [保守]}\n");
  EXPECT_FALSE(idle.assessment.estimate.months_to_target);
}

TEST(Gaps, BlockersOfTheNextStageStandFirst) {
  const Assessed a("experience: [{stage: 保守, years: 2, domains: [network]}]\nskills: {network: 3}\n");
  ASSERT_FALSE(a.assessment.gaps.empty());
  EXPECT_EQ(a.assessment.gaps.front().kind, GapKind::blocker);
  EXPECT_EQ(a.assessment.gaps.front().gate->id, "design-gate-practice");
}

TEST(Gaps, AreTyped) {
  const Assessed a(
      "experience: [{stage: 保守, from: 2013-01, to: 2016-12, domains: [network], duties: [構成図の更新]}]\n"
      "skills: {server: 1, requirements: 3, network: {level: 3}}\n");
  const auto kind = [&](std::string_view requirement) {
    for (const auto& gap : a.assessment.gaps) {
      if (gap.requirement != nullptr && gap.requirement->id == requirement) return std::string(id(gap.kind));
    }
    return std::string("closed");
  };
  EXPECT_EQ(kind("design-documents"), "unarticulated");
  EXPECT_EQ(kind("design-requirements"), "unproven");
  EXPECT_EQ(kind("design-server"), "partial");
  EXPECT_EQ(kind("design-security"), "missing");
  EXPECT_EQ(kind("design-maintenance-months"), "closed");
  EXPECT_EQ(kind("design-domain"), "stale");
}

TEST(Findings, StuckNeedsTimeAndNoCertificate) {
  const std::string work = "experience: [{stage: 監視, years: 2}]\n";
  EXPECT_TRUE(Assessed(work).finds(FindingKind::stuck));
  EXPECT_FALSE(
      Assessed(work + "certifications: [{name: CCNA, acquired: 2026-01}]\n").finds(FindingKind::stuck));
  EXPECT_FALSE(Assessed("experience: [{stage: 監視, months: 23}]\n").finds(FindingKind::stuck));
}

TEST(Paths, AWishMovesFitAndNothingElse) {
  const std::string work =
      "experience: [{stage: 構築, years: 3, domains: [cloud]}]\nskills: {cloud-virtualization: 3}\n";
  const Assessed plain(work);
  const Assessed wishing(work + "preferences: {paths: [project-manager]}\n");
  const auto find = [](const Assessed& a) {
    return *std::find_if(a.assessment.paths.begin(), a.assessment.paths.end(),
                         [](const PathFit& p) { return builtin_rubric()[p.path].id == "project-manager"; });
  };
  EXPECT_FALSE(find(plain).wished);
  EXPECT_TRUE(find(wishing).wished);
  EXPECT_EQ(find(plain).permille, find(wishing).permille);
  EXPECT_EQ(find(plain).fit + 10, find(wishing).fit);
}

TEST(EntryRoutes, AreForPeopleWithoutFieldWork) {
  EXPECT_EQ(Assessed("").assessment.entry_routes.size(), 3U);
  EXPECT_TRUE(Assessed("experience: [{stage: 監視, months: 1}]\n").assessment.entry_routes.empty());
}

TEST(Conditions, SayYesNoOrUnknown) {
  const Assessed unknown("");
  EXPECT_EQ(unknown.assessment.conditions.at(2).answer, Answer::unknown);
  const Assessed all(
      "experience: [{stage: 保守, years: 1}]\ncertifications: [{name: CCNA, acquired: "
      "2026-01}]\nenvironment: {sales_strength: strong}\n");
  for (const auto& condition : all.assessment.conditions) EXPECT_EQ(condition.answer, Answer::yes);
}

TEST(Sensitivity, NamesTheLevelThatCarriesTheStage) {
  const Assessed a(
      "experience: [{stage: 保守, years: 1, domains: [network]}, {stage: 構築, months: 11, domains: "
      "[network]}]\nskills: {network: 3}\n",
      "2026-10-31");
  // With 12 months at build or above the stage would be arrived at whatever the level.
  ASSERT_EQ(a.reached(), "design");
  const auto& levels = a.assessment.level_sensitivity;
  ASSERT_EQ(levels.size(), 1U);
  EXPECT_EQ(levels[0].to, 2);
  EXPECT_EQ(Assessed::stage(levels[0].reached), "build");
}

}  // namespace
}  // namespace upstream::test
