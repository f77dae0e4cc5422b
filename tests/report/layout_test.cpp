#include "report/layout.hpp"

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::layout {
namespace {

std::vector<std::string> plain(const Lines& lines) {
  std::vector<std::string> all;
  for (const auto& line : lines) all.push_back(line.render(false));
  return all;
}

struct WrapCase {
  const char* name;
  std::string text;
  std::size_t width;
  std::size_t hang;
  std::vector<std::string> lines;
};
void PrintTo(const WrapCase& row, std::ostream* out) { *out << row.name; }

class Wrap : public testing::TestWithParam<WrapCase> {};

TEST_P(Wrap, BreaksWhereTheLanguageAllows) {
  const auto& row = GetParam();
  EXPECT_EQ(plain(wrap(row.text, row.width, row.hang)), row.lines);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Wrap,
    testing::Values(WrapCase{"Empty", "", 10, 0, {""}},                                                  //
                    WrapCase{"Fits", "ten chars!", 10, 0, {"ten chars!"}},                               //
                    WrapCase{"EnglishAtSpaces", "one two three", 8, 0, {"one two", "three"}},            //
                    WrapCase{"SpaceAtTheEdgeTakesNoRoom", "one two three", 7, 0, {"one two", "three"}},  //
                    WrapCase{"HangingIndent", "one two three", 8, 2, {"one two", "  three"}},            //
                    WrapCase{"WordLongerThanTheLine", "abcdefghij", 4, 0, {"abcd", "efgh", "ij"}},       //
                    WrapCase{"JapaneseAnywhere", "監視と保守", 6, 0, {"監視と", "保守"}},                //
                    WrapCase{"HalfAWideCharacterDoesNotFit", "監視と保守", 7, 0, {"監視と", "保守"}},    //
                    WrapCase{"NoPeriodAtTheStart", "監視です。次は", 8, 0, {"監視で", "す。次は"}},      //
                    WrapCase{"NoLongVowelAtTheStart", "あのサーバー", 6, 0, {"あの", "サー", "バー"}},   //
                    WrapCase{
                        "OpeningBracketGoesWithItsText", "止める「構築」", 8, 0, {"止める", "「構築」"}},  //
                    WrapCase{"NumberStaysWithItsUnit", "ラボ 60 時間", 10, 0, {"ラボ", "60 時間"}},        //
                    WrapCase{"NumberStaysWithItsCounter", "記事の5人は", 8, 0, {"記事の", "5人は"}},       //
                    WrapCase{"CombiningMarkStaysWithItsLetter", "abce\u0301", 4, 0, {"abce\u0301"}},       //
                    WrapCase{"RoomForNothing", "監視", 1, 0, {"監", "視"}}),                               //
    test::kByName);

TEST(WrapOrphan, TheLastLineHoldsMoreThanAWord) {
  const auto lines = plain(wrap("これは四十桁ちょうどで折り返すと最後の行にわずかしか残らない文。", 60));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_GE(text::display_width(lines.back()), 10U);
}

TEST(WrapStyles, AreKeptAcrossTheBreak) {
  const auto lines = wrap(Line("one ").add("two three", Style::strong), 8);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].render(true), "one \x1b[1mtwo\x1b[0m");
  EXPECT_EQ(lines[1].render(true), "\x1b[1mthree\x1b[0m");
}

TEST(LineTest, MakesEverythingHarmless) {
  const Line line("\x1b[31m赤\u202E\n");
  EXPECT_EQ(line.render(false), "\\u{1B}[31m赤\\u{202E}\\u{A}");
  EXPECT_EQ(line.width(), text::display_width(line.render(false)));
}

TEST(LineTest, HasNoSpacesAtTheEnd) {
  EXPECT_EQ(Line("a  ").render(false), "a");
  EXPECT_EQ(Line("a", Style::good).pad_to(5).render(true), "\x1b[32ma\x1b[0m");
  EXPECT_EQ(Line("   ").render(false), "");
}

TEST(LineTest, PadsToColumnsNotToBytes) {
  EXPECT_EQ(Line("監視").pad_to(6).add("|").render(false), "監視  |");
  EXPECT_EQ(Line("監視保守").pad_to(6).add("|").render(false), "監視保守|");
}

struct BarCase {
  const char* name;
  int part;
  int whole;
  std::string bar;
};
void PrintTo(const BarCase& row, std::ostream* out) { *out << row.name; }

class Bar : public testing::TestWithParam<BarCase> {};

TEST_P(Bar, FillsInProportion) {
  const auto line = bar(GetParam().part, GetParam().whole, 4, Style::good);
  EXPECT_EQ(line.render(false), GetParam().bar);
  EXPECT_EQ(line.width(), 4U);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Bar,
    testing::Values(BarCase{"Nothing", 0, 100, "░░░░"}, BarCase{"AlmostNothingShows", 1, 100, "█░░░"},
                    BarCase{"Half", 50, 100, "██░░"}, BarCase{"AlmostAllIsNotFull", 99, 100, "███░"},
                    BarCase{"All", 100, 100, "████"}, BarCase{"NothingToHave", 0, 0, "████"}),
    test::kByName);

TEST(Aligned, PutsTheSpaceOnTheRightSide) {
  EXPECT_EQ(aligned("監視", 8, Align::right).render(false), "    監視");
  EXPECT_EQ(aligned("監視", 8, Align::center).render(false), "  監視");
  EXPECT_EQ(aligned("監視", 2, Align::right).render(false), "監視");
}

TEST(Beside, WrapsToTheRightOfTheLabel) {
  EXPECT_EQ(plain(beside("段階  ", "構築まで任せられる", 14)),
            (std::vector<std::string>{"段階  構築まで", "      任せられ", "      る"}));
}

TEST(TableTest, LinesUpWideAndNarrowCells) {
  Table table({{}, {Align::right, false}, {}});
  table.add({"技術", "25.7", "/ 37"});
  table.add({"折衝と管理", "4", "/ 13"});
  EXPECT_EQ(plain(table.render(60, 2)),
            (std::vector<std::string>{"  技術        25.7  / 37", "  折衝と管理     4  / 13"}));
}

TEST(TableTest, AFlexibleColumnWrapsIntoWhatIsLeft) {
  Table table({{}, {Align::left, true}, {Align::right, false}});
  table.add({"a", "one two three four five", "+8"});
  EXPECT_EQ(plain(table.render(25, 0)), (std::vector<std::string>{"a  one two three four  +8", "   five"}));
}

TEST(TableTest, FlexibleColumnsShareWhatTheNarrowerLeaves) {
  Table table({{Align::left, true}, {Align::left, true}});
  table.add({"short", "a much longer text that takes the rest of what there is"});
  EXPECT_EQ(
      plain(table.render(47, 0)),
      (std::vector<std::string>{"short  a much longer text that takes the rest", "       of what there is"}));
}

}  // namespace
}  // namespace upstream::layout
