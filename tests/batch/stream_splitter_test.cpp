#include "upstream/batch/stream_splitter.hpp"

#include <random>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kMost = 1000;

/// "line:bytes" of every document.
std::vector<std::string> documents(StreamSplitter& splitter) {
  std::vector<std::string> all;
  while (const auto document = splitter.next())
    all.push_back(fmt::format("{}:{}", document->line, document->bytes));
  return all;
}

std::vector<std::string> split(StreamFormat format, std::string_view text, std::size_t most = kMost) {
  StreamSplitter splitter(format, most);
  splitter.feed(text);
  splitter.finish();
  return documents(splitter);
}

std::vector<std::string> ndjson(std::string_view text, std::size_t most = kMost) {
  return split(StreamFormat::ndjson, text, most);
}
std::vector<std::string> yaml(std::string_view text, std::size_t most = kMost) {
  return split(StreamFormat::yaml, text, most);
}

TEST(SplitNdjson, GivesADocumentForEveryLine) {
  EXPECT_THAT(ndjson("{}\n[]\n"), ElementsAre("1:{}", "2:[]"));
  EXPECT_THAT(ndjson("a\n\nb\n"), ElementsAre("1:a", "2:", "3:b"));
  EXPECT_THAT(ndjson("a\r\nb"), ElementsAre("1:a", "2:b"));
  EXPECT_THAT(ndjson("\n"), ElementsAre("1:"));
  EXPECT_THAT(ndjson(""), IsEmpty());
  EXPECT_THAT(ndjson("---\n"), ElementsAre("1:---"));
}

TEST(SplitNdjson, KeepsOfALongLineNoMoreThanShowsThatItIsTooLong) {
  EXPECT_THAT(ndjson("123456789\nab\n", 4), ElementsAre("1:1234", "2:ab"));
}

TEST(SplitNdjson, GivesALineAsSoonAsItEnds) {
  StreamSplitter splitter(StreamFormat::ndjson, kMost);
  splitter.feed("a");
  EXPECT_THAT(documents(splitter), IsEmpty());
  splitter.feed("\nb");
  EXPECT_THAT(documents(splitter), ElementsAre("1:a"));
  splitter.finish();
  EXPECT_THAT(documents(splitter), ElementsAre("2:b"));
}

TEST(SplitYaml, CutsAtSeparators) {
  EXPECT_THAT(yaml("a: 1\n---\nb: 2\n"), ElementsAre("1:a: 1\n", "2:---\nb: 2\n"));
  EXPECT_THAT(yaml("---\na: 1\n--- # next\nb: 2"), ElementsAre("1:---\na: 1\n", "3:--- # next\nb: 2\n"));
  EXPECT_THAT(yaml("--- {a: 1}\n---\t{b: 2}\n"), ElementsAre("1:--- {a: 1}\n", "2:---\t{b: 2}\n"));
  EXPECT_THAT(yaml("a: 1\r\n---\r\nb: 2\r\n"), ElementsAre("1:a: 1\r\n", "2:---\r\nb: 2\r\n"));
  EXPECT_THAT(yaml("a: 1\n...\nb: 2\n...\n"), ElementsAre("1:a: 1\n", "3:b: 2\n"));
}

TEST(SplitYaml, AnEmptyDocumentBetweenSeparatorsIsOne) {
  EXPECT_THAT(yaml("a: 1\n---\n---\nb: 2\n"), ElementsAre("1:a: 1\n", "2:---\n", "3:---\nb: 2\n"));
}

TEST(SplitYaml, NothingBehindTheLastSeparatorIsNone) {
  EXPECT_THAT(yaml("a: 1\n---\n# the end\n\n"), ElementsAre("1:a: 1\n"));
  EXPECT_THAT(yaml("--- # the end\n"), IsEmpty());
  EXPECT_THAT(yaml("---\n"), IsEmpty());
  EXPECT_THAT(yaml("# nothing\n\n"), IsEmpty());
  EXPECT_THAT(yaml(""), IsEmpty());
}

TEST(SplitYaml, WhatStandsBeforeTheFirstSeparatorBelongsToItsDocument) {
  EXPECT_THAT(yaml("# all\n\n---\na: 1\n"), ElementsAre("1:# all\n\n---\na: 1\n"));
  EXPECT_THAT(yaml("%YAML 1.2\n---\na: 1\n...\n%YAML 1.2\n---\nb: 2\n"),
              ElementsAre("1:%YAML 1.2\n---\na: 1\n", "5:%YAML 1.2\n---\nb: 2\n"));
  EXPECT_THAT(yaml("\uFEFF---\na: 1\n"), ElementsAre("1:\uFEFF---\na: 1\n"));
}

TEST(SplitYaml, WhatOnlyLooksLikeASeparatorIsText) {
  for (const char* text :
       {"a: |\n  ---\n  b\n", "a: \"x\n  ---\n  y\"\n", "a: 'x\n ---\n y'\n", "a: >\n ---\n",
        "a: x\n---b: y\n", "----\n", "- ---\n", "a: ...\n", "a: |\n  ...\n"}) {
    EXPECT_THAT(yaml(text), ElementsAre(fmt::format("1:{}", text)));
  }
}

// The rule itself: such a line cannot be text, so that cutting there takes nothing apart.
TEST(SplitYaml, YamlHasNoTextThatBeginsALineLikeASeparator) {
  for (const char* text : {"a: |\n  x\n---\n", "a: \"x\n---\ny\"\n", "a: 'x\n---\ny'\n", "a: x\n---\ny\n"}) {
    Diagnostics found;
    EXPECT_FALSE(yaml::read(SourceFile("a.yaml", text), found) && !found.has_errors()) << text;
  }
}

TEST(SplitYaml, DropsWhatIsBeyondTheLimitAndFindsTheNextDocument) {
  EXPECT_THAT(yaml("a: 123456789\nb: 1\n---\nc\n", 6), ElementsAre("1:a: 123", "3:---\nc\n"));
}

TEST(Split, DoesNotDependOnHowTheBytesComeIn) {
  const std::string text = "# c\n---\na: 1\n---\n\n---\r\nb: |\n  ---\n...\n%YAML 1.2\n--- {c: 3}\n\nlast";
  std::mt19937_64 random(4);
  for (const auto format : {StreamFormat::ndjson, StreamFormat::yaml}) {
    for (const std::size_t most : {std::size_t{5}, kMost}) {
      const auto whole = split(format, text, most);
      for (int run = 0; run < 300; ++run) {
        StreamSplitter splitter(format, most);
        for (std::size_t at = 0; at < text.size();) {
          const auto length = std::uniform_int_distribution<std::size_t>(1, 9)(random);
          splitter.feed(std::string_view(text).substr(at, length));
          at += length;
        }
        splitter.finish();
        EXPECT_EQ(documents(splitter), whole);
      }
    }
  }
}

TEST(Split, TheSampleProfilesJoinedComeOutAsTheyWere) {
  std::string joined;
  std::vector<std::string> texts;
  for (const auto& path : files_of_source_tree("profiles")) {
    texts.push_back(read_source_tree(path));
    joined += "---\n" + texts.back();
  }
  StreamSplitter splitter(StreamFormat::yaml, 1 << 20);
  splitter.feed(joined);
  splitter.finish();
  for (const auto& text : texts) {
    const auto document = splitter.next();
    ASSERT_TRUE(document);
    EXPECT_EQ(document->bytes, "---\n" + text);
  }
  EXPECT_FALSE(splitter.next());
}

}  // namespace
}  // namespace upstream::test
