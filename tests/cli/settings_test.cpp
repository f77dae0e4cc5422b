#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "process.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using Variables = std::map<std::string, std::string>;

struct LanguageCase {
  const char* name;
  Variables environment;
  std::vector<std::string> flags;
  bool english;       ///< of text
  bool json_english;  ///< of JSON
};

std::ostream& operator<<(std::ostream& out, const LanguageCase& one) { return out << one.name; }

class LanguageResolution : public CliTest, public testing::WithParamInterface<LanguageCase> {};

TEST_P(LanguageResolution, OfMessages) {
  auto arguments = GetParam().flags;
  arguments.emplace_back("absent.yaml");
  EXPECT_THAT(run(arguments, {.environment = GetParam().environment}).err,
              HasSubstr(GetParam().english ? "cannot be read" : "読めない"));
}

TEST_P(LanguageResolution, OfUsageErrors) {
  auto arguments = GetParam().flags;
  arguments.emplace_back("--bogus");
  EXPECT_THAT(run(arguments, {.environment = GetParam().environment}).err,
              HasSubstr(GetParam().english ? "there is no option" : "オプション"));
}

TEST_P(LanguageResolution, OfJson) {
  write("bad.yaml", kBad);
  auto arguments = GetParam().flags;
  arguments.insert(arguments.end(), {"--format", "json", "bad.yaml"});
  const auto report = json::parse(run(arguments, {.environment = GetParam().environment}).out);
  EXPECT_THAT(report["diagnostics"][0]["message"].get<std::string>(),
              HasSubstr(GetParam().json_english ? "unknown key" : "知らないキー"));
}

INSTANTIATE_TEST_SUITE_P(
    Table, LanguageResolution,
    testing::Values(
        LanguageCase{"Nothing", {{"LC_ALL", ""}}, {}, false, false},
        LanguageCase{"CLocale", {{"LC_ALL", "C"}}, {}, false, false},
        LanguageCase{"PosixLocale", {{"LC_ALL", "POSIX"}}, {}, false, false},
        LanguageCase{"Japanese", {{"LC_ALL", "ja_JP.UTF-8"}}, {}, false, false},
        LanguageCase{"German", {{"LC_ALL", "de_DE.UTF-8"}}, {}, false, false},
        LanguageCase{"English", {{"LC_ALL", "en_US.UTF-8"}}, {}, true, false},
        LanguageCase{"PlainEnglish", {{"LC_ALL", "en"}}, {}, true, false},
        LanguageCase{"NoEnglish", {{"LC_ALL", "enm_GB"}}, {}, false, false},
        LanguageCase{"MessagesBeforeLang",
                     {{"LC_ALL", ""}, {"LC_MESSAGES", "en_GB"}, {"LANG", "ja_JP"}},
                     {},
                     true,
                     false},
        LanguageCase{"AllBeforeMessages", {{"LC_ALL", "ja_JP"}, {"LC_MESSAGES", "en_GB"}}, {}, false, false},
        LanguageCase{"Lang", {{"LC_ALL", ""}, {"LANG", "en_US.UTF-8"}}, {}, true, false},
        LanguageCase{
            "VariableBeforeLocale", {{"LC_ALL", "ja_JP"}, {"UPSTREAM_CHECK_LANG", "en"}}, {}, true, true},
        LanguageCase{
            "VariableBeforeEnglish", {{"LC_ALL", "en_US"}, {"UPSTREAM_CHECK_LANG", "ja"}}, {}, false, false},
        LanguageCase{"EmptyVariable", {{"LC_ALL", "en_US"}, {"UPSTREAM_CHECK_LANG", ""}}, {}, true, false},
        LanguageCase{"FlagBeforeVariable", {{"UPSTREAM_CHECK_LANG", "ja"}}, {"--lang", "en"}, true, true},
        LanguageCase{"FlagWithEquals", {{"UPSTREAM_CHECK_LANG", "en"}}, {"--lang=ja"}, false, false}),
    [](const auto& one) { return std::string(one.param.name); });

class SettingsTest : public CliTest {
 protected:
  [[nodiscard]] json assess(const std::vector<std::string>& flags, const Variables& environment = {}) const {
    auto arguments = flags;
    arguments.insert(arguments.end(), {"--format", "json", "good.yaml"});
    return json::parse(run(arguments, {.environment = environment}).out);
  }
};

TEST_F(SettingsTest, UnknownLanguageIsWrongUsageWhereverItComesFrom) {
  EXPECT_EQ(run({"absent", "--lang", "fr"}).code, 2);
  const auto outcome = run({"absent"}, {.environment = {{"UPSTREAM_CHECK_LANG", "fr"}}});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("UPSTREAM_CHECK_LANG"));
}

TEST_F(SettingsTest, TheDayIsFlagThenVariableThenProfile) {
  write("good.yaml", kGood);
  EXPECT_EQ(assess({})["as_of"], "2026-04-01");
  EXPECT_EQ(assess({}, {{"UPSTREAM_CHECK_AS_OF", "2027-05-06"}})["as_of"], "2027-05-06");
  EXPECT_EQ(assess({"--as-of", "2028-01-02"}, {{"UPSTREAM_CHECK_AS_OF", "2027-05-06"}})["as_of"],
            "2028-01-02");
  EXPECT_EQ(assess({"--as-of", "令和9年4月1日"})["as_of"], "2027-04-01");
  EXPECT_EQ(assess({"--as-of", "2027-02"})["as_of"], "2027-02-28");
  EXPECT_EQ(run({"good.yaml"}, {.environment = {{"UPSTREAM_CHECK_AS_OF", "soon"}}}).code, 2);
}

TEST_F(SettingsTest, TheSameInputGivesTheSameBytesWhateverTheLocale) {
  write("good.yaml", kGood);
  const auto c = run({"good.yaml", "--lang", "ja", "--all"});
  const auto japanese = run({"good.yaml", "--lang", "ja", "--all"},
                            {.environment = {{"LC_ALL", "ja_JP.UTF-8"}, {"TZ", "Asia/Tokyo"}}});
  EXPECT_EQ(c.out, japanese.out);
}

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    most = std::max(most, text::display_width(line));
  }
  return most;
}

TEST_F(SettingsTest, TheWidthIsFlagThenTerminalThenVariableThenEighty) {
  write("good.yaml", kGood);
  const std::vector<std::string> plain{"good.yaml", "--color", "never"};
  EXPECT_EQ(widest(run(plain).out), 80U);
  EXPECT_EQ(widest(run(plain, {.environment = {{"COLUMNS", "70"}}}).out), 70U);
  EXPECT_EQ(widest(run(plain, {.environment = {{"COLUMNS", "wide"}}}).out), 80U);
  EXPECT_EQ(widest(run(plain, {.environment = {{"COLUMNS", "20"}}}).out), 60U);
  const World terminal{
      .environment = {{"COLUMNS", "70"}}, .standard_output = Stream::terminal, .terminal_columns = 90};
  EXPECT_EQ(widest(run(plain, terminal).out), 90U);
  EXPECT_EQ(widest(run({"good.yaml", "--color", "never", "--width", "85"}, terminal).out), 85U);
}

TEST_F(SettingsTest, QuietSilencesWarningsButNoError) {
  write("warned.yaml", kWarned);
  write("bad.yaml", std::string(kBad) + "certifications: [TOEIC]\n");
  EXPECT_THAT(run({"warned.yaml"}).err, HasSubstr("unknown-certification"));
  EXPECT_EQ(run({"-q", "warned.yaml"}).err, "");
  const auto bad = run({"-q", "bad.yaml"});
  EXPECT_THAT(bad.err, HasSubstr("unknown-key"));
  EXPECT_THAT(bad.err, testing::Not(HasSubstr("unknown-certification")));
}

TEST_F(SettingsTest, VerboseTellsOnStderrOnly) {
  write("good.yaml", kGood);
  const auto quiet = run({"good.yaml"});
  const auto verbose = run({"-v", "good.yaml"});
  EXPECT_EQ(quiet.out, verbose.out);
  EXPECT_THAT(verbose.err, testing::AllOf(HasSubstr("hash"), HasSubstr("good.yaml"), HasSubstr("2026-04-01"),
                                          HasSubstr(" ms")));
}

}  // namespace
}  // namespace upstream::test
