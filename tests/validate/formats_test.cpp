#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "support/support.hpp"
#include "upstream/validate/validation_report.hpp"
#include "validate/uri.hpp"
#include "validate/validate_support.hpp"

// What text of a profile and names of files cannot do to a format. The goldens show what the formats look
// like.
namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kHead = "version: 1\nname: A\n";

/// Holds what is a command, markup, an entity or an escape to somebody.
const std::string kHostile =
    "\"]]> <b>&amp; ::error::x ##[add-mask]x [link](http://x.test) {0} `code` | *a* @user %0A \\u001b[31m\"";
const std::string kHostilePath = "a b/50%,:[x](y)|日本\n::error::<i>&\x1b[31m.yaml";

std::string render(std::string (*format)(const ValidationReport&), const ValidatedFile& file,
                   Language language = Language::en, bool strict = false) {
  return format({{&file, 1}, builtin_rubric(), language, strict});
}

ValidatedFile hostile_file() {
  return validated(kHead + "certifications: [" + kHostile + "]\n", kHostilePath);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// As the runner does: a command of today begins the line, one of old stands anywhere in it.
bool is_command(std::string line) {
  line.erase(0, std::min(line.find_first_not_of(" \t"), line.size()));
  return (line.starts_with("::") && line.find("::", 2) != std::string::npos) ||
         line.find("##[") != std::string::npos;
}

TEST(HostileText, IsNoWorkflowCommandInAnyFormat) {
  const auto file = hostile_file();
  for (const auto format :
       {render_validation_json, render_sarif, render_junit, render_gitlab, render_step_summary}) {
    for (const auto& line : lines_of(render(format, file))) EXPECT_FALSE(is_command(line)) << line;
  }
  const ValidationReport report{{&file, 1}, builtin_rubric(), Language::en};
  for (const auto& line : lines_of(render_validation_text(report, {})))
    EXPECT_FALSE(is_command(line)) << line;
}

TEST(HostileText, IsNoEscapeSequenceInAnyFormat) {
  const auto file = hostile_file();
  for (const auto format : {render_validation_json, render_sarif, render_junit, render_gitlab,
                            render_step_summary, render_github}) {
    EXPECT_THAT(render(format, file), Not(HasSubstr("\x1b")));
  }
}

TEST(GithubFormat, EscapesPathAndMessage) {
  const auto lines = lines_of(render(render_github, hostile_file()));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], testing::StartsWith("::warning file=a b/50%25%2C%3A[x](y)|日本"));
  EXPECT_THAT(lines[0], HasSubstr(",line=3,endLine=3,col=18,"));
}

TEST(GithubFormat, KeepsToTheLimitWorstFirst) {
  std::string text = kHead + "certifications: [";
  for (int i = 0; i < 20; ++i) text += "未知" + std::to_string(i) + ", ";
  text += "x]\nexperience:\n";
  for (int i = 0; i < 20; ++i)
    text += "  - {stage: 保守, from: R" + std::to_string(i % 5 + 1) + ".4, to: R6.5, key: 1}\n";
  const auto lines = lines_of(render(render_github, validated(text)));
  const auto count = [&](std::string_view kind) {
    return std::count_if(lines.begin(), lines.end(),
                         [&](const std::string& line) { return line.starts_with(kind); });
  };
  EXPECT_EQ(count("::error "), 10);
  EXPECT_EQ(count("::warning "), 10);
  EXPECT_EQ(count("::notice "), 10);
  EXPECT_THAT(lines.front(), HasSubstr("::error "));
  EXPECT_THAT(lines.back(), testing::MatchesRegex("::notice title=upstream-check::[0-9]+ more"));
}

TEST(GithubFormat, HasNoColumnsWhereAFindingSpansLines) {
  const auto file = validated("version: 1\nname: A\ngoal: \"a\n  b\"\ncertifications: [\"x\n   y\"]\n");
  const auto lines = lines_of(render(render_github, file));
  EXPECT_THAT(lines, testing::Contains(AllOf(HasSubstr("line=5,endLine=6,"), Not(HasSubstr("col=")))));
}

TEST(JunitFormat, IsWellFormedWhateverStandsInTheProfile) {
  pugi::xml_document document;
  const auto text = render(render_junit, hostile_file());
  ASSERT_TRUE(document.load_string(text.c_str())) << text;
  const auto suite = document.child("testsuites").child("testsuite");
  const auto found = suite.find_child([](pugi::xml_node node) { return !node.child("system-out").empty(); });
  EXPECT_STREQ(found.attribute("name").value(), "unknown-certification");
  EXPECT_THAT(found.child("system-out").text().get(), AllOf(HasSubstr("]]>"), HasSubstr("<b>")));
}

TEST(JunitFormat, FailsByErrorsAndByWarningsOnlyWhenStrict) {
  const auto failures = [](const ValidatedFile& file, bool strict) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(render(render_junit, file, Language::en, strict).c_str()));
    return document.child("testsuites").attribute("failures").as_int();
  };
  const auto warned = validated(kHead + "certifications: [TOEIC]\n");
  EXPECT_EQ(failures(warned, false), 0);
  EXPECT_EQ(failures(warned, true), 1);
  EXPECT_EQ(failures(validated(kHead + "skils: {}\n"), false), 1);
  const auto suppressed = validated(kHead + "skils: {}  # upstream-check: ignore[unknown-key] old\n");
  EXPECT_EQ(failures(suppressed, true), 0);
}

TEST(JunitFormat, TellsAnUnreadableFileFromAWrongOne) {
  auto file = unreadable_file("gone.yaml", "gone.yaml", {"読めない", "cannot be read"}, {}, {});
  settle({&file, 1}, nullptr);
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(render(render_junit, file).c_str()));
  const auto suite = document.child("testsuites").child("testsuite");
  EXPECT_EQ(suite.attribute("errors").as_int(), 1);
  EXPECT_EQ(suite.attribute("failures").as_int(), 0);
  EXPECT_TRUE(suite.find_child_by_attribute("name", "unreadable").child("error"));
}

TEST(SarifFormat, TakesTextForText) {
  const auto log = json::parse(render(render_sarif, hostile_file()));
  const auto& result = log["runs"][0]["results"][0];
  EXPECT_THAT(result["message"]["text"].get<std::string>(),
              AllOf(Not(HasSubstr("](")), Not(HasSubstr("{0}"))));
  EXPECT_EQ(
      result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
      "a%20b/50%25%2C%3A%5Bx%5D%28y%29%7C%E6%97%A5%E6%9C%AC%0A%3A%3Aerror%3A%3A%3Ci%3E%26%1B%5B31m.yaml");
}

TEST(SarifFormat, CountsColumnsInCodePoints) {
  const auto log =
      json::parse(render(render_sarif, validated("version: 1\nname: A\nid: 𠮷田\nx-a: 1\n𠮷: 1\n")));
  EXPECT_EQ(log["runs"][0]["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"],
            json({{"startLine", 5}, {"startColumn", 1}, {"endLine", 5}, {"endColumn", 2}}));
}

TEST(SarifFormat, GivesEveryResultAPlaceAndItsRule) {
  ValidateOptions options;
  options.requirements.score = Requirements::Asked<int>{100, "--fail-under"};
  const auto log = json::parse(render(render_sarif, validated(kHead, "a.yaml", nullptr, options)));
  const auto& run = log["runs"][0];
  const auto& result = run["results"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"]["startLine"], 1);
  EXPECT_TRUE(result["partialFingerprints"].contains("primaryLocationLineHash"));
}

TEST(SarifFormat, SaysWhoSuppressedAndWhatIsNew) {
  const auto text =
      kHead + "skils: {}\ncertifications: [TOEIC]  # upstream-check: ignore[unknown-certification] 英語\n";
  const auto before = validated(text);
  const auto baseline = make_baseline({&before, 1}, {});
  const auto after = validated(text + "neu: 1\n", "profile.yaml", &baseline);
  const auto log = json::parse(render_sarif({{&after, 1}, builtin_rubric(), Language::en, false, true}));
  const auto& results = log["runs"][0]["results"];
  ASSERT_EQ(results.size(), 3U);
  EXPECT_EQ(results[0]["suppressions"][0]["kind"], "external");
  EXPECT_EQ(results[0]["baselineState"], "unchanged");
  EXPECT_EQ(results[1]["suppressions"][0],
            json({{"kind", "inSource"}, {"status", "accepted"}, {"justification", "英語"}}));
  EXPECT_EQ(results[2]["baselineState"], "new");
  EXPECT_FALSE(results[2].contains("suppressions"));
}

TEST(SarifFormat, OfARunWithoutFindingsHasAnEmptyListOfResults) {
  const auto log = json::parse(render(render_sarif, validated(kHead)));
  EXPECT_EQ(log["runs"][0]["results"], json::array());
  EXPECT_EQ(log["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

TEST(GitlabFormat, IsAnArrayWhoseEntriesStandOnTheirOwn) {
  EXPECT_EQ(json::parse(render(render_gitlab, validated(kHead))), json::array());
  const auto issues =
      json::parse(render(render_gitlab, validated(kHead + "certifications: [TOEIC, TOEIC, X]\nskils: {}\n")));
  std::set<std::string> fingerprints;
  for (const auto& issue : issues) {
    for (const char* key : {"description", "check_name", "fingerprint", "severity", "location"})
      EXPECT_TRUE(issue.contains(key));
    EXPECT_GE(issue["location"]["lines"]["begin"].get<int>(), 1);
    fingerprints.insert(issue["fingerprint"].get<std::string>());
  }
  EXPECT_EQ(issues.size(), 4U);
  EXPECT_EQ(fingerprints.size(), 4U);
}

TEST(GitlabFormat, LeavesOutWhatIsSuppressed) {
  EXPECT_EQ(json::parse(render(render_gitlab,
                               validated(kHead + "skils: {}  # upstream-check: ignore[unknown-key] old\n"))),
            json::array());
}

TEST(StepSummary, IsNoMarkup) {
  const auto text = render(render_step_summary, hostile_file());
  EXPECT_THAT(text, AllOf(Not(HasSubstr("<b>")), Not(HasSubstr("[link](")), Not(HasSubstr("@user")),
                          Not(HasSubstr(" *a* "))));
  for (const auto& line : lines_of(text)) {
    if (!line.starts_with("| warning")) continue;
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
      bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1U : 0U;
    EXPECT_EQ(bars, 6U) << line;
  }
}

TEST(ValidationText, HasNotesInOneLineAndSuppressedFindingsWithTheirReason) {
  const auto file = validated(kHead +
                              "certifications:\n  - {name: ＣＣＮＡ, acquired: 2026-01}\n"
                              "  - TOEIC  # upstream-check: ignore[unknown-certification] english\n");
  const ValidationReport report{{&file, 1}, builtin_rubric(), Language::en};
  EXPECT_THAT(
      lines_of(render_validation_text(report, {})),
      ElementsAre(HasSubstr("profile.yaml:4:12: note: "),
                  "profile.yaml:5:5: suppressed: certificate 'TOEIC' is not known here and counts nothing "
                  "[unknown-certification] (english)",
                  "1 file: 0 errors, 0 warnings, 1 note (1 suppressed); --fix mends 1 (--diff shows how)"));
  EXPECT_EQ(render_validation_text(report, {false, true}), "");
}

TEST(ValidationText, CountsEvenWhereNothingIsFound) {
  const auto file = validated(kHead);
  EXPECT_EQ(render_validation_text({{&file, 1}, builtin_rubric(), Language::en}, {}),
            "1 file: nothing found\n");
  EXPECT_EQ(render_validation_text({{&file, 1}, builtin_rubric(), Language::ja}, {}),
            "1 ファイル: 指摘なし\n");
}

TEST(Uri, EncodesEveryByteThatIsNotAllowed) {
  EXPECT_EQ(uri_of("a/b-c_1.~/d"), "a/b-c_1.~/d");
  EXPECT_EQ(uri_of("caf\xE9 #?"), "caf%E9%20%23%3F");
  EXPECT_EQ(uri_of("/tmp/x"), "file:///tmp/x");
}

TEST(AllFormats, AreTheSameWhateverTheOrderOfMemory) {
  const auto text = read_source_tree("tests/validate/bad/unknown-key.yaml");
  for (const auto format :
       {render_validation_json, render_sarif, render_junit, render_gitlab, render_github}) {
    EXPECT_EQ(render(format, validated(text)), render(format, validated(text)));
  }
}

}  // namespace
}  // namespace upstream::test
