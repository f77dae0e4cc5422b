#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "batch_input.hpp"
#include "batch_plan.hpp"
#include "batch_report.hpp"
#include "commands.hpp"
#include "input_options.hpp"
#include "operand.hpp"
#include "ordered_pipeline.hpp"
#include "rubric_in_use.hpp"
#include "stop_request.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream::app {
namespace {

/// Reads and assesses one item. Called from several threads: it knows only what does not change.
class ItemAssessor {
 public:
  /// `detail`: a record is the whole assessment.
  ItemAssessor(const Rubric& rubric, const Settings& settings, bool detail)
      : rubric_(rubric), options_{settings.day, settings.today, Severity::note, false, detail} {}

  [[nodiscard]] BatchEntry assess(BatchItem item) const {
    if (item.lost) {
      const Complaint why{{fmt::format("「{}」を読めない: {}", item.display, item.lost->ja),
                           fmt::format("'{}' cannot be read: {}", item.display, item.lost->en)},
                          {}};
      return unreadable(std::move(item), why);
    }
    if (!item.operand.empty()) {
      auto read = read_operand(item.operand);
      if (read.reading != Reading::read) {
        const auto why = not_read(item.operand, read);
        return unreadable(std::move(item), why);
      }
      item.bytes = std::move(read.bytes);
    }
    SourceFile source(item.line == 0 ? item.display : std::string(), std::move(item.bytes));
    return {std::move(item.display), item.line, true, report_on(std::move(source), rubric_, options_)};
  }

 private:
  [[nodiscard]] BatchEntry unreadable(BatchItem item, const Complaint& why) const {
    BatchEntry entry{std::move(item.display),
                     item.line,
                     false,
                     {SourceFile({}, {}), {}, options_.day.value_or(options_.today), nullptr, std::nullopt}};
    entry.report.diagnostics.report(Rule::unreadable, {}, why.message, why.help);
    return entry;
  }

  const Rubric& rubric_;
  ReportOptions options_;
};

/// Nothing where the result would be written over a profile, which is said.
std::unique_ptr<BatchInput> find_files(const Context& context, const BatchPlan& plan,
                                       const StopRequest& stop) {
  auto tree = collect_inputs(context.invocation.operands, plan.inputs, find_working_place());
  if (const auto error = leave_out_own_files(tree, context.invocation.options)) {
    context.messages.error(*error);
    return nullptr;
  }
  for (const auto& passed : tree.passed_over) {
    if (passed.lost) continue;
    context.messages.note({fmt::format("「{}」を読まない: {}", passed.display, passed.why.ja),
                           fmt::format("'{}' is passed over: {}", passed.display, passed.why.en)});
  }
  for (const auto& operand : tree.empty_operands) {
    context.messages.note({fmt::format("「{}」にプロフィールがない(*.yaml *.yml *.json)", operand),
                           fmt::format("'{}' holds no profile (*.yaml *.yml *.json)", operand)});
  }
  context.trace.debug("{} files, {} ignored, {} passed over", tree.files.size(), tree.ignored,
                      tree.passed_over.size());
  return file_input(std::move(tree), stop);
}

ExitCode assess_all(const Context& context, const Rubric& rubric, const BatchPlan& plan) {
  StopRequest stop;
  const auto& operand = context.invocation.operands.front();
  const auto input = plan.stream ? stream_input(operand, display_name(operand, context.invocation.options),
                                                *plan.stream, stop)
                                 : find_files(context, plan, stop);
  if (!input) return ExitCode::usage;
  const ItemAssessor assessor(rubric, context.settings, plan.record.detail);
  const BatchRenderer renderer(rubric, plan, context.settings);
  BatchReport report(context, rubric, plan, *input, stop);
  report.begin();
  bool all_taken = false;
  constexpr std::size_t pieces_a_job = 4;
  run_in_order<BatchPiece, RenderedPiece>(
      plan.jobs, plan.jobs * pieces_a_job,
      [&]() -> std::optional<BatchPiece> {
        if (stop.is_made()) return std::nullopt;
        auto piece = input->take();
        all_taken = !piece && !stop.is_made();
        return piece;
      },
      [&](BatchPiece piece) {
        RenderedPiece rendered;
        for (auto& item : piece) renderer.add(rendered, assessor.assess(std::move(item)));
        return rendered;
      },
      [&](const RenderedPiece& rendered) { report.take(rendered); });
  return report.finish(all_taken);
}

}  // namespace

ExitCode run_batch(const Context& context) {
  if (const auto error = check_batch_usage(context.invocation)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  const auto plan = read_batch_plan(context, *rubric);
  if (const auto* error = std::get_if<Complaint>(&plan)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  return assess_all(context, *rubric, std::get<BatchPlan>(plan));
}

}  // namespace upstream::app
