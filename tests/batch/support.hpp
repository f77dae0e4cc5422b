#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "support/support.hpp"
#include "upstream/batch/record.hpp"

namespace upstream::test {

inline ReportOptions batch_options() {
  return {std::nullopt, std::chrono::year(2026) / 4 / 1, Severity::note, false};
}

/// As `batch` makes it of a file; of a document of a stream where `line` is not 0.
inline BatchEntry entry_of(std::string_view text, std::string path = "who.yaml", std::size_t line = 0) {
  SourceFile source(line == 0 ? path : std::string(), std::string(text));
  return {std::move(path), line, true, report_on(std::move(source), builtin_rubric(), batch_options())};
}

inline std::string json_record(const BatchEntry& entry, const RecordOptions& options = {}) {
  std::string line;
  append_json_record(line, entry, builtin_rubric(), options);
  return line;
}

}  // namespace upstream::test
