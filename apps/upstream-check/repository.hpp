#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace upstream::app {

/// Whether `folder` holds an entry `.git`, of whatever kind: in a worktree or a submodule it is a file.
[[nodiscard]] bool is_repository(const std::string& folder);

/// The nearest repository that `folder` is in or is, searched upwards.
[[nodiscard]] std::optional<std::string> find_repository(std::string_view folder);

/// Where the program runs, looked up once.
struct WorkingPlace {
  std::string folder;                     ///< absolute; empty where it has been removed
  std::optional<std::string> repository;  ///< the one around it
};

[[nodiscard]] WorkingPlace find_working_place();

/// The path under which a code host knows the file: relative to the repository around the working directory;
/// else to the working directory; a file outside of that keeps its absolute path. `.` and `..` are resolved
/// as text, symbolic links are not.
[[nodiscard]] std::string repository_path(std::string_view path, const WorkingPlace& place);

}  // namespace upstream::app
