#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "upstream/source/source_file.hpp"
#include "upstream/text/hash.hpp"
#include "upstream/yaml/read.hpp"

// Run while the library is built: pack_rubric RUBRIC PACKED. Writes the hash of the rubric's text and its
// tree, so that no start of the program has to read it again. What it says is for people who build.
int main(int count, char** arguments) {
  using namespace upstream;
  if (count != 3) {
    std::fputs("usage: pack_rubric RUBRIC PACKED\n", stderr);
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  const SourceFile source(arguments[1], {std::istreambuf_iterator<char>(file), {}});
  Diagnostics diagnostics;
  const auto document = yaml::read(source, diagnostics);
  for (const auto& finding : diagnostics.items()) {
    std::fprintf(stderr, "%s:%u:%u: %s\n", arguments[1], finding.span.begin.line, finding.span.begin.column,
                 finding.message.en.c_str());
  }
  if (!document || diagnostics.total() > 0) return 1;
  std::ofstream packed(arguments[2], std::ios::binary);
  packed << text::Hash().add(source.text()).hex() << document->pack();
  packed.close();
  return packed ? 0 : 1;
}
