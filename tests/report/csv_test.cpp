#include "report/csv.hpp"

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream::test {
namespace {

struct CellCase {
  const char* name;
  std::string_view text;
  const char* cell;
};
void PrintTo(const CellCase& row, std::ostream* out) { *out << row.name; }

class CsvCell : public testing::TestWithParam<CellCase> {};

TEST_P(CsvCell, Is) {
  std::string out;
  csv::append_cell(out, GetParam().text);
  EXPECT_EQ(out, GetParam().cell);
}

INSTANTIATE_TEST_SUITE_P(
    Table, CsvCell,
    testing::Values(CellCase{"Plain", "plain", "plain"}, CellCase{"Empty", "", ""},
                    CellCase{"Japanese", "佐藤 花子", "佐藤 花子"}, CellCase{"Comma", "a,b", "\"a,b\""},
                    CellCase{"Quote", "a\"b", "\"a\"\"b\""}, CellCase{"Equals", "=1+1", "'=1+1"},
                    CellCase{"Plus", "+1", "'+1"}, CellCase{"Minus", "-1", "'-1"},
                    CellCase{"At", "@SUM(A1)", "'@SUM(A1)"}, CellCase{"FullWidthEquals", "＝1", "'＝1"},
                    CellCase{"FullWidthAt", "＠x", "'＠x"},
                    CellCase{"FormulaWithComma", "=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""},
                    CellCase{"FullWidthPlus", "＋1", "'＋1"}, CellCase{"FullWidthMinus", "－1", "'－1"},
                    CellCase{"MinusSign", "−1", "'−1"}, CellCase{"SmallEquals", "﹦1", "'﹦1"},
                    CellCase{"BehindBlanks", "  =1", "'  =1"},
                    CellCase{"BehindNoBreakSpace", "\u00A0=1", "'\u00A0=1"},
                    CellCase{"BehindWideSpace", "\u3000=1", "'\u3000=1"},
                    CellCase{"FullWidthBehindWideSpace", "\u3000 ＝1", "'\u3000 ＝1"},
                    CellCase{"MinusBehindThinSpace", "\u2009−1", "'\u2009−1"},
                    // No tab is left that a spreadsheet could pass over.
                    CellCase{"Tab", "\t=1", "\\u{9}=1"}, CellCase{"CarriageReturn", "\r=1", "\\u{D}=1"},
                    CellCase{"Semicolon", "a;b", "\"a;b\""}, CellCase{"OuterBlanks", " a ", "\" a \""},
                    CellCase{"Blanks", "\u3000", "\u3000"}, CellCase{"WaveDash", "〜1", "〜1"},
                    CellCase{"LongVowel", "ー1", "ー1"}, CellCase{"LineBreak", "a\nb", "a\\u{A}b"},
                    CellCase{"Nul", std::string_view("a\0b", 3), "a\\u{0}b"},
                    CellCase{"Escape", "\x1b[31m", "\\u{1B}[31m"},
                    CellCase{"Override", "a\u202Eb", "a\\u{202E}b"}, CellCase{"NoUtf8", "\xFF", "\\xFF"},
                    CellCase{"EqualsInside", "a=1", "a=1"}),
    kByName);

}  // namespace
}  // namespace upstream::test
