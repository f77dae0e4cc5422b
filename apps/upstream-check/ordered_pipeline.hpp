#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace upstream::app {

/// Takes pieces of work one after the other, does them on `jobs` threads (this one included) and hands the
/// results on in the order of the pieces. `take` and `hand_on` are never called by two threads at once;
/// `take` gives nothing when there is no more. At most `most` pieces are on their way, whatever their number.
/// What a step throws comes out here.
template <typename Piece, typename Result, typename Take, typename Work, typename HandOn>
void run_in_order(std::size_t jobs, std::size_t most, Take&& take, Work&& work, HandOn&& hand_on) {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  arena.execute([&] {
    tbb::parallel_pipeline(
        most, tbb::make_filter<void, Piece>(tbb::filter_mode::serial_in_order,
                                            [&](tbb::flow_control& control) -> Piece {
                                              auto piece = take();
                                              if (piece) return std::move(*piece);
                                              control.stop();
                                              return {};
                                            }) &
                  tbb::make_filter<Piece, Result>(tbb::filter_mode::parallel,
                                                  [&](Piece piece) { return work(std::move(piece)); }) &
                  tbb::make_filter<Result, void>(tbb::filter_mode::serial_in_order,
                                                 [&](Result result) { hand_on(std::move(result)); }));
  });
}

}  // namespace upstream::app
