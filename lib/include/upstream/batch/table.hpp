#pragma once

#include <cstddef>
#include <string>

#include "upstream/batch/record.hpp"

namespace upstream {

/// The records for a person at a terminal: columns that line up, whatever the width of their characters. The
/// widths follow from the rubric and the width of the terminal alone, so that each row can be written as soon
/// as it is known. Names are shortened, figures never; where there is no room the path is left out, first its
/// figures, then all of it.
class BatchTable {
 public:
  /// `width`: terminal columns, 60 or more; no line of an assessed profile is longer.
  BatchTable(const Rubric& rubric, const RecordOptions& options, std::size_t width, bool color);

  [[nodiscard]] std::string header() const;
  void append_row(std::string& out, const BatchEntry& entry) const;

 private:
  void append_error(std::string& out, const BatchEntry& entry) const;

  const Rubric& rubric_;
  RecordOptions options_;
  std::size_t width_;
  bool color_;
  std::size_t stage_columns_ = 0;
  std::size_t path_columns_ = 0;  ///< 0: left out
  bool shows_fit_ = false;
  std::size_t profile_columns_ = 0;
};

}  // namespace upstream
