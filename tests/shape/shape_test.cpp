#include "upstream/shape/shape.hpp"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::shape {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::array kColours{Word{"red", "赤", "red colour"}, Word{"light-blue", "水色", "light blue"}};
constexpr Shape kLine = string(1, 5);
constexpr Shape kLevel = integer(0, 4);
constexpr Shape kRatio = number(0, 1.5);
constexpr Shape kColour = choice(kColours);
constexpr Shape kSkill = name("skill");
constexpr Shape kLevels = list(kLevel, 1);
constexpr std::array kFields{Field{"name", &kLine, true, "名前", "the name"}, Field{"level", &kLevel},
                             Field{"when", &kDate}};
constexpr Shape kPerson = mapping(kFields);
constexpr Shape kPeople = map_of(kPerson);
constexpr Shape kVersion = version(2);
constexpr std::array kSpanWays{Alternative{"from", "to"}, Alternative{"length"}};
constexpr ExactlyOne kSpanWay{.of = kSpanWays,
                              .several = {"二通りある", "two ways"},
                              .keep = {"一つに", "keep one"},
                              .none = {"ない", "no way"},
                              .write = {"書く", "write one"}};
constexpr std::array kSpanFields{Field{"from", &kDate}, Field{"to", &kDate}, Field{"length", &kLevel}};
constexpr Shape kPeriod = mapping(kSpanFields, kSpanWay);
constexpr std::array<const Shape*, 3> kOptions{&kLevel, &kColour, &kPerson};
constexpr Shape kLevelOrColour = one_of(kOptions);

Diagnostics check_text(const Shape& shape, const std::string& text) {
  Diagnostics diagnostics;
  const SourceFile source("x.yaml", text);
  const auto document = yaml::read(source, diagnostics);
  EXPECT_TRUE(document) << text;
  if (document) check(shape, document->root(), diagnostics);
  diagnostics.sort();
  return diagnostics;
}

struct ShapeCase {
  const char* name;
  const Shape* shape;
  const char* text;
  std::vector<std::string> places;
};
void PrintTo(const ShapeCase& row, std::ostream* out) { *out << row.name; }

class Check : public testing::TestWithParam<ShapeCase> {};

TEST_P(Check, ReportsEveryPlaceThatDoesNotFit) {
  EXPECT_EQ(test::places(check_text(*GetParam().shape, GetParam().text)), GetParam().places);
}

INSTANTIATE_TEST_SUITE_P(
    Fits, Check,
    testing::Values(
        ShapeCase{"String", &kLine, "監視と保守", {}}, ShapeCase{"QuotedNumber", &kLine, "\"12\"", {}},
        ShapeCase{"Integer", &kLevel, "4", {}}, ShapeCase{"WholeNumber", &kRatio, "1", {}},
        ShapeCase{"Fraction", &kRatio, "1.5", {}}, ShapeCase{"Boolean", &kBoolean, "true", {}},
        ShapeCase{"Date", &kDate, "令和6年4月", {}}, ShapeCase{"WordById", &kColour, "light-blue", {}},
        ShapeCase{"WordByLabel", &kColour, "水色", {}}, ShapeCase{"WordByAnyWidth", &kColour, "ＲＥＤ", {}},
        ShapeCase{"Name", &kSkill, "whatever", {}}, ShapeCase{"List", &kLevels, "[0, 4]", {}},
        ShapeCase{"Mapping", &kPerson, "{name: a, level: 2}", {}},
        ShapeCase{"NotesOfOnesOwn", &kPerson, "{name: a, x-: 1, x-a: [b]}", {}},
        ShapeCase{"MapOfMappings", &kPeople, "{p: {name: a}, x-q: 3}", {}},
        ShapeCase{"FirstOption", &kLevelOrColour, "3", {}},
        ShapeCase{"SecondOption", &kLevelOrColour, "赤", {}},
        ShapeCase{"ThirdOption", &kLevelOrColour, "{name: a}", {}}, ShapeCase{"Version", &kVersion, "2", {}},
        ShapeCase{"FirstAlternative", &kPeriod, "{from: 2024-04}", {}},
        ShapeCase{"WithItsCompanion", &kPeriod, "{from: 2024-04, to: 2024-05}", {}},
        ShapeCase{"SecondAlternative", &kPeriod, "{length: 2}", {}},
        ShapeCase{"Anything", &kAnything, "{a: [1]}", {}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    WrongType, Check,
    testing::Values(ShapeCase{"NumberForString", &kLine, "123", {"1:1 error wrong-type"}},
                    ShapeCase{"BooleanForString", &kLine, "true", {"1:1 error wrong-type"}},
                    ShapeCase{"InfinityForString", &kLine, ".inf", {"1:1 error wrong-type"}},
                    ShapeCase{"StringForInteger", &kLevel, "three", {"1:1 error wrong-type"}},
                    ShapeCase{"QuotedForInteger", &kLevel, "'3'", {"1:1 error wrong-type"}},
                    ShapeCase{"FractionForInteger", &kLevel, "2.5", {"1:1 error wrong-type"}},
                    ShapeCase{"NanForNumber", &kRatio, ".nan", {"1:1 error wrong-type"}},
                    ShapeCase{"InfinityForNumber", &kRatio, "-.inf", {"1:1 error wrong-type"}},
                    ShapeCase{"YesForBoolean", &kBoolean, "yes", {"1:1 error wrong-type"}},
                    ShapeCase{"NumberForDate", &kDate, "2024", {"1:1 error wrong-type"}},
                    ShapeCase{"NumberForChoice", &kColour, "1", {"1:1 error wrong-type"}},
                    ShapeCase{"ListForMapping", &kPerson, "[a]", {"1:1 error wrong-type"}},
                    ShapeCase{"MappingForList", &kLevels, "{a: 1}", {"1:1 error wrong-type"}},
                    ShapeCase{"ScalarForList", &kLevels, "1", {"1:1 error wrong-type"}},
                    ShapeCase{"NothingForValue", &kPerson, "name:\n", {"1:5 error wrong-type"}},
                    ShapeCase{"StringForVersion", &kVersion, "'2'", {"1:1 error wrong-type"}},
                    ShapeCase{"NoOption", &kLevelOrColour, "[1]", {"1:1 error wrong-type"}},
                    ShapeCase{"NullForOption", &kPeople, "p: ~\n", {"1:4 error wrong-type"}}),
    test::kByName);

INSTANTIATE_TEST_SUITE_P(
    OtherRules, Check,
    testing::Values(
        ShapeCase{"StringTooLong", &kLine, "監視と保守の", {"1:1 error out-of-range"}},
        ShapeCase{"StringEmpty", &kLine, "''", {"1:1 error out-of-range"}},
        ShapeCase{"IntegerTooHigh", &kLevel, "5", {"1:1 error out-of-range"}},
        ShapeCase{"IntegerNegative", &kLevel, "-1", {"1:1 error out-of-range"}},
        ShapeCase{"IntegerBeyondAnyMachine", &kLevel, "99999999999999999999", {"1:1 error wrong-type"}},
        ShapeCase{"NumberTooHigh", &kRatio, "1.51", {"1:1 error out-of-range"}},
        ShapeCase{"NameEmpty", &kSkill, "\"\"", {"1:1 error out-of-range"}},
        ShapeCase{"ListTooShort", &kLevels, "[]", {"1:1 error out-of-range"}},
        ShapeCase{"NoSuchDay", &kDate, "2023-02-29", {"1:1 error invalid-date"}},
        ShapeCase{"NoDate", &kDate, "last year", {"1:1 error invalid-date"}},
        ShapeCase{"UnknownWord", &kColour, "green", {"1:1 error unknown-value"}},
        ShapeCase{"WrongOption", &kLevelOrColour, "7", {"1:1 error out-of-range"}},
        ShapeCase{"UnknownKey", &kPerson, "name: a\nlvel: 1\n", {"2:1 error unknown-key"}},
        ShapeCase{"LaterVersion", &kVersion, "3", {"1:1 error unsupported-version"}},
        ShapeCase{"EarlierVersion", &kVersion, "1", {"1:1 error unsupported-version"}},
        ShapeCase{"VersionThatNeverWas", &kVersion, "0", {"1:1 error out-of-range"}},
        ShapeCase{"HugeVersion", &kVersion, "4000000000000", {"1:1 error unsupported-version"}},
        ShapeCase{"NoAlternative", &kPeriod, "{x-a: 1}", {"1:1 error missing-key"}},
        ShapeCase{"CompanionAlone", &kPeriod, "{to: 2024-05}", {"1:1 error missing-key"}},
        ShapeCase{"TwoAlternatives", &kPeriod, "{from: 2024-04, length: 2}", {"1:1 error conflicting-keys"}},
        ShapeCase{"CompanionOfAnother", &kPeriod, "{length: 2, to: 2024-05}", {"1:1 error conflicting-keys"}},
        ShapeCase{"MissingKey", &kPerson, "level: 1\n", {"1:1 error missing-key"}},
        ShapeCase{
            "InEveryItem", &kLevels, "[1, 9, x, 2]", {"1:5 error out-of-range", "1:8 error wrong-type"}},
        ShapeCase{"Everything",
                  &kPeople,
                  "p: {level: 9, when: 2023-13, nam: x}\nq: 3\n",
                  {"1:4 error missing-key", "1:12 error out-of-range", "1:21 error invalid-date",
                   "1:30 error unknown-key", "2:4 error wrong-type"}}),
    test::kByName);

Diagnostic only(const Diagnostics& diagnostics) {
  EXPECT_EQ(diagnostics.items().size(), 1U);
  return diagnostics.items().empty() ? Diagnostic{} : diagnostics.items().front();
}

TEST(Message, SaysWhatStandsThereAndWhatMay) {
  EXPECT_EQ(only(check_text(kLevel, "three")).message.en,
            "expected an integer 0–4, found the string 'three'");
  EXPECT_EQ(only(check_text(kLevel, "5")).message.en, "5 is outside 0–4");
  EXPECT_EQ(only(check_text(kVersion, "3")).message.en, "version 3 is not supported, only 2 is");
  EXPECT_EQ(only(check_text(kVersion, "two")).message.en, "expected the integer 2, found the string 'two'");
  EXPECT_EQ(only(check_text(kPeriod, "{}")).message.en, "no way");
  EXPECT_EQ(only(check_text(kPeriod, "{from: 2024-04, length: 2}")).message.en, "two ways");
  EXPECT_EQ(only(check_text(kColour, "green")).message.en, "'green' is none of red, light-blue");
  EXPECT_EQ(only(check_text(kLine, "監視と保守の")).message.en, "6 characters, more than the limit of 5");
  EXPECT_THAT(only(check_text(kLevelOrColour, "[1]")).message.en,
              HasSubstr("an integer 0–4, or red, light-blue, or a mapping, found a list"));
}

TEST(Message, QuotesOnlyTheBeginningOfALongValue) {
  const auto message = only(check_text(kColour, std::string(100'000, 'x'))).message;
  EXPECT_LT(message.en.size(), 200U);
  EXPECT_LT(message.ja.size(), 200U);
}

TEST(Help, SaysTheLikelyFix) {
  EXPECT_THAT(only(check_text(kLine, "123")).help.en, HasSubstr("\"123\""));
  EXPECT_THAT(only(check_text(kLevel, "'３'")).help.en, HasSubstr("write it plainly: 3"));
  for (const auto* written : {"'03'", "'+3'", "'0x3'", "'０３'"})
    EXPECT_THAT(only(check_text(kLevel, written)).help.en, HasSubstr("write it plainly: 3")) << written;
  // What is no integer in plain digits either has no likely fix.
  for (const auto* no_digits : {".", "'1.5'", "1.2.3", "'９.'", "３つ"}) {
    const auto finding = only(check_text(kLevel, no_digits));
    EXPECT_TRUE(finding.help.en.empty()) << no_digits << ": " << finding.help.en;
    EXPECT_FALSE(finding.fix) << no_digits;
  }
  EXPECT_THAT(only(check_text(kBoolean, "はい")).help.en, HasSubstr("true"));
  EXPECT_THAT(only(check_text(kBoolean, "No")).help.en, HasSubstr("false"));
  EXPECT_THAT(only(check_text(kColour, "rad")).help.en, HasSubstr("'red'"));
  EXPECT_THAT(only(check_text(kPerson, "{name: a, lvel: 1}")).help.en, HasSubstr("'level'"));
  EXPECT_THAT(only(check_text(kPerson, "{name: a, quux: 1}")).help.en, HasSubstr("name, level, when"));
  EXPECT_THAT(only(check_text(kPerson, "{level: 1}")).help.en, HasSubstr("the name"));
  EXPECT_THAT(only(check_text(kVersion, "3")).help.en, HasSubstr("a newer upstream-check"));
  EXPECT_EQ(only(check_text(kPeriod, "{}")).help.en, "write one");
  EXPECT_EQ(only(check_text(kPeriod, "{from: 2024-04, length: 2}")).help.en, "keep one");
}

TEST(FindWord, ComparesFolded) {
  EXPECT_EQ(find_word(kColours, "red"), 0);
  EXPECT_EQ(find_word(kColours, "Light Blue"), 1);
  EXPECT_EQ(find_word(kColours, "水色"), 1);
  EXPECT_EQ(find_word(kColours, "blue"), -1);
  EXPECT_EQ(find_word(kColours, ""), -1);
}

}  // namespace
}  // namespace upstream::shape
