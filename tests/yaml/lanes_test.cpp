#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/yaml/read.hpp"

// What the fast lane takes, yaml-cpp takes too, with the same tree and the same places.
namespace upstream::test {
namespace {

using yaml::Lane;

/// 1 where the fast lane took the text, 0 where it left it.
int expect_lanes_agree(const std::string& text) {
  const SourceFile source("lanes.yaml", text);
  Diagnostics fast_findings;
  Diagnostics careful_findings;
  const auto fast = yaml::read(source, fast_findings, {}, Lane::fast);
  const auto careful = yaml::read(source, careful_findings, {}, Lane::careful);
  EXPECT_EQ(places(fast_findings), places(careful_findings)) << text;
  EXPECT_EQ(fast.has_value(), careful.has_value()) << text;
  if (fast && careful) {
    EXPECT_TRUE(fast->same_tree(*careful)) << text;
  }
  return yaml::takes_fast_lane(source) ? 1 : 0;
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
  for (const auto& text : texts()) taken += expect_lanes_agree(text);
  EXPECT_GE(taken, 30);
}

TEST(Lanes, TheRubricIsReadThroughTheFastOne) {
  EXPECT_TRUE(yaml::takes_fast_lane(SourceFile("rubric.yaml", std::string(builtin_rubric_text()))));
}

struct Case {
  const char* name;
  const char* text;
  bool fast;
};
class LanesOnOneText : public testing::TestWithParam<Case> {};

TEST_P(LanesOnOneText, Agree) { EXPECT_EQ(expect_lanes_agree(GetParam().text) == 1, GetParam().fast); }

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
        Case{"Syntax", "a: [1\n", false}),
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
    taken += expect_lanes_agree(text);
  }
  RecordProperty("taken", taken);
  fmt::print("{} of {} documents were taken by the fast lane\n", taken, runs);
  EXPECT_GT(taken, runs / 10);
}

}  // namespace
}  // namespace upstream::test
