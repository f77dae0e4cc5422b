// libFuzzer: bytes → both readers. The corpus beside it is replayed by replay_test.cpp.
//   lanes_fuzzer -dict=tests/fuzz/profile.dict WORK_FOLDER tests/fuzz/corpus profiles

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/both_lanes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto difference = upstream::test::difference_of_lanes(bytes);
  if (!difference.empty()) {
    std::fprintf(stderr, "the lanes differ: %s\n", difference.c_str());
    std::abort();
  }
  return 0;
}
