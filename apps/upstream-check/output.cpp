#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input.hpp"
#include "system_reason.hpp"
#include "write_all.hpp"

namespace upstream::app {
namespace {

/// The file behind a chain of symbolic links, which are to stay as they are; it need not be there yet.
std::string behind_links(std::string path) {
  std::error_code absent;
  const auto whole = std::filesystem::canonical(path, absent);
  if (!absent) return whole.string();
  struct stat status {};
  // Something is there that has no name of its own: a pipe behind /dev/fd.
  if (::stat(path.c_str(), &status) == 0) return path;
  constexpr int most_links = 40;  // as many as Linux follows; beyond that opening says what is wrong
  for (int links = 0; links < most_links; ++links) {
    std::error_code no_link;
    const auto target = std::filesystem::read_symlink(path, no_link);
    if (no_link) break;
    path = (std::filesystem::path(path).parent_path() / target).string();
  }
  return path;
}

mode_t mode_of_new_files() {
  const auto mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// Whether the file still holds these bytes.
bool still_holds(const std::string& path, std::string_view bytes) {
  const auto now = read_file(path, bytes.size() + 1);
  return now.reading == Reading::read && now.bytes == bytes;
}

}  // namespace

bool is_standard_output(std::string_view path) {
  return path == "-" || path == "/dev/stdout" || path == "/dev/fd/1" || path == "/proc/self/fd/1";
}

Output::Output(std::optional<std::string_view> path, Overwrite overwrite) : overwrite_(overwrite) {
  if (path && !is_standard_output(*path)) path_ = std::string(*path);
}

Output::~Output() {
  if (!temporary_.empty()) (void)::unlink(temporary_.c_str());
}

void Output::write(std::string_view text) {
  if (error_ != 0 || (text.empty() && !path_)) return;
  if (path_ && !file_.is_open()) error_ = open();
  if (error_ == 0) error_ = write_all(path_ ? file_.get() : STDOUT_FILENO, text);
}

ExitCode Output::finish(const Messages& messages) {
  if (error_ == 0 && file_.is_open()) error_ = put_in_place();
  if (error_ == 0) return ExitCode::ok;
  return complain(messages);
}

int Output::open() {
  target_ = overwrite_ == Overwrite::refused ? *path_ : behind_links(*path_);
  struct stat status {};
  mode_t mode = mode_of_new_files();
  bool exists = false;
  if (::stat(target_.c_str(), &status) != 0) {
    if (errno != ENOENT) return errno;
  } else {
    if (overwrite_ == Overwrite::refused) return EEXIST;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    if (!S_ISREG(status.st_mode)) {
      file_ = Descriptor(::open(target_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
      return file_.is_open() ? 0 : errno;
    }
    if (::access(target_.c_str(), W_OK) != 0) return errno;
    mode = status.st_mode & 0777;  // what is written anew is no program of its owner
    exists = true;
  }
  const auto slash = target_.rfind('/');
  auto name =
      (slash == std::string::npos ? std::string() : target_.substr(0, slash + 1)) + ".upstream-check.XXXXXX";
  file_ = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
  if (!file_.is_open()) return errno;
  temporary_ = std::move(name);
  // It stays its owner's; who may not give files away keeps this one.
  if (exists && ::fchown(file_.get(), status.st_uid, status.st_gid) != 0) errno = 0;
  return ::fchmod(file_.get(), mode) == 0 ? 0 : errno;
}

int Output::put_in_place() {
  if (temporary_.empty()) return file_.close();
  if (::fsync(file_.get()) != 0) return errno;
  if (const int error = file_.close()) return error;
  if (expected_ && !still_holds(target_, *expected_)) return ESTALE;
  if (overwrite_ == Overwrite::allowed) {
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) return errno;
    temporary_.clear();
    return 0;
  }
  // Unlike a look beforehand this cannot lose a race.
  if (::link(temporary_.c_str(), target_.c_str()) == 0) return 0;
  const bool has_no_links = errno == EPERM || errno == EOPNOTSUPP;
  if (!has_no_links) return errno;
  if (::access(target_.c_str(), F_OK) == 0) return EEXIST;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return errno;
  temporary_.clear();
  return 0;
}

ExitCode Output::complain(const Messages& messages) const {
  if (error_ == EPIPE) return ExitCode::failed;
  const auto reason =
      error_ == ENOENT ? Text{"そのディレクトリがない", "no such directory"} : system_reason(error_);
  if (overwrite_ == Overwrite::refused && error_ == EEXIST) {
    messages.error({{fmt::format("「{}」はすでにある", *path_), fmt::format("'{}' exists", *path_)},
                    {"上書きするなら --force を付けてください", "--force overwrites it"}});
    return ExitCode::usage;
  }
  if (path_) {
    messages.error({{fmt::format("「{}」に書けない: {}", *path_, reason.ja),
                     fmt::format("'{}' cannot be written: {}", *path_, reason.en)},
                    {}});
  } else {
    messages.error({{fmt::format("標準出力に書けない: {}", reason.ja),
                     fmt::format("standard output cannot be written: {}", reason.en)},
                    {}});
  }
  return ExitCode::failed;
}

}  // namespace upstream::app
