#include "benchmark/samples.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "upstream/rubric/load.hpp"

namespace upstream::benchmarks {

std::string read_source_tree(std::string_view path) {
  std::ifstream in(std::filesystem::path(UPSTREAM_SOURCE_DIR) / path, std::ios::binary);
  if (!in) std::abort();
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

namespace {

std::vector<std::string> paths_of(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(UPSTREAM_SOURCE_DIR) / folder)) {
    if (entry.is_regular_file()) paths.push_back(folder + '/' + entry.path().filename().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

const std::vector<std::string>& sample_paths() {
  static const auto all = paths_of("profiles");
  return all;
}

const std::vector<std::string>& team_paths() {
  static const auto all = paths_of("profiles/team");
  return all;
}

const std::vector<std::string>& sample_profiles() {
  static const auto all = [] {
    std::vector<std::string> texts;
    for (const auto& path : sample_paths()) texts.push_back(read_source_tree(path));
    return texts;
  }();
  return all;
}

const std::string& usual_profile() {
  static const auto text = read_source_tree("profiles/ready-but-no-chance.yaml");
  return text;
}

const Rubric& builtin_rubric() {
  static const auto rubric = [] {
    Diagnostics diagnostics;
    auto loaded = load_rubric(SourceFile("rubric.yaml", std::string(builtin_rubric_text())), diagnostics);
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return rubric;
}

}  // namespace upstream::benchmarks
