#include <algorithm>
#include <functional>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "fuzz/both_lanes.hpp"
#include "fuzz/one_input.hpp"
#include "fuzz/plan_promises.hpp"
#include "support/support.hpp"
#include "upstream/profile/load.hpp"

namespace upstream {
namespace {

using test::repeated;

// The fuzzer's corpus.

std::vector<std::string> inputs() {
  auto files = test::files_of_source_tree("profiles");
  const auto corpus = test::files_of_source_tree("tests/fuzz/corpus");
  files.insert(files.end(), corpus.begin(), corpus.end());
  return files;
}

class Replay : public testing::TestWithParam<std::string> {};

TEST_P(Replay, KeepsEveryPromise) { EXPECT_EQ(test::broken_promise(test::read_source_tree(GetParam())), ""); }

TEST_P(Replay, IsPlannedForAsPromised) {
  EXPECT_EQ(test::broken_plan(test::read_source_tree(GetParam())), "");
}

TEST_P(Replay, IsReadAlikeByBothLanes) {
  EXPECT_EQ(test::difference_of_lanes(test::read_source_tree(GetParam())), "");
}

INSTANTIATE_TEST_SUITE_P(Corpus, Replay, testing::ValuesIn(inputs()), [](const auto& row) {
  std::string name = row.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

// Inputs too large to keep as files. Time must grow with their length and not with its square.

struct LargeCase {
  const char* name;
  std::function<std::string()> bytes;
};
void PrintTo(const LargeCase& row, std::ostream* out) { *out << row.name; }

class Large : public testing::TestWithParam<LargeCase> {};

constexpr std::size_t kMebibyte = 1024 * 1024;
constexpr std::string_view kHead = "version: 1\nname: a\n";

std::string filled(std::string_view begin, std::string_view piece, std::string_view end = {}) {
  return std::string(begin) + repeated(piece, (kMebibyte - begin.size() - end.size()) / piece.size()) +
         std::string(end);
}

/// `rows` lists of `columns` pieces each on one single line.
std::string grid(std::string_view piece, std::size_t rows, std::size_t columns) {
  return "x-a: [" + repeated("[" + repeated(piece, columns) + "a],", rows) + "a]\n" + std::string(kHead);
}

TEST_P(Large, IsAnswered) {
  // No clock here: a quadratic step over a mebibyte is seen by the minutes it takes.
  EXPECT_EQ(test::broken_promise(GetParam().bytes()), "");
}

TEST_P(Large, IsReadAlikeByBothLanes) { EXPECT_EQ(test::difference_of_lanes(GetParam().bytes()), ""); }

TEST(LargeFile, KeepsTenThousandFindingsAndCountsThemAll) {
  constexpr std::size_t entries = 400;
  constexpr std::size_t domains = 250;
  const auto loaded = test::load(
      std::string(kHead) + "experience: [" +
      repeated("{stage: 保守, years: 1, domains: [" + repeated("sevr, ", domains) + "]}, ", entries) + "]\n");
  EXPECT_EQ(loaded.diagnostics.total(), entries * domains);
  EXPECT_EQ(loaded.diagnostics.count(Severity::error), entries * domains);
  EXPECT_EQ(loaded.diagnostics.items().size(), Diagnostics::kKept);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Large,
    testing::Values(
        LargeCase{"Brackets", [] { return filled("", "["); }},                           //
        LargeCase{"Braces", [] { return filled("", "{"); }},                             //
        LargeCase{"ClosingBrackets", [] { return filled("", "]"); }},                    //
        LargeCase{"Dashes", [] { return filled("", "- "); }},                            //
        LargeCase{"DoubleQuotes", [] { return filled("", "\""); }},                      //
        LargeCase{"SingleQuotes", [] { return filled("a: ", "'"); }},                    //
        LargeCase{"OneOpenQuote", [] { return filled("a: \"", "x "); }},                 //
        LargeCase{"OpenQuoteOverLines", [] { return filled("a: \"", "\n"); }},           //
        LargeCase{"Anchors", [] { return filled("", "a: &"); }},                         //
        LargeCase{"AnchoredEntries", [] { return filled("x-a: [", "&a b,", "a]"); }},    //
        LargeCase{"Aliases", [] { return filled("x-a: [&a b", ", *a", "]"); }},          //
        LargeCase{"Colons", [] { return filled("", ":"); }},                             //
        LargeCase{"QuestionMarks", [] { return filled("", "? "); }},                     //
        LargeCase{"ColonsAndSpaces", [] { return filled("", "a: "); }},                  //
        LargeCase{"FlowKeys", [] { return filled("{", "a: {", ""); }},                   //
        LargeCase{"Tags", [] { return filled("a: ", "!"); }},                            //
        LargeCase{"Percents", [] { return filled("", "%a\n"); }},                        //
        LargeCase{"Comment", [] { return filled(std::string(kHead) + "# ", "監視"); }},  //
        LargeCase{"Comments", [] { return filled(kHead, "#\n"); }},                      //
        LargeCase{"Spaces", [] { return filled(kHead, " "); }},                          //
        LargeCase{"LineBreaks", [] { return filled(kHead, "\n"); }},                     //
        LargeCase{"CarriageReturns", [] { return filled(kHead, "\r"); }},                //
        LargeCase{"Tabs", [] { return filled(kHead, "\t"); }},                           //
        LargeCase{"Backslashes", [] { return filled("a: \"", "\\\\", "\""); }},          //
        LargeCase{"EscapesOfOneByte",
                  [] { return filled("x-a: b\n  c\nversion: 1\nname: \"", "\\_", "\"\n"); }},
        LargeCase{"SurrogatePairs",
                  [] { return filled("version: 1\nname: \"", "\\ud842\\udfb7", "\"\n"); }},            //
        LargeCase{"BackslashesAndEscapes", [] { return filled("a: \"", "\\\\ud842\\udfb7", "\""); }},  //
        LargeCase{"ControlCharacters", [] { return filled("", "\x01"); }},                             //
        LargeCase{"Nuls", [] { return std::string(kMebibyte, '\0'); }},                                //
        LargeCase{"InvalidBytes", [] { return filled("", "\xFF"); }},                                  //
        LargeCase{"ShiftJis", [] { return filled("", "\x8A\xC4"); }},                                  //
        LargeCase{"LongName", [] { return filled("version: 1\nname: ", "長"); }},                      //
        LargeCase{"LongKey", [] { return filled("", "k", ": 1\n"); }},                                 //
        LargeCase{"LongLiteral", [] { return filled("version: 1\nname: |\n", "  x\n"); }},             //
        LargeCase{"LongPlainOverLines", [] { return filled("version: 1\nname: x\n", "  x\n"); }},      //
        LargeCase{"OneLineOfScalars", [] { return grid("a,", 260, 1990); }},                           //
        LargeCase{"OneLineOfQuotedScalars", [] { return grid("'a',", 130, 1990); }},                   //
        LargeCase{"OneLineOfNulls", [] { return grid("~,", 260, 1990); }},                             //
        LargeCase{"OneLineOfUnknownKeys",
                  [] {
                    return std::string(kHead) + "experience: [" +
                           repeated("{k: 1, l: 1, m: 1, n: 1}, ", 1900) + "]\n";
                  }},
        LargeCase{"UnknownKeysOfOneMapping",
                  [] {
                    std::string keys;
                    for (int i = 0; i < 1990; ++i) keys += fmt::format("stag{}: 1, ", i);
                    return std::string(kHead) + "experience: [" + repeated("{" + keys + "}, ", 40) + "]\n";
                  }},
        LargeCase{"KeysOfOneMapping",
                  [] {
                    std::string keys;
                    for (int i = 0; i < 1990; ++i) keys += fmt::format("k{}: 1, ", i);
                    return std::string(kHead) + "x-a: [" + repeated("{" + keys + "}, ", 45) + "]\n";
                  }},
        LargeCase{"OneKeyOverAndOver",
                  [] {
                    return std::string(kHead) + "x-a: [" +
                           repeated("{" + repeated("k: 1, ", 1990) + "}, ", 80) + "]\n";
                  }},
        LargeCase{"ManySmallMappings",
                  [] {
                    return std::string(kHead) + "x-a: [" +
                           repeated("[" + repeated("{a: 1, b: 2, c: 3}, ", 1000) + "], ", 50) + "]\n";
                  }},
        LargeCase{"UnknownSkills",
                  [] {
                    std::string text = std::string(kHead) + "skills: {";
                    for (int i = 0; i < 1990; ++i) text += fmt::format("netwrk{}: 3, ", i);
                    return text + "}\n";
                  }},
        LargeCase{"UnknownDomains",
                  [] {
                    return std::string(kHead) + "experience: [" +
                           repeated("{stage: 保守, years: 1, domains: [" + repeated("sevr, ", 300) + "]}, ",
                                    500) +
                           "]\n";
                  }},
        LargeCase{"UnknownStages",
                  [] {
                    return std::string(kHead) + "experience: [" +
                           repeated("{years: 1, stage: [" + repeated("mantenance, ", 150) + "]}, ", 500) +
                           "]\n";
                  }},
        LargeCase{"UnknownCertificates",
                  [] {
                    return std::string(kHead) + "certifications: [" +
                           repeated("Cisco Certified Netwrok Profesional, ", 1999) + "]\n";
                  }},
        LargeCase{"Overlaps",
                  [] {
                    return std::string(kHead) + "experience: [" +
                           repeated("{stage: [監視, 保守, 構築, 設計], from: 2020-04}, ", 1999) + "]\n";
                  }},
        LargeCase{"EvidenceWithoutWork",
                  [] {
                    std::string text = std::string(kHead) + "experience: [" +
                                       repeated("{stage: 保守, from: 2020-04, domains: [database]}, ", 1999) +
                                       "]\nskills:\n";
                    for (const char* skill : {"network", "server", "security", "cloud-virtualization"}) {
                      text +=
                          fmt::format("  {}: {{level: 3, evidence: [{}]}}\n", skill, repeated("x, ", 1999));
                    }
                    return text;
                  }},
        LargeCase{"Duties",
                  [] {
                    return std::string(kHead) + "experience: [" +
                           repeated(
                               "{stage: 保守, years: 1, duties: [" + repeated("手順書の作成, ", 40) + "]}, ",
                               1000) +
                           "]\n";
                  }},
        LargeCase{"Certificates",
                  [] {
                    return std::string(kHead) + "certifications: [" +
                           repeated("{name: CCNA, acquired: 2020-04}, ", 1999) + "]\n";
                  }},
        LargeCase{"CertificatesThatRenewEachOther",
                  [] {
                    std::string all = std::string(kHead) + "certifications: [";
                    for (int i = 0; i < 1999; ++i) {
                      all += fmt::format("{{name: {}, acquired: {}-{:02}-{:02}}}, ",
                                         i % 2 == 0 ? "ccnp-ent" : "ccnp-sec", 2020 + i / 336,
                                         1 + i / 28 % 12, 1 + i % 28);
                    }
                    return all + "]\n";
                  }},
        LargeCase{"Labs",
                  [] {
                    return std::string(kHead) + "labs: [" +
                           repeated("{title: t, stage: 構築, hours: 9, artifact: a}, ", 1999) + "]\n";
                  }}),
    test::kByName);

// Random edits of valid profiles.

class Editor {
 public:
  explicit Editor(std::uint64_t seed) : random_(seed) {}

  [[nodiscard]] std::string edited(std::string text) {
    for (auto edits = below(2) + 1; edits > 0; --edits) edit(text);
    return text;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  void edit(std::string& text) {
    static const std::vector<std::string> pieces{"\n",
                                                 ": ",
                                                 "- ",
                                                 "[",
                                                 "]",
                                                 "{",
                                                 "}",
                                                 "&a ",
                                                 "*a ",
                                                 "!!str ",
                                                 "'",
                                                 "\"",
                                                 "\\",
                                                 "#",
                                                 "\t",
                                                 "\r",
                                                 "---\n",
                                                 "~",
                                                 "-1",
                                                 ".nan",
                                                 "9999999999999999999",
                                                 "\x01",
                                                 "\xFF",
                                                 "\xE3\x81",
                                                 "\xEF\xBB\xBF",
                                                 "𠮷",
                                                 "\xE2\x80\xAE",
                                                 "2024-02-30",
                                                 "n/a",
                                                 "|\n",
                                                 ">",
                                                 "? ",
                                                 ", ",
                                                 std::string(1, '\0')};
    if (text.empty()) text = "a";
    const auto at = below(text.size());
    switch (below(5)) {
      case 0:
        text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, below(20));
        break;
      case 2:
        text.insert(below(text.size() + 1), text.substr(at, below(60)));
        break;
      case 3:
        text.resize(at);
        break;
      default:
        text.insert(at, pieces[below(pieces.size())]);
    }
  }

  std::mt19937_64 random_;
};

TEST(RandomEdits, NeverBreakLoading) {
  std::vector<std::string> profiles;
  for (const auto& file : test::files_of_source_tree("profiles"))
    profiles.push_back(test::read_source_tree(file));
  std::size_t read = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    const SourceFile source("profile.yaml", Editor(seed).edited(profiles[seed % profiles.size()]));
    Diagnostics diagnostics;
    const auto profile = load_profile(source, test::builtin_rubric(), diagnostics);
    if (profile) ++read;
    ASSERT_EQ(profile.has_value(), !diagnostics.has_errors());
    ASSERT_EQ(test::misplaced(diagnostics, source), "");
  }
  // Edits that break every file would only ever test the parser.
  EXPECT_GT(read, 400U);
}

TEST(RandomEdits, KeepEveryPromise) {
  const auto profile = test::read_source_tree("profiles/everything.yaml");
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    ASSERT_EQ(test::broken_promise(Editor(seed).edited(profile)), "");
  }
}

}  // namespace
}  // namespace upstream
