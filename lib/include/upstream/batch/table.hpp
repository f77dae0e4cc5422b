#pragma once

#include <cstddef>
#include <string>

#include "upstream/batch/record.hpp"

namespace upstream {

/// The records for a person at a terminal: columns that line up, whatever the width of their characters. The
/// widths follow from the rubric alone, and what may be of any length stands last, so that each row can be
/// written as soon as it is known.
class BatchTable {
 public:
  BatchTable(const Rubric& rubric, const RecordOptions& options, bool color);

  [[nodiscard]] std::string header() const;
  void append_row(std::string& out, const BatchEntry& entry) const;

 private:
  const Rubric& rubric_;
  RecordOptions options_;
  bool color_;
  std::size_t stage_columns_ = 0;
  std::size_t path_columns_ = 0;
};

}  // namespace upstream
