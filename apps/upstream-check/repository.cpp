#include "repository.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <sys/stat.h>

#include "lexical_path.hpp"

namespace upstream::app {

bool is_repository(const std::string& folder) {
  struct stat status {};
  return ::lstat(joined(folder, ".git").c_str(), &status) == 0;
}

std::optional<std::string> find_repository(std::string_view folder) {
  while (!folder.empty()) {
    std::string candidate(folder);
    if (is_repository(candidate)) return candidate;
    const auto slash = folder.rfind('/');
    if (folder == "/" || slash == std::string_view::npos) break;
    folder = folder.substr(0, std::max<std::size_t>(slash, 1));
  }
  return std::nullopt;
}

WorkingPlace find_working_place() {
  std::error_code error;
  WorkingPlace place{std::filesystem::current_path(error).string(), std::nullopt};
  place.repository = find_repository(place.folder);
  return place;
}

std::string repository_path(std::string_view path, const WorkingPlace& place) {
  const auto absolute = absolute_path(path, place.folder);
  const auto& base = place.repository ? *place.repository : place.folder;
  return !base.empty() && absolute != base && is_within(absolute, base) ? relative_path(absolute, base)
                                                                        : absolute;
}

}  // namespace upstream::app
