// libFuzzer: bytes of a profile → assessment → every format; the same bytes behind --set, or saved as JSON.
// The corpus beside it is replayed by replay_test.cpp.
//   assess_fuzzer -dict=tests/fuzz/profile.dict WORK_FOLDER tests/fuzz/corpus profiles

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/one_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto broken = upstream::test::broken_promise(bytes);
  if (!broken.empty()) {
    std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
