#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "fix_files.hpp"
#include "github_job.hpp"
#include "input_options.hpp"
#include "operand.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "signals_held.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/validate/fixes.hpp"
#include "upstream/validate/validation_report.hpp"
#include "validation_plan.hpp"

namespace upstream::app {
namespace {

class Validator {
 public:
  Validator(const Context& context, const Rubric& rubric, ValidationPlan plan)
      : context_(context),
        options_(context.invocation.options),
        rubric_(rubric),
        plan_(std::move(plan)),
        fixer_(context, rubric) {}

  ExitCode run() {
    const auto place = find_working_place();
    auto tree = collect_inputs(context_.invocation.operands, plan_.inputs, place);
    if (const auto error = leave_out_own_files(tree, options_)) {
      context_.messages.error(*error);
      return ExitCode::usage;
    }
    for (const auto& input : tree.files) take(input);
    for (const auto& passed : tree.passed_over) pass_over(passed, repository_path(passed.display, place));
    for (const auto& operand : tree.empty_operands) {
      context_.messages.note({fmt::format("「{}」にプロフィールがない(*.yaml *.yml *.json)", operand),
                              fmt::format("'{}' holds no profile (*.yaml *.yml *.json)", operand)});
    }
    context_.trace.debug("{} files, {} ignored, {} passed over", files_.size(), tree.ignored,
                         tree.passed_over.size());
    if (files_.empty()) {
      context_.messages.error(
          {{"調べるプロフィールが一つもない", "there is no profile to look at"},
           {"パスと --exclude、.gitignore を確かめてください", "check the paths, --exclude and .gitignore"}});
      code_ = worst(code_, ExitCode::unreadable);
    }
    code_ = worst(code_, fixer_.code());
    settle_all();
    write_results();
    return worst(code_, verdict());
  }

 private:
  void take(const InputFile& input) {
    const Stopwatch watch;
    auto read = read_operand(input.path);
    if (read.reading != Reading::read) {
      const auto error = not_read(input.path, read);
      files_.push_back(
          unreadable_file(input.display, input.repository_path, error.message, error.help, day()));
      return;
    }
    SourceFile source(input.display, std::move(read.bytes));
    if (options_.given(Option::fix)) source = fixer_.fix(input.path, std::move(source));
    if (options_.given(Option::diff))
      diff_ += render_diff(input.display, source.text(), fix_profile(source, rubric_).text);
    files_.push_back(validate_file(std::move(source), input.repository_path, rubric_, plan_.options));
    context_.trace.debug("{}: {} bytes, {:.1f} ms", text::printable(input.display),
                         files_.back().source.text().size(), watch.milliseconds());
  }

  void pass_over(const PassedOver& passed, std::string path) {
    const Text message{fmt::format("「{}」を読まない: {}", passed.display, passed.why.ja),
                       fmt::format("'{}' is passed over: {}", passed.display, passed.why.en)};
    if (!passed.lost) return context_.messages.note(message);
    files_.push_back(unreadable_file(passed.display, std::move(path), message, {}, day()));
  }

  [[nodiscard]] Day day() const { return context_.settings.day.value_or(context_.settings.today); }

  void settle_all() {
    if (!options_.given(Option::update_baseline))
      return settle(files_, plan_.baseline ? &*plan_.baseline : nullptr);
    auto settled = files_;
    settle(settled, nullptr);
    plan_.baseline = make_baseline(settled, *plan_.baseline);
    write(options_.value(Option::baseline), render_baseline(*plan_.baseline));
    settle(files_, &*plan_.baseline);
  }

  [[nodiscard]] ValidationReport report(Language language) const {
    return {files_, rubric_, language, options_.given(Option::strict), plan_.baseline.has_value()};
  }

  [[nodiscard]] std::string rendered(ValidationFormat format, bool to_stdout) const {
    const auto& settings = context_.settings;
    const auto machine = report(settings.machine_language);
    switch (format) {
      case ValidationFormat::json:
        return render_validation_json(machine);
      case ValidationFormat::sarif:
        return render_sarif(machine);
      case ValidationFormat::junit:
        return render_junit(machine);
      case ValidationFormat::github:
        return render_github(report(settings.language));
      case ValidationFormat::gitlab:
        return render_gitlab(machine);
      case ValidationFormat::text:
        break;
    }
    return render_validation_text(report(settings.language), {to_stdout && settings.color, settings.quiet});
  }

  void write_results() {
    for (const auto& [format, file] : plan_.formats) {
      write(file ? std::optional<std::string_view>(*file) : options_.value(Option::output),
            rendered(format, !file));
    }
    if (options_.given(Option::diff)) write(options_.value(Option::output), diff_);
    const auto files = fixer_.files();
    if (files > 0) {
      context_.messages.note(
          {fmt::format("{} ファイルの {} か所を直した", files, fixer_.fixes()),
           fmt::format("{} mended in {} {}", fixer_.fixes(), files, files == 1 ? "file" : "files")});
    }
    const auto shows_findings = [](const FormatRequest& request) { return !request.file; };
    // An exit code without a word would leave a person at a loss.
    if (std::none_of(plan_.formats.begin(), plan_.formats.end(), shows_findings))
      context_.messages.note(validation_summary(files_));
    if (is_github_job()) tell_github();
  }

  void write(std::optional<std::string_view> path, std::string_view text) {
    const SignalsHeld held;
    Output output(path);
    output.write(text);
    code_ = worst(code_, output.finish(context_.messages));
  }

  void tell_github() const {
    const auto for_people = report(context_.settings.language);
    const auto annotates = [](const FormatRequest& request) {
      return request.format == ValidationFormat::github;
    };
    if (std::none_of(plan_.formats.begin(), plan_.formats.end(), annotates))
      annotate_in_github_job(for_people, context_.messages);
    append_step_summary(for_people, context_.messages);
  }

  [[nodiscard]] ExitCode verdict() const {
    const auto summary = summarize(files_);
    const bool fails = summary.count(Severity::error) > 0 ||
                       (options_.given(Option::strict) && summary.count(Severity::warning) > 0);
    return worst(fails ? ExitCode::not_met : ExitCode::ok,
                 summary.unreadable > 0 ? ExitCode::unreadable : ExitCode::ok);
  }

  const Context& context_;
  const Options& options_;
  const Rubric& rubric_;
  ValidationPlan plan_;
  FileFixer fixer_;
  std::vector<ValidatedFile> files_;
  std::string diff_;
  ExitCode code_ = ExitCode::ok;
};

}  // namespace

ExitCode run_validate(const Context& context) {
  if (const auto error = check_validation(context.invocation)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  auto plan = read_validation_plan(context, *rubric);
  if (const auto* error = std::get_if<Complaint>(&plan)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  return Validator(context, *rubric, std::move(std::get<ValidationPlan>(plan))).run();
}

}  // namespace upstream::app
