// libFuzzer: whatever bytes, UPSTREAM_PROMISE is kept. What it promises stands beside it; replay_test.cpp and
// run.sh begin with the same corpus.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/both_lanes.hpp"
#include "fuzz/one_input.hpp"
#include "fuzz/plan_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto broken = upstream::test::UPSTREAM_PROMISE(bytes);
  if (!broken.empty()) {
    std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
