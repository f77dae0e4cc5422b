#include "validate/validate_support.hpp"

#include <fmt/format.h>

#include "support/support.hpp"

namespace upstream::test {

ValidatedFile validated(std::string_view text, std::string_view path, const Baseline* baseline,
                        ValidateOptions options) {
  if (!options.day) options.day = Date::of(2026, 10, 31)->first_day();
  auto file = validate_file(SourceFile(std::string(path), std::string(text)), std::string(path),
                            builtin_rubric(), options);
  settle({&file, 1}, baseline);
  return file;
}

std::vector<std::string> findings_of(const ValidatedFile& file) {
  std::vector<std::string> all;
  for (const auto& finding : file.findings) {
    const auto& diagnostic = finding.diagnostic;
    all.push_back(fmt::format("{}:{} {} {}{}", diagnostic.span.begin.line, diagnostic.span.begin.column,
                              id(diagnostic.severity), rule_info(diagnostic.rule).id,
                              finding.counts() ? "" : " (suppressed)"));
  }
  return all;
}

}  // namespace upstream::test
