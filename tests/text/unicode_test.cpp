#include "upstream/text/unicode.hpp"

#include <random>

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream::text {
namespace {

struct Utf8Case {
  const char* name;
  std::string bytes;
  std::optional<std::size_t> invalid_at;
};
void PrintTo(const Utf8Case& row, std::ostream* out) { *out << row.name; }

class InvalidUtf8 : public testing::TestWithParam<Utf8Case> {};

TEST_P(InvalidUtf8, IsFoundAtItsFirstByte) {
  EXPECT_EQ(invalid_utf8_at(GetParam().bytes), GetParam().invalid_at);
}

INSTANTIATE_TEST_SUITE_P(Table, InvalidUtf8,
                         testing::Values(Utf8Case{"Nothing", "", std::nullopt},                        //
                                         Utf8Case{"Ascii", "abc", std::nullopt},                       //
                                         Utf8Case{"Nul", std::string("a\0b", 3), std::nullopt},        //
                                         Utf8Case{"Japanese", "監視", std::nullopt},                   //
                                         Utf8Case{"FourBytes", "𠮷", std::nullopt},                    //
                                         Utf8Case{"LastCodePoint", "\xF4\x8F\xBF\xBF", std::nullopt},  //
                                         Utf8Case{"BeyondTheLast", "a\xF4\x90\x80\x80", 1},            //
                                         Utf8Case{"LoneContinuation", "ab\x80", 2},                    //
                                         Utf8Case{"CutShort", "ab\xE7\x9B", 2},                        //
                                         Utf8Case{"Overlong", "\xC0\xAF", 0},                          //
                                         Utf8Case{"EncodedSurrogate", "x\xED\xA0\x80", 1},             //
                                         Utf8Case{"InTheSecondWord", "監\xE8\xA6", 3}),                //
                         test::kByName);

TEST(NextCodePoint, WalksOverEveryLength) {
  const std::string text = "aé監𠮷";
  std::size_t offset = 0;
  EXPECT_EQ(next_code_point(text, offset), U'a');
  EXPECT_EQ(next_code_point(text, offset), U'é');
  EXPECT_EQ(next_code_point(text, offset), U'監');
  EXPECT_EQ(next_code_point(text, offset), U'𠮷');
  EXPECT_EQ(offset, text.size());
}

TEST(NextCodePoint, AdvancesOverBytesThatAreNoText) {
  std::size_t offset = 0;
  EXPECT_EQ(next_code_point("\xFFz", offset), U'\uFFFD');
  EXPECT_EQ(offset, 1U);
}

TEST(AppendCodePoint, WritesWhatNextCodePointReads) {
  std::string text;
  for (const char32_t c : {U'a', U'é', U'監', U'𠮷'}) append_code_point(text, c);
  EXPECT_EQ(text, "aé監𠮷");
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("保守 1 年"), 6U);
  EXPECT_EQ(count_code_points("𠮷野"), 2U);
}

TEST(DisplayWidth, JapaneseTakesTwoColumns) {
  EXPECT_EQ(display_width("CCNA"), 4U);
  EXPECT_EQ(display_width("監視"), 4U);
  EXPECT_EQ(display_width("ＣＣＮＡ"), 8U);
  EXPECT_EQ(display_width("ｻｰﾊﾞｰ"), 5U);
  EXPECT_EQ(display_width("𠮷田"), 4U);
  EXPECT_EQ(display_width("か\u3099"), 2U);  // a combining mark has no width of its own
}

TEST(ClipToWidth, NeverCutsACharacterInTwo) {
  EXPECT_EQ(clip_to_width("監視", 0), "");
  EXPECT_EQ(clip_to_width("監視", 1), "");
  EXPECT_EQ(clip_to_width("監視", 2), "監");
  EXPECT_EQ(clip_to_width("監視", 3), "監");
  EXPECT_EQ(clip_to_width("監視", 9), "監視");
  EXPECT_EQ(clip_to_width("ab監", 3), "ab");
}

TEST(ClipToWidth, KeepsACombiningMarkWithItsLetter) { EXPECT_EQ(clip_to_width("e\u0301x", 1), "e\u0301"); }

TEST(Nfkc, UnitesWidths) {
  EXPECT_EQ(nfkc("ＣＣＮＡ　２０２４"), "CCNA 2024");
  EXPECT_EQ(nfkc("ｻｰﾊﾞｰ"), "サーバー");
  EXPECT_EQ(nfkc("①㈱"), "1(株)");
  EXPECT_EQ(nfkc("Straße"), "Straße");
}

TEST(CountCodePoints, CountsTheBytesThatBeginOneWhateverTheLength) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes;
    std::size_t begun = 0;
    for (auto length = random() % 40; length > 0; --length) {
      bytes += static_cast<char>(random() % 256);
      if ((static_cast<unsigned char>(bytes.back()) & 0xC0U) != 0x80U) ++begun;
    }
    ASSERT_EQ(count_code_points(bytes), begun);
  }
}

TEST(AsciiText, IsReadAsUtf8procReadsIt) {
  // A character beyond ASCII behind the text sends it the long way through utf8proc.
  std::mt19937_64 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (auto length = random() % 12; length > 0; --length) text += static_cast<char>(random() % 128);
    ASSERT_EQ(nfkc(text) + "監", nfkc(text + "監"));
    ASSERT_EQ(fold(text) + "監", fold(text + "監"));
    ASSERT_EQ(match_key(text) + "監", match_key(text + "監"));
  }
}

TEST(JapaneseText, IsFoldedAsUtf8procFoldsIt) {
  // A character that changes in front sends what is behind it the long way through utf8proc.
  for (char32_t c = 0x2F00; c < 0xB000; ++c) {
    std::string text = "Aか";
    append_code_point(text, c);
    ASSERT_EQ(fold("①" + text + "b"), "1" + fold(text) + "b") << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Fold, UnitesCases) {
  EXPECT_EQ(fold("CCNA"), "ccna");
  EXPECT_EQ(fold("ＣＣＮＡ"), "ccna");
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_EQ(fold(""), "");
}

TEST(MatchKey, IgnoresWhatPeopleWriteWithoutMeaningIt) {
  EXPECT_EQ(match_key("LPIC レベル1"), match_key("lpicレベル１"));
  EXPECT_EQ(match_key("LinuC-2"), match_key("ＬｉｎｕＣ－２"));
  EXPECT_EQ(match_key("ネットワーク・スペシャリスト試験"), match_key("ネットワークスペシャリスト"));
  EXPECT_EQ(match_key("ﾈｯﾄﾜｰｸ･ｽﾍﾟｼｬﾘｽﾄ"), match_key("ネットワークスペシャリスト"));
  EXPECT_EQ(match_key("a–b—c−d‐e"), "abcde");
  EXPECT_EQ(match_key("a\tb\u00A0c\u3000d"), "abcd");
}

TEST(MatchKey, KeepsWhatMakesNamesDifferent) {
  EXPECT_NE(match_key("サーバ"), match_key("サーバー"));
  EXPECT_NE(match_key("C"), match_key("C++"));
  EXPECT_EQ(match_key("試験"), "試験");
  EXPECT_EQ(match_key("試験対策"), "試験対策");
}

TEST(MatchKey, OfAKeyIsItself) {
  for (const char* name : {"CCNA R&S", "ITIL 4 Foundation", "情報処理安全確保支援士試験",
                           "ソリューションアーキテクト - プロ", "  ", ""}) {
    EXPECT_EQ(match_key(match_key(name)), match_key(name)) << name;
  }
}

}  // namespace
}  // namespace upstream::text
