#include "upstream/report/text_report.hpp"

#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

using testing::HasSubstr;
using testing::Not;

FileReport report_of(const std::string& path, const std::string& text) {
  ReportOptions options;
  options.today = Date::of(2026, 10, 31)->first_day();
  return report_on(SourceFile(path, text), test::builtin_rubric(), options);
}

std::string render(const std::string& body, TextOptions options = {}) {
  const auto report = report_of("p.yaml", "version: 1\nname: テスト\n" + body);
  EXPECT_TRUE(report.ok());
  return report.ok() ? render_text(report, options) : std::string();
}

constexpr const char* kMaintenance =
    "experience:\n  - {stage: 保守, from: 2022-01, domains: [server], duties: [構成図の更新]}\n"
    "skills: {operations: 3, troubleshooting: 3, procedure-writing: 3, network: 2, server: 3, "
    "cloud-virtualization: 2, database: 2, "
    "security: 2, automation: 2, infra-architecture: 1, requirements: 1, management: 1}\n";

TEST(TextReport, EveryLineFitsTheTerminal) {
  auto paths = test::files_of_source_tree("profiles");
  ASSERT_FALSE(paths.empty());
  for (const auto& path : paths) {
    const auto report = report_of(path, test::read_source_tree(path));
    ASSERT_TRUE(report.ok()) << path;
    for (const auto language : {Language::ja, Language::en}) {
      for (const std::size_t width : {60U, 80U, 100U, 120U}) {
        for (const bool everything : {false, true}) {
          SCOPED_TRACE(path);
          std::istringstream text(render_text(report, {language, width, false, everything}));
          for (std::string line; std::getline(text, line);) {
            EXPECT_LE(text::display_width(line), std::min<std::size_t>(width, 100)) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
            for (const auto* nothing : {" 0 件", " 0 more", " 0 hours", " 0 時間", " 0 か月"})
              EXPECT_EQ(line.find(nothing), std::string::npos) << line;
          }
        }
      }
    }
  }
}

TEST(TextReport, ColorAddsNothingButColor) {
  for (const auto& path : test::files_of_source_tree("profiles")) {
    const auto report = report_of(path, test::read_source_tree(path));
    ASSERT_TRUE(report.ok()) << path;
    const auto plain = render_text(report, {});
    EXPECT_EQ(plain.find('\x1b'), std::string::npos) << path;
    EXPECT_EQ(std::regex_replace(render_text(report, {Language::ja, 80, true, false}),
                                 std::regex("\x1b\\[[0-9;]*m"), ""),
              plain);
  }
}

TEST(TextReport, HostileTextOfTheProfileStaysText) {
  const auto report = report_of("a\x1b[2J.yaml",
                                "version: 1\nname: \"\\e[31m赤\\u202E\\n二行目\"\nexperience:\n"
                                "  - {stage: 保守, from: 2024-01, duties: [\"構成図の更新\\e]0;x\\a\"]}\n");
  ASSERT_TRUE(report.ok());
  const auto text = render_text(report, {Language::ja, 100, false, true});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\a'), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
  EXPECT_THAT(text, HasSubstr("\\u{1B}[31m赤"));
}

TEST(TextReport, SaysWhichDutyTellsOfASkillNobodyStated) {
  EXPECT_THAT(render(kMaintenance, {Language::ja, 80, false, true}), HasSubstr("行 4「構成図の更新」"));
  EXPECT_THAT(render(kMaintenance, {Language::en, 80, false, true}), HasSubstr("line 4 (構成図の更新)"));
}

TEST(TextReport, StrengthsComeBeforeGapsAndTheCaveatLast) {
  const auto text = render(kMaintenance);
  std::size_t last = 0;
  for (const auto* heading :
       {"次は設計です", "工程 ", "記事の 3 条件", "いま持っているもの", "足りないもの", "席(今の現場)",
        "次の 3 手", "その先の道", "目安", "昇格を予測するものではありません"}) {
    const auto at = text.find(heading, last);
    ASSERT_NE(at, std::string::npos) << heading;
    last = at;
  }
}

TEST(TextReport, LeavesOutWhatThereIsNothingToSayOf) {
  const auto text = render("");
  EXPECT_THAT(text, Not(HasSubstr("いま持っているもの")));
  EXPECT_THAT(text, Not(HasSubstr("資格 ─")));
  EXPECT_THAT(text, HasSubstr("入り方"));
  EXPECT_THAT(text, HasSubstr("S1: "));
  EXPECT_THAT(text, HasSubstr("S2: "));
}

TEST(TextReport, WhoStaysIsNotPressed) {
  const auto text =
      render(std::string(kMaintenance) +
             "preferences: {goal: stay}\nenvironment: {sales_strength: weak, stages_offered: [保守]}\n");
  EXPECT_THAT(text, HasSubstr("扉を開けておくために"));
  for (const auto* word : {"席(今の現場)", "配置換え", "転職", "足りないもの", "までに", "目安\n"})
    EXPECT_THAT(text, Not(HasSubstr(word)));
}

TEST(TextReport, FarFromDesignThereIsOneDirectionAndTheWish) {
  const auto text =
      render("experience: [{stage: 監視, from: 2026-01}]\npreferences: {paths: [security-engineer]}\n");
  EXPECT_THAT(text, HasSubstr("方向性"));
  EXPECT_THAT(text, HasSubstr("希望"));
  std::size_t count = 0;
  for (auto at = text.find("相性"); at != std::string::npos; at = text.find("相性", at + 1)) ++count;
  EXPECT_EQ(count, 2U);
}

TEST(TextReport, TheRangeComesFirstWhereTheNumberIsProvisional) {
  EXPECT_THAT(render("experience: [{stage: 設計, years: 10}]\n"), HasSubstr("点のどこか(いま数えられるのは"));
}

TEST(TextReport, EverythingShowsEveryPointSkillAndPath) {
  const auto text = render(kMaintenance, {Language::ja, 100, false, true});
  const auto& rubric = test::builtin_rubric();
  const auto one_line = std::regex_replace(text, std::regex("\n *"), "");
  for (const auto& skill : rubric.skills) EXPECT_THAT(text, HasSubstr(skill.label.ja));
  for (const auto& path : rubric.paths) EXPECT_THAT(text, HasSubstr(path.label.ja));
  for (const auto& requirement : rubric[rubric.target()].requirements)
    EXPECT_THAT(one_line, HasSubstr(requirement.label.ja));
  EXPECT_THAT(text, Not(HasSubstr("--all")));
}

}  // namespace
}  // namespace upstream
