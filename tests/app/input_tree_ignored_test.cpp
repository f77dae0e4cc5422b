#include <array>
#include <filesystem>
#include <initializer_list>
#include <random>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/git.hpp"
#include "tree.hpp"

namespace upstream::app::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

using InputTreeIgnoring = TreeTest;

InputRules excluding(std::initializer_list<const char*> lines, std::string from = {}) {
  InputRules rules;
  for (const auto* line : lines) EXPECT_FALSE(rules.excluded.add_line(line)) << line;
  rules.excluded_from = std::move(from);
  return rules;
}

TEST_F(InputTreeIgnoring, RulesHoldFromTheRepositoryDown) {
  write_all({".git/HEAD", "team/a.yaml", "team/draft.yaml", "team/old/b.yaml", "team/new/c.yaml",
             "team/new/draft.yaml"});
  write(".gitignore", "draft.yaml\n/team/old/\n");
  write("team/new/.gitignore", "!draft.yaml\nc.*\n");
  const auto tree = collect({"team"});
  EXPECT_THAT(displays(tree), ElementsAre("team/a.yaml", "team/new/draft.yaml"));
  EXPECT_EQ(tree.ignored, 3U);
  EXPECT_THAT(displays(collect({"."})), ElementsAre("team/a.yaml", "team/new/draft.yaml"));
  enter("team/new");
  EXPECT_THAT(displays(collect({"."})), ElementsAre("draft.yaml"));
  EXPECT_THAT(displays(collect({".."})), ElementsAre("../a.yaml", "../new/draft.yaml"));
}

TEST_F(InputTreeIgnoring, NothingBelowAnIgnoredFolderComesBack) {
  write_all({".git/HEAD", "out/keep.yaml", "x/a.yaml"});
  write(".gitignore", "out/\n!out/keep.yaml\n");
  write("out/.gitignore", "!keep.yaml\n");
  EXPECT_THAT(displays(collect({"."})), ElementsAre("x/a.yaml"));
}

TEST_F(InputTreeIgnoring, ANamedFolderIsWalkedThoughIgnored) {
  write_all({".git/HEAD", "out/a.yaml", "out/b.yaml"});
  write(".gitignore", "out/\nb.yaml\n");
  EXPECT_THAT(displays(collect({"out"})), ElementsAre("out/a.yaml"));
  const auto tree = collect({"."});
  EXPECT_THAT(tree.empty_operands, ElementsAre("."));
  EXPECT_EQ(tree.ignored, 1U);
}

TEST_F(InputTreeIgnoring, WithoutARepositoryRulesHoldFromTheNamedFolder) {
  write_all({"team/a.yaml", "team/sub/b.yaml", "team/sub/c.yaml"});
  write(".gitignore", "*.yaml\n");
  write("team/.gitignore", "/sub/b.yaml\n");
  EXPECT_THAT(displays(collect({"team"})), ElementsAre("team/a.yaml", "team/sub/c.yaml"));
  EXPECT_THAT(displays(collect({"team/sub"})), ElementsAre("team/sub/b.yaml", "team/sub/c.yaml"));
}

TEST_F(InputTreeIgnoring, ARepositoryInARepositoryHasItsOwnRules) {
  write_all({".git/HEAD", "inner/.git", "inner/a.yaml", "a.yaml", "inner/b/b.yaml"});
  write(".gitignore", "a.yaml\n");
  write("inner/.gitignore", "/b/b.yaml\n");
  EXPECT_THAT(displays(collect({"."})), ElementsAre("inner/a.yaml"));
  EXPECT_THAT(displays(collect({"inner"})), ElementsAre("inner/a.yaml"));
}

TEST_F(InputTreeIgnoring, AnIgnoreFileThatCannotBeReadIsNamedAndPassedOver) {
  write_all({".git/HEAD", "a/a.yaml", "b/b.yaml", "c/c.yaml", "d/d.yaml", "e/e.yaml", "e/f.yaml", "f/f.yaml",
             "rules"});
  fs::create_directory("a/.gitignore");
  make_fifo("b/.gitignore");
  write("rules", "*\n");
  link("../rules", "c/.gitignore");
  write("d/.gitignore", "*\n" + std::string(1024 * 1024, '#'));
  write("e/.gitignore", "# fine\n[a\nf.yaml\n" + std::string(5000, 'x') + "\n");
  std::string long_list;
  for (int i = 0; i <= 10'000; ++i) long_list += "*\n";
  write("f/.gitignore", long_list);
  const auto tree = collect({"."});
  EXPECT_THAT(displays(tree),
              ElementsAre("a/a.yaml", "b/b.yaml", "c/c.yaml", "d/d.yaml", "e/e.yaml", "f/f.yaml"));
  EXPECT_THAT(passed_over(tree), ElementsAre("a/.gitignore: it is a directory",
                                             "b/.gitignore: it is a pipe; '-' reads standard input",
                                             "c/.gitignore: a .gitignore that is a symbolic link is not read",
                                             "d/.gitignore: it is larger than 1 MiB",
                                             "e/.gitignore: line 2 can match nothing: '[' is not closed",
                                             "f/.gitignore: it has more than 10000 lines"));
}

TEST_F(InputTreeIgnoring, AnIgnoreFileAboveTheNamedFolderIsNamedFromTheWorkingDirectory) {
  write_all({".git/HEAD", "x/y/a.yaml"});
  fs::create_directory(".gitignore");
  enter("x");
  EXPECT_THAT(passed_over(collect({"y", "."})), ElementsAre("../.gitignore: it is a directory"));
}

TEST_F(InputTreeIgnoring, ExclusionsAreRelativeToTheirFolder) {
  write_all({"x/a.yaml", "x/y/b.yaml", "x/y/c.yaml", "z/b.yaml"});
  EXPECT_THAT(displays(collect({"."}, excluding({"/x/y/"}))), ElementsAre("x/a.yaml", "z/b.yaml"));
  EXPECT_THAT(displays(collect({"x"}, excluding({"/x/y/b.yaml"}))), ElementsAre("x/a.yaml", "x/y/c.yaml"));
  EXPECT_THAT(displays(collect({"."}, excluding({"/y/b.yaml"}, "x"))),
              ElementsAre("x/a.yaml", "x/y/c.yaml", "z/b.yaml"));
  EXPECT_THAT(displays(collect({"."}, excluding({"b.yaml", "!/y/b.yaml"}, "x"))),
              ElementsAre("x/a.yaml", "x/y/b.yaml", "x/y/c.yaml"));
  EXPECT_THAT(displays(collect({"x/y/b.yaml", "x/y"}, excluding({"*"}))), ElementsAre("x/y/b.yaml"));
  EXPECT_THAT(displays(collect({"."}, excluding({"*"}, "x"))), ElementsAre());
  EXPECT_THAT(displays(collect({"."}, excluding({"*/"}, "x/y"))),
              ElementsAre("x/a.yaml", "x/y/b.yaml", "x/y/c.yaml"));
  enter("z");
  EXPECT_THAT(displays(collect({"../x"}, excluding({"c.yaml", "/x/a.yaml"}))),
              ElementsAre("../x/a.yaml", "../x/y/b.yaml"));
}

TEST_F(InputTreeIgnoring, ExclusionsAreAskedBeforeAnyIgnoreFile) {
  write_all({".git/HEAD", "a.yaml", "b.yaml"});
  write(".gitignore", "*.yaml\n");
  EXPECT_THAT(displays(collect({"."}, excluding({"!b.yaml"}))), ElementsAre("b.yaml"));
}

TEST_F(InputTreeIgnoring, AFolderThatIsALinkCountsAsAFolder) {
  write_all({".git/HEAD", "real/a.yaml", "b.yaml"});
  link("real", "x");
  write(".gitignore", "x/\n/real/\n");
  const auto tree = collect({"."});
  EXPECT_THAT(displays(tree), ElementsAre("b.yaml"));
  EXPECT_EQ(tree.ignored, 2U);
}

/// Two hundred small trees in one repository, with ignore files on three levels.
TEST_F(InputTreeIgnoring, LeavesOutWhatGitWouldLeaveOut) {
  if (!upstream::test::git_is_installed()) GTEST_SKIP() << "git is not installed: nothing to compare with";
  upstream::test::make_repository(".");
  std::mt19937 generator(20261031);
  const auto below = [&](std::size_t limit) { return generator() % limit; };
  constexpr std::array lines{"*",           "a",      "b/",      "/a",      "/a/b",      "a/b/",
                             "*.yaml",      "c.yaml", "/c.yaml", "a/*",     "a/**",      "**/b",
                             "a/**/c.yaml", "!a",     "!b/",     "!c.yaml", "!*.yaml",   "!/a/",
                             "!a/b/c.yaml", "[ab]/",  "?.yaml",  "# c",     "!**/d.yaml"};
  std::vector<std::string> paths;
  for (int i = 0; i < 200; ++i) {
    const auto tree = std::to_string(1000 + i);
    for (const auto* folder : {"", "/a", "/b", "/a/a", "/a/b", "/b/a"}) {
      for (const auto* name : {"/c.yaml", "/d.yaml"}) write(paths.emplace_back(tree + folder + name));
      if (below(3) != 0 && *folder != '\0') continue;
      std::string rules;
      for (auto count = below(4) + 1; count > 0; --count)
        rules += std::string(lines[below(lines.size())]) + "\n";
      write(tree + folder + "/.gitignore", rules);
    }
  }
  const auto ignored = upstream::test::ignored_by_git(".", paths);
  EXPECT_GT(ignored.size(), paths.size() / 10);
  EXPECT_LT(ignored.size(), paths.size() * 9 / 10);
  std::vector<std::string> expected;
  for (const auto& path : std::set<std::string>(paths.begin(), paths.end())) {
    if (ignored.count(path) == 0) expected.push_back(path);
  }
  EXPECT_EQ(displays(collect({"."})), expected);
}

}  // namespace
}  // namespace upstream::app::test
