#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

#include <gtest/gtest.h>

// The one written order of the domains: each may include itself and those before it.
namespace upstream::test {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 16> kOrder{
    "text",    "date",   "source", "diagnostic", "yaml",     "shape", "config", "rubric",
    "profile", "assess", "report", "team",       "validate", "batch", "ways",   "plan"};

std::size_t place(std::string_view domain) {
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), domain) - kOrder.begin());
}

template <typename Visit>
void for_each_include(const fs::path& root, Visit&& visit) {
  static const std::regex include(R"re(^\s*#include\s+[<"]([^>"]+)[>"])re");
  for (const auto& file : fs::recursive_directory_iterator(root)) {
    if (!file.is_regular_file()) continue;
    std::ifstream stream(file.path());
    for (std::string line; std::getline(stream, line);) {
      std::smatch match;
      if (std::regex_search(line, match, include)) visit(file.path(), match[1].str());
    }
  }
}

const fs::path kRoot = UPSTREAM_SOURCE_DIR;

TEST(Architecture, ADomainIncludesOnlyDomainsBeforeIt) {
  std::size_t looked_at = 0;
  for (const auto* folder : {"lib/include/upstream", "lib/src"}) {
    const fs::path base = kRoot / folder;
    for_each_include(base, [&](const fs::path& file, const std::string& included) {
      constexpr std::string_view ours = "upstream/";
      if (!included.starts_with(ours)) return;
      const auto from = fs::relative(file, base).begin()->string();
      const auto to = fs::path(included.substr(ours.size())).begin()->string();
      ASSERT_LT(place(from), kOrder.size()) << "no such domain: " << file;
      EXPECT_LE(place(to), place(from)) << file << " includes " << included;
      ++looked_at;
    });
  }
  EXPECT_GT(looked_at, 100U);
}

TEST(Architecture, OnlyTheYamlFolderKnowsAYamlLibrary) {
  for_each_include(kRoot / "lib", [&](const fs::path& file, const std::string& included) {
    if (included.starts_with("yaml-cpp") || included == "yaml.h") {
      EXPECT_EQ(file.parent_path().filename(), "yaml") << file;
    }
  });
}

TEST(Architecture, TheLibraryNeitherLogsNorTouchesTheWorld) {
  for_each_include(kRoot / "lib", [&](const fs::path& file, const std::string& included) {
    for (const std::string_view banned : {"spdlog", "iostream", "fstream", "filesystem", "cstdio", "CLI/"}) {
      EXPECT_FALSE(included.starts_with(banned)) << file << " includes " << included;
    }
  });
}

TEST(Architecture, TheLibraryHasNoThreads) {
  for_each_include(kRoot / "lib", [&](const fs::path& file, const std::string& included) {
    for (const std::string_view banned : {"tbb/", "thread", "mutex", "future", "atomic"})
      EXPECT_FALSE(included.starts_with(banned)) << file << " includes " << included;
  });
}

TEST(Architecture, OnlyOneFileKnowsCli11) {
  for_each_include(kRoot / "apps", [&](const fs::path& file, const std::string& included) {
    if (included.starts_with("CLI/")) {
      EXPECT_EQ(file.filename(), "cli.cpp") << file;
    }
  });
}

}  // namespace
}  // namespace upstream::test
