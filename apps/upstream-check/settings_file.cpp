#include "settings_file.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "input.hpp"
#include "upstream/config/load.hpp"

namespace upstream::app {
namespace {

namespace fs = std::filesystem;

/// How many folders there are above the working directory.
std::ptrdiff_t folders_above() {
  std::error_code error;
  const auto here = fs::current_path(error).relative_path();
  return std::distance(here.begin(), here.end());
}

bool is_there(const std::string& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

Complaint cannot_be_read(const std::string& path, const Text& reason) {
  return {{fmt::format("設定ファイル「{}」を読めない: {}", path, reason.ja),
           fmt::format("the settings file '{}' cannot be read: {}", path, reason.en)},
          {"--no-config を付けると設定ファイルなしで動きます", "--no-config runs without it"}};
}

Checked<std::optional<SettingsFile>> read_in(const std::string& folder, const std::string& path) {
  if (links_lead_out(folder, path)) {
    return cannot_be_read(path, {"シンボリックリンクがフォルダーの外を指す",
                                 "it is a symbolic link that leads out of its folder"});
  }
  auto input = read_file(path);
  if (input.reading != Reading::read) return cannot_be_read(path, input.reason);
  SettingsFile file{folder, SourceFile(path, std::move(input.bytes)), {}, {}};
  file.config = load_config(file.source, file.diagnostics);
  return std::optional(std::move(file));
}

}  // namespace

std::string path_in(const std::string& folder, std::string_view name) {
  if (!folder.empty()) return fmt::format("{}/{}", folder, name);
  // What begins with a hyphen means something else elsewhere: standard input.
  return fmt::format("{}{}", name.starts_with('-') ? "./" : "", name);
}

bool links_lead_out(const std::string& folder, const std::string& path) {
  std::error_code error;
  const auto root = fs::canonical(folder.empty() ? "." : folder, error);
  if (error) return false;  // then opening does not work either, and says why
  // Absolute, because what does not exist yet (a baseline to be made) would stay relative.
  const auto target = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) return false;
  return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first != root.end();
}

Checked<std::optional<SettingsFile>> read_settings_file() {
  std::string folder;
  for (auto left = folders_above(); left >= 0; --left) {
    const auto path = path_in(folder, kSettingsFileName);
    if (is_there(path)) return read_in(folder, path);
    folder += folder.empty() ? ".." : "/..";
  }
  return std::optional<SettingsFile>();
}

}  // namespace upstream::app
