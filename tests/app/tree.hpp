#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "input_tree.hpp"

namespace upstream::app::test {

/// Works in a folder of its own, which is the working directory. Names are relative to it.
class TreeTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  /// Files and the folders they need. The text of a profile is nobody's business here.
  static void write(const std::string& name, std::string_view text = "version: 1\n");
  static void write_all(const std::vector<std::string>& names);
  static void link(const std::string& target, const std::string& name);
  static void make_fifo(const std::string& name);
  /// Makes a folder and makes it the working directory.
  static void enter(const std::string& working_folder);

  [[nodiscard]] static InputTree collect(const std::vector<std::string>& operands,
                                         const InputRules& rules = {});

 private:
  std::filesystem::path folder_;
  std::filesystem::path before_;
};

[[nodiscard]] std::vector<std::string> displays(const InputTree& tree);
/// "x.yaml: it is a link to nothing (lost)"
[[nodiscard]] std::vector<std::string> passed_over(const InputTree& tree);

}  // namespace upstream::app::test
