#include "batch_input.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "operand.hpp"
#include "system_reason.hpp"

namespace upstream::app {
namespace {

class FileInput : public BatchInput {
 public:
  FileInput(InputTree tree, const StopRequest& stop) : tree_(std::move(tree)), stop_(stop) {
    std::erase_if(tree_.passed_over, [](const PassedOver& passed) { return !passed.lost; });
  }

  std::optional<BatchPiece> take() override {
    constexpr std::size_t most = 16;
    BatchPiece piece;
    for (; next_ < count() && piece.size() < most; ++next_) {
      auto one = item(next_);
      if (is_standard_input(one.operand) && !read_standard_input(one)) return std::nullopt;
      piece.push_back(std::move(one));
    }
    if (piece.empty()) return std::nullopt;
    return piece;
  }

  [[nodiscard]] std::optional<std::size_t> total() const override { return count(); }
  [[nodiscard]] std::string name(std::size_t place) const override { return item(place).display; }

 private:
  [[nodiscard]] std::size_t count() const { return tree_.files.size() + tree_.passed_over.size(); }

  [[nodiscard]] BatchItem item(std::size_t place) const {
    if (place < tree_.files.size()) {
      const auto& file = tree_.files[place];
      return {.display = file.display, .operand = file.path};
    }
    const auto& passed = tree_.passed_over[place - tree_.files.size()];
    return {.display = passed.display, .lost = passed.why};
  }

  /// False where a stop came first.
  bool read_standard_input(BatchItem& item) {
    item.operand.clear();
    std::string buffer(std::size_t{64} * 1024, '\0');
    while (item.bytes.size() < kMostBytes) {
      if (!stop_.wait_for_input(STDIN_FILENO)) return false;
      const auto got =
          ::read(STDIN_FILENO, buffer.data(), std::min(buffer.size(), kMostBytes - item.bytes.size()));
      if (got == 0) break;
      if (got > 0) {
        item.bytes.append(buffer, 0, static_cast<std::size_t>(got));
      } else if (errno != EINTR && errno != EAGAIN) {
        item.lost = system_reason(errno);
        break;
      }
    }
    return true;
  }

  InputTree tree_;
  const StopRequest& stop_;
  std::size_t next_ = 0;
};

class StreamInput : public BatchInput {
 public:
  StreamInput(const std::string& operand, std::string display, StreamFormat format, const StopRequest& stop)
      : display_(std::move(display)), splitter_(format, kMostBytes), stop_(stop) {
    open(operand);
  }

  std::optional<BatchPiece> take() override {
    while (true) {
      auto piece = take_ready();
      if (!piece.empty()) return piece;
      if (lost_) return BatchPiece{{.display = display_, .line = line(), .lost = std::exchange(lost_, {})}};
      if (at_end_ || !stop_.wait_for_input(file_.get())) return std::nullopt;
      read_some();
    }
  }

  [[nodiscard]] std::optional<std::size_t> total() const override { return std::nullopt; }
  [[nodiscard]] std::string name(std::size_t place) const override {
    return fmt::format("{}:{}", display_, place);
  }

 private:
  void open(const std::string& operand) {
    struct stat status {};
    file_ = Descriptor(is_standard_input(operand) ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                                  : ::open(operand.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file_.is_open() || ::fstat(file_.get(), &status) != 0) return lose(system_reason(errno));
    if (S_ISDIR(status.st_mode)) lose(system_reason(EISDIR));
  }

  void read_some() {
    const auto got = ::read(file_.get(), buffer_.data(), buffer_.size());
    if (got > 0) return splitter_.feed({buffer_.data(), static_cast<std::size_t>(got)});
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
    const int error = errno;
    splitter_.finish();
    at_end_ = true;
    if (got < 0) lose(system_reason(error));
  }

  void lose(Text why) {
    at_end_ = true;
    lost_ = std::move(why);
  }

  BatchPiece take_ready() {
    constexpr std::size_t most = 64;
    BatchPiece piece;
    while (piece.size() < most) {
      auto document = splitter_.next();
      if (!document) break;
      piece.push_back({.display = display_, .line = document->line, .bytes = std::move(document->bytes)});
    }
    return piece;
  }

  [[nodiscard]] std::size_t line() const { return splitter_.line(); }

  std::string display_;
  StreamSplitter splitter_;
  const StopRequest& stop_;
  Descriptor file_{-1};
  std::string buffer_ = std::string(std::size_t{128} * 1024, '\0');
  bool at_end_ = false;
  std::optional<Text> lost_;
};

}  // namespace

std::unique_ptr<BatchInput> file_input(InputTree tree, const StopRequest& stop) {
  return std::make_unique<FileInput>(std::move(tree), stop);
}

std::unique_ptr<BatchInput> stream_input(const std::string& operand, std::string display, StreamFormat format,
                                         const StopRequest& stop) {
  return std::make_unique<StreamInput>(operand, std::move(display), format, stop);
}

}  // namespace upstream::app
