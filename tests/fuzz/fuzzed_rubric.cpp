#include "fuzz/fuzzed_rubric.hpp"

#include <cstdlib>

#include "upstream/rubric/load.hpp"

namespace upstream::test {

const Rubric& fuzzed_rubric() {
  static const Rubric loaded = [] {
    Diagnostics diagnostics;
    auto read = load_rubric(SourceFile("rubric.yaml", std::string(builtin_rubric_text())), diagnostics);
    if (!read) std::abort();
    return std::move(*read);
  }();
  return loaded;
}

}  // namespace upstream::test
