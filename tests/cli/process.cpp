#include "process.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <pty.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace upstream::test {
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// One end for the program, the other read here while it runs.
class Terminal {
 public:
  Terminal(int columns, std::vector<std::string> typed) : typed_(std::move(typed)) {
    struct winsize size {};
    size.ws_row = 40;
    size.ws_col = static_cast<unsigned short>(columns);
    if (::openpty(&master_, &slave_, nullptr, nullptr, &size) != 0)
      throw std::system_error(errno, std::generic_category());
    reader_ = std::thread([this] {
      std::array<char, 4096> buffer{};
      for (ssize_t got = 0; (got = ::read(master_, buffer.data(), buffer.size())) > 0;) {
        text_.append(buffer.data(), static_cast<std::size_t>(got));
        answer();
      }
    });
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    (void)finish();
    ::close(master_);
  }

  [[nodiscard]] int slave() const { return slave_; }
  [[nodiscard]] std::string finish() {
    if (slave_ >= 0) ::close(std::exchange(slave_, -1));
    if (reader_.joinable()) reader_.join();
    return text_;
  }

 private:
  void answer() {
    while (next_ < typed_.size()) {
      const auto prompt = text_.find(kPrompt, answered_);
      if (prompt == std::string::npos) return;
      answered_ = prompt + kPrompt.size();
      const auto& line = typed_[next_++];
      if (::write(master_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) return;
    }
  }

  int master_ = -1;
  int slave_ = -1;
  std::string text_;
  std::vector<std::string> typed_;
  std::size_t next_ = 0;      ///< of `typed_`
  std::size_t answered_ = 0;  ///< so much of `text_`
  std::thread reader_;
};

class Child {
 public:
  Child(const fs::path& folder, const World& world)
      : program_(world.program.empty() ? UPSTREAM_CHECK_BINARY : world.program),
        terminal_(world.terminal_columns, world.typed) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addchdir_np(&actions_, (folder / world.working_folder).c_str());
    if (!world.typed.empty()) {
      for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_adddup2(&actions_, terminal_.slave(), stream);
      return;
    }
    connect(STDOUT_FILENO, world.standard_output, folder / ".stdout");
    connect(STDERR_FILENO, world.standard_error, folder / ".stderr");
    const auto input = world.input_file.empty() ? (folder / ".stdin").string() : world.input_file;
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { posix_spawn_file_actions_destroy(&actions_); }

  [[nodiscard]] int run(const std::vector<std::string>& arguments,
                        const std::vector<std::string>& environment) {
    std::vector<std::string> words{program_};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environment;
    pid_t pid = 0;
    if (::posix_spawnp(&pid, program_.c_str(), &actions_, nullptr, pointers(words).data(),
                       pointers(variables).data()) != 0) {
      return -1;
    }
    int status = 0;
    struct rusage usage {};
    ::wait4(pid, &status, 0, &usage);
    peak_kib_ = usage.ru_maxrss;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] long peak_kib() const { return peak_kib_; }
  [[nodiscard]] std::string terminal_text() { return terminal_.finish(); }

 private:
  static std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    all.reserve(words.size() + 1);
    for (auto& word : words) all.push_back(word.data());
    all.push_back(nullptr);
    return all;
  }

  void connect(int descriptor, Stream stream, const fs::path& file) {
    switch (stream) {
      case Stream::captured:
        posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                         0600);
        return;
      case Stream::closed:
        posix_spawn_file_actions_addclose(&actions_, descriptor);
        return;
      case Stream::full_device:
        posix_spawn_file_actions_addopen(&actions_, descriptor, "/dev/full", O_WRONLY, 0);
        return;
      case Stream::terminal:
        posix_spawn_file_actions_adddup2(&actions_, terminal_.slave(), descriptor);
        return;
      case Stream::broken_pipe:
        break;
    }
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category());
    ::close(ends[0]);
    posix_spawn_file_actions_adddup2(&actions_, ends[1], descriptor);
  }

  std::string program_;
  Terminal terminal_;
  long peak_kib_ = 0;
  posix_spawn_file_actions_t actions_{};
};

std::vector<std::string> environment_of(const World& world) {
  std::map<std::string, std::string> all{{"PATH", "/usr/bin:/bin"}, {"TZ", "UTC"}, {"LC_ALL", "C"}};
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) all[name] = value;
  }
  for (const auto& [name, value] : world.environment) all[name] = value;
  std::vector<std::string> list;
  list.reserve(all.size());
  for (const auto& [name, value] : all) list.push_back(fmt::format("{}={}", name, value));
  return list;
}

}  // namespace

void CliTest::SetUp() {
  auto name = (fs::temp_directory_path() / "upstream-cli-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  folder_ = name;
}

void CliTest::TearDown() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void CliTest::write(const std::string& name, std::string_view text) const {
  std::ofstream out(folder_ / name, std::ios::binary);
  out << text;
  ASSERT_TRUE(out.good()) << name;
}

std::string CliTest::read(const std::string& name) const { return read_file(folder_ / name); }

std::vector<std::string> CliTest::names() const {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const auto name = entry.path().filename().string();
    if (name != ".stdin" && name != ".stdout" && name != ".stderr") all.push_back(name);
  }
  std::sort(all.begin(), all.end());
  return all;
}

Outcome CliTest::run(const std::vector<std::string>& arguments, const World& world) const {
  write(".stdin", world.input);
  Child child(folder_, world);
  Outcome outcome;
  outcome.code = child.run(arguments, environment_of(world));
  outcome.peak_kib = child.peak_kib();
  const auto shown = child.terminal_text();
  const bool talks = !world.typed.empty();
  outcome.out = talks || world.standard_output == Stream::terminal ? shown : read_file(folder_ / ".stdout");
  outcome.err = world.standard_error == Stream::terminal ? shown : read_file(folder_ / ".stderr");
  return outcome;
}

}  // namespace upstream::test
