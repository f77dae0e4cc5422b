#include "lexical_path.hpp"

#include <filesystem>

namespace upstream::app {
namespace {

/// Nothing in it has to be resolved. Names that begin with a dot are looked at closely too.
bool is_plain(std::string_view path) {
  return path.find("//") == std::string_view::npos && path.find("/.") == std::string_view::npos &&
         !path.starts_with('.') && !path.ends_with('/');
}

}  // namespace

std::string tidy_path(std::string_view path) {
  std::string tidy(path.starts_with('/') ? "/" : "");
  while (!path.empty()) {
    const auto end = path.find('/');
    const auto segment = path.substr(0, end);
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    if (!segment.empty() && segment != ".") tidy = joined(tidy, segment);
  }
  return tidy.empty() ? "." : tidy;
}

std::string absolute_path(std::string_view path, std::string_view working_folder) {
  const auto whole = path.starts_with('/') ? std::string(path) : joined(working_folder, path);
  if (is_plain(whole)) return whole;
  auto normal = std::filesystem::path(whole).lexically_normal().string();
  if (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

std::string relative_path(std::string_view path, std::string_view folder) {
  if (folder != "/" && path != folder && is_within(path, folder) && is_plain(path) && is_plain(folder))
    return std::string(path.substr(folder.size() + 1));
  auto relative = std::filesystem::path(path).lexically_relative(folder).string();
  return relative == "." ? std::string() : relative;
}

bool is_within(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string joined(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path.append(name);
}

}  // namespace upstream::app
