#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/support.hpp"
#include "report/json_text.hpp"
#include "report/json_value.hpp"
#include "report/schema_support.hpp"
#include "upstream/report/json_report.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::test {
namespace {

using json::Json;
using testing::HasSubstr;
using testing::Not;

std::string dumped(const Json& value) {
  auto line = json::dump_line(value);
  line.pop_back();
  return line;
}

std::string written(std::string_view text) {
  std::string out;
  json::append_string(out, text);
  return out;
}

std::string complaints(const std::string& line) {
  static const SchemaChecker schema(batch_schema());
  return schema.complaints(nlohmann::json::parse(line));
}

/// A name made of what could go wrong.
std::string hostile_name(std::mt19937_64& random) {
  static const std::vector<std::string> parts{
      "a",       "佐藤",      "𠮷",     "\"",         "\\",     "##[",    "#",      "##",
      "[error]", "::",        "\u202E", "\u200B",     "\uFEFF", "\u2028", "\u00AD", "\u061C",
      "\u180E",  "\u0085",    "\u007F", "\U000E0041", "\u2029", "…",      "\uFFF9", "é",
      "/",       "</script>", "{}",     ",",          "\u2060", "\uFFFD"};
  std::string name;
  for (auto left = std::uniform_int_distribution<int>(1, 12)(random); left > 0; --left)
    name += parts[std::uniform_int_distribution<std::size_t>(0, parts.size() - 1)(random)];
  return name;
}

TEST(JsonString, IsWhatTheLibraryWritesForAnyText) {
  std::mt19937_64 random(1);
  for (int run = 0; run < property_runs(1'000); ++run) {
    const auto name = hostile_name(random);
    EXPECT_EQ(written(name), dumped(Json(name)));
  }
}

TEST(JsonString, IsWhatTheLibraryWritesForAnyBytes) {
  std::mt19937_64 random(2);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int run = 0; run < property_runs(1'000); ++run) {
    std::string bytes(std::uniform_int_distribution<std::size_t>(0, 20)(random), ' ');
    for (char& c : bytes) c = static_cast<char>(byte(random));
    EXPECT_EQ(written(bytes), dumped(Json(bytes)));
  }
}

TEST(JsonString, EscapesEveryByteAndEveryBorderOfTheInvisible) {
  for (char32_t c = 1; c < 0x3000; ++c) {
    if (c == 0xD800) continue;
    std::string character;
    text::append_code_point(character, c);
    ASSERT_EQ(written(character), dumped(Json(character)))
        << fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
  }
}

class RecordOfSample : public testing::TestWithParam<std::string> {};

TEST_P(RecordOfSample, IsWhatTheLibraryWouldWriteAndFitsTheSchema) {
  for (const auto language : {Language::ja, Language::en}) {
    for (const bool names : {false, true}) {
      const auto line = json_record(entry_of(read_source_tree(GetParam()), GetParam()), {language, names});
      EXPECT_EQ(dumped(Json::parse(line)), line);
      EXPECT_EQ(complaints(line), "");
      EXPECT_EQ(Json::parse(line).contains("name"), names);
    }
  }
}

TEST_P(RecordOfSample, SaysTheSameAsTheWholeAssessment) {
  const auto entry = entry_of(read_source_tree(GetParam()), GetParam());
  const auto record = Json::parse(json_record(entry));
  const auto whole = Json::parse(render_json({&entry.report, 1}, builtin_rubric(), Language::ja));
  EXPECT_EQ(record["stage"], whole["stage"]);
  EXPECT_EQ(record["as_of"], whole["as_of"]);
  for (const auto& [key, value] : record["readiness"].items())
    EXPECT_EQ(value, whole["readiness"][key]) << key;
  for (const auto& [key, value] : record["path_first"].items())
    EXPECT_EQ(value, whole["paths"][0][key]) << key;
  const auto& gaps = whole["gaps"];
  const auto gap_counts = record["gap_counts"];
  for (auto at = gap_counts.begin(); at != gap_counts.end(); ++at) {
    const auto count =
        std::count_if(gaps.begin(), gaps.end(), [&](const Json& gap) { return gap["kind"] == at.key(); });
    EXPECT_EQ(at.value(), count) << at.key();
  }
  ASSERT_EQ(record["next_actions"].size(), whole["next_actions"].size());
  for (std::size_t i = 0; i < whole["next_actions"].size(); ++i) {
    for (const char* key : {"text", "score_after", "opens_gate"})
      EXPECT_EQ(record["next_actions"][i][key], whole["next_actions"][i][key]);
  }
  ASSERT_EQ(record["certifications"].size(), whole["certifications"].size());
  for (std::size_t i = 0; i < whole["certifications"].size(); ++i) {
    for (const auto& [key, value] : record["certifications"][i].items())
      EXPECT_EQ(value, whole["certifications"][i][key]);
  }
}

TEST_P(RecordOfSample, DetailIsTheWholeAssessmentWithoutTheName) {
  static const SchemaChecker schema(assessment_schema());
  const auto entry = entry_of(read_source_tree(GetParam()), GetParam());
  auto whole = Json::parse(render_json({&entry.report, 1}, builtin_rubric(), Language::ja));
  EXPECT_EQ(Json::parse(json_record(entry, {.names = true, .detail = true})), whole);
  whole["profile"]["name"] = nullptr;
  const auto line = json_record(entry, {.detail = true});
  EXPECT_EQ(Json::parse(line), whole);
  EXPECT_EQ(schema.complaints(nlohmann::json::parse(line)), "");
}

INSTANTIATE_TEST_SUITE_P(Profiles, RecordOfSample, testing::ValuesIn(files_of_source_tree("profiles")),
                         [](const auto& file) { return fmt::format("{}", file.index); });

TEST(Record, IsOneHarmlessLineWhateverTheProfileSays) {
  std::mt19937_64 random(3);
  for (int run = 0; run < property_runs(1'000) / 10; ++run) {
    const auto name = hostile_name(random);
    const auto entry = entry_of(dumped({{"version", 1}, {"name", name}, {"id", name}}), name);
    for (const bool detail : {false, true}) {
      const auto line = json_record(entry, {.names = true, .detail = detail});
      EXPECT_EQ(dumped(Json::parse(line)), line);
      EXPECT_THAT(line, Not(HasSubstr("\n")));
      EXPECT_THAT(line, Not(HasSubstr("##[")));
      EXPECT_THAT(line, Not(HasSubstr("\u202E")));
    }
    if (entry.report.ok()) {
      EXPECT_EQ(Json::parse(json_record(entry, {.names = true}))["name"], name);
    }
  }
}

TEST(Record, NamesNobodyUnlessAsked) {
  const auto entry = entry_of("version: 1\nname: 佐藤 花子\n", "members/17.yaml");
  for (const bool detail : {false, true})
    EXPECT_THAT(json_record(entry, {.detail = detail}), Not(HasSubstr("佐藤")));
  EXPECT_EQ(Json::parse(json_record(entry))["id"], "members/17");
}

TEST(Record, OfAStreamHasAnIdOnlyWhereOneIsStated) {
  const auto of = [](std::string_view text) { return json_record(entry_of(text, "<stdin>", 7)); };
  EXPECT_EQ(Json::parse(of("version: 1\nname: x\n"))["id"], nullptr);
  EXPECT_EQ(Json::parse(of("version: 1\nname: x\nid: h\n"))["id"], "h");
  EXPECT_EQ(complaints(of("version: 1\nname: x\n")), "");
}

TEST(Record, OfAnErrorHoldsTheFindings) {
  const auto line = json_record(entry_of("version: 1\nnaem: x\n", "<stdin>", 7), {Language::en});
  const auto record = Json::parse(line);
  EXPECT_EQ(complaints(line), "");
  EXPECT_EQ(record["ok"], false);
  EXPECT_EQ(record["line"], 7);
  EXPECT_EQ(record["diagnostics_total"], record["diagnostics"].size());
  EXPECT_EQ(record["diagnostics"][0]["rule"], "missing-key");
  EXPECT_FALSE(Json::parse(json_record(entry_of("version: 2\n"))).contains("line"));
}

TEST(Record, OfManyErrorsShowsAHundredAndCountsAll) {
  std::string text = "version: 1\nname: x\n";
  for (int i = 0; i < 1500; ++i) text += fmt::format("wrong-{}: 1\n", i);
  const auto record = Json::parse(json_record(entry_of(text)));
  EXPECT_EQ(record["diagnostics_total"], 1500);
  EXPECT_EQ(record["diagnostics"].size(), 100U);
}

TEST(BatchSchema, IsValidDraft07AndDescribesEveryProperty) {
  static const SchemaChecker checker(read_source_tree("tests/report/draft-07.schema.json"));
  const auto schema = nlohmann::json::parse(batch_schema());
  EXPECT_EQ(checker.complaints(schema), "");
  expect_descriptions(schema);
}

TEST(BatchSchema, RefusesARecordThatLacksAKeyOrHasAWrongValue) {
  const auto whole = nlohmann::json::parse(json_record(entry_of("version: 1\nname: x\n")));
  for (const auto& [key, value] : whole.items()) {
    auto broken = whole;
    broken.erase(key);
    EXPECT_NE(complaints(broken.dump()), "") << key;
  }
  const auto refuses = [&](const char* pointer, const nlohmann::json& value) {
    auto broken = whole;
    broken[nlohmann::json::json_pointer(pointer)] = value;
    EXPECT_NE(complaints(broken.dump()), "") << pointer << " = " << value;
  };
  refuses("/ok", false);
  refuses("/readiness/score", 101);
  refuses("/readiness/permille", "471");
  refuses("/gap_counts/hopeless", 1);
  refuses("/next_actions/0/kind", "praise");
  refuses("/stage/reached", 3);
  refuses("/as_of", "2026-04");
}

}  // namespace
}  // namespace upstream::test
