#include "support/git.hpp"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/wait.h>

namespace upstream::test {
namespace {

namespace fs = std::filesystem;

/// With the settings of nobody. True where git did not fail: check-ignore answers 1 for "none".
bool run_git(const fs::path& folder, const std::string& words) {
  const auto command =
      "env -u GIT_DIR GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null XDG_CONFIG_HOME=/nonexistent git -C "
      "'" +
      folder.string() + "' " + words;
  const int status = std::system(command.c_str());
  return WIFEXITED(status) && WEXITSTATUS(status) <= 1;
}

}  // namespace

bool git_is_installed() { return std::system("git --version >/dev/null 2>&1") == 0; }

void make_repository(const fs::path& folder) {
  fs::create_directories(folder);
  ASSERT_TRUE(run_git(folder, "init --quiet --template="));
}

std::set<std::string> ignored_by_git(const fs::path& repository, const std::vector<std::string>& paths) {
  const auto asked = repository / ".git" / "asked";
  const auto answer = repository / ".git" / "answer";
  {
    std::ofstream out(asked, std::ios::binary);
    for (const auto& path : paths) out << path << '\0';
  }
  EXPECT_TRUE(run_git(repository, "check-ignore --no-index -z --stdin < '" + asked.string() + "' > '" +
                                      answer.string() + "'"));
  std::set<std::string> ignored;
  std::ifstream in(answer, std::ios::binary);
  for (std::string path; std::getline(in, path, '\0');) ignored.insert(path);
  return ignored;
}

}  // namespace upstream::test
