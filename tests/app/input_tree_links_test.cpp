#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tree.hpp"

namespace upstream::app::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

using InputTreeWithLinks = TreeTest;

TEST_F(InputTreeWithLinks, LinksToFilesAndFoldersAreFollowed) {
  write_all({"store/x/a.yaml", "store/plain", "store/b.yaml"});
  link("../store/x", "team/x");
  link("../store/plain", "team/plain.yaml");
  link("../store/b.yaml", "team/without-suffix");
  const auto tree = collect({"team"});
  EXPECT_THAT(displays(tree), ElementsAre("team/plain.yaml", "team/x/a.yaml"));
  EXPECT_THAT(tree.passed_over, IsEmpty());
}

TEST_F(InputTreeWithLinks, AFileHasItsOwnNameRatherThanThatOfALink) {
  write_all({"team/m/a.yaml", "team/z.yaml"});
  link("m", "team/a-link");
  link("z.yaml", "team/a.yaml");
  EXPECT_THAT(displays(collect({"team"})), ElementsAre("team/m/a.yaml", "team/z.yaml"));
  EXPECT_THAT(displays(collect({"team/a.yaml", "team"})), ElementsAre("team/a.yaml", "team/m/a.yaml"));
}

TEST_F(InputTreeWithLinks, OneContentUnderTwoNamesIsOneInput) {
  write("team/z/b.yaml");
  fs::create_hard_link("team/z/b.yaml", "team/y.yaml");
  fs::create_hard_link("team/z/b.yaml", "team/a.txt");
  EXPECT_THAT(displays(collect({"team"})), ElementsAre("team/y.yaml"));
  EXPECT_THAT(displays(collect({"team/z", "team"})), ElementsAre("team/z/b.yaml"));
}

TEST_F(InputTreeWithLinks, ALinkBackIsNamedAndNotFollowed) {
  write("team/sub/a.yaml");
  link("..", "team/sub/up");
  link(".", "team/self");
  const auto tree = collect({"team"});
  EXPECT_THAT(displays(tree), ElementsAre("team/sub/a.yaml"));
  EXPECT_THAT(passed_over(tree), ElementsAre("team/self: it leads back to a directory that it is in",
                                             "team/sub/up: it leads back to a directory that it is in"));
}

TEST_F(InputTreeWithLinks, ALinkAboveTheNamedFolderIsFollowedOnce) {
  write_all({"x/team/a.yaml", "x/b.yaml"});
  link("..", "x/team/up");
  const auto tree = collect({"x/team"});
  EXPECT_THAT(displays(tree), ElementsAre("x/team/a.yaml", "x/team/up/b.yaml"));
  EXPECT_THAT(passed_over(tree), ElementsAre("x/team/up/team: it leads back to a directory that it is in"));
}

TEST_F(InputTreeWithLinks, TwoFoldersThatLinkToEachOtherEnd) {
  write_all({"a/1.yaml", "b/2.yaml"});
  link("../b", "a/b");
  link("../a", "b/a");
  EXPECT_THAT(displays(collect({"."})), ElementsAre("a/1.yaml", "b/2.yaml"));
  EXPECT_THAT(displays(collect({"a"})), ElementsAre("a/1.yaml", "a/b/2.yaml"));
}

/// A walk that only knows the folders above it would take 2^40 ways.
TEST_F(InputTreeWithLinks, ManyWaysToOneFolderAreWalkedOnce) {
  for (int i = 0; i < 40; ++i) {
    const auto next = "../" + std::to_string(i + 1);
    link(next, "graph/" + std::to_string(i) + "/left");
    link(next, "graph/" + std::to_string(i) + "/right");
  }
  write("graph/40/a.yaml");
  EXPECT_THAT(displays(collect({"graph"})), ElementsAre("graph/40/a.yaml"));
  const auto tree = collect({"graph/0"});
  ASSERT_EQ(tree.files.size(), 1U);
  EXPECT_TRUE(tree.files.front().display.starts_with("graph/0/left/left/"));
}

TEST_F(InputTreeWithLinks, ALinkToNothingIsLostWhereItsNameIsThatOfAProfile) {
  link("nowhere", "team/a.yaml");
  link("nowhere", "team/b");
  link("c.yaml", "team/c.yaml");
  const auto tree = collect({"team"});
  EXPECT_THAT(displays(tree), IsEmpty());
  EXPECT_THAT(passed_over(tree), ElementsAre("team/a.yaml: it is a link to nothing (lost)",
                                             "team/c.yaml: its symbolic links lead nowhere (lost)"));
  EXPECT_THAT(tree.empty_operands, IsEmpty());
}

/// Whoever sends a change to a repository must not get the files of the machine that checks it printed.
TEST_F(InputTreeWithLinks, InARepositoryLinksThatLeadOutOfItAreLost) {
  write_all({"machine/secret.yaml", "machine/keys/a.json", "repository/.git/HEAD", "repository/team/a.yaml",
             "repository/shared/b.yaml"});
  link("../../machine/secret.yaml", "repository/team/x.yaml");
  link("../../machine/keys", "repository/team/y");
  link("/", "repository/team/z");
  link("../shared", "repository/team/shared");
  const auto tree = collect({"repository/team"});
  EXPECT_THAT(displays(tree), ElementsAre("repository/team/a.yaml", "repository/team/shared/b.yaml"));
  const std::string why = ": it is a link that leads out of the repository; name it to have it read (lost)";
  EXPECT_THAT(passed_over(tree), ElementsAre("repository/team/x.yaml" + why, "repository/team/y" + why,
                                             "repository/team/z" + why));
  EXPECT_THAT(displays(collect({"repository/team/x.yaml", "repository/team/y"})),
              ElementsAre("repository/team/x.yaml", "repository/team/y/a.json"));
}

TEST_F(InputTreeWithLinks, InANamedLinkOutOfTheRepositoryLinksStayWithin) {
  write_all({"store/a.yaml", "store/b.txt", "repository/.git/HEAD"});
  link("b.txt", "store/b.yaml");
  link("../store", "repository/team");
  EXPECT_THAT(displays(collect({"repository/team"})),
              ElementsAre("repository/team/a.yaml", "repository/team/b.yaml"));
}

}  // namespace
}  // namespace upstream::app::test
