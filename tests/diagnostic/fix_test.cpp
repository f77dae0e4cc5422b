#include "upstream/diagnostic/fix.hpp"

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream {
namespace {

/// `written` is the scalar as it stands in the file, `from` as YAML reads it.
struct FixCase {
  const char* name;
  std::string written;
  std::string from;
  std::string to;
  Fix::Kind kind;
  std::optional<std::string> becomes;
};
void PrintTo(const FixCase& row, std::ostream* out) { *out << row.name; }

constexpr auto kWord = Fix::Kind::word;
constexpr auto kBare = Fix::Kind::bare;

class EditOfFix : public testing::TestWithParam<FixCase> {};

TEST_P(EditOfFix, ChangesTheScalarAndNothingElse) {
  const auto& row = GetParam();
  const std::string before = "監視: [a, ";
  const std::string behind = "]   # 注\r\nb: 1\n";
  const SourceFile source("a.yaml", before + row.written + behind);
  const auto begin = source.position(before.size());
  const auto end = source.position(before.size() + row.written.size());
  const auto edit = edit_of({{begin, end}, row.from, row.to, row.kind}, source);
  ASSERT_EQ(edit.has_value(), row.becomes.has_value());
  if (!edit) return;
  auto text = std::string(source.text());
  text.replace(edit->offset, edit->length, edit->text);
  EXPECT_EQ(text, before + *row.becomes + behind);
}

INSTANTIATE_TEST_SUITE_P(
    Table, EditOfFix,
    testing::Values(FixCase{"Plain", "netwrok", "netwrok", "network", kWord, "network"},
                    FixCase{"Japanese", "監死", "監死", "監視", kWord, "監視"},
                    FixCase{"KeepsSingleQuotes", "'netwrok'", "netwrok", "network", kWord, "'network'"},
                    FixCase{"KeepsDoubleQuotes", "\"netwrok\"", "netwrok", "network", kWord, "\"network\""},
                    FixCase{"EscapesAQuote", "'its'", "its", "it's", kWord, "'it''s'"},
                    FixCase{"EscapesABackslash", "\"a\"", "a", "a\\b\"", kWord, "\"a\\\\b\\\"\""},
                    FixCase{"QuotesWhatIsNoString", "yes", "yes", "true", kWord, "\"true\""},
                    FixCase{"QuotesANumber", "123", "123", "123", kWord, "\"123\""},
                    FixCase{"QuotesWhatBreaksAFlow", "a", "a", "b, c", kWord, "\"b, c\""},
                    FixCase{"QuotesWhatLooksLikeAKey", "a", "a", "b: c", kWord, "\"b: c\""},
                    FixCase{"QuotesWhatLooksLikeAComment", "a", "a", "b #c", kWord, "\"b #c\""},
                    FixCase{"QuotesASignInFront", "a", "a", "*b", kWord, "\"*b\""},
                    FixCase{"PlainWithSpaceAndSign", "a", "a", "CompTIA Network+", kWord, "CompTIA Network+"},
                    FixCase{"PlainDate", "R6.4", "R6.4", "2024-04", kWord, "2024-04"},
                    FixCase{"BareDropsQuotes", "\"３\"", "３", "3", kBare, "3"},
                    FixCase{"BareFromPlain", "３", "３", "3", kBare, "3"},
                    FixCase{"PlainOverSeveralLines", "two", "two words", "x", kWord, std::nullopt},
                    FixCase{"BlockScalar", "|", "text\n", "x", kWord, std::nullopt},
                    FixCase{"QuotedOverSeveralLines", "\"a\n  b\"", "a b", "x", kWord, std::nullopt}),
    test::kByName);

TEST(EditOfFix, NeedsAPlace) {
  EXPECT_FALSE(edit_of({{}, "", "x", kWord}, SourceFile("a.yaml", "")).has_value());
}

}  // namespace
}  // namespace upstream
