#include "lexical_path.hpp"

#include <gtest/gtest.h>

namespace upstream::app {
namespace {

TEST(LexicalPath, IsShownWithoutWhatSaysNothing) {
  EXPECT_EQ(tidy_path("."), ".");
  EXPECT_EQ(tidy_path("./"), ".");
  EXPECT_EQ(tidy_path(".//./"), ".");
  EXPECT_EQ(tidy_path("./a.yaml"), "a.yaml");
  EXPECT_EQ(tidy_path("a//b/./c/"), "a/b/c");
  EXPECT_EQ(tidy_path("../a/../b"), "../a/../b");
  EXPECT_EQ(tidy_path("/"), "/");
  EXPECT_EQ(tidy_path("//a//"), "/a");
  EXPECT_EQ(tidy_path("...a/.b"), "...a/.b");
}

TEST(LexicalPath, IsMadeAbsoluteAsText) {
  EXPECT_EQ(absolute_path("a/b.yaml", "/w"), "/w/a/b.yaml");
  EXPECT_EQ(absolute_path(".", "/w"), "/w");
  EXPECT_EQ(absolute_path("", "/w"), "/w");
  EXPECT_EQ(absolute_path("../x/./y/", "/w/v"), "/w/x/y");
  EXPECT_EQ(absolute_path("../../..", "/w"), "/");
  EXPECT_EQ(absolute_path("/a/../b", "/w"), "/b");
  EXPECT_EQ(absolute_path("a", "/"), "/a");
}

TEST(LexicalPath, IsMadeRelative) {
  EXPECT_EQ(relative_path("/w/a/b", "/w"), "a/b");
  EXPECT_EQ(relative_path("/w", "/w"), "");
  EXPECT_EQ(relative_path("/x/a", "/w"), "../x/a");
  EXPECT_EQ(relative_path("/a", "/"), "a");
}

TEST(LexicalPath, KnowsWhatLiesWithin) {
  EXPECT_TRUE(is_within("/w/a", "/w"));
  EXPECT_TRUE(is_within("/w", "/w"));
  EXPECT_TRUE(is_within("/w", "/"));
  EXPECT_FALSE(is_within("/wx", "/w"));
  EXPECT_FALSE(is_within("/", "/w"));
}

}  // namespace
}  // namespace upstream::app
