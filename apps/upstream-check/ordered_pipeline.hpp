#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace upstream::app {

/// What happens in one step of a pipeline before it is handed over, happens before whatever follows. oneTBB
/// sees to that; but ThreadSanitizer, with which the library of Debian is not built, has to be told.
class HandOver {
 public:
  void give() {
#if defined(__SANITIZE_THREAD__)
    __tsan_release(this);
#endif
  }
  void receive() {
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(this);
#endif
  }
};

/// Takes pieces of work one after the other, does them on `jobs` threads (this one included) and hands the
/// results on in the order of the pieces. `take` and `hand_on` are never called by two threads at once;
/// `take` gives nothing when there is no more. At most `most` pieces are on their way, whatever their number.
/// What a step throws comes out here.
template <typename Piece, typename Result, typename Take, typename Work, typename HandOn>
void run_in_order(std::size_t jobs, std::size_t most, Take&& take, Work&& work, HandOn&& hand_on) {
  HandOver taken;
  HandOver done;
  const auto take_step = [&](tbb::flow_control& control) -> Piece* {
    taken.receive();
    done.receive();
    auto piece = take();
    auto owned = piece ? std::make_unique<Piece>(std::move(*piece)) : nullptr;
    if (!owned) control.stop();
    taken.give();
    return owned.release();
  };
  const auto work_step = [&](Piece* piece) {
    taken.receive();
    auto result = std::make_unique<Result>(work(std::move(*std::unique_ptr<Piece>(piece))));
    done.give();
    return result.release();
  };
  const auto hand_on_step = [&](Result* result) {
    done.receive();
    hand_on(*std::unique_ptr<Result>(result));
    done.give();
  };
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  arena.execute([&] {
    taken.give();
    done.give();
    tbb::parallel_pipeline(
        most, tbb::make_filter<void, Piece*>(tbb::filter_mode::serial_in_order, take_step) &
                  tbb::make_filter<Piece*, Result*>(tbb::filter_mode::parallel, work_step) &
                  tbb::make_filter<Result*, void>(tbb::filter_mode::serial_in_order, hand_on_step));
  });
  taken.receive();
  done.receive();
}

}  // namespace upstream::app
