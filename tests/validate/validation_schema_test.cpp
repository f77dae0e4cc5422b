#include <gtest/gtest.h>

#include "report/schema_support.hpp"
#include "support/support.hpp"
#include "upstream/validate/validate.hpp"
#include "upstream/validate/validation_report.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;

std::string complaints(const json& document) {
  static const SchemaChecker schema(validation_schema());
  return schema.complaints(document);
}

json golden() { return json::parse(read_source_tree("tests/validate/golden/bad.json")); }

json json_of(std::vector<ValidatedFile> files, const Baseline* baseline = nullptr) {
  settle(files, baseline);
  return json::parse(render_validation_json({files, builtin_rubric(), Language::en}));
}

ValidatedFile validated(std::string_view text) {
  return validate_file(SourceFile("a.yaml", std::string(text)), "a.yaml", builtin_rubric(), {});
}

TEST(ValidationSchema, AcceptsTheGolden) { EXPECT_EQ(complaints(golden()), ""); }

TEST(ValidationSchema, AcceptsWhatTheGoldenDoesNotHold) {
  EXPECT_EQ(complaints(json_of({})), "");
  EXPECT_EQ(complaints(json_of({unreadable_file("b.yaml", "b.yaml", {"読めない", "unreadable"}, {}, {})})),
            "");
  // More findings than are shown.
  EXPECT_EQ(complaints(json_of({validated("version: 1\nname: x\n" + repeated("? y\n: 1\n", 200))})), "");
  const auto suppressed =
      json_of({validated("version: 1\nname: x\n"
                         "# upstream-check: ignore[unknown-certification] in-house\n"
                         "certifications: [Acme]\n")});
  EXPECT_EQ(suppressed["files"][0]["diagnostics"][0]["suppressed"]["reason"], "in-house");
  EXPECT_EQ(complaints(suppressed), "");
}

TEST(ValidationSchema, RefusesAMissingKeyOfEveryKind) {
  const auto whole = golden();
  const auto refuses_each_of = [&](const json::json_pointer& place) {
    for (const auto& [key, value] : whole[place].items()) {
      auto broken = whole;
      broken[place].erase(key);
      EXPECT_NE(complaints(broken), "") << place << '/' << key;
    }
  };
  for (const auto* place : {"", "/tool", "/rubric", "/summary", "/files/0", "/files/0/diagnostics/0"})
    refuses_each_of(json::json_pointer(place));
}

TEST(ValidationSchema, RefusesWordsAndTypesItDoesNotKnow) {
  const auto refuses = [](const char* pointer, const json& value) {
    auto broken = golden();
    broken[json::json_pointer(pointer)] = value;
    EXPECT_NE(complaints(broken), "") << pointer << " = " << value;
  };
  refuses("/schema_version", 2);
  refuses("/summary/errors", -1);
  refuses("/files/0/ok", "yes");
  refuses("/files/0/as_of", "2026-10");
  refuses("/files/0/diagnostics/0/severity", "info");
  refuses("/files/0/diagnostics/0/line", 0);
  refuses("/files/0/diagnostics/0/fix", "CCNA");
  refuses("/files/0/diagnostics/0/suppressed", json{{"kind", "elsewhere"}, {"reason", ""}});
  refuses("/files/0/diagnostics/0/fingerprint", "5261");
}

TEST(ValidationSchema, AcceptsAdditions) {
  auto more = golden();
  for (const auto* place : {"", "/summary", "/files/0", "/files/0/diagnostics/0"})
    more[json::json_pointer(place)]["new_part"] = 1;
  EXPECT_EQ(complaints(more), "");
}

}  // namespace
}  // namespace upstream::test
