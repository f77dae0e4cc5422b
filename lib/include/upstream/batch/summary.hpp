#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "upstream/batch/record.hpp"
#include "upstream/validate/requirements.hpp"

namespace upstream {

enum class BatchResult : std::uint8_t { ok, failed, unreadable };

/// What is kept of an entry when its record has been written.
struct BatchOutcome {
  BatchResult result = BatchResult::ok;
  std::string path;
  std::size_t line = 0;
  std::string id;                     ///< empty where none is stated or could be read
  bool meets_requirements = true;     ///< of those that are ok
  std::optional<StageIndex> reached;  ///< of those that are ok, as the next two
  int score = 0;
  bool has_warnings = false;
};
[[nodiscard]] BatchOutcome outcome_of(const BatchEntry& entry, const Requirements& requirements);

/// Counts over a batch; no name, no id. files = ok + failed + unreadable.
struct BatchSummary {
  explicit BatchSummary(const Rubric& rubric) : by_stage(rubric.stages.size()) {}

  void add(const BatchOutcome& outcome);

  std::size_t files = 0;  ///< inputs: files, or documents of a stream
  std::size_t ok = 0;
  std::size_t failed = 0;  ///< profiles with an error
  std::size_t unreadable = 0;
  std::size_t with_warnings = 0;  ///< of those that are ok
  std::size_t not_met = 0;        ///< of those that are ok
  std::vector<std::size_t> by_stage;
  std::size_t below_first_stage = 0;
  std::array<std::size_t, 101> scores{};
  std::size_t duplicate_ids = 0;  ///< ids that more than one input states
  bool interrupted = false;       ///< some inputs were not looked at
};

/// The lowest score, the quartiles (nearest rank) and the highest.
[[nodiscard]] std::optional<std::array<int, 5>> score_quartiles(const BatchSummary& summary);

/// A JSON object on one line, without a line break.
[[nodiscard]] std::string render_summary_json(const BatchSummary& summary, const Rubric& rubric);
/// Lines under a table.
[[nodiscard]] std::string render_summary_text(const BatchSummary& summary, const Rubric& rubric,
                                              Language language);
/// "12 profiles: 10 ok, 1 with errors, 1 unreadable"
[[nodiscard]] Text summary_sentence(const BatchSummary& summary);

/// The members before `records` of the one object that `--format json` writes, up to its bracket.
[[nodiscard]] std::string batch_json_head(const Rubric& rubric);

}  // namespace upstream
