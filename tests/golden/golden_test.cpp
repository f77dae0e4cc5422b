#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

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

const fs::path kRoot = UPSTREAM_SOURCE_DIR;
const fs::path kGolden = kRoot / "tests/golden";

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

std::vector<fs::path> samples() {
  std::vector<fs::path> paths;
  for (const auto& file : fs::recursive_directory_iterator(kRoot / "profiles")) {
    if (file.path().extension() == ".yaml") paths.push_back(fs::relative(file.path(), kRoot));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// profiles/team/member-01.yaml → team-member-01
std::string stem(const fs::path& sample) {
  auto name = fs::relative(sample, "profiles").replace_extension().string();
  std::replace(name.begin(), name.end(), '/', '-');
  return name;
}

std::string slurp(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

bool updating() { return std::getenv("UPSTREAM_UPDATE_GOLDEN") != nullptr && std::getenv("CI") == nullptr; }

void expect_golden(const fs::path& golden, const std::string& actual) {
  if (updating()) {
    std::ofstream(golden, std::ios::binary) << actual;
    return;
  }
  ASSERT_TRUE(fs::exists(golden)) << golden
                                  << " is missing: run with UPSTREAM_UPDATE_GOLDEN=1 and read what it wrote";
  EXPECT_EQ(slurp(golden), actual) << golden;
}

class GoldenTest : public testing::Test {
 public:
  explicit GoldenTest(fs::path sample) : sample_(std::move(sample)) {}

  void TestBody() override {
    ReportOptions options;
    options.today = Date::of(2026, 10, 31)->first_day();
    const auto report =
        report_on(SourceFile(sample_.string(), slurp(kRoot / sample_)), builtin_rubric(), options);
    ASSERT_TRUE(report.ok()) << sample_;
    for (const auto& rendering : renderings())
      expect_golden(kGolden / (stem(sample_) + rendering.suffix), rendering.render(report));
  }

 private:
  fs::path sample_;
};

TEST(GoldenSchema, Profile) {
  expect_golden(kGolden / "schema/profile.schema.json", render_profile_schema(builtin_rubric()));
}

TEST(GoldenSchema, Rubric) { expect_golden(kGolden / "schema/rubric.schema.json", render_rubric_schema()); }

TEST(GoldenFolder, HoldsNothingWithoutASample) {
  std::set<std::string> wanted{"schema", "golden_test.cpp"};
  for (const auto& sample : samples()) {
    for (const auto& rendering : renderings()) wanted.insert(stem(sample) + rendering.suffix);
  }
  EXPECT_GE(wanted.size(), 100U);
  for (const auto& file : fs::directory_iterator(kGolden)) {
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
