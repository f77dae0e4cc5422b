#include "tree.hpp"

#include <cstdlib>
#include <fstream>

#include <sys/stat.h>

namespace upstream::app::test {

namespace fs = std::filesystem;

void TreeTest::SetUp() {
  before_ = fs::current_path();
  auto name = (fs::temp_directory_path() / "upstream-tree-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  folder_ = fs::canonical(name);
  fs::current_path(folder_);
}

void TreeTest::TearDown() {
  fs::current_path(before_);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void TreeTest::write(const std::string& name, std::string_view text) {
  const fs::path path(name);
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << text;
  ASSERT_TRUE(out.good()) << name;
}

void TreeTest::write_all(const std::vector<std::string>& names) {
  for (const auto& name : names) write(name);
}

void TreeTest::link(const std::string& target, const std::string& name) {
  const fs::path path(name);
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  fs::create_symlink(target, path);
}

void TreeTest::make_fifo(const std::string& name) { ASSERT_EQ(::mkfifo(name.c_str(), 0600), 0) << name; }

void TreeTest::enter(const std::string& working_folder) {
  fs::create_directories(working_folder);
  fs::current_path(working_folder);
}

InputTree TreeTest::collect(const std::vector<std::string>& operands, const InputRules& rules) {
  return collect_inputs(operands, rules, find_working_place());
}

std::vector<std::string> displays(const InputTree& tree) {
  std::vector<std::string> all;
  for (const auto& file : tree.files) all.push_back(file.display);
  return all;
}

std::vector<std::string> passed_over(const InputTree& tree) {
  std::vector<std::string> all;
  for (const auto& passed : tree.passed_over) {
    all.push_back(passed.display + ": " + passed.why.en + (passed.lost ? " (lost)" : ""));
  }
  return all;
}

}  // namespace upstream::app::test
