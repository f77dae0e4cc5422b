#include "upstream/report/diagnostics_text.hpp"

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream {
namespace {

struct DiagnosticsCase {
  const char* name;
  std::string source;
  Span span;
  std::string shown;  ///< the two lines below the message
};
void PrintTo(const DiagnosticsCase& row, std::ostream* out) { *out << row.name; }

std::string render(const SourceFile& source, const Diagnostics& diagnostics,
                   DiagnosticsTextOptions options = {}) {
  return render_diagnostics_text(source, diagnostics, options);
}

class Excerpts : public testing::TestWithParam<DiagnosticsCase> {};

TEST_P(Excerpts, PointAtThePlace) {
  const auto& row = GetParam();
  Diagnostics diagnostics;
  diagnostics.report(Rule::unknown_key, row.span, {"知らないキー", "unknown key"});
  const auto text = render(SourceFile("a.yaml", row.source), diagnostics);
  EXPECT_EQ(text.substr(text.find('\n') + 1), row.shown);
}

const std::string kLong = test::repeated("a", 300) + "あいう" + test::repeated("b", 300);

INSTANTIATE_TEST_SUITE_P(
    Table, Excerpts,
    testing::Values(
        DiagnosticsCase{"Ascii", "nmae: x", {{1, 1}, {1, 5}}, "   1 | nmae: x\n     | ^^^^\n"},
        DiagnosticsCase{
            "Japanese", "名前: 監視 x", {{1, 5}, {1, 7}}, "   1 | 名前: 監視 x\n     |       ^^^^\n"},
        DiagnosticsCase{"HalfWidthKana", "ｶﾅ: x", {{1, 5}, {1, 6}}, "   1 | ｶﾅ: x\n     |     ^\n"},
        DiagnosticsCase{"CombiningMark", "e\u0301: x", {{1, 5}, {1, 6}}, "   1 | e\u0301: x\n     |    ^\n"},
        DiagnosticsCase{"Tabs", "a:\tb\tc", {{1, 6}, {1, 7}}, "   1 | a:  b   c\n     |         ^\n"},
        DiagnosticsCase{"Hostile",
                        "a: \u202E\x1b[2J b",
                        {{1, 10}, {1, 11}},
                        "   1 | a: \\u{202E}\\u{1B}[2J b\n     |                      ^\n"},
        DiagnosticsCase{"HostileUnderTheCaret",
                        "a: \u202E!",
                        {{1, 4}, {1, 5}},
                        "   1 | a: \\u{202E}!\n     |    ^^^^^^^^\n"},
        DiagnosticsCase{"InvalidBytes",
                        "a: \x8A\xFF\x8E!",
                        {{1, 4}, {1, 5}},
                        "   1 | a: \\x8A\\xFF\\x8E!\n     |    ^^^^^^^^\n"},
        DiagnosticsCase{"SeveralLines", "a: [1,\n  2]", {{1, 4}, {2, 5}}, "   1 | a: [1,\n     |    ^^^\n"},
        DiagnosticsCase{"EmptySpan", "a:", {{1, 3}, {1, 3}}, "   1 | a:\n     |   ^\n"},
        DiagnosticsCase{"EmptyLine", "a: 1\n\n", {{2, 1}, {2, 1}}, "   2 |\n     | ^\n"},
        DiagnosticsCase{"BehindTheLastLine", "a: 1", {{9, 1}, {9, 1}}, "   9 |\n     | ^\n"},
        DiagnosticsCase{"NoPlace", "a: 1", {}, ""},
        DiagnosticsCase{"WideGutter",
                        test::repeated("\n", 99'999) + "x",
                        {{100'000, 1}, {100'000, 2}},
                        " 100000 | x\n        | ^\n"},
        DiagnosticsCase{"LongLineMiddle",
                        kLong,
                        {{1, 301}, {1, 304}},
                        "   1 | …" + test::repeated("a", 30) + "あいう" + test::repeated("b", 64) +
                            "…\n     | " + test::repeated(" ", 31) + "^^^^^^\n"},
        DiagnosticsCase{"LongLineStart",
                        kLong,
                        {{1, 1}, {1, 3}},
                        "   1 | " + test::repeated("a", 100) + "…\n     | ^^\n"},
        DiagnosticsCase{
            "LongLineEnd",
            kLong,
            {{1, 603}, {1, 604}},
            "   1 | …" + test::repeated("b", 100) + "\n     | " + test::repeated(" ", 100) + "^\n"},
        DiagnosticsCase{
            "CaretsEndWithTheExcerpt",
            kLong,
            {{1, 1}, {1, 500}},
            "   1 | " + test::repeated("a", 100) + "…\n     | " + test::repeated("^", 100) + "\n"}),
    test::kByName);

TEST(DiagnosticsText, NothingFoundIsNothingSaid) { EXPECT_EQ(render(SourceFile("a.yaml", ""), {}), ""); }

TEST(DiagnosticsText, ShowsMessageHelpAndNotes) {
  const SourceFile source("職務/a.yaml", "skills: {ネットワーク: 7}\n");
  Diagnostics diagnostics;
  auto& found = diagnostics.report(Rule::out_of_range, {{1, 17}, {1, 18}}, {"0–4 の外にある", "outside 0–4"},
                                   {"4 まで", "4 at most"});
  found.notes.push_back({{{1, 1}, {1, 7}}, {"技能はここから", "the skills begin here"}});
  EXPECT_EQ(render(source, diagnostics),
            "職務/a.yaml:1:17: error: 0–4 の外にある [out-of-range]\n"
            "   1 | skills: {ネットワーク: 7}\n"
            "     |                       ^\n"
            "     = help: 4 まで\n"
            "職務/a.yaml:1:1: note: 技能はここから\n");
  EXPECT_EQ(render(source, diagnostics, {Language::en, false, 100}),
            "職務/a.yaml:1:17: error: outside 0–4 [out-of-range]\n"
            "   1 | skills: {ネットワーク: 7}\n"
            "     |                       ^\n"
            "     = help: 4 at most\n"
            "職務/a.yaml:1:1: note: the skills begin here\n");
}

TEST(DiagnosticsText, MakesPathAndMessageHarmless) {
  Diagnostics diagnostics;
  diagnostics.report(Rule::unreadable, {}, {"開けない: \x1b]0;x\a", "cannot open"}, {"a\nb", "a\nb"});
  EXPECT_EQ(render(SourceFile("a\n\u202E.yaml", ""), diagnostics),
            "a\\u{A}\\u{202E}.yaml: error: 開けない: \\u{1B}]0;x\\u{7} [unreadable]\n"
            "     = help: a\\u{A}b\n");
}

TEST(DiagnosticsText, CountsWhatItDoesNotShow) {
  Diagnostics diagnostics;
  for (std::uint32_t line = 1; line <= 5; ++line)
    diagnostics.report(Rule::unknown_key, {{line, 1}, {line, 2}}, {"知らない", "unknown"});
  const SourceFile source("a.yaml", "a\nb\nc\nd\ne\n");
  EXPECT_EQ(render(source, diagnostics, {Language::ja, false, 1}),
            "a.yaml:1:1: error: 知らない [unknown-key]\n   1 | a\n     | ^\nほか 4 件\n");
  EXPECT_EQ(render(source, diagnostics, {Language::en, false, 0}), "5 more\n");
  EXPECT_EQ(render(source, diagnostics).find("ほか"), std::string::npos);
}

TEST(DiagnosticsText, ColorsOnlyWhenAsked) {
  Diagnostics diagnostics;
  diagnostics.report(Rule::overlap, {{1, 1}, {1, 2}}, {"重なる", "overlap"});
  const SourceFile source("a.yaml", "a");
  EXPECT_EQ(render(source, diagnostics, {Language::ja, true, 100}),
            "\x1b[1ma.yaml:1:1: \x1b[0m\x1b[33mwarning\x1b[0m: \x1b[1m重なる\x1b[0m\x1b[2m [overlap]\x1b[0m\n"
            "\x1b[2m   1 | \x1b[0ma\n"
            "\x1b[2m     | \x1b[0m\x1b[33m^\x1b[0m\n");
}

TEST(DiagnosticsText, AnEndlessLineIsCutAroundThePlace) {
  Diagnostics diagnostics;
  for (std::uint32_t i = 0; i < 10; ++i)
    diagnostics.report(Rule::unknown_key, {{1, 900'000 + i}, {1, 900'001 + i}}, {"知らない", "unknown"});
  const auto text = render(SourceFile("a.yaml", test::repeated("監", 1'000'000)), diagnostics);
  EXPECT_LT(text.size(), 10'000U);
}

}  // namespace
}  // namespace upstream
