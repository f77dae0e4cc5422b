#include "output.hpp"

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "descriptor.hpp"
#include "input.hpp"
#include "system_reason.hpp"
#include "write_all.hpp"

namespace upstream::app {
namespace {

/// The file behind a chain of symbolic links, which are to stay as they are.
std::string behind_links(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : path;
}

mode_t mode_of_new_files() {
  const auto mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

int write_through(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open()) return errno;
  const int error = write_all(file.get(), bytes);
  const int closing = file.close();
  return error != 0 ? error : closing;
}

/// The file it replaces, where there is one: it stays its owner's.
int fill(Descriptor& file, std::string_view bytes, mode_t mode, const struct stat* replaced) {
  // Who may not give files away keeps this one.
  if (replaced != nullptr && ::fchown(file.get(), replaced->st_uid, replaced->st_gid) != 0) errno = 0;
  if (::fchmod(file.get(), mode) != 0) return errno;
  if (const int error = write_all(file.get(), bytes)) return error;
  if (::fsync(file.get()) != 0) return errno;
  return file.close();
}

/// Keeps Ctrl-C until a file is whole and in place, or gone again: none is left half made.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&held, signal);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

/// Whether the file still holds these bytes.
bool still_holds(const std::string& path, std::string_view bytes) {
  const auto now = read_file(path, bytes.size() + 1);
  return now.reading == Reading::read && now.bytes == bytes;
}

int put_in_place(const std::string& from, const std::string& to, Overwrite overwrite) {
  if (overwrite == Overwrite::refused) {
    // Unlike a look beforehand this cannot lose a race.
    if (::link(from.c_str(), to.c_str()) == 0) {
      (void)::unlink(from.c_str());
      return 0;
    }
    const bool has_no_links = errno == EPERM || errno == EOPNOTSUPP;
    if (!has_no_links) return errno;
    if (::access(to.c_str(), F_OK) == 0) return EEXIST;
  }
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

/// 0 or an error number.
int write_file(const std::string& name, std::string_view bytes, Overwrite overwrite,
               const std::optional<std::string>& expected) {
  const SignalsHeld held;
  const auto path = overwrite == Overwrite::refused ? name : behind_links(name);
  struct stat status {};
  mode_t mode = mode_of_new_files();
  bool exists = false;
  if (::stat(path.c_str(), &status) == 0) {
    if (overwrite == Overwrite::refused) return EEXIST;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    // A device or pipe is written to, never replaced by a file.
    if (!S_ISREG(status.st_mode)) return write_through(path, bytes);
    if (::access(path.c_str(), W_OK) != 0) return errno;
    mode = status.st_mode & 0777;  // what is written anew is no program of its owner
    exists = true;
  }
  const auto slash = path.rfind('/');
  auto temporary =
      (slash == std::string::npos ? std::string() : path.substr(0, slash + 1)) + ".upstream-check.XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.is_open()) return errno;
  int error = fill(file, bytes, mode, exists ? &status : nullptr);
  if (error == 0 && expected && !still_holds(path, *expected)) error = ESTALE;
  if (error == 0) error = put_in_place(temporary, path, overwrite);
  if (error != 0) (void)::unlink(temporary.c_str());
  return error;
}

}  // namespace

bool is_standard_output(std::string_view path) {
  return path == "-" || path == "/dev/stdout" || path == "/dev/fd/1" || path == "/proc/self/fd/1";
}

Output::Output(std::optional<std::string_view> path, Overwrite overwrite) : overwrite_(overwrite) {
  if (path && !is_standard_output(*path)) path_ = std::string(*path);
}

void Output::write(std::string_view text) {
  written_ = true;
  if (path_) {
    collected_ += text;
  } else if (error_ == 0) {
    error_ = write_all(STDOUT_FILENO, text);
  }
}

ExitCode Output::finish(const Messages& messages) {
  if (path_ && written_) error_ = write_file(*path_, collected_, overwrite_, expected_);
  if (error_ == 0) return ExitCode::ok;
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
