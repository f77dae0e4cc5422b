#include "input_tree.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tree.hpp"

namespace upstream::app::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using InputTreeOf = TreeTest;

TEST_F(InputTreeOf, AFolderHoldsTheProfilesInItAndBelow) {
  write_all({"team/b.yaml", "team/a.yml", "team/sub/c.json", "team/notes.txt", "team/yaml", "team/d.yaml.bak",
             "team/sub/sub/佐藤.YAML", "other/x.yaml"});
  const auto tree = collect({"team"});
  EXPECT_THAT(displays(tree),
              ElementsAre("team/a.yml", "team/b.yaml", "team/sub/c.json", "team/sub/sub/佐藤.YAML"));
  EXPECT_THAT(tree.passed_over, IsEmpty());
  EXPECT_THAT(tree.empty_operands, IsEmpty());
  EXPECT_EQ(tree.ignored, 0U);
}

TEST_F(InputTreeOf, WhatIsHiddenIsNotWalked) {
  write_all({"a.yaml", ".upstream-check.yaml", ".yaml", ".hidden/b.yaml", "x/.c.yaml"});
  EXPECT_THAT(displays(collect({"."})), ElementsAre("a.yaml"));
  EXPECT_THAT(displays(collect({".hidden"})), ElementsAre(".hidden/b.yaml"));
  EXPECT_THAT(displays(collect({".upstream-check.yaml"})), ElementsAre(".upstream-check.yaml"));
}

TEST_F(InputTreeOf, AFolderIsInByteOrderOfThePaths) {
  write_all({"a/b.yaml", "a.yaml", "a-b.yaml", "B.yaml", "a/b/c.yaml", "監.yaml", "a/b.json"});
  EXPECT_THAT(displays(collect({"."})),
              ElementsAre("B.yaml", "a-b.yaml", "a.yaml", "a/b.json", "a/b.yaml", "a/b/c.yaml", "監.yaml"));
}

TEST_F(InputTreeOf, OperandsKeepTheirOrder) {
  write_all({"z.yaml", "a/1.yaml", "m.yaml"});
  EXPECT_THAT(displays(collect({"z.yaml", "a", "m.yaml"})), ElementsAre("z.yaml", "a/1.yaml", "m.yaml"));
}

TEST_F(InputTreeOf, NamesAreShownAsTyped) {
  write_all({"here/team/a.yaml"});
  enter("here");
  EXPECT_THAT(displays(collect({"."})), ElementsAre("team/a.yaml"));
  EXPECT_THAT(displays(collect({"./"})), ElementsAre("team/a.yaml"));
  EXPECT_THAT(displays(collect({".//team//"})), ElementsAre("team/a.yaml"));
  EXPECT_THAT(displays(collect({"./team/a.yaml"})), ElementsAre("team/a.yaml"));
  EXPECT_THAT(displays(collect({"../here/./team"})), ElementsAre("../here/team/a.yaml"));
  const auto absolute = (folder() / "here/team").string();
  EXPECT_THAT(displays(collect({absolute})), ElementsAre(absolute + "/a.yaml"));
  EXPECT_EQ(collect({"../here"}).files.front().repository_path, "team/a.yaml");
}

TEST_F(InputTreeOf, ANamedFileIsAlwaysAnInput) {
  write_all({".git/HEAD", "notes.txt", ".hidden.yaml", "secret.yaml"});
  write(".gitignore", "*.yaml\n");
  make_fifo("pipe");
  link("nowhere", "dangling.yaml");
  const std::vector<std::string> named{"notes.txt",     ".hidden.yaml", "secret.yaml", "pipe",
                                       "dangling.yaml", "absent.yaml",  "notes.txt/x"};
  const auto tree = collect(named);
  EXPECT_EQ(displays(tree), named);
  EXPECT_THAT(tree.passed_over, IsEmpty());
}

TEST_F(InputTreeOf, AFileIsTakenOnceUnderItsFirstName) {
  write_all({"team/a.yaml", "team/b.yaml"});
  EXPECT_THAT(displays(collect({"team", "team/a.yaml"})), ElementsAre("team/a.yaml", "team/b.yaml"));
  EXPECT_THAT(displays(collect({"team/b.yaml", "./team", "team"})),
              ElementsAre("team/b.yaml", "team/a.yaml"));
  EXPECT_THAT(displays(collect({"absent.yaml", "absent.yaml"})), ElementsAre("absent.yaml"));
  EXPECT_THAT(collect({"team", "team"}).empty_operands, IsEmpty());
}

TEST_F(InputTreeOf, AMinusIsStandardInput) {
  write_all({"-", "a.yaml"});
  const auto tree = collect({"-", "a.yaml", "-", "./-"});
  EXPECT_THAT(displays(tree), ElementsAre("<stdin>", "a.yaml", "./-"));
  EXPECT_EQ(tree.files.front().path, "-");
  EXPECT_EQ(tree.files.front().repository_path, "<stdin>");
  EXPECT_EQ(tree.files.back().path, "./-");

  const auto named = collect({"-"}, {{}, {}, "team/x.yaml"});
  EXPECT_EQ(named.files.front().display, "team/x.yaml");
  EXPECT_EQ(named.files.front().repository_path, "team/x.yaml");
}

TEST_F(InputTreeOf, AFolderWithoutProfilesIsTold) {
  write_all({"team/a.yaml", "empty/notes.txt", "hidden/.a.yaml"});
  const auto tree = collect({"empty/", "team", "./hidden"});
  EXPECT_THAT(displays(tree), ElementsAre("team/a.yaml"));
  EXPECT_THAT(tree.empty_operands, ElementsAre("empty", "hidden"));
}

TEST_F(InputTreeOf, FiveThousandFilesAreNoMatter) {
  for (int i = 0; i < 5000; ++i)
    write("many/" + std::to_string(i % 70) + "/" + std::to_string(i) + ".yaml", "");
  const auto tree = collect({"many"});
  EXPECT_EQ(tree.files.size(), 5000U);
  EXPECT_TRUE(std::is_sorted(tree.files.begin(), tree.files.end(),
                             [](const auto& a, const auto& b) { return a.display < b.display; }));
}

}  // namespace
}  // namespace upstream::app::test
