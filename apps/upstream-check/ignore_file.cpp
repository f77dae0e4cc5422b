#include "ignore_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "input.hpp"
#include "system_reason.hpp"

namespace upstream::app {
namespace {

constexpr std::size_t kLargest = std::size_t{1024} * 1024;
/// Each is held against each name of the folder; no file that people write comes near.
constexpr std::ptrdiff_t kMostLines = 10'000;

}  // namespace

IgnoreFile read_ignore_file(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    // A path that is too long with this name may still be short enough for a profile.
    if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG) return {};
    return {{}, system_reason(errno)};
  }
  if (S_ISLNK(status.st_mode)) {
    return {{},
            Text{"シンボリックリンクの .gitignore は読まない",
                 "a .gitignore that is a symbolic link is not read"}};
  }
  const auto input = read_file(path);
  if (input.reading != Reading::read) return {{}, input.reason};
  if (input.bytes.size() > kLargest) return {{}, Text{"1 MiB より大きい", "it is larger than 1 MiB"}};
  if (std::count(input.bytes.begin(), input.bytes.end(), '\n') > kMostLines)
    return {
        {},
        Text{fmt::format("{} 行より多い", kMostLines), fmt::format("it has more than {} lines", kMostLines)}};
  auto loaded = text::load_ignore_rules(input.bytes);
  IgnoreFile file{std::move(loaded.rules), std::nullopt};
  if (loaded.faulty_line > 0) {
    file.fault = Text{fmt::format("{} 行目は何にも合わない: {}", loaded.faulty_line, loaded.fault.ja),
                      fmt::format("line {} can match nothing: {}", loaded.faulty_line, loaded.fault.en)};
  }
  return file;
}

}  // namespace upstream::app
