#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "fuzz/both_lanes.hpp"
#include "support/support.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/yaml/read.hpp"

// What the fast lane takes, yaml-cpp takes too, with the same tree and the same places.
namespace upstream::test {
namespace {

/// Whether the fast lane took the text.
bool taken_alike(const std::string& text) {
  EXPECT_EQ(difference_of_lanes(text), "") << text;
  return yaml::takes_fast_lane(SourceFile("lanes.yaml", text));
}

std::vector<std::string> texts() {
  std::vector<std::string> all{std::string(builtin_rubric_text())};
  for (const auto* folder : {"profiles", "lib/data", "tests/fuzz/corpus", "tests/docs"}) {
    for (const auto& file : files_of_source_tree(folder)) {
      auto text = read_source_tree(file);
      if (text.size() < 64 * 1024 || all.size() == 1) all.push_back(std::move(text));
    }
  }
  return all;
}

TEST(Lanes, AgreeOnEveryFileOfTheProject) {
  int taken = 0;
  for (const auto& text : texts())
    if (taken_alike(text)) ++taken;
  EXPECT_GE(taken, 30);
}

TEST(Lanes, TheRubricIsReadThroughTheFastOne) {
  EXPECT_TRUE(yaml::takes_fast_lane(SourceFile("rubric.yaml", std::string(builtin_rubric_text()))));
}

TEST(Lanes, EverySampleProfileIsReadThroughTheFastOne) {
  for (const auto& file : files_of_source_tree("profiles")) {
    EXPECT_TRUE(yaml::takes_fast_lane(SourceFile(file, read_source_tree(file)))) << file;
  }
}

struct Case {
  const char* name;
  std::string text;
  bool fast;
};
class LanesOnOneText : public testing::TestWithParam<Case> {};

TEST_P(LanesOnOneText, Agree) { EXPECT_EQ(taken_alike(GetParam().text), GetParam().fast); }

INSTANTIATE_TEST_SUITE_P(
    Table, LanesOnOneText,
    testing::Values(
        Case{"Plain", "a: 1\nb: [x, 'y', \"z\"]\n", true},
        Case{"Japanese", "監視: 保守\n構築: [設計]\n", true}, Case{"EmptyValue", "a:\nb: 1\n", true},
        Case{"WrittenNull", "a: ~\nb: null\n", true},
        Case{"BlockScalar", "a: |\n  x\n  y\nb: >-\n  z\n", true}, Case{"Indentless", "a:\n- 1\n- 2\n", true},
        Case{"Crlf", "a: 1\r\nb:\r\n  - x\r\n", true}, Case{"Json", "{\"a\": [1, 2, {\"b\": null}]}", true},
        Case{"MultiLinePlain", "a: one\n  two\nb: 1\n", false}, Case{"Comments", "# c\na: 1 # d\n", true},
        Case{"EmptyItem", "- a\n-\n", false}, Case{"Anchor", "a: &x 1\n", false},
        Case{"Alias", "a: &x 1\nb: *x\n", false}, Case{"Tag", "a: !!str 1\n", false},
        Case{"Directive", "%YAML 1.2\n---\na: 1\n", false}, Case{"TwoDocuments", "a: 1\n---\nb: 2\n", false},
        Case{"ComplexKey", "? [a]\n: 1\n", false}, Case{"LoneCarriageReturn", "a: 1\rb: 2\n", false},
        Case{"NextLine", "a: x\xC2\x85y\n", false}, Case{"DuplicateKey", "a: 1\na: 2\n", false},
        Case{"Surrogates", "a: \"\\ud842\\udfb7\"\n", false}, Case{"Nothing", "# only a comment\n", false},
        Case{"Syntax", "a: [1\n", false},
        // What longer runs have found the parsers to read differently.
        Case{"EscapeOfNoBreakSpace", "a: \"\\_\"\n", false}, Case{"EscapeOfNextLine", "a: \"\\N\"\n", false},
        Case{"OtherEscapes", R"(a: "\\ \" \/ \n \t \0 \x41 \u3042 \U0001F600 \L \P")", true},
        Case{"KeyOf500Bytes", repeated("k", 500) + ": 1\n", true},
        Case{"KeyOf501Bytes", repeated("k", 501) + ": 1\n", false},
        Case{"KeyOf1030BytesAnd344Characters", repeated("監", 343) + "k: 1\n", false},
        Case{"BlanksBehindAKey", "k" + repeated(" ", 1100) + ": 1\n", false},
        Case{"LongKeyInBrackets", "{" + repeated("k", 501) + ": 1}\n", false},
        Case{"LongValue", "a: " + repeated("v", 5000) + "\n", true},
        Case{"SignOfAKeyInBrackets", "{\"a\": b, ?c: d}\n", false}, Case{"SignOfAKey", "? a\n: b\n", false},
        Case{"QuestionMarks", "a?: b?c\nd: いつ?\n", true},
        Case{"KeptLineBreaks", "a: >+\n  x\n\nb: 1\n", false},
        Case{"IndentIndicator", "a: |2\n   x\n", false},
        Case{"NoValueBeforeAKeyThatBeginsLikeNull", "a:\nnull x: 1\nb:\n~,: 1\n", true},
        Case{"NullBeforeAComment", "a: null # c\nb: ~\t\n", true}),
    kByName);

/// Files made of the pieces in which YAML parsers differ, and edits of real ones.
TEST(Lanes, AgreeOnGeneratedAndMutatedDocuments) {
  static const std::vector<std::string> pieces{
      "a",       "b: ", "- ", "-",     ":",   ": ",    "? ",  "\n",   "\n  ", "\n    ", "{",    "}",
      "[",       "]",   ", ", ",",     "'x'", "\"y\"", "'",   "\"",   "#",    " # ",    "|",    ">-",
      "|\n",     "---", "..", "\n...", "~",   "null",  "\t",  "\r\n", "監視", "　",     "*",    "&",
      "!",       "%",   "@",  "`",     "<<",  "1",     "0x",  "1.5",  ".inf", "\\",     "\\n",  "\\x41",
      "\\u3042", "  ",  "= ", "-\n",   "-- ", "a:b",   "://", "''",   "\"\"", "\n\n",   "- - ", "k: v\n"};
  const auto base = texts();
  int taken = 0;
  constexpr int runs = 10'000;
  for (int seed = 0; seed < runs && !HasFailure(); ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const auto below = [&](std::size_t limit) {
      return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    std::string text;
    if (seed % 2 == 0) {
      for (auto count = below(9); count > 0; --count) text += pieces[below(pieces.size())];
    } else {
      text = base[1 + below(base.size() - 1)];
      if (text.size() > 4096) text.resize(4096);
      for (auto edits = below(3) + 1; edits > 0; --edits) {
        const auto at = below(text.size() + 1);
        if (below(2) == 0) {
          text.erase(at, below(12));
        } else {
          text.insert(at, pieces[below(pieces.size())]);
        }
      }
    }
    if (taken_alike(text)) ++taken;
  }
  RecordProperty("taken", taken);
  fmt::print("{} of {} documents were taken by the fast lane\n", taken, runs);
  EXPECT_GT(taken, runs / 10);
}

}  // namespace
}  // namespace upstream::test
