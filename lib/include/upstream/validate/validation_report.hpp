#pragma once

#include <span>
#include <string>
#include <string_view>

#include "upstream/rubric/rubric.hpp"
#include "upstream/text/text.hpp"
#include "upstream/validate/validated_file.hpp"

namespace upstream {

/// What a run of `validate` found, as every format takes it. The files are settled.
struct ValidationReport {
  std::span<const ValidatedFile> files;
  const Rubric& rubric;
  Language language = Language::ja;
  bool strict = false;        ///< warnings fail
  bool has_baseline = false;  ///< so that what is not in it is new
};

/// "40 files: 3 errors, 1 warning, 0 notes (2 suppressed)", and what --fix would do.
[[nodiscard]] Text validation_summary(std::span<const ValidatedFile> files);

struct ValidationTextOptions {
  bool color = false;
  bool quiet = false;  ///< errors only, and nothing at all where there are none
};

/// Findings with the lines of the source, file by file, and a last line that counts.
[[nodiscard]] std::string render_validation_text(const ValidationReport& report,
                                                 const ValidationTextOptions& options);

/// docs/json.md: {schema_version, tool, rubric, language, files, summary}.
[[nodiscard]] std::string render_validation_json(const ValidationReport& report);

/// The JSON Schema (draft-07) of that, made of lib/data/validation.schema.json.
[[nodiscard]] std::string_view validation_schema();

/// SARIF 2.1.0 as GitHub code scanning takes it, with GitHub's own line hashes. At most 25,000 results.
[[nodiscard]] std::string render_sarif(const ValidationReport& report);

/// A testsuite a file, a testcase a rule, those passed included.
[[nodiscard]] std::string render_junit(const ValidationReport& report);

/// Workflow commands, the worst first: at most 10 annotations of a kind, which is all that GitHub keeps of a
/// step.
[[nodiscard]] std::string render_github(const ValidationReport& report);

/// The same as a Markdown table, for $GITHUB_STEP_SUMMARY.
[[nodiscard]] std::string render_step_summary(const ValidationReport& report);

/// GitLab Code Quality: one array of issues.
[[nodiscard]] std::string render_gitlab(const ValidationReport& report);

}  // namespace upstream
