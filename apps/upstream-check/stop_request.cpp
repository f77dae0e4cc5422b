#include "stop_request.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace upstream::app {
namespace {

// All that a signal handler may touch.
std::atomic<bool> signalled = false;
std::atomic<int> alarm = -1;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void ring(int descriptor) {
  const int before = errno;
  (void)!::write(descriptor, "", 1);
  errno = before;
}

void take_signal(int /*number*/) {
  signalled = true;
  ring(alarm);
}

}  // namespace

StopRequest::StopRequest() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
    throw std::system_error(errno, std::generic_category());
  reading_ = Descriptor(ends[0]);
  writing_ = Descriptor(ends[1]);
  signalled = false;
  alarm = ends[1];
  struct sigaction action {};
  action.sa_handler = take_signal;
  // Without SA_RESTART a call that waits for the other end of a pipe comes back.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    (void)::sigaction(kSignals[i], nullptr, &before_[i]);
    if (before_[i].sa_handler != SIG_IGN) (void)::sigaction(kSignals[i], &action, nullptr);
  }
}

StopRequest::~StopRequest() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) (void)::sigaction(kSignals[i], &before_[i], nullptr);
  alarm = -1;
}

void StopRequest::make() {
  made_ = true;
  ring(writing_.get());
}

bool StopRequest::is_made() const { return made_ || signalled; }

bool StopRequest::by_signal() const { return signalled; }

bool StopRequest::wait_for_input(int descriptor) const {
  std::array<struct pollfd, 2> either{{{descriptor, POLLIN, 0}, {reading_.get(), POLLIN, 0}}};
  while (::poll(either.data(), either.size(), -1) < 0) {
    if (errno != EINTR) return true;  // the read says why
  }
  return either[1].revents == 0;
}

}  // namespace upstream::app
