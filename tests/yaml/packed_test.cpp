#include <string>

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::yaml {
namespace {

std::optional<Document> read_text(std::string text) {
  Diagnostics diagnostics;
  return read(SourceFile("a.yaml", std::move(text)), diagnostics);
}

struct Row {
  const char* name;
  std::string text;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Packed : public testing::TestWithParam<Row> {};

TEST_P(Packed, ComesBackAsItWas) {
  const auto document = read_text(GetParam().text);
  ASSERT_TRUE(document);
  const auto back = Document::unpack(document->pack());
  EXPECT_TRUE(back.same_tree(*document));
  EXPECT_EQ(back.pack(), document->pack());
}

INSTANTIATE_TEST_SUITE_P(Table, Packed,
                         testing::Values(Row{"AScalar", "監視\n"},                                  //
                                         Row{"QuotedOrPlain", "[\"1\", 1, '', ~]\n"},               //
                                         Row{"EmptyCollections", "{a: [], b: {}, c: [[], {}]}\n"},  //
                                         Row{"ValueOfNothing", "a:\nb: 1\n"},                       //
                                         Row{"DeepAndBack",
                                             "a: {b: {c: [1, {d: 2}], e: 3}, f: 4}\ng: 5\n"},    //
                                         Row{"LongText", "a: " + std::string(300, 'x') + "\n"},  //
                                         Row{"FarDown", std::string(20'000, '\n') + "a: 1\n"},   //
                                         Row{"AProfile", test::read_source_tree("profiles/everything.yaml")}),
                         test::kByName);

}  // namespace
}  // namespace upstream::yaml
