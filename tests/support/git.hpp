#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace upstream::test {

[[nodiscard]] bool git_is_installed();

/// Makes `folder` a repository without a commit.
void make_repository(const std::filesystem::path& folder);

/// Those of `paths`, relative to the repository, that git would ignore by its `.gitignore` files alone. A
/// path need not exist; what does not is no folder.
[[nodiscard]] std::set<std::string> ignored_by_git(const std::filesystem::path& repository,
                                                   const std::vector<std::string>& paths);

}  // namespace upstream::test
