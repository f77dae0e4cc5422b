#include <algorithm>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/json_support.hpp"
#include "report/schema_support.hpp"
#include "upstream/plan/plan.hpp"
#include "upstream/text/unicode.hpp"
#include "upstream/ways/whatif.hpp"

// What a plan looks like: text in both languages, JSON, its schema.
namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Answer = std::variant<Plan, NoPlan>;

PlanGoal goal_of(std::string_view name, std::optional<int> score = {}) {
  const auto& names = builtin_rubric().names;
  const auto stage = names.find(NameKind::stage, name);
  if (stage.result == Lookup::Result::found) return {StageIndex{stage.index}, score};
  const auto path = names.find(NameKind::path, name);
  EXPECT_EQ(path.result, Lookup::Result::found) << name;
  return {PathIndex{path.index}, score};
}

PlanRequest request_of(std::string_view goal, std::optional<int> score = {}) {
  PlanRequest request;
  request.goal = goal_of(goal, score);
  return request;
}

FileReport sample(const std::string& name) {
  const auto path = "profiles/" + name + ".yaml";
  return report_of(read_source_tree(path), path);
}

struct Sample {
  const char* name;
  const char* profile;
  const char* goal;
  std::optional<int> score = {};
  std::optional<Day> by = {};
};
void PrintTo(const Sample& one, std::ostream* out) { *out << one.name; }

Answer answer(const Sample& one) {
  auto request = request_of(one.goal, one.score);
  request.by = one.by;
  return find_plan(sample(one.profile), builtin_rubric(), request);
}

std::string text_of(const Answer& answer, Language language, std::string_view operand = {}) {
  const auto* plan = std::get_if<Plan>(&answer);
  if (operand.empty() && plan != nullptr) operand = plan->report.source.path();
  return render_plan_text(answer, {language, 80, false, false}, operand);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// A line to be pasted into a shell must not be broken.
bool is_command(std::string_view line) {
  return line.starts_with("  upstream-check whatif ") || line.starts_with("    --");
}

class PlanReport : public testing::TestWithParam<Sample> {};

TEST_P(PlanReport, IsTheGoldenOne) {
  const auto found = answer(GetParam());
  const auto path = std::string("tests/plan/golden/") + GetParam().name;
  expect_golden(path + ".ja.txt", text_of(found, Language::ja));
  expect_golden(path + ".en.txt", text_of(found, Language::en));
  expect_golden(path + ".json", render_plan_json(found, Language::ja));
}

TEST_P(PlanReport, FitsEightyColumnsAndKeepsTheTone) {
  const auto found = answer(GetParam());
  for (const auto language : {Language::ja, Language::en}) {
    for (const auto& line : lines_of(text_of(found, language))) {
      if (!is_command(line)) {
        EXPECT_LE(text::display_width(line), 80U) << line;
      }
      for (const char* word : {"不合格", "失格", "低い", "劣る", "!", "!", "fail", "poor"})
        EXPECT_THAT(line, Not(HasSubstr(word)));
    }
  }
}

TEST_P(PlanReport, TheJsonIsOfItsSchema) {
  const SchemaChecker schema(plan_schema());
  const auto found = answer(GetParam());
  for (const auto language : {Language::ja, Language::en})
    EXPECT_EQ(schema.complaints(json::parse(render_plan_json(found, language))), "");
}

/// The options in the JSON are all that it takes to look at the end of the plan.
TEST_P(PlanReport, WhatifOfTheJsonComesToWhatIsTold) {
  const auto document = json::parse(render_plan_json(answer(GetParam()), Language::en));
  if (document["actions"].empty()) return;
  Supposition supposition;
  const auto& words = document["whatif"];
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    const auto value = words[i + 1].get<std::string>();
    if (words[i] == "--set") supposition.set.push_back(value);
    if (words[i] == "--add-cert") supposition.add_certificates.push_back(value);
    if (words[i] == "--at") supposition.at = parse_date(value)->first_day();
  }
  const auto outcome = suppose(sample(GetParam().profile), builtin_rubric(), supposition);
  const auto* whatif = std::get_if<Whatif>(&outcome);
  ASSERT_NE(whatif, nullptr);
  EXPECT_EQ(whatif->after.assessment->readiness.score, document["after"]["score"]);
  EXPECT_EQ(iso(whatif->after.day), document["end"]);
  EXPECT_TRUE(whatif->after.assessment->reached);
  EXPECT_EQ(builtin_rubric()[*whatif->after.assessment->reached].id, document["after"]["stage"]);
}

INSTANTIATE_TEST_SUITE_P(
    Samples, PlanReport,
    testing::Values(Sample{"case-h.design", "case-h", "design"},
                    Sample{"case-h.too-soon", "case-h", "design", {}, parse_date("2026-05")->last_day()},
                    Sample{"everything.cloud-engineer", "everything", "cloud-engineer"},
                    Sample{"ready-but-no-chance.design-75", "ready-but-no-chance", "design", 75},
                    Sample{"newcomer.build", "newcomer", "build"},
                    Sample{"stuck-in-monitoring.design", "stuck-in-monitoring", "design"},
                    Sample{"member-11.design", "team/member-11", "design"},
                    Sample{"stays-by-choice.design", "stays-by-choice", "design"}),
    [](const auto& row) {
      std::string name(row.param.name);
      std::replace_if(
          name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
      return name;
    });

TEST(PlanSchema, DescribesEveryKeyInBothLanguages) { expect_descriptions(json::parse(plan_schema())); }

// --- no plan

constexpr std::string_view kProfile =
    "version: 1\n"
    "name: 花子\n"
    "as_of: 2026-10-31\n"
    "experience:\n"
    "  - {stage: maintenance, from: 2024-04, domains: [server]}\n"
    "skills: {server: 2}\n";

NoPlan no_plan(ObstacleKind kind, std::string_view profile = kProfile) {
  NoPlan none{report_of(profile), request_of("design")};
  none.weekly_hours = 6;
  none.obstacles.push_back(
      {kind, kind == ObstacleKind::post ? "design-gate-maintenance" : "", {"障り", "obstacle"}});
  return none;
}

struct Help {
  const char* name;
  void (*change)(NoPlan&);
  ObstacleKind kind;
  const char* says;
};
class WithoutAPlan : public testing::TestWithParam<Help> {};

TEST_P(WithoutAPlan, SaysWhatIsInTheWayAndWhatWouldHelp) {
  auto none = no_plan(GetParam().kind);
  GetParam().change(none);
  const Answer answer = std::move(none);
  const bool gave_up = GetParam().kind == ObstacleKind::bound;
  EXPECT_THAT(text_of(answer, Language::en),
              AllOf(HasSubstr(gave_up ? "was broken off" : "no plan yet"),
                    HasSubstr(gave_up ? "Why it was broken off" : "What is in the way"),
                    HasSubstr("- obstacle"), HasSubstr("What would help"), HasSubstr(GetParam().says)));
  EXPECT_THAT(text_of(answer, Language::ja), AllOf(HasSubstr("- 障り"), HasSubstr("届くには")));
  EXPECT_EQ(SchemaChecker(plan_schema()).complaints(json::parse(render_plan_json(answer, Language::ja))), "");
}

INSTANTIATE_TEST_SUITE_P(
    Table, WithoutAPlan,
    testing::Values(Help{"AnotherPost", [](NoPlan& none) { none.months_with_change = 14; },
                         ObstacleKind::post, "another post may be looked for (--change-post)"},
                    Help{"ALaterDay", [](NoPlan& none) { none.months_without_limit = 1; }, ObstacleKind::time,
                         "without a day (--by) there is a plan of 1 month"},
                    Help{"TimeToStudy", [](NoPlan& none) { none.weekly_hours = 0; },
                         ObstacleKind::study_hours, "--hours-per-week"},
                    Help{"FewerPoints", [](NoPlan&) {}, ObstacleKind::points,
                         "--score shows the plan for a nearer goal"},
                    Help{"ASmallerSearch", [](NoPlan&) {}, ObstacleKind::bound, "may have an answer"}),
    kByName);

TEST(PlanText, WithNothingThatHelpsSaysOnlyWhatIsInTheWay) {
  EXPECT_THAT(text_of(no_plan(ObstacleKind::post), Language::en),
              AllOf(HasSubstr("What is in the way"), Not(HasSubstr("What would help"))));
}

// --- wording

/// A plan without an action, on which a test puts what it is about.
Plan empty_plan(std::string_view profile = kProfile, std::string_view path = "me.yaml") {
  Plan plan{report_of(profile, path), request_of("design")};
  plan.weekly_hours = 6;
  plan.months = {2, 3, 5};
  plan.end = parse_date("2027-01-31")->first_day();
  return plan;
}

TEST(PlanText, ToldFromWhatIsNotProven) {
  auto plan = empty_plan();
  auto doubtful = empty_plan();
  doubtful.unproven = {{"一つ目", "one"}, {"二つ目", "another"}};
  const Answer doubted = std::move(doubtful);
  EXPECT_THAT(text_of(doubted, Language::en), AllOf(HasSubstr("It is not"), HasSubstr("one;")));
  EXPECT_THAT(text_of(doubted, Language::ja), HasSubstr("証明できていません(一つ目。二つ目)"));
  EXPECT_THAT(text_of(std::move(plan), Language::ja),
              AllOf(HasSubstr("およそ 3 か月(2–5 か月)"), HasSubstr("短い計画はありません(証明済み)")));
}

TEST(PlanText, WhoStaysIsNotPressed) {
  const auto staying = std::string(kProfile) + "preferences: {goal: stay}\n";
  for (const Answer& answer : {Answer(empty_plan(staying)), Answer(no_plan(ObstacleKind::post, staying))}) {
    EXPECT_THAT(text_of(answer, Language::ja), HasSubstr("今の仕事を続けるという選択"));
    EXPECT_THAT(text_of(answer, Language::en), HasSubstr("only answers what was asked"));
  }
  EXPECT_THAT(text_of(empty_plan(), Language::ja), Not(HasSubstr("今の仕事を続けるという選択")));
}

TEST(PlanText, ACertificateIsWelcomeAndNotRequired) {
  auto plan = empty_plan();
  PlanAction pass;
  pass.kind = PlanActionKind::certificate;
  pass.certification = CertificationIndex{0};
  plan.actions.push_back(pass);
  const Answer answer = std::move(plan);
  EXPECT_THAT(text_of(answer, Language::ja), HasSubstr("歓迎(必須ではない)"));
  EXPECT_THAT(text_of(answer, Language::en), HasSubstr("welcome, not required"));
}

// Whoever has moved asks there for the next work.
TEST(PlanText, AfterAMoveOneAsksInTheNewPost) {
  auto request = request_of("design");
  request.change_post = true;
  const auto found = find_plan(sample("stuck-in-monitoring"), builtin_rubric(), request);
  const auto text = text_of(found, Language::ja);
  EXPECT_THAT(text, HasSubstr("移った先で"));
  EXPECT_THAT(text, Not(HasSubstr("今の席で")));
  EXPECT_THAT(text_of(found, Language::en), HasSubstr("in your new post"));
}

TEST(PlanText, AlikeLabsHaveIdsOfTheirOwn) {
  auto request = request_of("cloud-engineer");
  request.change_post = true;
  const auto document =
      json::parse(render_plan_json(find_plan(sample("newcomer"), builtin_rubric(), request), Language::en));
  std::set<std::string> ids;
  for (const auto& action : document["actions"]) ids.insert(action["id"].get<std::string>());
  EXPECT_EQ(ids.size(), document["actions"].size());
  EXPECT_EQ(ids.count("lab-build"), 1U);
  EXPECT_EQ(ids.count("lab-build-2"), 1U);
}

// A heading with nothing under it says nothing: no post, and so nothing to go on from there.
TEST(PlanText, AnEmptyEnvironmentIsNoPost) {
  const auto profile = read_source_tree("profiles/newcomer.yaml");
  const auto text = [](const std::string& of) {
    return text_of(find_plan(report_of(of), builtin_rubric(), request_of("design")), Language::en);
  };
  EXPECT_THAT(text(profile), HasSubstr("Apply for a post"));
  EXPECT_THAT(text(profile + "environment: {}\n"), HasSubstr("Apply for a post"));
}

struct Told {
  const char* name;
  void (*make)(PlanAction&);
  const char* english;
};
class EveryKindOfAction : public testing::TestWithParam<Told> {};

TEST_P(EveryKindOfAction, HasItsSentence) {
  auto plan = empty_plan();
  PlanAction action;
  action.id = "x";
  action.skill = SkillIndex{0};
  action.from = 1;
  action.to = 2;
  GetParam().make(action);
  plan.actions.push_back(action);
  const Answer answer = std::move(plan);
  EXPECT_THAT(text_of(answer, Language::en), HasSubstr(GetParam().english));
  const auto document = json::parse(render_plan_json(answer, Language::en));
  EXPECT_EQ(document["actions"][0]["kind"], id(action.kind));
  EXPECT_EQ(SchemaChecker(plan_schema()).complaints(document), "");
}

INSTANTIATE_TEST_SUITE_P(
    Table, EveryKindOfAction,
    testing::Values(Told{"StateSkill", [](PlanAction& action) { action.kind = PlanActionKind::state_skill; },
                         "State your skill in operations"},
                    Told{"AddEvidence",
                         [](PlanAction& action) { action.kind = PlanActionKind::add_evidence; },
                         "Back operations 2 with a line of work evidence"},
                    Told{"Study", [](PlanAction& action) { action.kind = PlanActionKind::study; },
                         "operations 1→2: Do not stop at taking a backup"},
                    Told{"SkillLab", [](PlanAction& action) { action.kind = PlanActionKind::lab; },
                         "a lab, with something to show"},
                    Told{"LabInADomain",
                         [](PlanAction& action) {
                           action.kind = PlanActionKind::lab;
                           action.skill.reset();
                           action.stage = StageIndex{2};
                           action.domain = DomainIndex{0};
                         },
                         "Do a build lab in"},
                    Told{"Review", [](PlanAction& action) { action.kind = PlanActionKind::review; },
                         "Ask your lead to look at operations 2"},
                    Told{"Practise",
                         [](PlanAction& action) {
                           action.kind = PlanActionKind::practise;
                           action.months = 3;
                         },
                         "3 months at work"},
                    Told{"AskPost",
                         [](PlanAction& action) {
                           action.kind = PlanActionKind::ask_post;
                           action.post = ActionKind::ask_reassignment;
                           action.stage = StageIndex{2};
                           action.months = 1;
                         },
                         "1 month or more to an outcome"},
                    Told{"GoOn",
                         [](PlanAction& action) {
                           action.kind = PlanActionKind::work;
                           action.id = "go-on";
                           action.stage = StageIndex{1};
                           action.months = 4;
                         },
                         "Go on with your present work (maintenance) for 4 months"},
                    Told{"GoOnWithoutAStage",
                         [](PlanAction& action) {
                           action.kind = PlanActionKind::work;
                           action.id = "go-on";
                           action.months = 1;
                         },
                         "Go on with your present work for 1 month"},
                    Told{"Work",
                         [](PlanAction& action) {
                           action.kind = PlanActionKind::work;
                           action.stage = StageIndex{2};
                           action.months = 6;
                         },
                         "Do build work for 6 months"}),
    kByName);

// --- the command line of whatif

Plan with_whatif(std::vector<std::string> words) {
  auto plan = empty_plan(kProfile);
  plan.whatif = std::move(words);
  return plan;
}

TEST(PlanText, TheCommandIsQuotedForAShell) {
  const auto lines =
      lines_of(text_of(with_whatif({"--set", "a=it's", "--set", "skills.server=3", "--at", "2027-01-31"}),
                       Language::en, "my $file.yaml"));
  EXPECT_THAT(lines, testing::IsSupersetOf({R"(  upstream-check whatif 'my $file.yaml' \)",
                                            R"(    --set 'a=it'\''s' \)", R"(    --set skills.server=3 \)",
                                            "    --at 2027-01-31"}));
}

TEST(PlanText, TheCommandReadsTheFileThatWasRead) {
  const auto text = [](std::string_view operand) {
    return text_of(with_whatif({"--at", "2027-01-31"}), Language::en, operand);
  };
  EXPECT_THAT(text("-x.yaml"), HasSubstr("whatif ./-x.yaml \\"));
  EXPECT_THAT(text("-"), HasSubstr("whatif - \\"));
  EXPECT_THAT(text("<stdin>"), HasSubstr("whatif '<stdin>' \\"));
}

TEST(PlanText, SaysWhyANameCannotStandInACommand) {
  for (const char* operand : {"a\nb.yaml", "a\x1b[31m.yaml", "a\xff.yaml"}) {
    EXPECT_THAT(text_of(with_whatif({"--at", "2027-01-31"}), Language::en, operand),
                AllOf(HasSubstr("cannot be pasted"), HasSubstr("under whatif"),
                      Not(HasSubstr("upstream-check whatif"))));
  }
}

TEST(PlanText, ALongCommandIsLeftToTheJson) {
  std::vector<std::string> words;
  for (int i = 0; i < 15; ++i) words.insert(words.end(), {"--set", "skills.server=3"});
  EXPECT_THAT(text_of(with_whatif(words), Language::en),
              AllOf(HasSubstr("too many options"), HasSubstr("under whatif"),
                    Not(HasSubstr("upstream-check whatif"))));
}

TEST(PlanText, HostileTextIsHarmless) {
  const auto profile = replaced(kProfile, "花子", "\"\\e[31m::error::x\"");
  auto plan = empty_plan(profile, "a\x1b[31m\n::error::.yaml");
  plan.whatif = {"--set", "skills.server=3"};
  for (const Answer& answer : {Answer(std::move(plan)), Answer(no_plan(ObstacleKind::post, profile))}) {
    const auto text = text_of(answer, Language::en, "a\x1b[31m\n::error::.yaml");
    EXPECT_THAT(text, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\n::error::")),
                            Not(HasSubstr("upstream-check whatif"))));
    EXPECT_THAT(render_plan_json(answer, Language::en), Not(HasSubstr("\x1b")));
  }
}

// --- what the README shows

class PlanReadme : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(PlanReadme, ShowsLinesOfThePlan) {
  const auto& [readme, golden] = GetParam();
  const auto document = read_source_tree(readme);
  const auto at = document.find("$ upstream-check plan ");
  ASSERT_NE(at, std::string::npos);
  const auto begin = document.find('\n', at) + 1;
  const auto shown = lines_of(document.substr(begin, document.find("```", begin) - begin));
  EXPECT_GE(shown.size(), 6U);
  const auto actual = lines_of(read_source_tree(golden));
  // From the first line on, as far as it is shown.
  ASSERT_EQ(shown.back(), "…");
  ASSERT_GE(actual.size(), shown.size());
  for (std::size_t i = 0; i + 1 < shown.size(); ++i) EXPECT_EQ(shown[i], actual[i]);
}

INSTANTIATE_TEST_SUITE_P(Documents, PlanReadme,
                         testing::Values(std::pair{"README.md", "tests/plan/golden/case-h.design.en.txt"},
                                         std::pair{"README.ja.md", "tests/plan/golden/case-h.design.ja.txt"}),
                         [](const auto& document) {
                           return std::string(document.index == 0 ? "English" : "Japanese");
                         });

}  // namespace
}  // namespace upstream::test
