#include "upstream/ways/whatif.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "property/profile_generator.hpp"
#include "report/json_support.hpp"
#include "report/schema_support.hpp"
#include "ways_support.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kProfile =
    "version: 1\n"
    "name: 花子\n"
    "as_of: 2026-10-31\n"
    "experience:\n"
    "  - {stage: maintenance, from: 2021-04, domains: [server, network]}\n"
    "skills:\n"
    "  ネットワーク: {level: 2, evidence: [経路の切替手順を書いた]}\n"
    "  server: 2\n"
    "certifications: [CCNA]\n"
    "x-note: {a: b}\n";

std::variant<Whatif, std::vector<Fault>> answer(const Supposition& supposition,
                                                std::string_view text = kProfile) {
  auto report = report_of(text);
  EXPECT_TRUE(report.ok()) << text;
  return suppose(std::move(report), builtin_rubric(), supposition);
}

Whatif supposed(const Supposition& supposition, std::string_view text = kProfile) {
  auto result = answer(supposition, text);
  if (const auto* faults = std::get_if<std::vector<Fault>>(&result)) {
    for (const auto& fault : *faults) ADD_FAILURE() << fault.message.en << " / " << fault.help.en;
    std::abort();
  }
  return std::move(std::get<Whatif>(result));
}

/// "message | help" of every fault, in English.
std::vector<std::string> faults(const Supposition& supposition, std::string_view text = kProfile) {
  const auto result = answer(supposition, text);
  std::vector<std::string> all;
  if (const auto* found = std::get_if<std::vector<Fault>>(&result)) {
    for (const auto& fault : *found) {
      EXPECT_FALSE(fault.message.ja.empty());
      EXPECT_EQ(fault.help.ja.empty(), fault.help.en.empty());
      all.push_back(fault.message.en + " | " + fault.help.en);
    }
  }
  return all;
}

Supposition set(std::vector<std::string> assignments) { return {std::move(assignments), {}, {}, {}}; }

Day day(int year, unsigned month, unsigned number) { return Date::of(year, month, number)->first_day(); }

TEST(Whatif, TellsAPlaceholderFromALevel) {
  const auto texts = [](std::vector<std::string> assignments) {
    std::vector<std::string> all;
    for (const auto& change : supposed(set(std::move(assignments))).changes) all.push_back(change.text.en);
    return all;
  };
  EXPECT_THAT(texts({"skills.operations=2"}), testing::Contains("operations: not stated → 2"));
  EXPECT_THAT(texts({"skills.server=n/a"}), testing::Contains("server: 2 → n/a"));
}

TEST(Whatif, ChangesNothingWhereNothingIsSupposed) {
  const auto whatif = supposed({});
  EXPECT_THAT(whatif.changes, IsEmpty());
  EXPECT_EQ(meaning(whatif.before), meaning(whatif.after));
}

struct EditCase {
  const char* name;
  std::vector<std::string> set;
  std::string_view from;
  std::string_view to;
};
class WhatifIsTheEditedFile : public testing::TestWithParam<EditCase> {};

TEST_P(WhatifIsTheEditedFile, SaysTheSame) {
  const auto& [name, assignments, from, to] = GetParam();
  const auto edited = report_of(replaced(kProfile, from, to));
  ASSERT_TRUE(edited.ok());
  EXPECT_EQ(meaning(supposed(set(assignments)).after), meaning(edited));
}

INSTANTIATE_TEST_SUITE_P(
    Edits, WhatifIsTheEditedFile,
    testing::Values(
        EditCase{"LevelAlone", {"skills.server=3"}, "server: 2", "server: 3"},
        EditCase{"LevelByLabel", {"skills.サーバー=3"}, "server: 2", "server: 3"},
        EditCase{"LevelOfARatingKeepsItsEvidence", {"skills.network=3"}, "{level: 2", "{level: 3"},
        EditCase{"ReviewBesideALevel",
                 {"skills.server.reviewed_level=3"},
                 "server: 2",
                 "server: {level: 2, reviewed_level: 3}"},
        EditCase{"LevelAndReview",
                 {"skills.server=3", "skills.server.reviewed_level=3"},
                 "server: 2",
                 "server: {level: 3, reviewed_level: 3}"},
        EditCase{"WholeRating",
                 {"skills.network={level: 3, last_used: 2020-01}"},
                 "{level: 2, evidence: [経路の切替手順を書いた]}",
                 "{level: 3, last_used: 2020-01}"},
        EditCase{"NewSkill", {"skills.operations=3"}, "server: 2", "server: 2\n  operations: 3"},
        EditCase{"NotApplicable", {"skills.automation=n/a"}, "server: 2", "server: 2\n  automation: n/a"},
        EditCase{"NewMapping",
                 {"environment.sales_strength=strong", "environment.stages_offered=[監視, 構築]"},
                 "x-note",
                 "environment: {sales_strength: strong, stages_offered: [監視, 構築]}\nx-note"},
        EditCase{"Goal", {"preferences.goal=stay"}, "x-note", "preferences: {goal: stay}\nx-note"},
        EditCase{"Paths",
                 {"preferences.paths=[cloud-engineer]"},
                 "x-note",
                 "preferences: {paths: [cloud-engineer]}\nx-note"},
        EditCase{"ItemOfAList",
                 {"experience.1.role=leader"},
                 "{stage: maintenance,",
                 "{stage: maintenance, role: leader,"},
        EditCase{"NewItemOfAList",
                 {"experience.2={stage: build, from: 2024-01, to: 2024-06}"},
                 "skills:",
                 "  - {stage: build, from: 2024-01, to: 2024-06}\nskills:"},
        EditCase{"FirstItemsOfANewList",
                 {"labs.1={title: a, hours: 10}", "labs.2={title: b, hours: 20}"},
                 "x-note",
                 "labs: [{title: a, hours: 10}, {title: b, hours: 20}]\nx-note"},
        EditCase{"MoreEvidence",
                 {"skills.network.evidence.2={kind: course, note: 講座}"},
                 "evidence: [経路の切替手順を書いた]",
                 "evidence: [経路の切替手順を書いた, {kind: course, note: 講座}]"},
        EditCase{"FirstEvidence",
                 {"skills.server.evidence.1={kind: course, note: 講座}"},
                 "server: 2",
                 "server: {level: 2, evidence: [{kind: course, note: 講座}]}"},
        EditCase{"KindOfEvidenceWrittenAlone",
                 {"skills.network.evidence.1.kind=course"},
                 "evidence: [経路の切替手順を書いた]",
                 "evidence: [{note: 経路の切替手順を書いた, kind: course}]"},
        EditCase{"EvidenceOfANewSkill",
                 {"skills.operations.evidence.1=当番表を作った", "skills.operations=3"},
                 "server: 2",
                 "server: 2\n  operations: {level: 3, evidence: [当番表を作った]}"},
        EditCase{"FirstDuty",
                 {"experience.1.duties.1=手順書の作成"},
                 "[server, network]",
                 "[server, network], duties: [手順書の作成]"},
        EditCase{"FirstWish",
                 {"preferences.paths.1=cloud-engineer"},
                 "x-note",
                 "preferences: {paths: [cloud-engineer]}\nx-note"},
        EditCase{"FirstStageOffered",
                 {"environment.stages_offered.1=構築"},
                 "x-note",
                 "environment: {stages_offered: [構築]}\nx-note"},
        EditCase{"StageBesideTheOneWrittenAlone",
                 {"experience.1.stage.2=build"},
                 "{stage: maintenance,",
                 "{stage: [maintenance, build],"},
        EditCase{"NewItemsInAnyOrder",
                 {"labs.3={title: c}", "labs.1={title: a, hours: 10}", "labs.2={title: b, hours: 20}"},
                 "x-note",
                 "labs: [{title: a, hours: 10}, {title: b, hours: 20}, {title: c}]\nx-note"},
        EditCase{"DateOfACertificateWrittenAlone",
                 {"certifications.1.acquired=2020-01"},
                 "[CCNA]",
                 "[{name: CCNA, acquired: 2020-01}]"}),
    kByName);

struct FaultCase {
  const char* name;
  Supposition supposition;
  const char* says;
};
class WhatifRefuses : public testing::TestWithParam<FaultCase> {};

TEST_P(WhatifRefuses, WithTheOptionAndWhatIsAllowed) {
  EXPECT_THAT(faults(GetParam().supposition), ElementsAre(HasSubstr(GetParam().says)));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, WhatifRefuses,
    testing::Values(
        FaultCase{"OutOfRange", set({"skills.server=9"}), "--set skills.server=9: 9 is outside 0–4"},
        FaultCase{"UnknownSkill", set({"skills.netwrok=3"}), "did you mean 'network'?"},
        FaultCase{"UnknownKey", set({"environment.sales_strenght=strong"}), "did you mean 'sales_strength'?"},
        FaultCase{"UnknownTopKey", set({"enviroment.x=1"}), "did you mean 'environment'?"},
        FaultCase{"UnknownWord", set({"environment.sales_strength=strogn"}), "'strogn'"},
        FaultCase{"UnknownPath", set({"preferences.paths=[cloud-enginer]"}),
                  "did you mean 'cloud-engineer'?"},
        FaultCase{"MissingLevel", set({"skills.database.reviewed_level=3"}),
                  "required key 'level' is missing"},
        FaultCase{"NoYaml", set({"skills.server=["}), "--set skills.server=[: '[' is never closed by ']'"},
        FaultCase{"DuplicateKey", set({"labs.1={title: a, title: b}"}),
                  "--set labs.1={title: a, title: b}: key 'title' stands twice | keep one of the two"},
        FaultCase{"Anchor", set({"preferences.goal=&a stay"}), "anchor '&' is not accepted"},
        FaultCase{"Alias", set({"skills.server=*a"}), "alias '*' is not accepted"},
        FaultCase{"Tag", set({"skills.server=!!int 3"}), "tag 'tag:yaml.org,2002:int' is not accepted"},
        FaultCase{"SecondDocument", set({"skills.server=3\n---\n4"}), "a second document begins here"},
        FaultCase{"BehindTheDocument", set({"skills.server=3\n...\nx"}), "a second document begins here"},
        FaultCase{"BehindTheValue", set({"skills.server={level: 3}, a"}), "does not fit"},
        FaultCase{"ControlCharacter", set({"skills.server=3\x01"}), "control character U+0001"},
        FaultCase{"NothingAtAll", set({"skills.server=null"}),
                  "--set skills.server=null: the value is empty"},
        FaultCase{"NoEqualsSign", set({"skills.server"}), "there is no value"},
        FaultCase{"NoValue", set({"skills.server="}), "there is no value"},
        FaultCase{"Infinity", set({"preferences.study_hours_per_week=.inf"}), "study_hours_per_week=.inf"},
        FaultCase{"Hole", set({"skills..server=1"}), "is no place in a profile"},
        FaultCase{"Deep", set({"x.x.x.x.x.x.x.x.x.x.x.x.x=1"}), "is no place in a profile"},
        FaultCase{"IntoAScalar", set({"name.x=1"}), "'name' holds no keys"},
        FaultCase{"NoPlaceInWhatStandsForAList", set({"experience.1.stage.x=build"}),
                  "'x' is no number from 1 to 2"},
        FaultCase{"BeyondTheList", set({"experience.2.role=leader"}), "'2' is no number from 1 to 1"},
        FaultCase{"HoleInAList", set({"experience.3={stage: build, years: 1}"}),
                  "'3' is no number from 1 to 2 | items of a list are counted from 1; experience.2=… adds an "
                  "item"},
        FaultCase{"HoleInAnEmptyList", set({"labs.2={title: a, hours: 1}"}),
                  "--set labs.2: the list is empty and has no item '2' | labs.1=… adds an item"},
        FaultCase{"KeyOfAnItemThatIsNotThere", set({"labs.1.title=a"}),
                  "the list is empty and has no item '1' | labs.1=… adds an item, written as a whole"},
        FaultCase{"UnknownKeyOfARating", set({"skills.network.levle=3"}),
                  "--set skills.network.levle=3: unknown key 'levle' | did you mean 'level'?"},
        FaultCase{"IntoALevel", set({"skills.network.level.x=3"}), "'level' holds no keys"},
        FaultCase{"EvidenceOfAnUnknownSkill", set({"skills.netwrok.evidence.1=a"}),
                  "--set skills.netwrok.evidence.1: unknown skill 'netwrok' | did you mean 'network'?"},
        FaultCase{"EvidenceOfASkillThatIsNotRated", set({"skills.database.evidence.1=a"}),
                  "--set skills.database.evidence.1=a: required key 'level' is missing"},
        FaultCase{"NoPlaceInEvidence", set({"skills.network.evidence.x=a"}), "'x' is no number from 1 to 2"},
        FaultCase{"AsOf", set({"as_of=2030-01"}), "--at"},
        FaultCase{"Bytes", set({"skills.server=\xff"}), "no UTF-8"},
        FaultCase{"SamePlaceTwice", set({"skills.server=3", "skills.server=4"}), "change the same place"},
        FaultCase{"SamePlaceByLabel", set({"skills.サーバー=3", "skills.server=4"}), "change the same place"},
        FaultCase{"OneInTheOther", set({"environment={}", "environment.sales_strength=weak"}),
                  "change the same place"},
        FaultCase{"ListAndAddition", {{"certifications=[]"}, {"LPIC-1"}, {}, {}}, "change the same place"},
        FaultCase{"UnknownCertificate", {{}, {"CCNNA"}, {}, {}}, "did you mean 'ccna'?"},
        FaultCase{"NoDate", {{}, {"CCNP@soon"}, {}, {}}, "'soon' is no date"},
        FaultCase{"LaterThanTheDay", {{}, {"CCNP@2030-01"}, {}, {}}, "would not count yet on 2026-10-31"},
        FaultCase{"UnknownStage", {{}, {}, {"buidl=3"}, {}}, "did you mean 'build'?"},
        FaultCase{"NoMonths", {{}, {}, {"build"}, {}}, "no number of months"},
        FaultCase{"MoreThanALife", {{}, {}, {"build=721"}, {}}, "from 1 to 720"},
        FaultCase{"StageTwice", {{}, {}, {"build=3", "構築=4"}, {}}, "of the same stage"},
        FaultCase{"BeforeTheProfile", {{}, {}, {}, day(2020, 1, 1)}, "lies before the first date"}),
    kByName);

// As a profile that was written for the time to come; what a plan for it says to suppose begins there.
TEST(Whatif, LooksAtItsOwnDayBeforeTheFirstDate) {
  const std::string later =
      "version: 1\nname: A\nas_of: 2026-10-31\ncertifications: [{name: CCNA, acquired: 2027-03}]\n";
  const auto at = [&](Day day) { return suppose(report_of(later), builtin_rubric(), {{}, {}, {}, day}); };
  EXPECT_TRUE(std::holds_alternative<Whatif>(at(day(2026, 10, 31))));
  EXPECT_TRUE(std::holds_alternative<Whatif>(at(day(2027, 1, 31))));
  EXPECT_FALSE(std::holds_alternative<Whatif>(at(day(2026, 10, 30))));
}

TEST(Whatif, AFullListTakesNoMore) {
  const std::string full = "version: 1\nname: A\nas_of: 2026-10-31\nlabs: [" +
                           repeated("{title: a}, ", 2000) + "]\ncertifications: [" +
                           repeated("CCNA, ", 2000) + "]\nexperience: [" +
                           repeated("{stage: build, years: 1}, ", 2000) + "]\n";
  EXPECT_THAT(
      faults({{"labs.2001={title: b}", "labs.2002={title: b}"}, {"CCNP"}, {"build=1"}, {}}, full),
      ElementsAre(HasSubstr("--set labs.2001: a collection has more than 2000 entries"),
                  HasSubstr("--set labs.2002: a collection has more than 2000 entries"),
                  HasSubstr("--add-cert CCNP: a collection"), HasSubstr("--add-months build=1: a coll")));
  EXPECT_EQ(supposed(set({"labs.2000={title: b}"}), full).after.profile->labs.size(), 2000U);
}

TEST(Whatif, AMessageHoldsOnlySoMuchOfTheOption) {
  const auto long_word = repeated("技能", 20'000);
  for (const auto& supposition :
       {set({"skills." + long_word + "=3"}), set({"name={" + long_word}), set({long_word + "=3"}),
        set({"labs." + long_word + "=a"}), set({repeated("a.", 9) + long_word + "=3"}),
        set({"name=" + long_word}), Supposition{{}, {long_word}, {}, {}},
        Supposition{{}, {"CCNP@" + long_word}, {}, {}},
        Supposition{{}, {}, {long_word + "=" + long_word}, {}},
        Supposition{{}, {}, {long_word + "=3"}, {}}}) {
    const auto found = faults(supposition);
    ASSERT_THAT(found, testing::SizeIs(1));
    EXPECT_LT(found.front().size(), 1'000U) << found.front();
    EXPECT_THAT(found.front(), HasSubstr("…"));
  }
}

TEST(Whatif, TellsTheOptionsInTheOrderInWhichTheyWereWritten) {
  const auto whatif = supposed({{"labs.2={title: b}", "labs.1={title: a}"}, {"CCNP"}, {}, day(2027, 1, 1)});
  EXPECT_THAT(whatif.asked, ElementsAre("--set labs.2={title: b}", "--set labs.1={title: a}",
                                        "--add-cert CCNP", "--at 2027-01-01"));
}

TEST(Whatif, NamesEverythingThatCannotBeSupposedInOneRun) {
  EXPECT_THAT(faults({{"skills.server=9", "skils.server=1"}, {"CCNNA"}, {"build=0"}, {}}),
              testing::UnorderedElementsAre(HasSubstr("9 is outside"), HasSubstr("did you mean 'skills'"),
                                            HasSubstr("CCNNA"), HasSubstr("build=0")));
}

TEST(Whatif, ChangesOfRequirementsAddUpToTheDifference) {
  const auto whatif = supposed({{"skills.network=4"}, {"CCNP"}, {"build=24"}, {}});
  int sum = 0;
  for (const auto& change : whatif.changes) {
    if (change.kind == ChangeKind::requirement) sum += change.permille;
  }
  EXPECT_GT(sum, 0);
  EXPECT_EQ(sum, whatif.after.assessment->readiness.permille - whatif.before.assessment->readiness.permille);
}

TEST(Whatif, AddedMonthsAreThatMany) {
  for (const int months : {1, 5, 12, 70}) {
    const auto whatif = supposed({{}, {}, {"build=" + std::to_string(months)}, {}});
    EXPECT_EQ(whatif.after.assessment->months_at[2], months);
    EXPECT_THAT(whatif.assumptions,
                ElementsAre(testing::Field(&Text::en, HasSubstr("in the domains of the present"))));
  }
}

TEST(Whatif, SaysWhichAddedMonthsWereThereAlready) {
  const auto whatif = supposed({{}, {}, {"maintenance=12"}, {}});
  EXPECT_THAT(whatif.assumptions.back().en, HasSubstr("12 of the 12 months count as maintenance already"));
}

TEST(Whatif, AnotherDayShowsLapses) {
  constexpr std::string_view dated =
      "version: 1\nname: A\nas_of: 2026-10-31\ncertifications: [{name: CCNA, acquired: 2024-05-01}]\n";
  const auto whatif = supposed({{}, {}, {}, day(2027, 6, 1)}, dated);
  EXPECT_EQ(whatif.before.day, day(2026, 10, 31));
  EXPECT_EQ(whatif.after.day, day(2027, 6, 1));
  EXPECT_THAT(whatif.changes, testing::Contains(testing::Field(&Change::kind, ChangeKind::certificate)));
  const auto renewed = supposed({{}, {"CCNP@2027-05"}, {}, day(2027, 6, 1)}, dated);
  EXPECT_EQ(renewed.after.assessment->certifications.front().status, CertificationStatus::renewed);
}

TEST(Whatif, ShowsTheFirstLineOfTheReportWhereItDiffers) {
  const auto text = [](std::vector<std::string> assignments) {
    return render_whatif_text(supposed(set(std::move(assignments))), {Language::en, 80, false, false});
  };
  EXPECT_THAT(text({"preferences.goal=stay"}),
              AllOf(HasSubstr("In short"), HasSubstr("You have chosen your post."),
                    HasSubstr("goal: to go upstream → to stay by choice")));
  EXPECT_THAT(text({"name=桜"}), testing::Not(AnyOf(HasSubstr("In short"), HasSubstr("Next actions"))));
}

TEST(Whatif, WhatOnlyNarrowsTheRangeIsNotNothing) {
  const auto whatif = supposed(set({"skills.procedure-writing=0", "skills.management=0"}));
  ASSERT_THAT(whatif.changes, IsEmpty());
  ASSERT_GT(whatif.before.assessment->readiness.high, whatif.after.assessment->readiness.high);
  const auto text = [](const Whatif& one) {
    return render_whatif_text(one, {Language::en, 80, false, false});
  };
  EXPECT_THAT(text(whatif), testing::Not(HasSubstr("nothing changes")));
  EXPECT_THAT(text(supposed(set({"name=桜"}))), HasSubstr("nothing changes"));
}

TEST(Whatif, PathsThatStayAsTheyWereAreLeftOut) {
  const auto whatif = supposed(set({"preferences.paths=[cloud-engineer]", "skills.cloud-virtualization=2"}));
  std::size_t told = 0;
  for (const auto& change : whatif.changes) {
    if (change.kind != ChangeKind::path) continue;
    ++told;
    const bool is_as_ready = change.before == change.after;
    EXPECT_EQ(is_as_ready, change.text.en.find(": still ") != std::string::npos) << change.text.en;
    EXPECT_FALSE(is_as_ready && change.text.en.find("(still place") != std::string::npos) << change.text.en;
  }
  EXPECT_GT(told, 0U);
  EXPECT_LT(told, whatif.after.assessment->paths.size());
}

TEST(Whatif, PutsNoPressureOnSomebodyWhoStays) {
  const auto text = [](std::string_view goal) {
    const auto profile =
        replaced(kProfile, "x-note: {a: b}", "preferences: {goal: " + std::string(goal) + "}");
    return render_whatif_text(supposed(set({"environment.stages_offered=[監視]"}), profile),
                              {Language::en, 80, false, false});
  };
  EXPECT_THAT(text("upstream"), HasSubstr("reassignment"));
  EXPECT_THAT(text("stay"), testing::Not(HasSubstr("reassignment")));
}

TEST(Whatif, TheJsonIsOfItsSchema) {
  const SchemaChecker schema(whatif_schema());
  for (const auto language : {Language::ja, Language::en}) {
    for (const auto& supposition :
         {Supposition{}, Supposition{{"skills.network=4", "environment.sales_strength=strong"},
                                     {"CCNP"},
                                     {"build=24", "maintenance=3"},
                                     day(2027, 1, 1)}}) {
      const auto document = json::parse(render_whatif_json(supposed(supposition), language));
      EXPECT_EQ(schema.complaints(document), "");
    }
  }
  expect_descriptions(json::parse(whatif_schema()));
}

TEST(Whatif, HostileTextIsHarmless) {
  const auto text =
      render_whatif_text(supposed(set({"name=\"\\e[31m::error::x\""})), {Language::en, 80, false, false});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(WhatifGolden, SamplesInBothLanguages) {
  for (const std::string sample : {"case-h", "ready-but-no-chance", "expired-certificates"}) {
    const auto path = "profiles/" + sample + ".yaml";
    auto whatif = supposed({{"skills.network=3", "environment.stages_offered=[構築, 設計]"},
                            {"CCNP"},
                            {"build=12"},
                            day(2028, 4, 30)},
                           read_source_tree(path));
    expect_ways_golden(sample + ".whatif.ja.txt",
                       render_whatif_text(whatif, {Language::ja, 80, false, false}));
    expect_ways_golden(sample + ".whatif.en.txt",
                       render_whatif_text(whatif, {Language::en, 80, false, false}));
    expect_ways_golden(sample + ".whatif.json", render_whatif_json(whatif, Language::ja));
  }
}

/// What is added as an achievement costs nothing.
TEST(WhatifProperty, AdditionsNeverLowerAnything) {
  const auto& rubric = builtin_rubric();
  for (int seed = 1; seed <= property_runs(300); ++seed) {
    ProfileGenerator generator(rubric, static_cast<std::uint64_t>(seed));
    const auto profile = generator.profile();
    auto report = report_of(written(profile, rubric, kToday));
    if (!report.ok()) continue;  // a generated profile may hold what only a file with lines can
    const auto before = meaning(report);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto& certificate = rubric.certifications[static_cast<std::size_t>(
        generator.number(0, static_cast<int>(rubric.certifications.size()) - 1))];
    const auto& stage = rubric.stages[static_cast<std::size_t>(
        generator.number(0, static_cast<int>(rubric.stages.size()) - 1))];
    Supposition supposition;
    if (generator.chance(66)) supposition.add_certificates.push_back(certificate.id);
    if (generator.chance(66))
      supposition.add_months.push_back(stage.id + "=" + std::to_string(generator.number(1, 60)));
    const bool nothing = supposition.add_certificates.empty() && supposition.add_months.empty();
    const auto whatif = supposed(supposition, report.source.text());
    const auto& old = *whatif.before.assessment;
    const auto& now = *whatif.after.assessment;
    EXPECT_EQ(meaning(whatif.before), before);
    if (nothing) {
      EXPECT_EQ(meaning(whatif.after), before);
      EXPECT_THAT(whatif.changes, IsEmpty());
    }
    EXPECT_GE(now.readiness.permille, old.readiness.permille);
    EXPECT_GE(now.readiness.low, old.readiness.low);
    EXPECT_GE(now.reached, old.reached);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace upstream::test
