#include "upstream/ways/compare.hpp"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "property/profile_generator.hpp"
#include "report/json_support.hpp"
#include "report/schema_support.hpp"
#include "upstream/report/json_report.hpp"
#include "ways_support.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kOld =
    "version: 1\n"
    "name: 花子\n"
    "as_of: 2026-10-31\n"
    "experience:\n"
    "  - {stage: maintenance, from: 2021-04, domains: [server, network]}\n"
    "skills: {server: 3, network: 3, operations: 3}\n"
    "certifications: [{name: CCNP, acquired: 2024-05}]\n";

Day day(int year, unsigned month, unsigned number) { return Date::of(year, month, number)->first_day(); }

std::string saved(std::string_view text) {
  const auto report = report_of(text);
  return render_json({&report, 1}, builtin_rubric(), Language::ja);
}

std::variant<ComparedSide, Fault> reading(std::string_view text, std::optional<Day> on = std::nullopt) {
  ReportOptions options;
  options.today = kToday;
  options.day = on;
  return read_side(SourceFile("side", std::string(text)), builtin_rubric(), options);
}

ComparedSide side(std::string_view text, std::optional<Day> on = std::nullopt) {
  auto read = reading(text, on);
  if (const auto* fault = std::get_if<Fault>(&read)) {
    ADD_FAILURE() << fault->message.en;
    std::abort();
  }
  auto& found = std::get<ComparedSide>(read);
  for (const auto& diagnostic : found.report.diagnostics.items())
    EXPECT_NE(diagnostic.severity, Severity::error) << diagnostic.message.en;
  return std::move(found);
}

Comparison compared(std::string_view before, std::string_view after, std::optional<Day> on = std::nullopt) {
  return compare(side(before, on), side(after, on), builtin_rubric());
}

std::string refusal(std::string_view text) {
  const auto read = reading(text);
  const auto* fault = std::get_if<Fault>(&read);
  return fault == nullptr ? std::string() : fault->message.en;
}

/// profile, rubric, tool, time
std::vector<int> parts(const Comparison& comparison) {
  return {comparison.part(ChangePart::profile), comparison.part(ChangePart::rubric),
          comparison.part(ChangePart::tool), comparison.part(ChangePart::time)};
}

std::string edited(std::string_view text, const std::function<void(json&)>& edit) {
  auto document = json::parse(text);
  edit(document);
  return document.dump(1);
}

TEST(Compare, AProfileWithItselfIsNothing) {
  for (const auto& [before, after] : {std::pair<std::string, std::string>{kOld, kOld},
                                      {saved(kOld), std::string(kOld)},
                                      {std::string(kOld), saved(kOld)},
                                      {saved(kOld), saved(kOld)}}) {
    const auto comparison = compared(before, after);
    EXPECT_THAT(parts(comparison), ElementsAre(0, 0, 0, 0));
    EXPECT_THAT(comparison.changes, IsEmpty());
    EXPECT_THAT(comparison.notes, IsEmpty());
  }
}

TEST(Compare, OfACertificateThatStandsTwiceTheBestIsCompared) {
  const auto with = [](std::string_view certificates) {
    return "version: 1\nname: A\nas_of: 2026-10-31\ncertifications: [" + std::string(certificates) + "]\n";
  };
  const std::string lapsed = "{name: CCNA, acquired: 2020-01}";
  const std::string valid = "{name: CCNA, acquired: 2025-01}";
  EXPECT_TRUE(compared(with(lapsed + ", " + valid), with(valid + ", " + lapsed)).changes.empty());
  EXPECT_TRUE(compared(with(valid), with(lapsed + ", " + valid)).changes.empty());
  const auto renewed = compared(with(valid), with(valid + ", {name: CCNA, acquired: 2026-05}"));
  ASSERT_EQ(renewed.changes.size(), 1U);
  EXPECT_THAT(renewed.changes.front().change.text.en,
              testing::HasSubstr("valid to 2028-01 → valid to 2029-05"));
}

TEST(Compare, WhatTheProfileSaysIsTheProfilesPart) {
  const auto comparison = compared(kOld, replaced(kOld, "network: 3", "network: 1"));
  EXPECT_LT(comparison.part(ChangePart::profile), 0);
  EXPECT_EQ(comparison.total(), comparison.part(ChangePart::profile));
  EXPECT_THAT(drops_of(comparison), testing::Not(IsEmpty()));
}

TEST(Compare, AnotherDayIsThePartOfTime) {
  const auto later = replaced(kOld, "2026-10-31", "2027-10-31");
  const auto comparison = compared(kOld, later);
  EXPECT_NE(comparison.part(ChangePart::time), 0);
  EXPECT_EQ(comparison.part(ChangePart::profile), 0);
  EXPECT_THAT(parts(compared(kOld, later, day(2027, 10, 31))), ElementsAre(0, 0, 0, 0));
}

TEST(Compare, AnotherRubricIsTheRubricsPart) {
  const auto before = edited(saved(kOld), [](json& document) {
    document["rubric"]["hash"] = "0123456789abcdef";
    document["readiness"]["permille"] = document["readiness"]["permille"].get<int>() - 25;
    for (auto& entry : document["ledger"]) {
      if (entry["earned"] < 25) continue;
      entry["earned"] = entry["earned"].get<int>() - 25;
      break;
    }
  });
  const auto comparison = compared(before, kOld);
  EXPECT_THAT(parts(comparison), ElementsAre(0, 25, 0, 0));
  EXPECT_THAT(render_comparison_text(comparison, {Language::en, 80, false, false}), HasSubstr("as recorded"));
  EXPECT_THAT(comparison.notes, ElementsAre(testing::Field(&Text::en, HasSubstr("another rubric"))));
  EXPECT_THAT(parts(compared(kOld, before)), ElementsAre(0, -25, 0, 0));
  EXPECT_THAT(parts(compared(before, before)), ElementsAre(0, 0, 0, 0));
}

TEST(Compare, WhatBothSidesRecordedAlikeIsNoChange) {
  const auto record = edited(saved(kOld), [](json& document) {
    document["rubric"]["hash"] = "0123456789abcdef";
    document["readiness"]["permille"] = document["readiness"]["permille"].get<int>() + 10;
    document["ledger"].push_back({{"requirement", "retired"}, {"earned", 10}});
  });
  EXPECT_THAT(compared(record, kOld).changes, testing::SizeIs(1));
  const auto both = compared(record, record);
  EXPECT_THAT(both.changes, IsEmpty());
  EXPECT_THAT(both.notes, testing::SizeIs(1));
}

TEST(Compare, AStageThatAnotherRubricTellsIsTold) {
  const auto before = edited(saved(kOld), [](json& document) {
    document["rubric"]["hash"] = "0123456789abcdef";
    document["stage"]["reached"] = "a stage of another rubric";
    document["gates"][0]["open"] = false;
  });
  const auto texts = [](const Comparison& comparison) {
    std::vector<std::string> all;
    for (const auto& [part, change] : comparison.changes) {
      EXPECT_EQ(part, ChangePart::rubric);
      all.push_back(change.text.en);
    }
    return all;
  };
  EXPECT_THAT(texts(compared(before, kOld)), ElementsAre("stage reached: a stage of another rubric → build",
                                                         "the gate 'a first step' of monitoring opens"));
  EXPECT_THAT(texts(compared(kOld, before)), ElementsAre("stage reached: build → a stage of another rubric",
                                                         "the gate 'a first step' of monitoring shuts"));
  EXPECT_THAT(texts(compared(before, before)), IsEmpty());
}

TEST(Compare, ALedgerThatIsNotItsSumIsSaid) {
  const auto before = edited(saved(kOld), [](json& document) { document["ledger"][0]["earned"] = -5; });
  EXPECT_THAT(compared(before, kOld).notes,
              ElementsAre(testing::Field(&Text::en, HasSubstr("not the sum of its ledger"))));
}

TEST(Compare, AnotherVersionIsTheToolsPart) {
  const auto before = edited(saved(kOld), [](json& document) {
    document["tool"]["version"] = "0.0.1";
    document["readiness"]["permille"] = document["readiness"]["permille"].get<int>() + 10;
  });
  EXPECT_THAT(parts(compared(before, kOld)), ElementsAre(0, 0, -10, 0));
}

TEST(Compare, ARecordThatItsFactsDoNotGiveIsSaid) {
  const auto before = edited(saved(kOld), [](json& document) { document["readiness"]["permille"] = 999; });
  EXPECT_THAT(compared(before, kOld).notes,
              ElementsAre(testing::Field(&Text::en, HasSubstr("may have been edited"))));
}

TEST(Compare, ARecordOfAnotherDayIsAssessedAnew) {
  const auto comparison = compared(saved(kOld), kOld, day(2027, 1, 31));
  EXPECT_THAT(parts(comparison), ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(comparison.notes,
              ElementsAre(testing::Field(&Text::en, HasSubstr("assessed anew for 2027-01-31"))));
}

TEST(Compare, AFindingInSavedFactsHasItsPlaceInTheFile) {
  auto text = saved(kOld);
  const auto at = text.find("\"network\": 3");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, 12, "\"network\": 9");
  const SourceFile source("side", text);
  const auto read = reading(text);
  const auto& report = std::get<ComparedSide>(read).report;
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.diagnostics.items().front().span.begin, source.position(at + 11));
  const auto one_line = json::parse(text).dump();
  EXPECT_FALSE(std::get<ComparedSide>(reading(one_line)).report.ok());
}

TEST(Compare, RefusesWhatIsNoSavedAssessment) {
  const auto whole = saved(kOld);
  const auto with = [&](const std::function<void(json&)>& edit) { return refusal(edited(whole, edit)); };
  EXPECT_THAT(with([](json& d) { d["schema_version"] = 2; }),
              HasSubstr("its schema_version is 2; this program reads 1"));
  EXPECT_THAT(with([](json& d) { d["schema_version"] = "x"; }), HasSubstr("schema_version is missing"));
  EXPECT_THAT(with([](json& d) { d["schema_version"] = 0; }), HasSubstr("schema_version is missing"));
  EXPECT_THAT(with([](json& d) { d["ok"] = false; }), HasSubstr("profile with an error"));
  for (const char* key : {"facts", "readiness", "as_of", "tool", "rubric"})
    EXPECT_THAT(with([&](json& d) { d.erase(key); }), HasSubstr("no saved assessment: ")) << key;
  EXPECT_THAT(with([](json& d) { d["readiness"]["permille"] = 1001; }), HasSubstr("readiness.permille"));
  EXPECT_THAT(with([](json& d) { d["as_of"] = "soon"; }), HasSubstr("as_of"));
  EXPECT_THAT(with([](json& d) { d["facts"] = json::array(); }), HasSubstr("facts"));
  EXPECT_THAT(refusal("[" + whole + "," + whole + "]"), HasSubstr("list of 2"));
  EXPECT_THAT(refusal("{\"schema_version\": 1, \"files\": []}"), HasSubstr("no saved assessment"));
}

TEST(Compare, ASavedAssessmentIsReadAsStrictlyAsAProfile) {
  const auto whole = json::parse(saved(kOld)).dump();
  const auto cut = whole.substr(0, whole.size() - 1);
  for (const auto& [text, rule] :
       {std::pair{cut + R"(, "facts": {"version": 1, "name": "b"}})", Rule::duplicate_key},
        {whole + "\n---\n{}", Rule::multiple_documents},
        {replaced(whole, "\"ok\":true", "\"ok\":&a true"), Rule::yaml_anchor}}) {
    const auto read = reading(text);
    const auto& report = std::get<ComparedSide>(read).report;
    EXPECT_FALSE(report.ok());
    ASSERT_THAT(report.diagnostics.items(), testing::SizeIs(1));
    EXPECT_EQ(report.diagnostics.items().front().rule, rule);
  }
}

TEST(Compare, OtherJsonIsReadAsAProfile) {
  for (const char* text : {"{}", "{\"a\": 1}", "{", "[[[[", "{\"version\": 1, \"name\": 3}"}) {
    const auto read = reading(text);
    if (const auto* found = std::get_if<ComparedSide>(&read)) {
      EXPECT_FALSE(found->report.ok()) << text;
    }
  }
  EXPECT_TRUE(side("{\"version\": 1, \"name\": \"x\"}").report.ok());
}

TEST(Compare, TheJsonIsOfItsSchema) {
  const SchemaChecker schema(comparison_schema());
  const auto comparison = compared(saved(kOld), replaced(kOld, "server: 3", "server: 4"));
  for (const auto language : {Language::ja, Language::en})
    EXPECT_EQ(schema.complaints(json::parse(render_comparison_json(comparison, language))), "");
  expect_descriptions(json::parse(comparison_schema()));
}

TEST(CompareGolden, SamplesInBothLanguages) {
  const std::pair<std::string, std::string> pairs[] = {{"case-h", "everything"},
                                                       {"stuck-in-monitoring", "case-m"},
                                                       {"expired-certificates", "expired-certificates"}};
  for (const auto& [old, now] : pairs) {
    const auto after = edited(saved(read_source_tree("profiles/" + now + ".yaml")), [](json& d) {
      d["as_of"] = "2028-10-31";
      d["tool"]["version"] = "0.0.1";
    });
    const auto comparison = compared(read_source_tree("profiles/" + old + ".yaml"), after);
    expect_ways_golden(old + ".compare.ja.txt",
                       render_comparison_text(comparison, {Language::ja, 80, false, false}));
    expect_ways_golden(old + ".compare.en.txt",
                       render_comparison_text(comparison, {Language::en, 80, false, false}));
    expect_ways_golden(old + ".compare.json", render_comparison_json(comparison, Language::ja));
  }
}

TEST(CompareProperty, ThePartsAddUp) {
  const auto& rubric = builtin_rubric();
  for (int seed = 1; seed <= property_runs(300); ++seed) {
    ProfileGenerator generator(rubric, static_cast<std::uint64_t>(seed));
    const Day first = kToday - std::chrono::days{generator.number(0, 1500)};
    const auto old = written(generator.profile(), rubric, first);
    const auto now = written(generator.profile(), rubric, kToday);
    if (!report_of(old).ok() || !report_of(now).ok()) continue;
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto comparison = compared(old, now);
    EXPECT_EQ(comparison.total(), comparison.after.report.assessment->readiness.permille -
                                      comparison.before.report.assessment->readiness.permille);
    int by_part[kChangeParts]{};
    for (const auto& [part, change] : comparison.changes) {
      if (change.kind == ChangeKind::requirement) by_part[static_cast<std::size_t>(part)] += change.permille;
    }
    for (std::size_t i = 0; i < kChangeParts; ++i) EXPECT_EQ(by_part[i], comparison.parts[i]);
    EXPECT_THAT(parts(compared(old, old)), ElementsAre(0, 0, 0, 0));
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace upstream::test
