#include "upstream/team/team_picture.hpp"

#include <gmock/gmock.h>

#include "team/absence.hpp"
#include "team/wording.hpp"
#include "team_support.hpp"

namespace upstream::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Coverage of_skill(const TeamPicture& picture, std::string_view id) { return picture.skills[skill(id).value]; }
Coverage of_stage(const TeamPicture& picture, std::string_view id) { return picture.stages[stage(id).value]; }

std::vector<std::string> names(const std::vector<SinglePoint>& points, const TeamPicture& picture) {
  std::vector<std::string> all;
  for (const auto& point : points) {
    all.push_back(std::string(team_wording::id(point.subject, builtin_rubric())) + " " +
                  picture.persons[point.person].id);
  }
  return all;
}

bool is_uncovered(const TeamPicture& picture, std::string_view id) {
  return std::any_of(picture.uncovered.begin(), picture.uncovered.end(), [&](const Subject& subject) {
    return team_wording::id(subject, builtin_rubric()) == id;
  });
}

TEST(TeamCoverage, CountsWhoIsAbleByProofAndWhoClaimsIt) {
  const auto picture = draw({with(blank("a"), "network", 3, 3), with(blank("b"), "network", 2, 4),
                             with(blank("c"), "network", 4, 4), with(blank("d"), "network", 2, 2)});
  EXPECT_EQ(of_skill(picture, "network").able.people, 2);
  EXPECT_EQ(of_skill(picture, "network").claimed.people, 3);
  EXPECT_EQ(picture.people, 4);
}

TEST(TeamCoverage, AStageGoesByWhatIsProvenAndByWhatIsClaimed) {
  auto low = blank("a");
  low.range = {stage("maintenance"), stage("design")};
  auto high = blank("b");
  high.range = {stage("design"), stage("design")};
  const auto picture = draw({low, high});
  EXPECT_EQ(of_stage(picture, "maintenance").able.people, 2);
  EXPECT_EQ(of_stage(picture, "design").able.people, 1);
  EXPECT_EQ(of_stage(picture, "design").claimed.people, 2);
}

TEST(TeamWeakPoints, ExactlyOneIsASinglePointAndNoneIsAListOfItsOwn) {
  const auto picture = draw({with(with(blank("a"), "network", 3, 3), "server", 3, 3),
                             with(with(blank("b"), "server", 3, 3), "database", 2, 3)});
  EXPECT_THAT(names(picture.single_points, picture), ElementsAre("network a"));
  EXPECT_TRUE(is_uncovered(picture, "database"));
  EXPECT_FALSE(is_uncovered(picture, "network"));
  EXPECT_FALSE(is_uncovered(picture, "server"));
}

TEST(TeamAbsence, TellsWhatIsLost) {
  const std::vector members{with(with(blank("a"), "network", 3, 3), "server", 3, 3),
                            with(blank("b"), "server", 3, 3), with(blank("c"), "server", 2, 3)};
  const auto picture = draw(members, {.without = {"a"}});
  ASSERT_TRUE(picture.absence);
  const auto& absence = *picture.absence;
  EXPECT_THAT(absence.gone, ElementsAre(0));
  EXPECT_THAT(names(absence.single_points, picture), ElementsAre("server b"));
  ASSERT_EQ(absence.uncovered.size(), 1U);
  EXPECT_EQ(team_wording::id(absence.uncovered.front(), builtin_rubric()), "network");
  for (const auto& change : absence.coverage) {
    const auto id = team_wording::id(change.subject, builtin_rubric());
    const auto expected = id == "server"    ? std::pair(2, 1)
                          : id == "network" ? std::pair(1, 0)
                                            : std::pair(0, 0);
    EXPECT_EQ(std::pair(change.before, change.after), expected) << id;
  }
}

TEST(TeamAbsence, SeveralLeaveTogether) {
  const std::vector members{with(blank("a"), "network", 3, 3), with(blank("b"), "network", 3, 3),
                            with(blank("c"), "network", 3, 3)};
  const auto picture = draw(members, {.without = {"a", "b"}});
  ASSERT_TRUE(picture.absence);
  EXPECT_THAT(names(picture.absence->single_points, picture), ElementsAre("network c"));
}

TEST(TeamAbsence, WhoSharesAnIdLeavesToo) {
  auto other = with(blank("a"), "network", 3, 3);
  other.path = "other.yaml";
  const auto picture = draw({with(blank("a"), "network", 3, 3), other}, {.without = {"a"}});
  EXPECT_THAT(picture.absence->gone, ElementsAre(0, 1));
}

TEST(TeamAbsence, NobodyAskedForIsNoAbsence) {
  EXPECT_FALSE(draw({blank("a")}).absence);
  EXPECT_FALSE(draw({blank("a")}, {.without = {"b"}}).absence);
}

TEST(TeamGaps, AreThoseOfHalfOrMoreByPeopleThenGain) {
  const auto& requirements = builtin_rubric()[builtin_rubric().target()].requirements;
  auto a = blank("a");
  auto b = blank("b");
  auto c = blank("c");
  for (auto* member : {&a, &b, &c}) member->shut.clear();
  a.missing = {{&requirements[0], 10}, {&requirements[1], 30}, {&requirements[2], 5}};
  b.missing = {{&requirements[0], 20}, {&requirements[1], 40}};
  const auto picture = draw({a, b, c});
  ASSERT_EQ(picture.shared_gaps.size(), 2U);
  EXPECT_EQ(picture.shared_gaps[0].requirement, &requirements[1]);
  EXPECT_EQ(picture.shared_gaps[0].people.people, 2);
  EXPECT_EQ(picture.shared_gaps[0].gain, 70);
  EXPECT_EQ(picture.shared_gaps[1].requirement, &requirements[0]);
}

TEST(TeamGaps, AGateThatIsShutForHalfIsOne) {
  auto open = blank("b");
  open.shut.clear();
  const auto picture = draw({blank("a"), open});
  ASSERT_THAT(picture.shared_gaps, Not(IsEmpty()));
  for (const auto& gap : picture.shared_gaps) {
    EXPECT_NE(gap.gate, nullptr);
    EXPECT_EQ(gap.people.people, 1);
    EXPECT_EQ(gap.gain, 0);
  }
}

std::size_t place(TrainingKind kind, std::size_t nth) {
  const auto& all = builtin_trainings();
  for (std::size_t t = 0; t < all.size(); ++t) {
    if (all[t].kind == kind && nth-- == 0) return t;
  }
  ADD_FAILURE();
  return 0;
}

TEST(TeamTraining, TheSumOverAllDecidesAndTheBestOfEachKindIsShown) {
  const auto first = place(TrainingKind::skill, 0);
  const auto second = place(TrainingKind::skill, 1);
  const auto lab = place(TrainingKind::lab, 0);
  auto a = blank("a");
  a.gains = {{first, 50, false, {}}, {second, 30, false, {20, 30, 0}}, {lab, 10, true, {}}};
  auto b = blank("b");
  b.gains = {{second, 30, true, {40, 90, 0}}};
  const auto picture = draw({a, b});
  ASSERT_EQ(picture.trainings.size(), 2U);
  const auto& best = picture.trainings.front();
  EXPECT_EQ(best.training.skill, builtin_trainings()[second].skill);
  EXPECT_EQ(best.effort.hours_min, 20);
  EXPECT_EQ(best.effort.hours_max, 90);
  EXPECT_EQ(best.gain, 60);
  EXPECT_EQ(best.people.people, 2);
  EXPECT_EQ(best.lifted.people, 1);
  EXPECT_EQ(picture.trainings.back().training.kind, TrainingKind::lab);
}

TEST(TeamTraining, ACertificateComesLastHoweverMuchItBrings) {
  auto a = blank("a");
  a.gains = {{place(TrainingKind::skill, 0), 20, false, {}},
             {place(TrainingKind::certificate, 0), 90, false, {}},
             {place(TrainingKind::lab, 0), 30, false, {}}};
  std::vector<TrainingKind> order;
  for (const auto& effect : draw({a}).trainings) order.push_back(effect.training.kind);
  EXPECT_THAT(order, ElementsAre(TrainingKind::lab, TrainingKind::skill, TrainingKind::certificate));
}

TEST(TeamTraining, OfThoseThatBringAsMuchTheOneThatTakesLess) {
  const auto dear = place(TrainingKind::certificate, 0);
  const auto cheap = place(TrainingKind::certificate, 1);
  auto a = blank("a");
  a.gains = {{dear, 25, false, {100, 200, 0}}, {cheap, 25, false, {50, 300, 0}}};
  const auto picture = draw({a});
  ASSERT_EQ(picture.trainings.size(), 1U);
  EXPECT_EQ(picture.trainings.front().training.certification, builtin_trainings()[cheap].certification);
}

TEST(TeamBench, HasWhoIsReadyOrOneGateAwayByIdAndNobodyWhoStays) {
  auto ready = blank("c");
  ready.shut.clear();
  auto near = blank("b");
  near.shut.resize(1);
  auto far = blank("a");
  auto stays = ready;
  stays.id = "d";
  stays.stays = true;
  const auto picture = draw({stays, ready, near, far});
  EXPECT_EQ(picture.bench.now.people, 1);
  EXPECT_EQ(picture.bench.one_gate.people, 1);
  ASSERT_EQ(picture.bench.people.size(), 2U);
  EXPECT_EQ(picture.persons[picture.bench.people[0].person].id, "b");
  EXPECT_EQ(picture.bench.people[0].gate, near.shut.front());
  EXPECT_EQ(picture.persons[picture.bench.people[1].person].id, "c");
  EXPECT_EQ(picture.bench.people[1].gate, nullptr);
}

TEST(TeamLapses, AreByDayAndCountWhoLosesSomething) {
  auto a = blank("a");
  a.lapses = {{{1}, kToday + std::chrono::days(30), false}, {{2}, kToday + std::chrono::days(10), false}};
  auto b = blank("b");
  b.lapses = {{{1}, kToday + std::chrono::days(20), true}};
  const auto picture = draw({a, b});
  ASSERT_EQ(picture.lapses.size(), 3U);
  EXPECT_EQ(picture.lapses[0].lapse.certification.value, 2);
  EXPECT_TRUE(picture.lapses[1].lapse.covered);
  EXPECT_EQ(picture.lapsing.people, 1);
}

TEST(TeamStages, EverybodyIsSomewhere) {
  auto a = blank("a");
  a.experienced = stage("build");
  a.reached = stage("design");
  const auto picture = draw({a, blank("b")});
  EXPECT_THAT(picture.experienced, ElementsAre(Figure{1, false}, Figure{0, false}, Figure{0, false},
                                               Figure{1, false}, Figure{0, false}));
  EXPECT_THAT(picture.reached, ElementsAre(Figure{1, false}, Figure{0, false}, Figure{0, false},
                                           Figure{0, false}, Figure{1, false}));
}

TEST(TeamSeats, AreCounted) {
  auto a = blank("a");
  a.seat = Verdict::no_chance;
  const auto picture = draw({a, blank("b")});
  EXPECT_EQ(picture.seats[static_cast<std::size_t>(Verdict::no_chance)].people, 1);
  EXPECT_EQ(picture.seats[static_cast<std::size_t>(Verdict::unknown)].people, 1);
}

TEST(TeamNaming, IdsNamesOrPseudonyms) {
  const std::vector members{blank("b"), blank("a")};
  EXPECT_EQ(draw(members).persons.front().id, "a");
  EXPECT_EQ(draw(members).persons.front().name, "");
  EXPECT_EQ(draw(members, {.naming = Naming::names}).persons.front().name, "name of a");
  const auto hidden = draw(members, {.naming = Naming::pseudonyms});
  EXPECT_EQ(hidden.persons.front().id, "P01");
  EXPECT_EQ(hidden.persons.back().id, "P02");
  EXPECT_EQ(hidden.persons.front().name, "");
}

TEST(TeamNaming, PseudonymsHaveAsManyDigitsAsItTakes) {
  const auto picture = draw(times(100, blank("p")), {.naming = Naming::pseudonyms});
  EXPECT_EQ(picture.persons.front().id, "P001");
  EXPECT_EQ(picture.persons.back().id, "P100");
}

TEST(TeamNaming, OneNameOfTwoPeopleIsToldApartById) {
  auto a = blank("a");
  auto b = blank("b");
  a.name = b.name = "佐藤";
  const auto picture = draw({a, b, blank("c")}, {.naming = Naming::names});
  EXPECT_EQ(team_wording::person(0, picture), "佐藤 (a)");
  EXPECT_EQ(team_wording::person(2, picture), "name of c");
}

TEST(TeamGroups, ShowNobodyByHimself) {
  const auto members = times(6, with(blank("able"), "network", 3, 3)) + times(6, blank("other"));
  const auto picture = draw(members, {.min_group = 5, .without = {"able0"}});
  EXPECT_FALSE(picture.by_person());
  EXPECT_THAT(picture.persons, IsEmpty());
  EXPECT_THAT(picture.single_points, IsEmpty());
  EXPECT_THAT(picture.uncovered, IsEmpty());
  EXPECT_THAT(picture.bench.people, IsEmpty());
  EXPECT_THAT(picture.lapses, IsEmpty());
  EXPECT_FALSE(picture.absence);
}

TEST(TeamGroups, NumbersBelowTheMinimumAreWithheld) {
  const auto members = times(6, with(blank("able"), "network", 3, 3)) + times(6, blank("other")) +
                       times(2, with(blank("few"), "server", 3, 3));
  const auto picture = draw(members, {.min_group = 5});
  EXPECT_EQ(of_skill(picture, "server").able, (Figure{std::nullopt, true}));
  // Six are able; but eight are not, and of them nobody claims it: a cell of its own that is withheld.
  EXPECT_EQ(of_skill(picture, "network").able, (Figure{std::nullopt, false}));
  EXPECT_EQ(of_skill(picture, "network").claimed, (Figure{6, false}));
}

TEST(TeamGroups, ATrainingForAFewIsNotShown) {
  const auto few = place(TrainingKind::skill, 0);
  const auto many = place(TrainingKind::skill, 1);
  auto taking = blank("t");
  taking.gains = {{many, 5, false, {}}};
  auto rare = blank("r");
  rare.gains = {{few, 500, true, {}}};
  const auto members = times(6, taking) + times(2, rare) + times(5, blank("n"));
  EXPECT_EQ(draw(members).trainings.front().gain, 1000);
  const auto picture = draw(members, {.min_group = 5});
  ASSERT_EQ(picture.trainings.size(), 1U);
  EXPECT_EQ(picture.trainings.front().people.people, 6);
  EXPECT_EQ(picture.trainings.front().lifted.people, std::nullopt);
}

TEST(TeamGroups, AGapThatAllButAFewHaveIsNotShown) {
  const auto& requirement = builtin_rubric()[builtin_rubric().target()].requirements.front();
  auto lacks = blank("l");
  lacks.missing = {{&requirement, 10}};
  for (const auto& [others, shown] : {std::pair(2, false), std::pair(5, true)}) {
    const auto picture = draw(times(8, lacks) + times(others, blank("n")), {.min_group = 5});
    const bool listed = std::any_of(picture.shared_gaps.begin(), picture.shared_gaps.end(),
                                    [&](const SharedGap& gap) { return gap.requirement == &requirement; });
    EXPECT_EQ(listed, shown) << others;
  }
}

}  // namespace
}  // namespace upstream::test
