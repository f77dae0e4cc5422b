#include "input.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

#include "descriptor.hpp"
#include "system_reason.hpp"

namespace upstream::app {
namespace {

Input not_read(Text reason, Reading reading = Reading::unreadable) {
  return {reading, {}, std::move(reason)};
}

Input no_regular_file(mode_t mode) {
  if (S_ISDIR(mode)) return not_read(system_reason(EISDIR), Reading::directory);
  if (S_ISFIFO(mode)) {
    return not_read(
        {"名前付きパイプは読まない。標準入力なら - と書く", "it is a pipe; '-' reads standard input"});
  }
  return not_read({"普通のファイルではない", "it is no regular file"});
}

/// `expected`: so many bytes are likely to come. Room beyond them would be cleared for nothing.
Input read_descriptor(int descriptor, std::size_t most, std::size_t expected) {
  Input input{Reading::read, {}, {}};
  auto& bytes = input.bytes;
  constexpr std::size_t least = 4096;
  // One more than expected, so that the end is seen without more room.
  bytes.resize(std::min(expected + 1, most));
  std::size_t size = 0;
  while (size < most) {
    if (size == bytes.size()) bytes.resize(std::min(size + std::max(least, size), most));
    const auto got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got == 0) break;
    if (got < 0 && errno != EINTR) return not_read(system_reason(errno));
    if (got > 0) size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  if (bytes.capacity() > size + least) bytes.shrink_to_fit();  // thousands are kept
  return input;
}

}  // namespace

Input read_file(const std::string& path, std::size_t most) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return not_read(system_reason(errno), errno == ENOENT ? Reading::absent : Reading::unreadable);
  }
  if (!S_ISREG(status.st_mode)) return no_regular_file(status.st_mode);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.is_open()) return not_read(system_reason(errno));
  // The name may have come to mean something else since.
  if (::fstat(file.get(), &status) != 0) return not_read(system_reason(errno));
  if (!S_ISREG(status.st_mode)) return no_regular_file(status.st_mode);
  return read_descriptor(file.get(), most, static_cast<std::size_t>(status.st_size));
}

Input read_standard_input() { return read_descriptor(STDIN_FILENO, kMostBytes, std::size_t{64} * 1024); }

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

}  // namespace upstream::app
