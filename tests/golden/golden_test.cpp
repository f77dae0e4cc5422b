#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/report/json_report.hpp"
#include "upstream/report/json_schema.hpp"
#include "upstream/report/text_report.hpp"

// Every sample profile in text (ja, en) and JSON, and the schemas, checked whole. UPSTREAM_UPDATE_GOLDEN=1
// rewrites; never in CI.
namespace upstream::test {
namespace {

namespace fs = std::filesystem;

const std::string kGolden = "tests/golden/";

struct Rendering {
  std::string suffix;
  std::function<std::string(const FileReport&)> render;
};

const std::vector<Rendering>& renderings() {
  const auto text = [](Language language, bool everything) {
    return [=](const FileReport& report) { return render_text(report, {language, 80, false, everything}); };
  };
  static const std::vector<Rendering> all{
      {".ja.txt", text(Language::ja, false)},
      {".en.txt", text(Language::en, false)},
      {".all.ja.txt", text(Language::ja, true)},
      {".json",
       [](const FileReport& report) {
         return render_json({&report, 1}, builtin_rubric(), Language::ja);
       }},
  };
  return all;
}

std::vector<std::string> samples() {
  auto paths = files_of_source_tree("profiles");
  std::erase_if(paths, [](const std::string& path) { return !path.ends_with(".yaml"); });
  return paths;
}

/// profiles/team/member-01.yaml → team-member-01
std::string stem(const std::string& sample) {
  auto name = fs::path(sample).lexically_relative("profiles").replace_extension().string();
  std::replace(name.begin(), name.end(), '/', '-');
  return name;
}

class GoldenTest : public testing::Test {
 public:
  explicit GoldenTest(std::string sample) : sample_(std::move(sample)) {}

  void TestBody() override {
    ReportOptions options;
    options.today = Date::of(2026, 10, 31)->first_day();
    const auto report = report_on(SourceFile(sample_, read_source_tree(sample_)), builtin_rubric(), options);
    ASSERT_TRUE(report.ok()) << sample_;
    for (const auto& rendering : renderings())
      expect_golden(kGolden + stem(sample_) + rendering.suffix, rendering.render(report));
  }

 private:
  std::string sample_;
};

TEST(GoldenSchema, Profile) {
  expect_golden(kGolden + "schema/profile.schema.json", render_profile_schema(builtin_rubric()));
}

TEST(GoldenSchema, Rubric) { expect_golden(kGolden + "schema/rubric.schema.json", render_rubric_schema()); }

TEST(GoldenFolder, HoldsNothingWithoutASample) {
  std::set<std::string> wanted{"schema", "golden_test.cpp"};
  for (const auto& sample : samples()) {
    for (const auto& rendering : renderings()) wanted.insert(stem(sample) + rendering.suffix);
  }
  EXPECT_GE(wanted.size(), 100U);
  for (const auto& file : fs::directory_iterator(fs::path(UPSTREAM_SOURCE_DIR) / kGolden)) {
    EXPECT_TRUE(wanted.contains(file.path().filename().string())) << file.path() << " belongs to no sample";
  }
}

}  // namespace
}  // namespace upstream::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (const auto& sample : upstream::test::samples()) {
    testing::RegisterTest(
        "Golden", upstream::test::stem(sample).c_str(), nullptr, nullptr, __FILE__, __LINE__,
        [sample]() -> upstream::test::GoldenTest* { return new upstream::test::GoldenTest(sample); });
  }
  return RUN_ALL_TESTS();
}
