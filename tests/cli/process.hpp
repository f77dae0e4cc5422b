#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace upstream::test {

struct Outcome {
  int code = -1;  ///< -1 where it did not exit by itself
  std::string out;
  std::string err;
  long peak_kib = 0;  ///< the most memory it held at once
};

enum class Stream : std::uint8_t { captured, closed, broken_pipe, full_device, terminal };

inline constexpr std::string_view kPrompt = "ready> ";

struct World {
  std::map<std::string, std::string> environment =
      {};                       ///< beside PATH, TZ and LC_ALL=C; an empty value stays
  std::string input = {};       ///< on stdin
  std::string input_file = {};  ///< in place of `input`
  Stream standard_output = Stream::captured;
  Stream standard_error = Stream::captured;
  int terminal_columns = 100;
  std::string working_folder = {};  ///< below the test's own folder
  std::string program = {};         ///< in place of upstream-check; looked for in PATH
  /// Lines for a program that talks at a terminal: each is typed when it prompts once more, with `kPrompt`.
  /// Its three streams are then one terminal, whose text is `Outcome::out`.
  std::vector<std::string> typed = {};
};

/// Runs the real program in a folder of its own.
class CliTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  [[nodiscard]] std::filesystem::path folder() const { return folder_; }
  void write(const std::string& name, std::string_view text) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  /// Names of what lies in the folder, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

  [[nodiscard]] Outcome run(const std::vector<std::string>& arguments, const World& world = {}) const;

 private:
  std::filesystem::path folder_;
};

inline constexpr std::string_view kGood =
    "version: 1\n"
    "name: Tester\n"
    "as_of: 2026-04-01\n"
    "experience:\n"
    "  - {stage: maintenance, from: 2021-04, domains: [server]}\n"
    "skills: {server: 3}\n";
inline constexpr std::string_view kBad = "version: 1\nname: Tester\nskils: {}\n";
inline constexpr std::string_view kWarned =
    "version: 1\nname: Tester\nas_of: 2026-04-01\ncertifications: [TOEIC]\n";

}  // namespace upstream::test
