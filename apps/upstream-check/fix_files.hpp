#pragma once

#include <string>

#include "commands.hpp"
#include "exit_code.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::app {

/// Mends the files of a run in place (--fix).
class FileFixer {
 public:
  FileFixer(const Context& context, const Rubric& rubric) : context_(context), rubric_(rubric) {}

  /// The text that `path` now holds: the same where nothing was to be mended, or where it could not be
  /// written, which has been said.
  [[nodiscard]] SourceFile fix(const std::string& path, SourceFile source);

  [[nodiscard]] std::size_t fixes() const { return fixes_; }
  [[nodiscard]] std::size_t files() const { return files_; }
  [[nodiscard]] ExitCode code() const { return code_; }

 private:
  const Context& context_;
  const Rubric& rubric_;
  std::size_t fixes_ = 0;
  std::size_t files_ = 0;
  ExitCode code_ = ExitCode::ok;
};

}  // namespace upstream::app
