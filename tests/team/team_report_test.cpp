#include "upstream/team/team_report.hpp"

#include <sstream>

#include <gmock/gmock.h>

#include "report/schema_support.hpp"
#include "team_support.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kHostile = "=cmd|'/C calc'!A0\x1b[2J\r\n::error::x,\"<b>|\xE2\x80\xAE[a](b)@c";

Member hostile() {
  auto member = with(blank(std::string(kHostile)), "network", 3, 3);
  member.name = std::string(kHostile);
  member.shut.clear();
  member.lapses = {{{0}, kToday, false}};
  return member;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool is_harmless(std::string_view text) {
  return text.find('\x1b') == std::string_view::npos && text.find("\xE2\x80\xAE") == std::string_view::npos;
}

class HostileName : public testing::TestWithParam<Naming> {
 protected:
  [[nodiscard]] static TeamPicture picture() {
    return draw({hostile(), blank("b")}, {.naming = GetParam(), .without = {std::string(kHostile)}});
  }
};

TEST_P(HostileName, DoesNothingInText) {
  const auto text = render_team_text(picture(), {Language::ja, 80, false, false});
  EXPECT_TRUE(is_harmless(text));
  for (const auto& line : lines_of(text)) EXPECT_FALSE(line.starts_with("::")) << line;
}

TEST_P(HostileName, DoesNothingInJson) {
  const auto text = render_team_json(picture(), Language::en);
  EXPECT_TRUE(is_harmless(text));
  const auto value = json::parse(text);
  EXPECT_EQ(value["coverage"]["people"][0]["id"], kHostile);
}

TEST_P(HostileName, IsNoFormulaAndNoNewRecordInCsv) {
  const auto text = render_team_csv(picture());
  EXPECT_TRUE(is_harmless(text));
  EXPECT_EQ(lines_of(text).size(), 3U);
  EXPECT_THAT(text, AllOf(HasSubstr("\"'=cmd|"), HasSubstr(",\"\"<b>"), Not(HasSubstr("\n=cmd"))));
}

TEST_P(HostileName, IsNoMarkupInMarkdown) {
  const auto text = render_team_markdown(picture(), Language::en);
  EXPECT_TRUE(is_harmless(text));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("<b>")), Not(HasSubstr("[a](b)")), Not(HasSubstr("@c"))));
}

INSTANTIATE_TEST_SUITE_P(Namings, HostileName, testing::Values(Naming::ids, Naming::names),
                         [](const auto& row) { return row.param == Naming::ids ? "Ids" : "Names"; });

TEST(TeamCsv, NeutralisesEveryBeginningOfAFormula) {
  for (const auto* id : {"=1", "+1", "-1", "@x", "＝1", "＋1", " =1"}) {
    const auto line = lines_of(render_team_csv(draw({blank(id)})))[1];
    EXPECT_TRUE(line.starts_with("'") || line.starts_with("\"'")) << line;
  }
  EXPECT_TRUE(lines_of(render_team_csv(draw({blank("a-1")})))[1].starts_with("a-1,"));
}

TEST(TeamCsv, EndsEveryRecordWithCrLf) {
  const auto text = render_team_csv(draw({blank("a"), blank("b")}));
  for (const auto& line : lines_of(text)) EXPECT_TRUE(line.ends_with('\r')) << line;
}

TEST(TeamText, FitsItsWidth) {
  auto team = sample_team();
  team.push_back(hostile());
  for (const auto language : {Language::ja, Language::en}) {
    for (const std::size_t width : {60U, 80U, 100U}) {
      for (const auto naming : {Naming::ids, Naming::names}) {
        const auto text = render_team_text(draw(team, {.naming = naming, .without = {"member-01"}}),
                                           {language, width, false, false});
        for (const auto& line : lines_of(text)) EXPECT_LE(text::display_width(line), width) << line;
      }
    }
  }
}

TEST(TeamText, TheColumnsOfTheMapLineUp) {
  const auto lines = lines_of(render_team_text(draw(sample_team()), {Language::ja, 80, false, false}));
  const auto head = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
    return line.find("NW") != std::string::npos && line.find("DB") != std::string::npos;
  });
  ASSERT_NE(head, lines.end());
  const auto column = text::display_width(head->substr(0, head->find("DB")));
  const auto row = std::find_if(
      head, lines.end(), [](const std::string& line) { return line.find("member-06") != std::string::npos; });
  ASSERT_NE(row, lines.end());
  const auto before = text::clip_to_width(*row, column);
  EXPECT_TRUE(std::string_view(*row).substr(before.size()).starts_with("▓3")) << *row;
}

TEST(TeamText, HasNoMapOfMoreThanSixtyPeople) {
  const TextOptions options{Language::en, 80, false, false};
  EXPECT_THAT(render_team_text(draw(times(60, blank("p"))), options), HasSubstr("p59"));
  EXPECT_THAT(render_team_text(draw(times(61, blank("p"))), options),
              AllOf(HasSubstr("61 people make no readable map"), Not(HasSubstr("p60"))));
}

TEST(TeamText, SaysWhatItIsNotFor) {
  const auto picture = draw({blank("a")});
  EXPECT_THAT(render_team_text(picture, {Language::ja, 80, false, false}), HasSubstr("順位づけ"));
  EXPECT_THAT(render_team_markdown(picture, Language::en), HasSubstr("ranking"));
  EXPECT_THAT(render_team_json(picture, Language::en), HasSubstr("ranking"));
}

TEST(TeamText, NamesNobodyUnlessAsked) {
  for (const auto& member : sample_team()) {
    for (const auto naming : {Naming::ids, Naming::pseudonyms}) {
      const auto picture = draw(sample_team(), {.naming = naming});
      EXPECT_THAT(render_team_text(picture, {Language::ja, 80, false, false}), Not(HasSubstr(member.name)));
      EXPECT_THAT(render_team_json(picture, Language::ja), Not(HasSubstr(member.name)));
      EXPECT_THAT(render_team_csv(picture), Not(HasSubstr(member.name)));
      EXPECT_THAT(render_team_markdown(picture, Language::ja), Not(HasSubstr(member.name)));
    }
  }
}

TEST(TeamReport, GroupsHaveNoIdInAnyFormat) {
  const auto picture = draw(sample_team(), {.min_group = 3});
  for (const auto& text :
       {render_team_text(picture, {Language::ja, 80, false, false}), render_team_json(picture, Language::ja),
        render_team_csv(picture), render_team_markdown(picture, Language::ja)}) {
    EXPECT_THAT(text, Not(HasSubstr("member-")));
  }
}

class TeamSchema : public testing::TestWithParam<Language> {
 protected:
  [[nodiscard]] static std::string complaints(const json& document) {
    static const SchemaChecker schema(team_schema());
    return schema.complaints(document);
  }
};

TEST_P(TeamSchema, AcceptsThePictureOfTheSampleTeam) {
  for (const auto& options : {TeamOptions{}, TeamOptions{.naming = Naming::names, .without = {"member-01"}},
                              TeamOptions{.naming = Naming::pseudonyms}, TeamOptions{.min_group = 3},
                              TeamOptions{.min_group = 50}}) {
    const auto document = json::parse(render_team_json(draw(sample_team(), options), GetParam()));
    EXPECT_EQ(complaints(document), "");
  }
}

TEST_P(TeamSchema, RefusesAMissingKey) {
  const auto whole =
      json::parse(render_team_json(draw(sample_team(), {.without = {"member-01"}}), GetParam()));
  for (const auto& [key, value] : whole.items()) {
    auto broken = whole;
    broken.erase(key);
    EXPECT_NE(complaints(broken), "") << key;
  }
}

TEST_P(TeamSchema, RefusesWordsAndTypesItDoesNotKnow) {
  const auto whole =
      json::parse(render_team_json(draw(sample_team(), {.without = {"member-01"}}), GetParam()));
  for (const auto& [pointer, value] :
       std::vector<std::pair<const char*, json>>{{"/coverage/skills/0/able", "7"},
                                                 {"/coverage/people/0/skills/network/proven", 5},
                                                 {"/single_points_of_failure/0/kind", "person"},
                                                 {"/training/0/kind", "holiday"},
                                                 {"/seats/0/verdict", "bad"},
                                                 {"/as_of", "2026-10"},
                                                 {"/group/identity", "email"},
                                                 {"/without/coverage/0/before", nullptr}}) {
    auto broken = whole;
    broken[json::json_pointer(pointer)] = value;
    EXPECT_NE(complaints(broken), "") << pointer;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, TeamSchema, testing::Values(Language::ja, Language::en),
                         [](const auto& row) { return row.param == Language::ja ? "Ja" : "En"; });

TEST(TeamSchemaText, DescribesEveryPropertyInBothLanguages) {
  expect_descriptions(json::parse(team_schema()));
}

}  // namespace
}  // namespace upstream::test
