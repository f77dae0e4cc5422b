#include "upstream/ways/timeline.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "property/profile_generator.hpp"
#include "report/json_support.hpp"
#include "report/schema_support.hpp"
#include "upstream/assess/assess.hpp"
#include "upstream/text/unicode.hpp"
#include "ways_support.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using Kind = TimelineEventKind;

Day day(int year, unsigned month, unsigned number) { return Date::of(year, month, number)->first_day(); }

Timeline followed(std::string_view text, const TimelineRange& range = {}) {
  auto report = report_of(text);
  EXPECT_TRUE(report.ok()) << text;
  auto answer = follow(std::move(report), range);
  if (const auto* fault = std::get_if<Fault>(&answer)) {
    ADD_FAILURE() << fault->message.en;
    std::abort();
  }
  return std::move(std::get<Timeline>(answer));
}

std::string refusal(std::string_view text, const TimelineRange& range) {
  const auto answer = follow(report_of(text), range);
  const auto* fault = std::get_if<Fault>(&answer);
  return fault == nullptr ? std::string() : fault->message.en;
}

const TimelineEvent& event(const Timeline& timeline, Kind kind) {
  const auto found = std::find_if(timeline.events.begin(), timeline.events.end(),
                                  [&](const TimelineEvent& e) { return e.kind == kind; });
  EXPECT_NE(found, timeline.events.end()) << id(kind);
  return *found;
}

constexpr std::string_view kProfile =
    "version: 1\n"
    "name: 花子\n"
    "as_of: 2026-10-15\n"
    "experience:\n"
    "  - {stage: maintenance, from: 2024-04, to: 2025-03, domains: [server]}\n"
    "  - {stage: build, from: 2025-04, domains: [server, network]}\n"
    "skills: {server: 3, network: 2, database: 1}\n"
    "certifications: [{name: CCNP, acquired: 2024-05-20}]\n";

TEST(Timeline, GoesFromTheFirstDateToTheLastLapseMonthByMonth) {
  const auto timeline = followed(kProfile);
  EXPECT_EQ(timeline.from, day(2024, 4, 1));
  EXPECT_EQ(timeline.points.front().date, day(2024, 4, 30));
  EXPECT_EQ(timeline.points.back().date, timeline.to);
  EXPECT_EQ(timeline.points.size(),
            static_cast<std::size_t>(month_index(timeline.to) - month_index(timeline.from) + 1));
  EXPECT_THAT(timeline.points, Contains(Field(&TimelinePoint::date, day(2026, 10, 15))));
  EXPECT_EQ(event(timeline, Kind::entry_begins).date, day(2024, 4, 1));
  EXPECT_EQ(event(timeline, Kind::entry_ends).date, day(2025, 3, 31));
  EXPECT_EQ(event(timeline, Kind::certificate_earned).date, day(2024, 5, 20));
}

TEST(Timeline, SaysWhatALapseCostsAndByWhenToRenew) {
  const auto timeline = followed(kProfile);
  const auto& lapse = event(timeline, Kind::certificate_lapses);
  EXPECT_EQ(lapse.date, day(2027, 5, 21));
  EXPECT_LT(lapse.effect, 0);
  EXPECT_THAT(lapse.text.en,
              AllOf(HasSubstr("lapses; readiness drops from "), HasSubstr("renew it by 2027-05-20")));
  EXPECT_THAT(lapse.text.ja,
              AllOf(HasSubstr("が失効する"), HasSubstr("下がる"), HasSubstr("2027-05-20 までに更新を")));
}

TEST(Timeline, ALapseOfThePastAsksForNothing) {
  const auto timeline = followed(
      "version: 1\nname: A\nas_of: 2026-10-15\ncertifications: [{name: CCNA, acquired: 2020-05-20}]\n");
  EXPECT_THAT(event(timeline, Kind::certificate_lapses).text.en, testing::Not(HasSubstr("renew")));
}

TEST(Timeline, WithoutALapseEndsOnTheDay) {
  const auto timeline = followed("version: 1\nname: A\nas_of: 2026-10-15\n");
  ASSERT_EQ(timeline.points.size(), 1U);
  EXPECT_EQ(timeline.points.front().date, day(2026, 10, 15));
  EXPECT_THAT(timeline.events, IsEmpty());
}

// As today's report counts it, something must have come before.
TEST(Timeline, HoldsALevelThroughoutWhereAllThatSpeaksForItIsStillToCome) {
  const auto timeline = followed(
      "version: 1\nname: A\nas_of: 2026-10-31\nskills: {network: 3}\n"
      "certifications: [{name: CCNA, acquired: 2029-01}]\n",
      {day(2026, 8, 1), std::nullopt});
  EXPECT_FALSE(timeline.assumptions.front().since);
  EXPECT_EQ(timeline.points.front().permille, timeline.report.assessment->readiness.permille);
}

TEST(Timeline, HoldsALevelSinceTheFirstDatedThingThatSpeaksForIt) {
  const auto timeline = followed(kProfile);
  std::vector<std::string> held;
  for (const auto& assumption : timeline.assumptions) {
    if (assumption.about == UndatedKind::skill)
      held.push_back(assumption.id + " " + (assumption.since ? iso(*assumption.since) : "throughout"));
  }
  EXPECT_THAT(held, ElementsAre("server 2024-04-01", "network 2024-05-20", "database throughout"));
}

TEST(Timeline, WorkWithoutDatesLeavesNoBeginning) {
  const auto timeline = followed(
      "version: 1\nname: A\nas_of: 2026-10-15\n"
      "experience:\n"
      "  - {stage: maintenance, years: 3, domains: [server]}\n"
      "  - {stage: build, from: 2025-04, domains: [server]}\n"
      "skills: {server: 3}\n");
  EXPECT_EQ(timeline.assumptions.front().since, std::nullopt);
  EXPECT_THAT(timeline.assumptions, Contains(Field(&TimelineAssumption::about, UndatedKind::experience)));
}

TEST(Timeline, SeesProofGoStale) {
  const auto timeline = followed(
      "version: 1\nname: A\nas_of: 2026-10-15\n"
      "experience: [{stage: build, from: 2020-04, to: 2024-12, domains: [cloud]}]\n"
      "skills: {cloud-virtualization: 3}\n");
  const auto& stale = event(timeline, Kind::proof_stale);
  EXPECT_GT(stale.date, day(2024, 12, 31));
  EXPECT_EQ(stale.id, "cloud-virtualization");
}

TEST(Timeline, TheRangeCanBeChosen) {
  const auto timeline = followed(kProfile, {day(2025, 1, 1), day(2025, 6, 15)});
  EXPECT_EQ(timeline.points.size(), 6U);
  EXPECT_EQ(timeline.points.back().date, day(2025, 6, 15));
  const auto ahead = followed(kProfile, {day(2030, 1, 1), day(2031, 12, 31)});
  EXPECT_EQ(ahead.points.size(), 24U);
  EXPECT_THAT(ahead.assumptions, IsEmpty());
}

TEST(Timeline, DoesNotTakeTheFirstMonthOfARangeForTheBeginningOfAStage) {
  const auto shown = [](const TimelineRange& range) {
    return render_timeline_text(followed(kProfile, range), {{Language::en, 80, false, false}, true});
  };
  EXPECT_THAT(shown({}), HasSubstr("- monitoring from 2024-04"));
  EXPECT_THAT(shown({day(2026, 1, 1), day(2026, 6, 15)}),
              testing::AllOf(HasSubstr(" as of 2026-01"), testing::Not(HasSubstr(" from 2026-01"))));
}

TEST(Timeline, ARangeThatCannotBeShownIsRefused) {
  EXPECT_THAT(refusal(kProfile, {day(2026, 2, 1), day(2026, 1, 31)}),
              HasSubstr("after its end on 2026-01-31"));
  EXPECT_THAT(refusal(kProfile, {day(1950, 1, 1), day(2026, 1, 31)}), HasSubstr("at most 600"));
}

TEST(Timeline, AWorkingLifeIsCutToWhatCanBeShown) {
  const auto timeline = followed(
      "version: 1\nname: A\nas_of: 2026-10-15\ncertifications: [{name: IPA AP, acquired: 1955-04}]\n");
  EXPECT_LE(timeline.points.size(), Timeline::kMostPoints);
  EXPECT_EQ(timeline.points.back().date, day(2026, 10, 15));
}

TEST(Timeline, TheJsonIsOfItsSchema) {
  const SchemaChecker schema(timeline_schema());
  for (const auto& path : files_of_source_tree("profiles")) {
    const auto timeline = followed(read_source_tree(path));
    for (const auto language : {Language::ja, Language::en})
      EXPECT_EQ(schema.complaints(json::parse(render_timeline_json(timeline, language))), "") << path;
  }
  expect_descriptions(json::parse(timeline_schema()));
}

TEST(Timeline, TheChartFitsEveryWidth) {
  for (const std::string_view text :
       {kProfile,
        std::string_view(
            "version: 1\nname: A\nas_of: 2026-10-15\ncertifications: [{name: CCNA, acquired: 1980-04}]\n")}) {
    const auto timeline = followed(text);
    for (const std::size_t width : {60U, 61U, 80U, 133U, 200U}) {
      for (const bool ascii : {false, true}) {
        const auto shown = render_timeline_text(timeline, {{Language::ja, width, false, false}, ascii});
        for (std::size_t at = 0; at < shown.size();) {
          const auto end = shown.find('\n', at);
          EXPECT_LE(text::display_width(shown.substr(at, end - at)), width);
          at = end + 1;
        }
      }
    }
  }
}

TEST(Timeline, InAsciiEnglishIsPlain) {
  const auto shown = render_timeline_text(
      followed("version: 1\nname: A\nas_of: 2026-10-15\ncertifications: [{name: CCNA, acquired: 2025-04}]\n"),
      {{Language::en, 80, false, false}, true});
  EXPECT_TRUE(std::all_of(shown.begin(), shown.end(), [](unsigned char c) { return c < 0x80; })) << shown;
}

TEST(TimelineGolden, SamplesInBothLanguages) {
  for (const std::string sample : {"case-h", "everything", "expired-certificates"}) {
    const auto timeline = followed(read_source_tree("profiles/" + sample + ".yaml"));
    expect_ways_golden(sample + ".timeline.ja.txt",
                       render_timeline_text(timeline, {{Language::ja, 80, false, false}, false}));
    expect_ways_golden(sample + ".timeline.en.txt",
                       render_timeline_text(timeline, {{Language::en, 80, false, false}, true}));
    expect_ways_golden(sample + ".timeline.json", render_timeline_json(timeline, Language::ja));
  }
}

TEST(TimelineProperty, ThePointOfTheDayAndOfDaysAheadIsTheAssessment) {
  const auto& rubric = builtin_rubric();
  for (int seed = 1; seed <= property_runs(300) / 10 + 1; ++seed) {
    ProfileGenerator generator(rubric, static_cast<std::uint64_t>(seed));
    auto report = report_of(written(generator.profile(), rubric, kToday));
    if (!report.ok()) continue;
    const auto text = std::string(report.source.text());
    const auto timeline = followed(text);
    SCOPED_TRACE("seed " + std::to_string(seed));
    bool seen = false;
    for (const auto& point : timeline.points) {
      EXPECT_LE(point.low, point.score);
      EXPECT_LE(point.score, point.high);
      seen = seen || point.date == timeline.report.day;
      if (point.date < timeline.report.day) continue;
      const auto assessed = assess(*timeline.report.profile, rubric, {point.date, false});
      EXPECT_EQ(point.permille, assessed.readiness.permille);
      EXPECT_EQ(point.stage, assessed.reached);
    }
    EXPECT_TRUE(seen);
    EXPECT_TRUE(std::is_sorted(timeline.events.begin(), timeline.events.end(),
                               [](const auto& a, const auto& b) { return a.date < b.date; }));
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace upstream::test
