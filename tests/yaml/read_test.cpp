#include "upstream/yaml/read.hpp"

#include <cmath>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream::yaml {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Read {
  Diagnostics diagnostics;
  std::optional<Document> document;
};

Read read_text(std::string text, const Limits& limits = {}) {
  Read result;
  const SourceFile source("x.yaml", std::move(text));
  result.document = read(source, result.diagnostics, limits);
  result.diagnostics.sort();
  return result;
}

void outline(Node node, std::vector<std::string>& lines) {
  const auto span = test::to_string(node.span());
  if (node.is_scalar()) {
    lines.push_back(fmt::format("{} {}", node.text(), span));
  } else if (node.is_sequence()) {
    lines.push_back(fmt::format("[ {}", span));
    node.for_each_item([&](Node item) { outline(item, lines); });
  } else {
    lines.push_back(fmt::format("{{ {}", span));
    node.for_each_entry([&](Node key, Node value) {
      outline(key, lines);
      outline(value, lines);
    });
  }
}

std::vector<std::string> outline(const std::string& text) {
  const auto result = read_text(text);
  EXPECT_THAT(test::places(result.diagnostics), IsEmpty());
  std::vector<std::string> lines;
  if (result.document) outline(result.document->root(), lines);
  return lines;
}

// Places.

struct OutlineCase {
  const char* name;
  std::string text;
  std::vector<std::string> lines;
};
void PrintTo(const OutlineCase& row, std::ostream* out) { *out << row.name; }

class Outline : public testing::TestWithParam<OutlineCase> {};

TEST_P(Outline, HasExactPlaces) { EXPECT_EQ(outline(GetParam().text), GetParam().lines); }

INSTANTIATE_TEST_SUITE_P(
    Scalars, Outline,
    testing::Values(
        OutlineCase{"Plain", "name: value\n", {"{ 1:1-1:5", "name 1:1-1:5", "value 1:7-1:12"}},
        OutlineCase{"Japanese", "名前: Hさん\n", {"{ 1:1-1:3", "名前 1:1-1:3", "Hさん 1:5-1:8"}},
        OutlineCase{"FourByteCharacter", "氏: 𠮷田 # x\n", {"{ 1:1-1:2", "氏 1:1-1:2", "𠮷田 1:4-1:6"}},
        OutlineCase{"NoLineBreakAtTheEnd", "a: 1", {"{ 1:1-1:2", "a 1:1-1:2", "1 1:4-1:5"}},
        OutlineCase{"TrailingSpace", "a: b c  \n", {"{ 1:1-1:2", "a 1:1-1:2", "b c 1:4-1:7"}},
        OutlineCase{"Comment", "a: b # c\n", {"{ 1:1-1:2", "a 1:1-1:2", "b 1:4-1:5"}},
        OutlineCase{"SingleQuoted", "'a b': 'it''s'\n", {"{ 1:1-1:6", "a b 1:1-1:6", "it's 1:8-1:15"}},
        OutlineCase{"DoubleQuoted", R"("k": "x\"y\u3042")", {"{ 1:1-1:4", "k 1:1-1:4", "x\"yあ 1:6-1:18"}},
        OutlineCase{"BackslashBeforeQuote", R"(a: "x\\")", {"{ 1:1-1:2", "a 1:1-1:2", "x\\ 1:4-1:9"}},
        OutlineCase{"EmptyQuoted",
                    "a: ''\nb: \"\"\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", " 1:4-1:6", "b 2:1-2:2", " 2:4-2:6"}},
        OutlineCase{"PlainOverTwoLines",
                    "a: one\n  two\nb: 3\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", "one two 1:4-1:7", "b 3:1-3:2", "3 3:4-3:5"}},
        OutlineCase{"QuotedOverTwoLines",
                    "a: \"one\n  two\"\nb: 3\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", "one two 1:4-2:7", "b 3:1-3:2", "3 3:4-3:5"}},
        OutlineCase{"Literal",
                    "a: |\n  one\n  two\nb: 3\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", "one\ntwo\n 1:4-1:5", "b 4:1-4:2", "3 4:4-4:5"}},
        OutlineCase{"Folded", "a: >-\n  one\n  two\n", {"{ 1:1-1:2", "a 1:1-1:2", "one two 1:4-1:6"}},
        OutlineCase{"RootScalar", "監視\n", {"監視 1:1-1:3"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    EmptyValues, Outline,
    testing::Values(
        OutlineCase{"PointAtTheEndOfTheKey",
                    "a:\nb: 1\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", " 1:2-1:2", "b 2:1-2:2", "1 2:4-2:5"}},
        OutlineCase{"FarBeforeTheNextKey",
                    "監視:\n\n# x\n\nb:\n",
                    {"{ 1:1-1:3", "監視 1:1-1:3", " 1:3-1:3", "b 5:1-5:2", " 5:2-5:2"}},
        OutlineCase{"BeforeAKeyThatBeginsLikeNull",
                    "a:\nnullable: 1\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", " 1:2-1:2", "nullable 2:1-2:9", "1 2:11-2:12"}},
        OutlineCase{"BeforeAKeyNamedNull",
                    "a:\nnull: 1\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", " 1:2-1:2", "null 2:1-2:5", "1 2:7-2:8"}},
        OutlineCase{"InFlow", "{a: , b}", {"{ 1:1-1:3", "a 1:2-1:3", " 1:3-1:3", "b 1:7-1:8", " 1:8-1:8"}},
        OutlineCase{"ListItem", "- \n- x\n", {"[ 1:1-1:2", " 1:2-1:2", "x 2:3-2:4"}},
        OutlineCase{
            "LastListItem",
            "a:\n  - x\n  - # soon\n\n  # -\nb: 1\n",
            {"{ 1:1-1:2", "a 1:1-1:2", "[ 2:3-2:6", "x 2:5-2:6", " 3:4-3:4", "b 6:1-6:2", "1 6:4-6:5"}},
        OutlineCase{"OnlyListItem", "a:\n-", {"{ 1:1-1:2", "a 1:1-1:2", "[ 2:1-2:2", " 2:2-2:2"}},
        OutlineCase{"WrittenNull",
                    "a: null\nb: ~\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", "null 1:4-1:8", "b 2:1-2:2", "~ 2:4-2:5"}},
        OutlineCase{"WrittenNullOnTheNextLine",
                    "a:\n  ~\nb: 1\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", "~ 2:3-2:4", "b 3:1-3:2", "1 3:4-3:5"}},
        OutlineCase{"WrittenNullInFlow", "[~, null]", {"[ 1:1-1:3", "~ 1:2-1:3", "null 1:5-1:9"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Collections, Outline,
    testing::Values(
        OutlineCase{"Flow",
                    "{a: 1, b: [x, y]}",
                    {"{ 1:1-1:3", "a 1:2-1:3", "1 1:5-1:6", "b 1:8-1:9", "[ 1:11-1:13", "x 1:12-1:13",
                     "y 1:15-1:16"}},
        OutlineCase{"FlowOverLines", "[\n  a,\n  b\n]\n", {"[ 1:1-2:4", "a 2:3-2:4", "b 3:3-3:4"}},
        OutlineCase{
            "EmptyFlow", "a: []\nb: {}\n", {"{ 1:1-1:2", "a 1:1-1:2", "[ 1:4-1:5", "b 2:1-2:2", "{ 2:4-2:5"}},
        OutlineCase{"ListOfMappings",
                    "- a: 1\n  b: 2\n- c: 3\n",
                    {"[ 1:1-1:4", "{ 1:3-1:4", "a 1:3-1:4", "1 1:6-1:7", "b 2:3-2:4", "2 2:6-2:7",
                     "{ 3:3-3:4", "c 3:3-3:4", "3 3:6-3:7"}},
        OutlineCase{"MappingUnderKey",
                    "a:\n  b: 1\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", "{ 2:3-2:4", "b 2:3-2:4", "1 2:6-2:7"}},
        OutlineCase{"Json",
                    "{\n  \"a\": [1, null],\n  \"名\": true\n}\n",
                    {"{ 1:1-2:6", "a 2:3-2:6", "[ 2:8-2:10", "1 2:9-2:10", "null 2:12-2:16", "名 3:3-3:6",
                     "true 3:8-3:12"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    LineBreaksAndMarks, Outline,
    testing::Values(
        OutlineCase{
            "Crlf", "a: 1\r\n名: 2\r\n", {"{ 1:1-1:2", "a 1:1-1:2", "1 1:4-1:5", "名 2:1-2:2", "2 2:4-2:5"}},
        OutlineCase{"CrlfEmptyValue",
                    "a:\r\nb:\r\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", " 1:2-1:2", "b 2:1-2:2", " 2:2-2:2"}},
        OutlineCase{"CrlfBlock",
                    "a: |\r\n  x\r\nb: 2\r\n",
                    {"{ 1:1-1:2", "a 1:1-1:2", "x\n 1:4-1:5", "b 3:1-3:2", "2 3:4-3:5"}},
        OutlineCase{"ByteOrderMark", "\xEF\xBB\xBFname: x\n", {"{ 1:1-1:5", "name 1:1-1:5", "x 1:7-1:8"}},
        OutlineCase{"DocumentMarkers", "---\na: 1\n...\n", {"{ 2:1-2:2", "a 2:1-2:2", "1 2:4-2:5"}},
        OutlineCase{"Directive", "%YAML 1.2\n---\na: 1\n", {"{ 3:1-3:2", "a 3:1-3:2", "1 3:4-3:5"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    SurrogatePairs, Outline,
    testing::Values(
        OutlineCase{"AreOneCharacter",
                    R"({"name": "\ud842\udfb7田", "x": 1})",
                    {"{ 1:1-1:8", "name 1:2-1:8", "𠮷田 1:10-1:25", "x 1:27-1:30", "1 1:32-1:33"}},
        OutlineCase{"UpperCase", R"(a: "\uD842\uDFB7")", {"{ 1:1-1:2", "a 1:1-1:2", "𠮷 1:4-1:18"}},
        OutlineCase{"InAKey", R"({"\ud842\udfb7": 1})", {"{ 1:1-1:16", "𠮷 1:2-1:16", "1 1:18-1:19"}},
        OutlineCase{"AreTextInPlainScalars",
                    R"(a: \ud842\udfb7)",
                    {"{ 1:1-1:2", "a 1:1-1:2", R"(\ud842\udfb7 1:4-1:16)"}},
        OutlineCase{"AreTextInSingleQuotes",
                    R"(a: '\ud842\udfb7')",
                    {"{ 1:1-1:2", "a 1:1-1:2", R"(\ud842\udfb7 1:4-1:18)"}},
        OutlineCase{"AreTextBehindABackslash",
                    R"(a: "\\ud842\\udfb7")",
                    {"{ 1:1-1:2", "a 1:1-1:2", R"(\ud842\udfb7 1:4-1:20)"}}),
    test::kByName);

// Refusals.

struct RefusalCase {
  const char* name;
  std::string text;
  std::vector<std::string> places;
};
void PrintTo(const RefusalCase& row, std::ostream* out) { *out << row.name; }

class Refusal : public testing::TestWithParam<RefusalCase> {};

TEST_P(Refusal, IsReportedAtItsPlace) {
  EXPECT_EQ(test::places(read_text(GetParam().text).diagnostics), GetParam().places);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, Refusal,
    testing::Values(
        RefusalCase{"Anchor", "a: &x 1\n", {"1:4 error yaml-anchor"}},
        RefusalCase{"AnchorOnAMapping", "a: &x\n  b: 1\n", {"1:4 error yaml-anchor"}},
        RefusalCase{"Alias", "a: &x 1\nb: *x\n", {"1:4 error yaml-anchor", "2:4 error yaml-anchor"}},
        RefusalCase{"AliasWithoutAnchor", "b: *x\n", {"1:4 error yaml-anchor"}},
        RefusalCase{"EmphasisOfMarkdown", "- *重要*\n", {"1:3 error yaml-anchor"}},
        RefusalCase{"BulletOfMarkdown", "* a\n", {"1:2 error yaml-anchor"}},
        RefusalCase{"AndSign", "a: & b\n", {"1:5 error yaml-anchor"}},
        RefusalCase{"SelfAlias", "&s [*s]\n", {"1:1 error yaml-anchor", "1:5 error yaml-anchor"}},
        RefusalCase{"BillionLaughs",
                    "a: &a [x, x]\nb: &b [*a, *a]\n",
                    {"1:4 error yaml-anchor", "2:4 error yaml-anchor", "2:8 error yaml-anchor",
                     "2:12 error yaml-anchor"}},
        RefusalCase{
            "MergeKey", "a: &a {x: 1}\nb: {<<: *a}\n", {"1:4 error yaml-anchor", "2:9 error yaml-anchor"}},
        RefusalCase{"CoreTag", "a: !!str 1\n", {"1:4 error yaml-tag"}},
        RefusalCase{"LocalTag", "a: !mine {b: 1}\n", {"1:4 error yaml-tag"}},
        RefusalCase{"VerbatimTag", "a: !<tag:example.com,2000:x> b\n", {"1:4 error yaml-tag"}},
        RefusalCase{"TwoDocuments", "a: 1\n---\nb: 2\n", {"2:1 error multiple-documents"}},
        RefusalCase{"SecondDocumentEmpty", "a: 1\n---\n", {"2:1 error multiple-documents"}},
        RefusalCase{"SecondDocumentWithoutItsMark", "a: 1\n...\nb: 2\n", {"3:1 error multiple-documents"}},
        RefusalCase{"KeyBehindAList", "- a\nb: 1\n", {"2:1 error yaml-syntax"}},
        RefusalCase{"KeyBehindAFlowMapping", "{a: 1}\nb: 1\n", {"2:1 error yaml-syntax"}},
        RefusalCase{"Empty", "", {"1:1 error empty-document"}},
        RefusalCase{"OnlyAByteOrderMark", "\xEF\xBB\xBF", {"1:1 error empty-document"}},
        RefusalCase{"CommentsOnly", "# a\n\n# b\n", {"1:1 error empty-document"}},
        RefusalCase{"OnlyADocumentMarker", "---\n", {"2:1 error empty-document"}},
        RefusalCase{"OnlyNull", "~\n", {"1:1 error empty-document"}},
        RefusalCase{"DuplicateKey", "a: 1\nb: 2\na: 3\n", {"3:1 error duplicate-key"}},
        RefusalCase{"DuplicateKeyTwice",
                    "a: 1\na: 2\na: 3\n",
                    {"2:1 error duplicate-key", "3:1 error duplicate-key"}},
        RefusalCase{"DuplicateKeyQuoted", "a: 1\n\"\\u0061\": 2\n", {"2:1 error duplicate-key"}},
        RefusalCase{"DuplicateKeyInFlow", "x: [{a: 1, a: 2}]\n", {"1:12 error duplicate-key"}},
        RefusalCase{"DuplicateKeysInTwoMappings",
                    "x: {a: 1, a: 2}\ny: {b: 1, b: 2}\n",
                    {"1:11 error duplicate-key", "2:11 error duplicate-key"}},
        RefusalCase{"EmptyKey", "\"\": 1\n", {"1:1 error yaml-syntax"}},
        RefusalCase{"MissingKey", ": 1\n", {"1:1 error yaml-syntax"}},
        RefusalCase{"CollectionAsKey", "[a]: 1\n", {"1:1 error yaml-syntax"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    Syntax, Refusal,
    testing::Values(RefusalCase{"OpenSequence", "a: [1, 2\n", {"2:1 error yaml-syntax"}},
                    RefusalCase{"OpenSequences", "[[[1\n", {"2:1 error yaml-syntax"}},
                    RefusalCase{"OpenMapping", "a: {b: 1\n", {"2:1 error yaml-syntax"}},
                    RefusalCase{"OpenQuote", "a: \"x\nb: 1", {"2:5 error yaml-syntax"}},
                    RefusalCase{"OpenQuoteBeforeALineBreak", "a: \"x\nb: 1\n", {"1:4 error yaml-syntax"}},
                    RefusalCase{"OpenSingleQuote", "a: 'x''\nb: 1\n", {"1:4 error yaml-syntax"}},
                    RefusalCase{"Indent", "a: 1\n  b: 2\n", {"2:4 error yaml-syntax"}},
                    RefusalCase{"Tab", "a:\n  \tb: 1\n", {"2:3 error yaml-syntax"}},
                    RefusalCase{"ColonInValue", "a: b: c\n", {"1:5 error yaml-syntax"}},
                    RefusalCase{"ReservedSign", "a: @x\n", {"1:4 error yaml-syntax"}},
                    RefusalCase{"UnknownEscape", "a: \"\\q\"\n", {"1:5 error yaml-syntax"}},
                    RefusalCase{"LoneHighSurrogate", R"({"a": "\ud842x"})", {"1:8 error yaml-syntax"}},
                    RefusalCase{"LoneLowSurrogate", R"({"a": "\udfb7"})", {"1:8 error yaml-syntax"}},
                    RefusalCase{"LowSurrogateBehindAnEscapedBackslash",
                                R"({"a": "\\ud842\udfb7"})",
                                {"1:15 error yaml-syntax"}},
                    RefusalCase{"HalfAnEscape", R"(a: "\u12")", {"1:5 error yaml-syntax"}},
                    RefusalCase{"ClosedTwice", "a: [1]]\n", {"1:7 error yaml-syntax"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    ControlCharacters, Refusal,
    testing::Values(RefusalCase{"Nul", std::string("a: x\0y\n", 7), {"1:5 error control-character"}},
                    RefusalCase{"Several",
                                "a: 監\x01\nb: \x1B[31m\x7F\n",
                                {"1:5 error control-character", "2:4 error control-character",
                                 "2:9 error control-character"}},
                    RefusalCase{"C1", "a: x\xC2\x9Bz\n", {"1:5 error control-character"}},
                    RefusalCase{"BesideAnotherError",
                                "a: \x02\na: 1\n",
                                {"1:4 error control-character", "2:1 error duplicate-key"}},
                    RefusalCase{"InAComment", "a: 1 # \x07\n", {"1:8 error control-character"}},
                    RefusalCase{"SecondByteOrderMark",
                                "\xEF\xBB\xBF\xEF\xBB\xBF# x\na: 1\n",
                                {"1:1 error control-character"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    AreNoControlCharacters, Outline,
    testing::Values(OutlineCase{"Tab", "a: x\ty\n", {"{ 1:1-1:2", "a 1:1-1:2", "x\ty 1:4-1:7"}},
                    OutlineCase{"NextLineCharacter",
                                "a: \"x\xC2\x85y\"\n",
                                {"{ 1:1-1:2", "a 1:1-1:2", "x\u0085y 1:4-1:9"}}),
    test::kByName);

TEST(DuplicateKey, NotesTheFirst) {
  const auto result = read_text("名前: 1\nb: 2\n名前: 3\n");
  ASSERT_EQ(result.diagnostics.items().size(), 1U);
  const auto& item = result.diagnostics.items().front();
  EXPECT_EQ(test::to_string(item.span), "3:1-3:3");
  ASSERT_EQ(item.notes.size(), 1U);
  EXPECT_EQ(test::to_string(item.notes.front().span), "1:1-1:3");
  EXPECT_THAT(item.message.ja, HasSubstr("名前"));
}

// Encodings.

struct EncodingCase {
  const char* name;
  std::string bytes;
  const char* says;
  std::uint32_t line = 1;
};
void PrintTo(const EncodingCase& row, std::ostream* out) { *out << row.name; }

class Encoding : public testing::TestWithParam<EncodingCase> {};

TEST_P(Encoding, IsNamedWhereItShows) {
  const auto result = read_text(GetParam().bytes);
  EXPECT_FALSE(result.document);
  ASSERT_THAT(test::rule_ids(result.diagnostics), ElementsAre("encoding"));
  const auto& item = result.diagnostics.items().front();
  EXPECT_THAT(item.message.en, HasSubstr(GetParam().says));
  EXPECT_EQ(item.span.begin.line, GetParam().line);
}

std::string utf16(std::u16string_view text, bool little, bool mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) put(u'\uFEFF');
  for (const auto unit : text) put(unit);
  return bytes;
}

constexpr std::u16string_view kUtf16 = u"version: 1\nname: 監視\n";

INSTANTIATE_TEST_SUITE_P(
    Table, Encoding,
    testing::Values(EncodingCase{"ShiftJis", "version: 1\nname: \x8A\xC4\x8E\x8B\n", "Shift_JIS", 2},
                    EncodingCase{"ShiftJisHalfWidthKana", "name: \xBB\xB0\xCA\xDE\xB0\x8A\xC4\n",
                                 "Shift_JIS"},
                    EncodingCase{"EucJp", "name: \xB4\xC6\xBB\xEB\n", "EUC-JP"},
                    EncodingCase{"Utf16LittleWithMark", utf16(kUtf16, true, true), "UTF-16"},
                    EncodingCase{"Utf16BigWithMark", utf16(kUtf16, false, true), "UTF-16"},
                    EncodingCase{"Utf16LittleWithoutMark", utf16(kUtf16, true, false), "UTF-16"},
                    EncodingCase{"Utf16BigWithoutMark", utf16(kUtf16, false, false), "UTF-16"},
                    EncodingCase{"Utf16AsciiOnly", utf16(u"version: 1\nname: a\n", true, false), "UTF-16"},
                    EncodingCase{"SomeByte", "name: caf\xE9 \xFF\n", "0xE9"},
                    EncodingCase{"Utf32", std::string("\xFF\xFE\0\0v\0\0\0", 8), "UTF-32"},
                    EncodingCase{"TwoBytesTellNothing", "version: 1\nname: a\nid: \xE3\x81", "0xE3", 3},
                    EncodingCase{"CutShort", "name: x\n# \xE7\x9B", "", 2}),
    test::kByName);

// Limits.

TEST(Limits, DepthOf32IsReadAnd33IsNot) {
  EXPECT_THAT(test::places(read_text(test::repeated("[", 32) + test::repeated("]", 32)).diagnostics),
              IsEmpty());
  EXPECT_THAT(test::places(read_text(test::repeated("[", 33) + test::repeated("]", 33)).diagnostics),
              ElementsAre("1:33 error too-deep"));
  EXPECT_THAT(test::places(read_text(test::repeated("- ", 33) + "x\n").diagnostics),
              ElementsAre("1:65 error too-deep"));
}

TEST(Limits, DepthOf600IsReportedLikeAnyOther) {
  EXPECT_THAT(test::places(read_text(test::repeated("[", 600) + test::repeated("]", 600)).diagnostics),
              ElementsAre("1:33 error too-deep"));
  EXPECT_THAT(test::places(read_text(test::repeated("{a: ", 600) + test::repeated("}", 600)).diagnostics),
              ElementsAre("1:129 error too-deep"));
}

TEST(Limits, CollectionOf2000IsReadAnd2001IsNot) {
  EXPECT_THAT(test::places(read_text(test::repeated("- x\n", 2000)).diagnostics), IsEmpty());
  EXPECT_THAT(test::places(read_text(test::repeated("- x\n", 2001)).diagnostics),
              ElementsAre("2001:3 error too-many-entries"));
  std::string mapping;
  for (int i = 0; i < 2000; ++i) mapping += fmt::format("k{}: 1\n", i);
  EXPECT_THAT(test::places(read_text(mapping).diagnostics), IsEmpty());
  EXPECT_THAT(test::places(read_text(mapping + "more: 1\n").diagnostics),
              ElementsAre("2001:1 error too-many-entries"));
}

TEST(Limits, OneMebibyteIsReadAndAByteMoreIsNot) {
  const std::string head = "a: 1\n#";
  const std::string full = head + std::string(1024 * 1024 - head.size(), 'x');
  EXPECT_THAT(test::places(read_text(full).diagnostics), IsEmpty());
  const auto result = read_text(full + "x");
  EXPECT_FALSE(result.document);
  ASSERT_THAT(test::places(result.diagnostics), ElementsAre("1:1 error file-too-large"));
  EXPECT_THAT(result.diagnostics.items().front().message.en, HasSubstr("1048576"));
}

TEST(Limits, AreStatedInTheMessage) {
  EXPECT_THAT(read_text("[[[]]]", {.depth = 2}).diagnostics.items().front().message.en,
              HasSubstr("2 levels"));
  EXPECT_THAT(read_text("[1, 2, 3]", {.entries = 2}).diagnostics.items().front().message.en,
              HasSubstr("2 entries"));
}

// The core schema.

std::string kind_of(Node node) {
  if (node.is_null()) return "null";
  if (const auto boolean = node.boolean()) return *boolean ? "true" : "false";
  if (const auto integer = node.integer()) return fmt::format("int {}", *integer);
  if (const auto number = node.number()) return fmt::format("float {}", *number);
  return node.is_string() ? "string" : "other";
}

struct ScalarCase {
  const char* text;
  const char* kind;
};
void PrintTo(const ScalarCase& row, std::ostream* out) { *out << row.text; }

class CoreSchema : public testing::TestWithParam<ScalarCase> {};

TEST_P(CoreSchema, DecidesTheTypeOfAScalar) {
  const auto result = read_text(fmt::format("a: {}\n", GetParam().text));
  ASSERT_TRUE(result.document) << GetParam().text;
  EXPECT_EQ(kind_of(*result.document->root().find("a")), GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(
    NullAndBoolean, CoreSchema,
    testing::Values(ScalarCase{"", "null"}, ScalarCase{"~", "null"}, ScalarCase{"null", "null"},
                    ScalarCase{"Null", "null"}, ScalarCase{"NULL", "null"}, ScalarCase{"nULL", "string"},
                    ScalarCase{"'null'", "string"}, ScalarCase{"\"~\"", "string"}, ScalarCase{"''", "string"},
                    ScalarCase{"true", "true"}, ScalarCase{"True", "true"}, ScalarCase{"FALSE", "false"},
                    ScalarCase{"false", "false"}, ScalarCase{"tRUE", "string"}, ScalarCase{"yes", "string"},
                    ScalarCase{"on", "string"}, ScalarCase{"n", "string"}, ScalarCase{"'true'", "string"}));

INSTANTIATE_TEST_SUITE_P(
    Integers, CoreSchema,
    testing::Values(ScalarCase{"0", "int 0"}, ScalarCase{"3", "int 3"}, ScalarCase{"-3", "int -3"},
                    ScalarCase{"+3", "int 3"}, ScalarCase{"08", "int 8"}, ScalarCase{"0o17", "int 15"},
                    ScalarCase{"0x1F", "int 31"}, ScalarCase{"0xff", "int 255"},
                    ScalarCase{"9223372036854775807", "int 9223372036854775807"}, ScalarCase{"'3'", "string"},
                    ScalarCase{"\"3\"", "string"}, ScalarCase{"0x", "string"}, ScalarCase{"0xG", "string"},
                    ScalarCase{"0o8", "string"}, ScalarCase{"0x-5", "string"}, ScalarCase{"0o-7", "string"},
                    ScalarCase{"+-5", "string"}, ScalarCase{"--5", "string"}, ScalarCase{"3人", "string"},
                    ScalarCase{"1_000", "string"}, ScalarCase{"３", "string"},
                    ScalarCase{"2024-04", "string"}));

INSTANTIATE_TEST_SUITE_P(Floats, CoreSchema,
                         testing::Values(ScalarCase{"1.5", "float 1.5"}, ScalarCase{"-1.5", "float -1.5"},
                                         ScalarCase{"+1.5", "float 1.5"}, ScalarCase{".5", "float 0.5"},
                                         ScalarCase{"-.5", "float -0.5"}, ScalarCase{"1.", "float 1"},
                                         ScalarCase{"1e3", "float 1000"}, ScalarCase{"1.5E-1", "float 0.15"},
                                         ScalarCase{"99999999999999999999", "float 1e+20"},
                                         ScalarCase{"1e999", "other"}, ScalarCase{".inf", "other"},
                                         ScalarCase{"-.Inf", "other"}, ScalarCase{"+.INF", "other"},
                                         ScalarCase{".nan", "other"}, ScalarCase{".NaN", "other"},
                                         ScalarCase{"nan", "string"}, ScalarCase{"inf", "string"},
                                         ScalarCase{"'.nan'", "string"}, ScalarCase{".", "string"},
                                         ScalarCase{"1.5.2", "string"}, ScalarCase{"1e", "string"},
                                         ScalarCase{"e3", "string"}, ScalarCase{"'1.5'", "string"},
                                         ScalarCase{"1,5", "string"}, ScalarCase{"0x1p3", "string"}));

// The tree.

TEST(Node, FindsTheFirstValueOfAKey) {
  const auto result = read_text("a: 1\nb: [x, y]\n");
  ASSERT_TRUE(result.document);
  const auto root = result.document->root();
  EXPECT_EQ(root.size(), 2U);
  EXPECT_EQ(root.find("b")->size(), 2U);
  EXPECT_FALSE(root.find("c"));
  EXPECT_FALSE(root.find("b")->find("x"));
}

TEST(Document, YamlAndJsonOfOneTextDifferOnlyInPlaces) {
  const auto json = read_text(R"({"a": [1, "x"], "b": {"c": null}})");
  const auto again = read_text(R"({"a": [1, "x"], "b": {"c": null}})");
  const auto other = read_text(R"({"a": [1, "x"], "b": {"c": ""}})");
  ASSERT_TRUE(json.document && again.document && other.document);
  EXPECT_TRUE(json.document->same_tree(*again.document));
  EXPECT_FALSE(json.document->same_tree(*other.document));
}

}  // namespace
}  // namespace upstream::yaml
