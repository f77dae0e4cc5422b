#pragma once

#include <cstddef>
#include <string>

#include "upstream/report/file_report.hpp"

namespace upstream {

/// One input of a batch: a file, or a document of a stream, with what was found about it.
struct BatchEntry {
  std::string path;  ///< as it is shown, raw: of the file, or of the stream it stands in
  /// Where the document begins in its stream; 0 for a file of its own. The places in the diagnostics count
  /// from the first line of the document.
  std::size_t line = 0;
  bool readable = true;  ///< false where the bytes could not be had at all
  /// Its source is named `path` for a file, and nothing at all for a document of a stream: a name given to
  /// many is nobody's id.
  FileReport report;
};

struct RecordOptions {
  Language language = Language::ja;
  bool names = false;   ///< people's names, which are left out otherwise
  bool detail = false;  ///< the whole assessment in place of the record; JSON only
};

/// The entry as one line of JSON, without a line break (docs/json.md, batch.schema.json): ids, numbers, at
/// most three next actions in words. Harmless in a terminal and to a CI runner whatever the profile says.
void append_json_record(std::string& out, const BatchEntry& entry, const Rubric& rubric,
                        const RecordOptions& options);

/// The JSON Schema (draft-07) of a line of ndjson.
[[nodiscard]] std::string_view batch_schema();

/// The row of column names, with CRLF. Cells are quoted as RFC 4180 says; one that a spreadsheet would take
/// for a formula begins with an apostrophe.
[[nodiscard]] std::string csv_header(const RecordOptions& options);
/// The entry as one row, with CRLF.
void append_csv_record(std::string& out, const BatchEntry& entry, const RecordOptions& options);

}  // namespace upstream
