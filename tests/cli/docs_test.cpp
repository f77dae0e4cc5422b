#include <algorithm>
#include <cctype>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "process.hpp"

// What the READMEs and the documents show is what the program does.
namespace upstream::test {
namespace fs = std::filesystem;

namespace {

/// Blocks of this language, without their fences.
std::vector<std::string> blocks_of(const std::string& document, std::string_view language) {
  std::vector<std::string> blocks;
  std::istringstream lines(document);
  bool is_inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (is_inside && line == "```") {
      is_inside = false;
    } else if (is_inside) {
      blocks.back() += line + "\n";
    } else if (line == fmt::format("```{}", language)) {
      is_inside = true;
      blocks.emplace_back();
    }
  }
  return blocks;
}

/// A checkout with the files that the documents speak of.
class DocumentTest : public CliTest, public testing::WithParamInterface<std::string> {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    const fs::path source(UPSTREAM_SOURCE_DIR);
    for (const char* part : {"profiles", "tests/docs", "README.md", "README.ja.md", "docs"}) {
      fs::create_directories((folder() / part).parent_path());
      fs::copy(source / part, folder() / part, fs::copy_options::recursive);
    }
    fs::copy(source / "profiles/team", folder() / "members");
    // The READMEs begin with `init -o me.yaml`.
    if (!GetParam().starts_with("README")) fs::copy(source / "profiles/case-h.yaml", folder() / "me.yaml");
    fs::copy(source / "lib/data/rubric.yaml", folder() / "company.yaml");
    ASSERT_EQ(run({"profiles/case-h.yaml", "--format", "json", "-o", "before.json"}).code, 0);
  }

  /// Runs a line of a shell in which the program has its name.
  [[nodiscard]] Outcome type(const std::string& line) const {
    return run({"-c", fmt::format("upstream-check() {{ '{}' \"$@\"; }}\n{}", UPSTREAM_CHECK_BINARY, line)},
               {.environment = {{"HOME", folder().string()}}, .program = "bash"});
  }
};

/// An output that may leave lines out, where one of them is "…".
void expect_shown(const std::string& shown, const std::string& actual, const std::string& command) {
  std::size_t at = 0;
  std::string part;
  bool is_free = false;
  const auto look_for_part = [&] {
    const auto found = actual.find(part, at);
    EXPECT_TRUE(found != std::string::npos && (is_free || found == at)) << command << " prints no longer\n"
                                                                        << part << "but\n"
                                                                        << actual;
    at = found == std::string::npos ? at : found + part.size();
    part.clear();
  };
  std::istringstream lines(shown);
  for (std::string line; std::getline(lines, line);) {
    if (line != "…") {
      part += line + "\n";
      continue;
    }
    look_for_part();
    is_free = true;
  }
  if (!part.empty()) look_for_part();
  EXPECT_TRUE(shown.ends_with("…\n") || at == actual.size()) << command << " prints more than is shown";
}

TEST_P(DocumentTest, ShowsWhatTheProgramPrints) {
  for (const auto& block : blocks_of(read(GetParam()), "console")) {
    ASSERT_TRUE(block.starts_with("$ ")) << block;
    const auto end = block.find('\n');
    const auto command = block.substr(2, end - 2);
    expect_shown(block.substr(end + 1), type(command + " 2>&1").out, command);
  }
}

TEST_P(DocumentTest, HasCommandsThatRun) {
  for (const auto& block : blocks_of(read(GetParam()), "sh")) {
    std::istringstream lines(block);
    for (std::string line; std::getline(lines, line);) {
      const bool is_ours =
          line.starts_with("upstream-check ") || line.starts_with("source <(upstream-check ");
      if (!is_ours && !line.starts_with("mkdir ")) continue;
      // What reads the output is not ours, and FILE is the reader's.
      line = line.substr(0, line.find(" |"));
      if (const auto file = line.find(" FILE"); file != std::string::npos) line.replace(file, 5, " me.yaml");
      const auto outcome = type(line);
      EXPECT_THAT(outcome.code, testing::AnyOf(0, 1)) << line << "\n" << outcome.err;
    }
  }
}

std::vector<std::string> documents() {
  std::vector<std::string> all{"README.md", "README.ja.md"};
  for (const auto& entry : fs::directory_iterator(fs::path(UPSTREAM_SOURCE_DIR) / "docs")) {
    if (entry.path().extension() == ".md") all.push_back("docs/" + entry.path().filename().string());
  }
  std::sort(all.begin(), all.end());
  return all;
}

INSTANTIATE_TEST_SUITE_P(Documents, DocumentTest, testing::ValuesIn(documents()), [](const auto& document) {
  std::string name;
  for (const char letter : document.param) {
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0) name += letter;
  }
  return name;
});

}  // namespace
}  // namespace upstream::test
