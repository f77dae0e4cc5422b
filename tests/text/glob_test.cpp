#include "upstream/text/glob.hpp"

#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace upstream::text {
namespace {

Glob parsed(std::string_view pattern) {
  auto glob = Glob::parse(pattern);
  if (const auto* reason = std::get_if<Text>(&glob)) {
    ADD_FAILURE() << pattern << ": " << reason->en;
    return {};
  }
  return std::get<Glob>(std::move(glob));
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

/// Paths that end with a slash are folders.
struct GlobCase {
  const char* pattern;
  std::vector<std::string> matched;
  std::vector<std::string> not_matched;
};
void PrintTo(const GlobCase& row, std::ostream* out) { *out << row.pattern; }

class GlobMatching : public testing::TestWithParam<GlobCase> {};

bool matches(const Glob& glob, std::string path) {
  const bool is_folder = path.ends_with('/');
  if (is_folder) path.pop_back();
  return glob.matches(path, is_folder);
}

TEST_P(GlobMatching, IsAsTheManualOfGitSays) {
  const auto glob = parsed(GetParam().pattern);
  for (const auto& path : GetParam().matched) EXPECT_TRUE(matches(glob, path)) << path;
  for (const auto& path : GetParam().not_matched) EXPECT_FALSE(matches(glob, path)) << path;
}

INSTANTIATE_TEST_SUITE_P(
    WithoutSlash, GlobMatching,
    testing::Values(
        GlobCase{"hello.*", {"hello.txt", "hello.c", "a/hello.java", "hello."}, {"hello", "xhello.c"}},
        GlobCase{"foo", {"foo", "foo/", "a/foo", "a/b/foo/"}, {"foox", "foo/bar", "Foo"}},
        GlobCase{"foo/", {"foo/", "a/foo/"}, {"foo", "a/foo", "foo/bar/"}},
        GlobCase{"*", {"a", "a/b/", ".hidden"}, {}}, GlobCase{"**", {"a", "a/b", "a/b/c/"}, {}},
        GlobCase{"a**b", {"ab", "axxb", "x/ab"}, {"a/b"}},
        GlobCase{"?.yaml", {"a.yaml", "..yaml", "x/a.yaml"}, {"ab.yaml", ".yaml", "監.yaml"}},
        GlobCase{"監視*", {"監視.yaml", "x/監視"}, {"視監"}}));

INSTANTIATE_TEST_SUITE_P(
    WithSlash, GlobMatching,
    testing::Values(GlobCase{"/hello.*", {"hello.txt", "hello.c"}, {"a/hello.java"}},
                    GlobCase{"doc/frotz", {"doc/frotz", "doc/frotz/"}, {"a/doc/frotz", "frotz"}},
                    GlobCase{"doc/frotz/", {"doc/frotz/"}, {"doc/frotz", "a/doc/frotz/"}},
                    GlobCase{"foo/*", {"foo/test.json", "foo/bar/", "foo/.x"}, {"foo/bar/hello.c", "foo"}},
                    GlobCase{"a/?/c", {"a/b/c"}, {"a//c", "a/bb/c"}}, GlobCase{"a//b", {}, {"a/b", "a/x/b"}},
                    GlobCase{"//a", {}, {"a", "x/a"}}, GlobCase{"a\\/b", {"a/b"}, {"x/a/b"}}));

INSTANTIATE_TEST_SUITE_P(
    DoubleStar, GlobMatching,
    testing::Values(GlobCase{"**/foo", {"foo", "a/foo/", "a/b/foo"}, {"foo/a", "afoo"}},
                    GlobCase{"**/foo/bar", {"foo/bar", "a/foo/bar"}, {"foo/x/bar", "bar"}},
                    GlobCase{"abc/**", {"abc/a", "abc/a/b/c/"}, {"abc", "abc/", "x/abc/a"}},
                    GlobCase{"a/**/b", {"a/b", "a/x/b", "a/x/y/b"}, {"ab", "a", "a/x", "x/a/b"}},
                    GlobCase{"a/**/**/b", {"a/b", "a/x/b", "a/x/y/b"}, {"a/b/x"}},
                    GlobCase{"a/***/b", {"a/b", "a/x/b"}, {}},
                    GlobCase{"**/a/**/b/**", {"a/b/c", "x/a/y/b/z/z"}, {"a/b", "b/a/c"}},
                    GlobCase{"**/a/b", {"a/a/b", "a/x/a/b"}, {"a/x/b"}}, GlobCase{"/**", {"a", "a/b"}, {}},
                    GlobCase{"**/", {"a/", "a/b/"}, {"a"}},
                    GlobCase{"a**/b", {"a/b", "axx/b"}, {"ab", "a/x/b"}}));

INSTANTIATE_TEST_SUITE_P(
    BracketsAndBackslashes, GlobMatching,
    testing::Values(GlobCase{"[a-c]x", {"ax", "bx", "cx"}, {"dx", "x", "-x"}},
                    GlobCase{"[!a-c]x", {"dx", "-x"}, {"ax", "x"}}, GlobCase{"[^a]", {"b"}, {"a"}},
                    GlobCase{"[]a]", {"]", "a"}, {"b"}}, GlobCase{"[!]a]", {"b"}, {"]", "a"}},
                    GlobCase{"[a-]", {"a", "-"}, {"b"}}, GlobCase{"[[:digit:]x]", {"7", "x"}, {"a", ":"}},
                    GlobCase{"[[:nothing:]]", {}, {"n", ":", "["}},
                    GlobCase{"[[.a.]", {"[", ".", "a"}, {"b"}}, GlobCase{"[\\]]", {"]"}, {"\\"}},
                    GlobCase{"[\\\\]", {"\\"}, {"a"}},
                    GlobCase{"x[a/b]y", {"xay", "xby"}, {"x/y", "x[a/b]y"}},
                    GlobCase{"\\*", {"*"}, {"a", "\\*"}}, GlobCase{"\\#a", {"#a"}, {"\\#a"}},
                    GlobCase{"\\!a", {"!a"}, {"a"}}, GlobCase{"a\\ ", {"a "}, {"a", "a\\ "}},
                    GlobCase{"\\*\\*/a", {"**/a"}, {"x/a", "a"}}, GlobCase{"!a", {"!a"}, {"a"}},
                    GlobCase{"[\x80-\xFF]", {"\x80", "\xFE"}, {"a", "\xC3\xA9"}}));

TEST(Glob, SaysWhyAPatternCanMatchNothing) {
  for (const std::string pattern : {"", "/", "a[", "[a/b", "[]", "a\\", "[[:alpha:]", "a/[b\\", "[a\\"}) {
    EXPECT_TRUE(std::holds_alternative<Text>(Glob::parse(pattern))) << pattern;
  }
  EXPECT_TRUE(std::holds_alternative<Glob>(Glob::parse(std::string(Glob::kLongest, 'a'))));
  EXPECT_TRUE(std::holds_alternative<Text>(Glob::parse(std::string(Glob::kLongest + 1, 'a'))));
}

/// A matcher that goes back to every star would need the age of the universe for each of these.
TEST(Glob, IsNotSlowOnHostilePatterns) {
  const auto begin = std::chrono::steady_clock::now();
  const auto deep = repeated("a/", 2000) + "a";
  for (const auto* piece : {"**/", "**/a/", "**/*/", "**/[a]/", "a/"}) {
    EXPECT_FALSE(parsed(repeated(piece, 140) + "b").matches(deep, false)) << piece;
  }
  const auto wide = repeated("a", 250);
  for (const auto* piece : {"*a", "*[ab]", "*?", "*a*", "?*"}) {
    EXPECT_FALSE(parsed(repeated(piece, 140) + "[b]").matches(wide, false)) << piece;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace upstream::text
