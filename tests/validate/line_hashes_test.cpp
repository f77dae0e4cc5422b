#include "validate/line_hashes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream {
namespace {

using testing::ElementsAre;

/// The hashes that GitHub's own upload action computes for these texts.
struct HashCase {
  const char* name;
  std::string text;
  std::vector<std::string> hashes;
};
void PrintTo(const HashCase& row, std::ostream* out) { *out << row.name; }

class LineHashes : public testing::TestWithParam<HashCase> {};

TEST_P(LineHashes, AreThoseOfGitHub) {
  auto hashes = line_hashes(GetParam().text);
  ASSERT_FALSE(hashes.empty());
  hashes.erase(hashes.begin());
  EXPECT_EQ(hashes, GetParam().hashes);
}

INSTANTIATE_TEST_SUITE_P(
    Table, LineHashes,
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

TEST(LineHashes, CountLinesThatAreAlike) {
  // Far apart, so that what follows each of them within the window is the same.
  const auto filler = test::repeated("x", 120);
  const auto hashes = line_hashes("a" + filler + "\na" + filler + "\n");
  EXPECT_EQ(hashes[1].substr(0, hashes[1].find(':')), hashes[2].substr(0, hashes[2].find(':')));
  EXPECT_TRUE(hashes[1].ends_with(":1"));
  EXPECT_TRUE(hashes[2].ends_with(":2"));
}

TEST(LineHashes, TakeCharactersOutsideOfTheBasicPlaneAsTwo) {
  EXPECT_NE(line_hashes("𠮷田")[1], line_hashes("田")[1]);
  EXPECT_EQ(line_hashes("𠮷田").size(), 2U);
}

}  // namespace
}  // namespace upstream
