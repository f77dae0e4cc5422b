#include "validate/line_hashes.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"

// The hashes that GitHub's own action makes of the same bytes.
namespace upstream {
namespace {

/// Lines count from 1: the first entry is none.
std::vector<std::string> hashes(std::string_view text) {
  auto lines = line_hashes(text);
  lines.erase(lines.begin());
  return lines;
}

TEST(LineHashes, AreThoseOfGithub) {
  using testing::ElementsAre;
  EXPECT_THAT(hashes(""), ElementsAre("c129715d7a2bc9a3:1"));
  EXPECT_THAT(hashes(" a\nb\n  \t\tc\n d"), ElementsAre("271789c17abda88f:1", "54703d4cd895b18:1",
                                                        "180aee12dab6264:1", "a23a3dc5e078b07b:1"));
}

TEST(LineHashes, TakeEveryLineBreakForOne) {
  const auto expected = hashes("hello;\nworld!!!\n\n\nGreetings\nEnd\n");
  EXPECT_EQ(expected.front(), "e9496ae3ebfced30:1");
  EXPECT_EQ(hashes("hello;\rworld!!!\r\r\rGreetings\rEnd\r"), expected);
  EXPECT_EQ(hashes("hello; \t\r\nworld!!!\r\n\r\n\r\n  \tGreetings\r\n End\r\n"), expected);
}

TEST(LineHashes, TellEqualLinesApart) {
  const auto lines = hashes(test::repeated("Lorem ipsum dolor sit amet.\n", 10));
  ASSERT_EQ(lines.size(), 11U);
  EXPECT_EQ(lines[0], "a7f2ff13bc495cf2:1");
  EXPECT_EQ(lines[5], "a7f2ff13bc495cf2:6");
  EXPECT_EQ(lines[6], "a7f2ff1481e87703:1");
}

TEST(LineHashes, CountBeyondTheBasicPlaneAsTwoUnits) {
  EXPECT_EQ(hashes("a😀b").front(), "8a39aa97ece84b27:1");
}

TEST(LineHashes, TakeTheBeginningOfACodePointForOneReplacement) {
  EXPECT_EQ(hashes("a\xE3\x81(b"), hashes("a\uFFFD(b"));
  EXPECT_EQ(hashes("a\xF0\x9F\x98(b"), hashes("a\uFFFD(b"));
  EXPECT_EQ(hashes("a\xE3"), hashes("a\uFFFD"));
  // No code point begins so: each byte by itself.
  EXPECT_EQ(hashes("a\xC0\xAF(b"), hashes("a\uFFFD\uFFFD(b"));
  EXPECT_EQ(hashes("a\xED\xA0\x80(b"), hashes("a\uFFFD\uFFFD\uFFFD(b"));
  EXPECT_EQ(hashes("a\xFF(b"), hashes("a\uFFFD(b"));
}

}  // namespace
}  // namespace upstream
