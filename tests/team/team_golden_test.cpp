#include <gtest/gtest.h>

#include "team_support.hpp"

// The sample team in every format, checked whole. UPSTREAM_UPDATE_GOLDEN=1 rewrites; never in CI.
namespace upstream::test {
namespace {

struct Rendering {
  const char* name;
  const char* file;
  TeamOptions options;
  std::string (*render)(const TeamPicture&);
};
void PrintTo(const Rendering& row, std::ostream* out) { *out << row.name; }

std::string text(const TeamPicture& picture, Language language) {
  return render_team_text(picture, {language, 80, false, false});
}

class TeamGolden : public testing::TestWithParam<Rendering> {};

TEST_P(TeamGolden, IsTheGoldenText) {
  const auto& rendering = GetParam();
  const auto actual = rendering.render(draw(sample_team(), rendering.options));
  expect_golden(std::string("tests/team/golden/") + rendering.file, actual);
}

INSTANTIATE_TEST_SUITE_P(
    Formats, TeamGolden,
    testing::Values(
        Rendering{"TextJa", "team.ja.txt", {}, [](const TeamPicture& p) { return text(p, Language::ja); }},
        Rendering{"TextEn", "team.en.txt", {}, [](const TeamPicture& p) { return text(p, Language::en); }},
        Rendering{"TextNamesJa",
                  "team.names.ja.txt",
                  {.naming = Naming::names, .without = {"member-01"}},
                  [](const TeamPicture& p) { return text(p, Language::ja); }},
        Rendering{"TextGroupsJa",
                  "team.groups.ja.txt",
                  {.min_group = 3},
                  [](const TeamPicture& p) { return text(p, Language::ja); }},
        Rendering{"Json",
                  "team.json",
                  {.naming = Naming::pseudonyms, .without = {"member-06"}},
                  [](const TeamPicture& p) { return render_team_json(p, Language::ja); }},
        Rendering{"Csv", "team.csv", {}, &render_team_csv},
        Rendering{"CsvGroups", "team.groups.csv", {.min_group = 3}, &render_team_csv},
        Rendering{"Markdown",
                  "team.en.md",
                  {.without = {"member-01"}},
                  [](const TeamPicture& p) { return render_team_markdown(p, Language::en); }}),
    kByName);

}  // namespace
}  // namespace upstream::test
