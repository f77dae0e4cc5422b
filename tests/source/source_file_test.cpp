#include "upstream/source/source_file.hpp"

#include <random>

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream {
namespace {

Position at(std::uint32_t line, std::uint32_t column) { return {line, column}; }

TEST(SourceFile, CountsFromOne) {
  const SourceFile file("a.yaml", "ab\ncd");
  EXPECT_EQ(file.path(), "a.yaml");
  EXPECT_EQ(file.position(0), at(1, 1));
  EXPECT_EQ(file.position(2), at(1, 3));
  EXPECT_EQ(file.position(3), at(2, 1));
  EXPECT_EQ(file.position(5), at(2, 3));
}

TEST(SourceFile, OffsetsBehindTheEndMeanTheEnd) { EXPECT_EQ(SourceFile("", "ab\n").position(99), at(2, 1)); }

TEST(SourceFile, ColumnsCountCodePoints) {
  const SourceFile file("", "名前: 𠮷x");
  EXPECT_EQ(file.position(std::string_view("名前").size()), at(1, 3));
  EXPECT_EQ(file.position(std::string_view("名前: 𠮷").size()), at(1, 6));
}

TEST(SourceFile, ColumnsOfLongLinesAreExact) {
  const std::string line = test::repeated("監a", 5000);
  const SourceFile file("", "x\n" + line + "\ny");
  for (const std::size_t pair : {0U, 1U, 63U, 64U, 65U, 255U, 256U, 1023U, 1024U, 4999U}) {
    EXPECT_EQ(file.position(2 + pair * 4), at(2, static_cast<std::uint32_t>(pair * 2 + 1))) << pair;
    EXPECT_EQ(file.position(2 + pair * 4 + 3), at(2, static_cast<std::uint32_t>(pair * 2 + 2))) << pair;
  }
  EXPECT_EQ(file.position(2 + line.size()), at(2, 10001));
  EXPECT_EQ(file.position(2 + line.size() + 1), at(3, 1));
}

TEST(SourceFile, OffsetIsTheInverseOfPosition) {
  const SourceFile file("",
                        "x\n" + test::repeated("監a", 1000) + "\r\n" + test::repeated("𠮷", 300) + "\n\nend");
  const auto text = file.text();
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    if (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) continue;
    ASSERT_EQ(file.offset(file.position(offset)), offset);
  }
  EXPECT_EQ(file.offset({99, 1}), text.size());
  EXPECT_EQ(file.offset({}), 0U);
}

TEST(PlaceCursor, AnswersLikeTheFileWhateverTheOrder) {
  const SourceFile file(
      "", "x\n\r\n監視\r" + test::repeated("監a", 1000) + "\r\n" + test::repeated("𠮷\n", 300) + "end");
  PlaceCursor every(file);
  for (std::size_t offset = 0; offset <= file.text().size() + 1; ++offset) {
    ASSERT_EQ(every.position(offset), file.position(offset)) << offset;
  }
  std::mt19937_64 random(1);
  PlaceCursor any(file);
  for (std::size_t i = 0; i < 10'000; ++i) {
    const auto offset = std::uniform_int_distribution<std::size_t>(0, file.text().size() + 9)(random);
    ASSERT_EQ(any.position(offset), file.position(offset)) << offset;
    ASSERT_EQ(any.position(offset + i % 7), file.position(offset + i % 7)) << offset;
  }
}

TEST(SourceFile, TakesOffTheByteOrderMark) {
  const SourceFile file("", "\xEF\xBB\xBFname: x");
  EXPECT_EQ(file.text(), "name: x");
  EXPECT_EQ(file.position(4), at(1, 5));
}

TEST(SourceFile, EveryLineBreakCounts) {
  const SourceFile file("", "a\r\nb\rc\nd");
  EXPECT_EQ(file.line(1), "a");
  EXPECT_EQ(file.line(2), "b");
  EXPECT_EQ(file.line(3), "c");
  EXPECT_EQ(file.line(4), "d");
  EXPECT_EQ(file.position(3), at(2, 1));
  EXPECT_EQ(file.position(5), at(3, 1));
}

TEST(SourceFile, LinesOfReturnsAndFeedsInAnyOrder) {
  const SourceFile file("", "\r\r\n\n\ra\n\r");
  std::vector<std::string_view> lines;
  for (std::uint32_t line = 1; line <= file.position(file.text().size()).line; ++line) {
    lines.push_back(file.line(line));
  }
  EXPECT_EQ(lines, (std::vector<std::string_view>{"", "", "", "", "a", "", ""}));
}

TEST(SourceFile, LinesItDoesNotHaveAreEmpty) {
  const SourceFile file("", "a\n");
  EXPECT_EQ(file.line(0), "");
  EXPECT_EQ(file.line(2), "");
  EXPECT_EQ(file.line(3), "");
  EXPECT_EQ(SourceFile("", "").line(1), "");
  EXPECT_EQ(SourceFile("", "").position(0), at(1, 1));
}

}  // namespace
}  // namespace upstream
