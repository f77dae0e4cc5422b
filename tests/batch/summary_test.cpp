#include "upstream/batch/summary.hpp"

#include <sstream>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "batch/support.hpp"
#include "report/schema_support.hpp"
#include "upstream/batch/duplicate_ids.hpp"
#include "upstream/batch/table.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Optional;

BatchOutcome scored(int score) {
  BatchOutcome outcome;
  outcome.score = score;
  outcome.reached = StageIndex{1};
  return outcome;
}

BatchSummary summary_of(std::initializer_list<int> scores) {
  BatchSummary summary(builtin_rubric());
  for (const int score : scores) summary.add(scored(score));
  return summary;
}

TEST(ScoreQuartiles, AreNearestRanks) {
  EXPECT_THAT(score_quartiles(summary_of({50})), Optional(ElementsAre(50, 50, 50, 50, 50)));
  EXPECT_THAT(score_quartiles(summary_of({10, 20})), Optional(ElementsAre(10, 10, 10, 20, 20)));
  EXPECT_THAT(score_quartiles(summary_of({40, 10, 30, 20})), Optional(ElementsAre(10, 10, 20, 30, 40)));
  EXPECT_THAT(score_quartiles(summary_of({0, 0, 0, 100, 100})), Optional(ElementsAre(0, 0, 0, 100, 100)));
  EXPECT_EQ(score_quartiles(summary_of({})), std::nullopt);
}

TEST(BatchSummary, CountsAddUp) {
  BatchSummary summary(builtin_rubric());
  for (const char* text :
       {"version: 1\nname: x\n", "version: 1\n", "", "version: 1\nname: y\ncertifications: [TOEIC]\n"})
    summary.add(outcome_of(entry_of(text), {}));
  auto lost = entry_of("");
  lost.readable = false;
  summary.add(outcome_of(lost, {}));
  EXPECT_EQ(summary.files, 5U);
  EXPECT_EQ(summary.ok, 2U);
  EXPECT_EQ(summary.failed, 2U);
  EXPECT_EQ(summary.unreadable, 1U);
  EXPECT_EQ(summary.with_warnings, 1U);
  std::size_t reached = summary.below_first_stage;
  for (const auto count : summary.by_stage) reached += count;
  EXPECT_EQ(reached, summary.ok);
}

TEST(BatchSummary, FitsTheSchemaWithAndWithoutScores) {
  static const SchemaChecker schema(batch_schema());
  for (const auto& summary : {summary_of({}), summary_of({10, 90})}) {
    const auto line = fmt::format("{{\"summary\":{}}}", render_summary_json(summary, builtin_rubric()));
    EXPECT_EQ(schema.complaints(nlohmann::json::parse(line)), "");
    EXPECT_THAT(line, Not(HasSubstr("\n")));
  }
}

TEST(BatchSummary, CountsWhoIsBelowWhatIsRequired) {
  Requirements requirements;
  requirements.score = Requirements::Asked<int>{100, "--fail-under"};
  const auto entry = entry_of("version: 1\nname: x\n");
  EXPECT_FALSE(outcome_of(entry, requirements).meets_requirements);
  Diagnostics found;
  check_requirements(requirements, *entry.report.assessment, found);
  EXPECT_TRUE(found.has_errors());
  EXPECT_TRUE(outcome_of(entry, {}).meets_requirements);
}

TEST(Meets, AgreesWithWhatIsReported) {
  const auto& rubric = builtin_rubric();
  for (const auto& path : files_of_source_tree("profiles")) {
    const auto entry = entry_of(read_source_tree(path), path);
    std::vector<Requirements> all;
    for (const int score : {0, 40, 70, 100}) all.emplace_back().score = Requirements::Asked<int>{score, ""};
    for (std::uint16_t i = 0; i < rubric.stages.size(); ++i)
      all.emplace_back().stage = Requirements::Asked<StageIndex>{StageIndex{i}, ""};
    for (std::uint16_t i = 0; i < rubric.paths.size(); ++i)
      all.emplace_back().paths.push_back({PathIndex{i}, ""});
    for (const auto& requirements : all) {
      Diagnostics found;
      check_requirements(requirements, *entry.report.assessment, found);
      EXPECT_EQ(meets(requirements, *entry.report.assessment), !found.has_errors()) << path;
    }
  }
}

TEST(DuplicateIds, NamesTheInputsThatShareOne) {
  DuplicateIds ids(100);
  for (const auto& [id, place] : std::vector<std::pair<const char*, std::size_t>>{
           {"a", 0}, {"b", 1}, {"a", 2}, {"", 3}, {"", 4}, {"a", 5}, {"c", 6}})
    ids.add(id, place);
  EXPECT_EQ(ids.count(), 1U);
  ASSERT_EQ(ids.named().size(), 1U);
  EXPECT_THAT(ids.named().at("a").places, ElementsAre(0, 2, 5));
}

TEST(DuplicateIds, KeepsAFixedAmountAndSaysSo) {
  DuplicateIds ids(2);
  for (const char* id : {"a", "b", "c", "c", "a"}) ids.add(id, 0);
  EXPECT_EQ(ids.count(), 1U);
  EXPECT_TRUE(ids.is_full());
  DuplicateIds many(1000);
  for (std::size_t i = 0; i < 1000; ++i) many.add(fmt::format("{}", i % 500), i);
  EXPECT_EQ(many.count(), 500U);
  EXPECT_EQ(many.named().size(), DuplicateIds::kMostNamed);
  EXPECT_FALSE(many.is_full());
  for (std::size_t i = 0; i < 100; ++i) many.add("0", i);
  EXPECT_EQ(many.named().at("0").places.size(), DuplicateIds::kMostPlaces);
}

TEST(BatchTable, LinesUpInBothLanguages) {
  for (const auto language : {Language::ja, Language::en}) {
    const BatchTable table(builtin_rubric(), {language}, 200, false);
    const auto header = table.header();
    const auto last = header.find(language == Language::ja ? "プロフィール" : "profile");
    const auto column = text::display_width(header.substr(0, last));
    for (const auto& path : files_of_source_tree("profiles")) {
      std::string row;
      table.append_row(row, entry_of(read_source_tree(path), path));
      EXPECT_EQ(text::display_width(row.substr(0, row.find(path))), column) << row;
    }
  }
}

TEST(BatchTable, FitsTheWidthAndKeepsEveryFigure) {
  for (const auto language : {Language::ja, Language::en}) {
    for (const bool names : {false, true}) {
      for (std::size_t width = 60; width <= 200; width += 7) {
        const BatchTable table(builtin_rubric(), {language, names}, width, false);
        EXPECT_LE(text::display_width(table.header()), width);
        for (const auto& path : files_of_source_tree("profiles")) {
          const auto entry = entry_of(read_source_tree(path), "a/long/way/to/" + path);
          std::string row;
          table.append_row(row, entry);
          EXPECT_LE(text::display_width(row), width) << row;
          const auto& readiness = entry.report.assessment->readiness;
          EXPECT_THAT(row, HasSubstr(fmt::format(" {}–{} ", readiness.low, readiness.high)));
          EXPECT_THAT(row, HasSubstr(fmt::format(" {}% ", readiness.confidence)));
          if (!names || width >= 80) {
            EXPECT_THAT(row, HasSubstr("yaml\n"));
          }
        }
      }
    }
  }
}

TEST(BatchTable, WhatIsWrongGoesOnInFurtherLines) {
  const BatchTable table(builtin_rubric(), {Language::en}, 60, false);
  std::string rows;
  table.append_row(rows,
                   entry_of("version: 1\nname: x\nskills: {netwrok: 3}\n", "a/long/way/to/a/profile.yaml"));
  std::istringstream lines(rows);
  std::string whole;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(text::display_width(line), 60U);
    whole += line.substr(line.find_first_not_of(' ')) + " ";
  }
  EXPECT_EQ(whole,
            "error        a/long/way/to/a/profile.yaml: 3:10 unknown skill 'netwrok' [unknown-skill] ");
}

TEST(BatchTable, KeepsAHostileNameOnItsLine) {
  const BatchTable table(builtin_rubric(), {Language::en, true}, 200, false);
  std::string rows;
  table.append_row(rows, entry_of("version: 1\nname: \"x\\e[31m\\n\\u202E\"\n", "a\nb.yaml"));
  table.append_row(rows, entry_of("version: 1\n\"x\\n\": 1\n", "c\x1b.yaml"));
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 2);
  EXPECT_THAT(rows, Not(HasSubstr("\x1b")));
  EXPECT_THAT(rows, HasSubstr("c\\u{1B}.yaml: "));
}

// What the pipeline of the program rests on; the tsan preset looks at it closely.
TEST(SharedRubric, MayBeReadFromSeveralThreads) {
  const auto paths = files_of_source_tree("profiles");
  std::vector<std::string> texts;
  for (const auto& path : paths) texts.push_back(read_source_tree(path));
  const auto all = [&] {
    std::string out;
    const BatchTable table(builtin_rubric(), {}, 80, false);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto entry = entry_of(texts[i], paths[i]);
      out += json_record(entry) + json_record(entry, {.detail = true});
      append_csv_record(out, entry, {});
      table.append_row(out, entry);
      (void)outcome_of(entry, {});
    }
    out += json_record(entry_of("a: &x [*x]\n")) + json_record(entry_of("version: 1\nskils: 0\n"));
    return out;
  };
  std::array<std::string, 4> results;
  std::vector<std::thread> threads;
  for (auto& result : results) threads.emplace_back([&] { result = all(); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_TRUE(result == results.front());
}

}  // namespace
}  // namespace upstream::test
