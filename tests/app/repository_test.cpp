#include "repository.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "tree.hpp"

namespace upstream::app::test {
namespace {

TEST(RepositoryPath, IsWhatACodeHostKnowsAFileBy) {
  const WorkingPlace inside{"/r/team", "/r"};
  EXPECT_EQ(repository_path("a.yaml", inside), "team/a.yaml");
  EXPECT_EQ(repository_path("./a//b.yaml", inside), "team/a/b.yaml");
  EXPECT_EQ(repository_path("../x/a.yaml", inside), "x/a.yaml");
  EXPECT_EQ(repository_path("/r/a.yaml", inside), "a.yaml");
  EXPECT_EQ(repository_path("../../other/a.yaml", inside), "/other/a.yaml");
  EXPECT_EQ(repository_path("/rr/a.yaml", inside), "/rr/a.yaml");

  const WorkingPlace outside{"/w", std::nullopt};
  EXPECT_EQ(repository_path("a/b.yaml", outside), "a/b.yaml");
  EXPECT_EQ(repository_path("../a.yaml", outside), "/a.yaml");

  const WorkingPlace root{"/", std::nullopt};
  EXPECT_EQ(repository_path("a.yaml", root), "a.yaml");

  const WorkingPlace removed{"", std::nullopt};
  EXPECT_EQ(repository_path("./a.yaml", removed), "a.yaml");
}

using Repository = TreeTest;

TEST_F(Repository, IsTheNearestFolderUpwardsWithAnEntryDotGit) {
  write_all({".git/HEAD", "a/b/x", "sub/.git", "sub/c/x"});
  EXPECT_EQ(find_repository((folder() / "a/b").string()), folder().string());
  EXPECT_EQ(find_repository(folder().string()), folder().string());
  EXPECT_EQ(find_repository((folder() / "sub/c").string()), (folder() / "sub").string());
  EXPECT_EQ(find_repository((folder() / "not/there").string()), folder().string());
}

TEST_F(Repository, IsLookedUpFromTheWorkingDirectory) {
  write_all({".git/HEAD", "a/b/x.yaml"});
  link("a", "link");
  enter("a/b");
  const auto place = find_working_place();
  EXPECT_EQ(place.folder, (folder() / "a/b").string());
  EXPECT_EQ(place.repository, folder().string());
  EXPECT_EQ(repository_path("x.yaml", place), "a/b/x.yaml");
  EXPECT_EQ(repository_path("../../link/b/x.yaml", place), "link/b/x.yaml");
}

}  // namespace
}  // namespace upstream::app::test
