#include "validate/line_hashes.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream {
namespace {

/// The hashes that GitHub's own upload action computes for these texts.
struct HashCase {
  const char* name;
  std::string text;
  std::vector<std::string> hashes;
};
void PrintTo(const HashCase& row, std::ostream* out) { *out << row.name; }

class LineHashesOf : public testing::TestWithParam<HashCase> {};

TEST_P(LineHashesOf, AreThoseOfGitHub) {
  auto hashes = line_hashes(GetParam().text);
  ASSERT_FALSE(hashes.empty());
  hashes.erase(hashes.begin());
  EXPECT_EQ(hashes, GetParam().hashes);
}

INSTANTIATE_TEST_SUITE_P(
    Table, LineHashesOf,
    testing::Values(
        HashCase{"Empty", "", {"c129715d7a2bc9a3:1"}},
        HashCase{"BlanksDoNotCount",
                 " a\nb\n  \t\tc\n d",
                 {"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
        HashCase{"EmptyLines",
                 " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
                 {"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
                  "b86d3392aea1be30:1", "e6ceba753e1a442:1"}},
        HashCase{"LineBreakAtTheEnd",
                 " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
                 {"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
                  "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"}},
        HashCase{"CarriageReturns",
                 " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
                 {"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
                  "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"}}),
    test::kByName);

/// Lines count from 1: the first entry is none.
std::vector<std::string> hashes(std::string_view text) {
  auto lines = line_hashes(text);
  lines.erase(lines.begin());
  return lines;
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
