#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "batch_input.hpp"
#include "batch_plan.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "stop_request.hpp"
#include "upstream/batch/duplicate_ids.hpp"
#include "upstream/batch/summary.hpp"
#include "upstream/batch/table.hpp"

namespace upstream::app {

/// Records in a row, written out, and what is kept of each.
struct RenderedPiece {
  std::string text;
  std::vector<BatchOutcome> outcomes;
};

/// Turns entries into text. Called from several threads: it knows only what does not change.
class BatchRenderer {
 public:
  BatchRenderer(const Rubric& rubric, const BatchPlan& plan, const Settings& settings)
      : rubric_(rubric), plan_(plan), table_(rubric, plan.record, settings.width, settings.color) {}

  void add(RenderedPiece& piece, const BatchEntry& entry) const;

 private:
  const Rubric& rubric_;
  const BatchPlan& plan_;
  BatchTable table_;
};

/// What is written and said of a batch: the records in order, the summary, and on stderr how far it has come
/// and who needs looking at.
class BatchReport {
 public:
  BatchReport(const Context& context, const Rubric& rubric, const BatchPlan& plan, const BatchInput& input,
              StopRequest& stop);

  void begin();
  void take(const RenderedPiece& piece);
  /// `all_taken`: no input is left.
  [[nodiscard]] ExitCode finish(bool all_taken);

 private:
  /// The first who need looking at for one reason, and how many there are.
  struct Names {
    std::vector<Text> first;
    std::size_t count = 0;
    void add(const std::string& name);
  };

  void write(std::string_view text);
  void account(const BatchOutcome& outcome);
  void show_progress();
  void end_records();
  void say(const Names& names, const Text& what, const Text& help) const;
  void say_what_is_wrong() const;
  void say_duplicates() const;
  [[nodiscard]] ExitCode verdict() const;

  const Context& context_;
  const Rubric& rubric_;
  const BatchPlan& plan_;
  const BatchInput& input_;
  StopRequest& stop_;
  Output output_;
  BatchSummary summary_;
  DuplicateIds duplicates_;
  Names failed_;
  Names unreadable_;
  Names not_met_;
  std::optional<Progress> progress_;
  bool shares_terminal_ = false;  ///< the progress and the records
};

}  // namespace upstream::app
