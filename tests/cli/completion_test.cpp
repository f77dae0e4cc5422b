#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "process.hpp"
#include "upstream/report/explain.hpp"
#include "upstream/rubric/load.hpp"

namespace upstream::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using Words = std::vector<std::string>;

bool has_zsh() { return fs::exists("/usr/bin/zsh") || fs::exists("/bin/zsh"); }

/// A rubric with ids and labels that break out of a script that does not quote them.
std::string hostile_rubric() {
  std::string text(builtin_rubric_text());
  const auto replace_all = [&text](std::string_view from, std::string_view to) {
    auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    for (; at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  };
  replace_all("id: from-operations\n", "id: \"$(touch pwned)\"\n");
  replace_all("id: one-year-maintenance,", "id: \"a' ) ; touch pwned ; ( '\",");
  replace_all("id: cisco-certificate,", "id: \"b\\n)\\ntouch pwned\\n(\",");
  replace_all("id: sales-strong-firm,", "id: \"`touch pwned`\",");
  replace_all("id: upstream-large\n", "id: \"--rubric\"\n");
  replace_all(
      "label: {ja: \"監視\", en: \"monitoring\"}",
      R"(label: {ja: "'$(touch pwned)' \\ : [x] %F{red} `touch pwned`\n\e[2J", en: "';touch pwned;'"})");
  return text;
}

class CompletionTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("good.yaml", kGood);
    write("my profile.json", "{}");
    write("notes.txt", "");
    fs::create_directory(folder() / "team");
    make({});
  }
  void make(const Words& options) const {
    for (const auto& [shell, file] : {std::pair{"bash", "completion.bash"}, {"zsh", "_upstream-check"}}) {
      Words arguments{"completion", shell, "-o", file};
      arguments.insert(arguments.end(), options.begin(), options.end());
      EXPECT_EQ(run(arguments).code, 0);
    }
  }

  /// What bash would offer for the last word, sorted.
  [[nodiscard]] Words complete(const Words& words) const {
    Words arguments{"--norc", "--noprofile", "-c", R"sh(
      source ./completion.bash
      upstream-check() { : >ran; }
      COMP_WORDS=(upstream-check "$@") COMP_CWORD=$# COMP_LINE="upstream-check $*" COMP_POINT=${#COMP_LINE}
      last=${COMP_WORDS[COMP_CWORD]}
      _upstream_check upstream-check "${last#=}" "${COMP_WORDS[COMP_CWORD-1]}"
      for word in "${COMPREPLY[@]}"; do printf '%s\n' "$word"; done)sh",
                    "bash"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const auto outcome = run(arguments, {.program = "bash"});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.err, "");
    EXPECT_FALSE(fs::exists(folder() / "ran")) << "completing ran the program";
    std::set<std::string> offered;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) offered.insert(line);
    return {offered.begin(), offered.end()};
  }

  /// What a shell at a terminal shows when these lines are typed into it. `upstream-check` prints its words.
  [[nodiscard]] std::string talk(const std::string& shell, Words typed) const {
    typed.emplace_back("exit\n");
    const Words plain = shell == "bash" ? Words{"--norc", "--noprofile", "-i"} : Words{"-f", "-i"};
    return run(plain, {.environment = {{"PS1", std::string(kPrompt)},
                                       {"TERM", "dumb"},
                                       {"HOME", folder().string()},
                                       {"HISTFILE", ""},
                                       {"INPUTRC", "/dev/null"}},
                       .program = shell,
                       .typed = typed})
        .out;
  }
};

struct CompletionCase {
  const char* name;
  Words words;
  Words offered;
};
void PrintTo(const CompletionCase& row, std::ostream* out) { *out << row.name; }

class BashOffers : public CompletionTest, public testing::WithParamInterface<CompletionCase> {};

TEST_P(BashOffers, ForTheLastWord) { EXPECT_EQ(complete(GetParam().words), GetParam().offered); }

INSTANTIATE_TEST_SUITE_P(
    Table, BashOffers,
    testing::Values(
        CompletionCase{"Command", {"expl"}, {"explain"}},
        CompletionCase{"CommandOrFile", {"g"}, {"good.yaml"}},
        CompletionCase{"CommandBehindOptions", {"-q", "--lang", "en", "expl"}, {"explain"}},
        CompletionCase{"CommandBehindJoinedOption", {"--lang", "=", "en", "expl"}, {"explain"}},
        CompletionCase{"FileBehindFile", {"good.yaml", ""}, {"good.yaml", "my profile.json", "team"}},
        CompletionCase{"NoCommandBehindFile", {"good.yaml", "expl"}, {}},
        CompletionCase{"NoCommandBehindHyphens", {"--", "expl"}, {}},
        CompletionCase{"FileBehindHyphens", {"--", "g"}, {"good.yaml"}},
        CompletionCase{"NoOptionBehindHyphens", {"--", "--"}, {}},
        CompletionCase{"Option", {"--form"}, {"--format"}},
        CompletionCase{"OptionOfAssessOnly", {"init", "--form"}, {}},
        CompletionCase{"OptionOfInitOnly", {"init", "--fo"}, {"--force"}},
        CompletionCase{"OptionBehindOperand", {"explain", "build", "--rub"}, {"--rubric"}},
        CompletionCase{"Value", {"--format", ""}, {"json", "text"}},
        CompletionCase{"ValueOfTheCommand",
                       {"validate", "--format", ""},
                       {"github", "gitlab", "json", "junit", "sarif", "text"}},
        CompletionCase{
            "ValueOfAnotherCommand", {"batch", "--format", ""}, {"csv", "json", "ndjson", "table"}},
        CompletionCase{"InputFormat", {"batch", "--input-format", ""}, {"files", "ndjson", "yaml"}},
        CompletionCase{"ValueBegun", {"--color", "a"}, {"always", "auto"}},
        CompletionCase{"ValueBehindEqualsSign",
                       {"validate", "--format", "="},
                       {"github", "gitlab", "json", "junit", "sarif", "text"}},
        CompletionCase{"ValueBegunBehindEqualsSign", {"validate", "--format", "=", "j"}, {"json", "junit"}},
        CompletionCase{
            "ValueWhereNothingSplitsWords", {"validate", "--format=j"}, {"--format=json", "--format=junit"}},
        CompletionCase{"Language", {"explain", "build", "--lang", ""}, {"en", "ja"}},
        CompletionCase{"Stage", {"--require-stage", ""}, {"build", "design", "maintenance", "monitoring"}},
        CompletionCase{"Path", {"--require-path", "in"}, {"infra-architect", "inhouse-se"}},
        CompletionCase{
            "StageAndPath", {"plan", "--to", "i"}, {"infra-architect", "inhouse-se", "it-consultant"}},
        CompletionCase{"GoalBehindFile", {"plan", "good.yaml", "--to", "de"}, {"design"}},
        CompletionCase{"NoGoalForTheTimeline", {"timeline", "--to", ""}, {}},
        CompletionCase{"WhatToAvoid", {"plan", "--avoid", ""}, {"cert"}},
        CompletionCase{"NoNumber", {"--fail-under", ""}, {}}, CompletionCase{"NoDay", {"--as-of", ""}, {}},
        CompletionCase{"AnyFile", {"--rubric", "no"}, {"notes.txt"}},
        CompletionCase{"OutputFile", {"-o", "no"}, {"notes.txt"}},
        CompletionCase{"Explain", {"explain", "ccn"}, {"ccna", "ccnp-ent", "ccnp-sec"}},
        CompletionCase{"ExplainRule", {"explain", "unknown-k"}, {"unknown-key"}},
        CompletionCase{"ExplainBehindHyphens", {"explain", "--", "multiple-d"}, {"multiple-documents"}},
        CompletionCase{"ExplainTakesOne", {"explain", "build", ""}, {}},
        CompletionCase{"Verb", {"rubric", ""}, {"export", "lint", "show"}},
        CompletionCase{"FolderForTeam", {"team", "t"}, {"team"}},
        CompletionCase{"OptionOfTeamOnly", {"team", "team", "--wi"}, {"--width", "--without"}},
        CompletionCase{"FileToLint", {"rubric", "lint", "g"}, {"good.yaml"}},
        CompletionCase{"NoFileToShow", {"rubric", "show", ""}, {}},
        CompletionCase{"Schema",
                       {"schema", ""},
                       {"assessment", "batch", "compare", "plan", "profile", "rubric", "settings", "team",
                        "timeline", "validation", "whatif"}},
        CompletionCase{"Shell", {"completion", ""}, {"bash", "zsh"}},
        CompletionCase{"NothingForInit", {"init", ""}, {}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(CompletionTest, TheFirstWordIsACommandOrAFile) {
  EXPECT_THAT(complete({""}), AllOf(IsSupersetOf({"assess", "explain", "rubric", "schema", "init",
                                                  "completion", "good.yaml", "my profile.json", "team"}),
                                    Not(Contains("notes.txt"))));
}

TEST_F(CompletionTest, OffersTheOptionsThatTheHelpOfTheCommandHas) {
  for (const char* command : {"assess", "validate", "batch", "team", "plan", "whatif", "compare", "timeline",
                              "explain", "rubric", "schema", "init", "completion"}) {
    const auto help = run({command, "--help", "--lang", "en"}).out;
    static const std::regex option(R"(\n  (?:-., |    )(--[a-z-]+))");
    std::set<std::string> listed;
    for (std::sregex_iterator at(help.begin(), help.end(), option), end; at != end; ++at) {
      listed.insert((*at)[1].str());
    }
    EXPECT_EQ(complete({command, "--"}), Words(listed.begin(), listed.end())) << command;
  }
}

TEST_F(CompletionTest, EveryIdOfferedCanBeExplained) {
  Diagnostics ignored;
  const auto rubric = load_rubric(SourceFile("rubric.yaml", std::string(builtin_rubric_text())), ignored);
  ASSERT_TRUE(rubric);
  const auto offered = complete({"explain", ""});
  EXPECT_GT(offered.size(), 150U);
  for (const auto& name : offered) EXPECT_TRUE(explain(name, *rubric, {})) << name;
}

TEST_F(CompletionTest, TheIdsAreThoseOfTheRubricInUse) {
  std::string own(builtin_rubric_text());
  const std::string_view id = "id: from-operations\n";
  own.replace(own.find(id), id.size(), "id: from-below\n");
  write("own.yaml", own);
  make({"--rubric", "own.yaml"});
  EXPECT_THAT(complete({"explain", "from-"}),
              AllOf(Contains("from-below"), Not(Contains("from-operations"))));
}

TEST_F(CompletionTest, HostileNamesAreLeftOutAndNeverRun) {
  write("hostile.yaml", hostile_rubric());
  make({"--rubric", "hostile.yaml"});
  const auto offered = complete({"explain", ""});
  EXPECT_GT(offered.size(), 150U);
  for (const auto& word : offered) EXPECT_THAT(word, testing::MatchesRegex("[A-Za-z0-9._][A-Za-z0-9._-]*"));
  EXPECT_THAT(read("completion.bash"), Not(HasSubstr("pwned")));
  EXPECT_THAT(names(), Not(Contains("pwned")));
}

TEST_F(CompletionTest, HostileLabelsAreOnlyTextToZsh) {
  if (!has_zsh()) GTEST_SKIP() << "zsh is not installed";
  write("hostile.yaml", hostile_rubric());
  make({"--rubric", "hostile.yaml"});
  EXPECT_THAT(read("_upstream-check"), Not(HasSubstr("\x1b")));
  EXPECT_EQ(run({"-n", "_upstream-check"}, {.program = "zsh"}).err, "");
  const auto shown =
      talk("zsh", {"autoload -Uz compinit; compinit -u -D; source ./_upstream-check\n",
                   "upstream-check() { printf '<%s>' \"$@\"; }\n", "upstream-check --require-stage monit\t\n",
                   "upstream-check --require-stage \t\x15:\n"});
  EXPECT_THAT(shown, AllOf(HasSubstr("<--require-stage><monitoring>"), HasSubstr("-- '$(touch pwned)'")));
  EXPECT_THAT(names(), Not(Contains("pwned")));
}

TEST_F(CompletionTest, HostileFileNamesAreOnlyNames) {
  write("$(touch pwned).yaml", kGood);
  write("'; touch pwned; '.yaml", kGood);
  EXPECT_THAT(complete({"good.yaml", ""}), IsSupersetOf({"$(touch pwned).yaml", "'; touch pwned; '.yaml"}));
  EXPECT_THAT(complete({"good.yaml", "$(touch pwned"}), Not(Contains("pwned")));
  EXPECT_THAT(names(), Not(Contains("pwned")));
}

TEST_F(CompletionTest, BashCompletesAtATerminal) {
  const auto shown =
      talk("bash", {"source ./completion.bash\n", "upstream-check() { printf '<%s>' \"$@\"; echo; }\n",
                    "upstream-check expl\tunknown-k\t\n", "upstream-check --format=js\tgoo\t\n",
                    "upstream-check my\\ p\t\n", "upstream-check 'my p\t\n", "upstream-check te\tx\n"});
  EXPECT_THAT(shown, AllOf(HasSubstr("<explain><unknown-key>"), HasSubstr("<--format=json><good.yaml>"),
                           HasSubstr("<my profile.json>"), HasSubstr("<team/x>")));
  const auto first = shown.find("<my profile.json>");
  EXPECT_NE(shown.find("<my profile.json>", first + 1), std::string::npos) << shown;
}

TEST_F(CompletionTest, ZshCompletesAtATerminal) {
  if (!has_zsh()) GTEST_SKIP() << "zsh is not installed";
  EXPECT_EQ(run({"-n", "_upstream-check"}, {.program = "zsh"}).err, "");
  const std::string print = "upstream-check() { printf '<%s>' \"$@\"; echo; }\n";
  for (const auto* start : {"autoload -Uz compinit; compinit -u -D; source ./_upstream-check\n",
                            "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D\n"}) {
    const auto shown = talk(
        "zsh", {start, print, "upstream-check expl\tunknown-k\t\n", "upstream-check --format=js\tgoo\t\n",
                "upstream-check --require-path inh\t my\t\n", "upstream-check plan --to desi\t\n",
                "upstream-check plan --to=inh\t my\t\n", "upstream-check rub\tlin\tgo\t\n",
                "upstream-check -- expl\t\n", "upstream-check init --forc\t\n"});
    EXPECT_THAT(
        shown,
        AllOf(HasSubstr("<explain><unknown-key>"), HasSubstr("<--format=json><good.yaml>"),
              HasSubstr("<--require-path><inhouse-se><my profile.json>"), HasSubstr("<plan><--to><design>"),
              HasSubstr("<plan><--to=inhouse-se><my profile.json>"), HasSubstr("<rubric><lint><good.yaml>"),
              HasSubstr("<--><expl>"), HasSubstr("<init><--force>")))
        << start;
  }
}

TEST_F(CompletionTest, ZshDescribesInTheLanguageAsked) {
  EXPECT_THAT(run({"completion", "zsh", "--lang", "en"}).out,
              AllOf(HasSubstr("'inhouse-se:in-house"), HasSubstr("[the least readiness, 0 to 100]")));
  EXPECT_THAT(run({"completion", "zsh", "--lang", "ja"}).out,
              AllOf(HasSubstr("'inhouse-se:社内SE"), HasSubstr("[到達度の下限(0〜100)]")));
}

TEST_F(CompletionTest, AnotherShellIsWrongUsage) {
  for (const auto& arguments : {Words{"completion"}, {"completion", "fish"}, {"completion", "bash", "zsh"}}) {
    const auto outcome = run(arguments);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("bash か zsh"));
  }
}

}  // namespace
}  // namespace upstream::test
