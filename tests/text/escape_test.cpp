#include "upstream/text/escape.hpp"

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::text {
namespace {

struct EscapeCase {
  const char* name;
  std::string text;
  std::string shown;
};
void PrintTo(const EscapeCase& row, std::ostream* out) { *out << row.name; }

class Printable : public testing::TestWithParam<EscapeCase> {};

TEST_P(Printable, ShowsOnlyWhatATerminalMayGet) { EXPECT_EQ(printable(GetParam().text), GetParam().shown); }

INSTANTIATE_TEST_SUITE_P(
    Table, Printable,
    testing::Values(EscapeCase{"Ascii", "plain ~ text", "plain ~ text"},            //
                    EscapeCase{"Japanese", "𠮷田（保守）", "𠮷田（保守）"},         //
                    EscapeCase{"Emoji", "👍", "👍"},                                  //
                    EscapeCase{"EscapeSequence", "\x1B[31mred", "\\u{1B}[31mred"},  //
                    EscapeCase{"Bell", "a\ab", "a\\u{7}b"},                         //
                    EscapeCase{"LineBreak", "a\nb\r\nc", "a\\u{A}b\\u{D}\\u{A}c"},  //
                    EscapeCase{"Tab", "a\tb", "a\\u{9}b"},                          //
                    EscapeCase{"Nul", std::string("a\0b", 3), "a\\u{0}b"},          //
                    EscapeCase{"Delete", "a\x7F", "a\\u{7F}"},                      //
                    EscapeCase{"C1ControlSequence",
                               "\xC2\x9B"
                               "31m",
                               "\\u{9B}31m"},                                               //
                    EscapeCase{"RightToLeftOverride", "a\u202Eb", "a\\u{202E}b"},           //
                    EscapeCase{"Isolate", "\u2066x\u2069", "\\u{2066}x\\u{2069}"},          //
                    EscapeCase{"ZeroWidthSpace", "a\u200Bb", "a\\u{200B}b"},                //
                    EscapeCase{"SoftHyphen", "a\u00ADb", "a\\u{AD}b"},                      //
                    EscapeCase{"LineSeparator", "a\u2028b\u2029", "a\\u{2028}b\\u{2029}"},  //
                    EscapeCase{"NextLine", "a\u0085b", "a\\u{85}b"},                        //
                    EscapeCase{"ByteOrderMark", "\uFEFFa", "\\u{FEFF}a"},                   //
                    EscapeCase{"PrivateUse", "\uE000", "\\u{E000}"},                        //
                    EscapeCase{"Noncharacter", "\uFFFE", "\\u{FFFE}"},                      //
                    EscapeCase{"TagCharacter", "\U000E0041", "\\u{E0041}"},                 //
                    EscapeCase{"InvalidBytes", "a\xFF\x80z", "a\\xFF\\x80z"},               //
                    EscapeCase{"WorkflowCommand", "::add-mask::x", "\\u{3A}:add-mask::x"},
                    EscapeCase{"WorkflowCommandBehindASpace", "a ::group::", "a \\u{3A}:group::"},
                    EscapeCase{"OldWorkflowCommand", "a##[error]b", "a\\u{23}#[error]b"},
                    EscapeCase{"CommandOfAnotherRunner", "##vso[task]x", "\\u{23}#vso[task]x"},
                    EscapeCase{"AddressOrScope", "fe80::1 std::string", "fe80::1 std::string"},
                    EscapeCase{"CutShort", "監\xE8\xA6", "監\\xE8\\xA6"}),  //
    test::kByName);

TEST(PrintableColumns, CutsWithAnEllipsis) {
  EXPECT_EQ(printable("abcdef", 6), "abcdef");
  EXPECT_EQ(printable("abcdef", 5), "abcd…");
  EXPECT_EQ(printable("監視と保守", 7), "監視と…");
  EXPECT_EQ(printable("監視と保守", 6), "監視…");
}

TEST(PrintableColumns, CutsAfterEscaping) {
  // Cut first, the escapes would make the line longer than asked.
  for (std::size_t columns = 1; columns < 12; ++columns) {
    EXPECT_LE(display_width(printable("\x1B[2J\u202E監視", columns)), columns) << columns;
  }
}

}  // namespace
}  // namespace upstream::text
