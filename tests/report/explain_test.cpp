#include "upstream/report/explain.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/json_support.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr TextOptions kJapanese{Language::ja, 80, false, false};
constexpr TextOptions kEnglish{Language::en, 80, false, false};

std::string page(std::string_view name, const TextOptions& options = kJapanese) {
  return explain(name, builtin_rubric(), options).value_or("nothing");
}

/// Every id that a reader may have seen in a report, a rubric or a message.
std::vector<std::string> all_ids() {
  const auto& rubric = builtin_rubric();
  std::vector<std::string> ids;
  const auto take = [&](const auto& things) {
    for (const auto& thing : things) ids.emplace_back(thing.id);
  };
  take(rules());
  take(rubric.families);
  take(rubric.values);
  take(rubric.domains);
  take(rubric.stages);
  take(rubric.proofs);
  take(rubric.skills);
  take(rubric.certification_groups);
  take(rubric.certifications);
  take(rubric.paths);
  take(rubric.entry_routes);
  take(rubric.conditions);
  take(rubric.market);
  for (const auto& stage : rubric.stages) {
    take(stage.gates);
    take(stage.requirements);
  }
  for (const auto& path : rubric.paths) take(path.requirements);
  for (std::size_t i = 0; i < kSignals; ++i) ids.emplace_back(id(static_cast<Signal>(i)));
  for (std::size_t i = 0; i < kVerdicts; ++i) ids.emplace_back(id(static_cast<Verdict>(i)));
  for (std::size_t i = 0; i < kFindings; ++i) ids.emplace_back(id(static_cast<FindingKind>(i)));
  for (std::size_t i = 0; i < kActions; ++i) ids.emplace_back(id(static_cast<ActionKind>(i)));
  return ids;
}

void expect_readable(const std::string& text, std::string_view about, std::size_t width) {
  EXPECT_EQ(text.back(), '\n') << about;
  EXPECT_EQ(text.find("\x1b"), std::string::npos) << about;
  EXPECT_GT(std::count(text.begin(), text.end(), '\n'), 3) << about;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    const auto line = std::string_view(text).substr(begin, end - begin);
    EXPECT_LE(text::display_width(line), width) << about << ": " << line;
    EXPECT_FALSE(line.ends_with(' ')) << about << ": " << line;
    begin = end + 1;
  }
}

TEST(Explain, KnowsEveryIdInBothLanguages) {
  for (const auto& id : all_ids()) {
    for (const auto& options : {kJapanese, kEnglish}) {
      const auto text = explain(id, builtin_rubric(), options);
      ASSERT_TRUE(text) << id;
      EXPECT_THAT(*text, HasSubstr(":" + id)) << "the reference to type is part of the title";
      expect_readable(*text, id, options.width);
    }
  }
}

TEST(Explain, FitsANarrowTerminal) {
  for (const auto& id : all_ids()) expect_readable(page(id, {Language::ja, 60, false, false}), id, 60);
}

TEST(Explain, FindsByLabelAndAliasAndKind) {
  EXPECT_THAT(page("構築"), HasSubstr("stage:build"));
  EXPECT_THAT(page("運用監視"), HasSubstr("stage:monitoring"));
  EXPECT_THAT(page("ＣＣＮＡ"), HasSubstr("certification:ccna"));
  EXPECT_THAT(page("domain:network"), HasSubstr("domain:network"));
  EXPECT_THAT(page("rule:overlap"), HasSubstr("docs/diagnostics.md"));
}

TEST(Explain, NamesTheOthersOfAnIdThatKindsShare) {
  EXPECT_THAT(page("network"), testing::AllOf(HasSubstr("skill:network"), HasSubstr("domain:network")));
}

TEST(Explain, AsksBackWhereANameMeansSeveralThings) {
  EXPECT_THAT(page("設計構築"), testing::AllOf(HasSubstr("design"), HasSubstr("build")));
  EXPECT_THAT(page("キッティング", kEnglish), HasSubstr("not on the ladder"));
}

TEST(Explain, WritesTheStageInJapaneseBesideTheEnglish) {
  EXPECT_THAT(page("design", kEnglish), StartsWith("design (設計)"));
}

TEST(Explain, SaysWhyCertificatesAreNoKey) {
  EXPECT_THAT(page("ccna"), HasSubstr("歓迎(必須ではない)"));
  EXPECT_THAT(page("ccna", kEnglish), HasSubstr("welcome, not required"));
}

TEST(Explain, WritesNeedsInWords) {
  EXPECT_THAT(page("design"), HasSubstr("保守以上の実務 12 か月以上"));
  EXPECT_THAT(page("design", kEnglish), HasSubstr("12 months of field work at maintenance or above"));
}

TEST(Explain, ShowsAllFourSentencesOfASkill) {
  for (const auto& skill : builtin_rubric().skills) {
    const TextOptions wide{Language::ja, 1000, false, false};
    for (const auto& level : skill.levels) EXPECT_THAT(page(skill.id, wide), HasSubstr(level.sentence.ja));
  }
}

TEST(Explain, KnowsNothingOfOtherNames) {
  for (const auto* name : {"", ":", "skill:", "skill:ccna", "no such thing", "\xFF", "rule:"}) {
    EXPECT_EQ(page(name), "nothing") << name;
  }
}

TEST(ExplainSuggestion, LeadsToAPage) {
  for (const auto* name : {"netwrok", "desing", "unknwon-key", "skill:netwrok", "保手", "ccnaa"}) {
    const auto near = explain_suggestion(name, builtin_rubric());
    EXPECT_NE(page(near), "nothing") << name << " -> " << near;
  }
  EXPECT_EQ(explain_suggestion("zzzzzzzzzzzz", builtin_rubric()), "");
}

TEST(RubricShow, HoldsEveryRungInBothLanguages) {
  for (const auto& options : {kJapanese, kEnglish}) {
    const auto text = render_rubric(builtin_rubric(), options);
    expect_readable(text, "rubric show", options.width);
    for (const auto& stage : builtin_rubric().stages) {
      for (const auto& gate : stage.gates) EXPECT_THAT(text, HasSubstr(gate.id));
      for (const auto& requirement : stage.requirements) EXPECT_THAT(text, HasSubstr(requirement.id));
    }
  }
}

TEST(ProfileTemplate, IsAssessedWithoutAFinding) {
  for (const auto language : {Language::ja, Language::en}) {
    const auto text = profile_template(language);
    EXPECT_THAT(std::string(text), StartsWith("#"));
    EXPECT_THAT(std::string(text), HasSubstr("upstream-check FILE"));
    const auto report = report_of(text);
    EXPECT_EQ(places(report.diagnostics), std::vector<std::string>{});
    EXPECT_TRUE(report.ok());
  }
}

TEST(ProfileTemplate, SaysTheSameInBothLanguages) {
  const auto ja = report_of(profile_template(Language::ja));
  const auto en = report_of(profile_template(Language::en));
  ASSERT_TRUE(ja.ok());
  ASSERT_TRUE(en.ok());
  EXPECT_EQ(ja.assessment->readiness.permille, en.assessment->readiness.permille);
}

}  // namespace
}  // namespace upstream::test
