#include <utility>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "did_you_mean.hpp"
#include "operand.hpp"
#include "output.hpp"
#include "requirements.hpp"
#include "rubric_in_use.hpp"
#include "say_diagnostics.hpp"
#include "signals_held.hpp"
#include "text_options.hpp"
#include "upstream/report/json_report.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::app {
namespace {

std::optional<Complaint> check_operands(const Invocation& invocation) {
  const auto& operands = invocation.operands;
  if (operands.empty()) {
    return Complaint{
        {"読むファイルがない", "no FILE is given"},
        {"例: upstream-check me.yaml。ひな型は upstream-check init -o me.yaml",
         "for example: upstream-check me.yaml; upstream-check init -o me.yaml writes one to start from"}};
  }
  return check_standard_input(invocation);
}

/// Reads, assesses and writes one FILE after the other; none keeps the next from being reported.
class Assessor {
 public:
  Assessor(const Context& context, const Rubric& rubric, Requirements requirements)
      : context_(context),
        rubric_(rubric),
        requirements_(std::move(requirements)),
        output_(context.invocation.options.value(Option::output)) {}

  void take(const std::string& operand) {
    const Stopwatch watch;
    auto report = report_on_operand(operand);
    const bool as_text = context_.settings.format == Format::text;
    if (as_text) say_diagnostics(report.source, report.diagnostics, context_.messages);
    if (report.ok()) {
      if (as_text) write_text(report);
      hold_against_requirements(report);
    }
    context_.trace.debug("{}: {} bytes, day {}, {:.1f} ms", text::printable(report.source.path()),
                         report.source.text().size(), iso(report.day), watch.milliseconds());
    if (!as_text) reports_.push_back(std::move(report));
  }

  [[nodiscard]] ExitCode finish() {
    if (context_.settings.format == Format::json) {
      hold_signals();
      output_.write(render_json(reports_, rubric_, context_.settings.result_language));
    }
    return worst(code_, output_.finish(context_.messages));
  }

 private:
  FileReport report_on_operand(const std::string& operand) {
    const auto& settings = context_.settings;
    auto input = read_operand(operand);
    SourceFile source(display_name(operand, context_.invocation.options), std::move(input.bytes));
    if (input.reading != Reading::read) return report_unreadable(operand, input, std::move(source));
    auto report = report_on(std::move(source), rubric_, {settings.day, settings.today, Severity::note, true});
    if (!report.ok()) code_ = worst(code_, ExitCode::not_met);
    return report;
  }

  FileReport report_unreadable(const std::string& operand, const Input& input, SourceFile source) {
    auto error = not_read(operand, input);
    if (input.reading == Reading::directory) {
      error = {{fmt::format("「{}」はディレクトリ。assess はファイルを一つずつ受け取る", operand),
                fmt::format("'{}' is a directory; assess takes files", operand)},
               {fmt::format("ディレクトリは upstream-check batch {} で評価できます", operand),
                fmt::format("upstream-check batch {} assesses all in it", operand)}};
    } else if (input.reading == Reading::absent) {
      error.help = mistyped_command(operand);
    }
    code_ = worst(code_, input.reading == Reading::directory ? ExitCode::usage : ExitCode::unreadable);
    // In JSON the file has its place among the others; what is said here is for the person at the terminal.
    context_.messages.error(error);
    FileReport report{std::move(source),
                      {},
                      context_.settings.day.value_or(context_.settings.today),
                      nullptr,
                      std::nullopt};
    if (context_.settings.format == Format::json)
      report.diagnostics.report(Rule::unreadable, {}, error.message, error.help);
    return report;
  }

  void hold_against_requirements(const FileReport& report) {
    Diagnostics not_met;
    check_requirements(requirements_, *report.assessment, not_met);
    say_diagnostics(report.source, not_met, context_.messages);
    if (not_met.has_errors()) code_ = worst(code_, ExitCode::not_met);
  }

  Text mistyped_command(const std::string& operand) const {
    const auto& invocation = context_.invocation;
    const bool could_be = !invocation.named && operand == invocation.operands.front() &&
                          operand.find_first_of("./") == std::string::npos;
    return could_be ? did_you_mean(operand, command_names()) : Text{};
  }

  /// From the first byte of a file on.
  void hold_signals() {
    if (!output_.is_stdout() && !held_) held_.emplace();
  }

  void write_text(const FileReport& report) {
    hold_signals();
    if (std::exchange(written_, true)) output_.write("\n");
    output_.write(render_text(report, text_options(context_.settings)));
  }

  const Context& context_;
  const Rubric& rubric_;
  Requirements requirements_;
  std::optional<SignalsHeld> held_;  ///< until the output is gone
  Output output_;
  std::vector<FileReport> reports_;  ///< for JSON, which is written as a whole
  bool written_ = false;
  ExitCode code_ = ExitCode::ok;
};

}  // namespace

ExitCode run_assess(const Context& context) {
  if (const auto error = check_operands(context.invocation)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  auto requirements = read_requirements(context.invocation.options, *rubric, context.messages);
  if (const auto* error = std::get_if<Complaint>(&requirements)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  Assessor assessor(context, *rubric, std::move(std::get<Requirements>(requirements)));
  for (const auto& operand : context.invocation.operands) assessor.take(operand);
  return assessor.finish();
}

}  // namespace upstream::app
