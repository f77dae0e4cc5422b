#include "batch_report.hpp"

#include <chrono>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "environment.hpp"

namespace upstream::app {
namespace {

constexpr std::size_t kMostNames = 20;

/// Of a stream nobody knows how long it is, and its ids must not fill the memory.
constexpr std::size_t kMostIdsOfStream = 100'000;
constexpr std::size_t kMostIdsOfFiles = std::numeric_limits<std::size_t>::max();

std::string name_of(const BatchOutcome& outcome) {
  auto name = outcome.line > 0 ? fmt::format("{}:{}", outcome.path, outcome.line) : outcome.path;
  if (!outcome.id.empty()) name += fmt::format(" ({})", outcome.id);
  return name;
}

Text more(std::size_t count) { return {fmt::format("ほか {} 件", count), fmt::format("{} more", count)}; }

bool wants_progress(const Settings& settings, const Options& options) {
  return !settings.quiet && !options.given(Option::verbose) && environment("TERM") != "dumb" &&
         ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

void BatchRenderer::add(RenderedPiece& piece, const BatchEntry& entry) const {
  auto& text = piece.text;
  switch (plan_.format) {
    case BatchFormat::table:
      table_.append_row(text, entry);
      break;
    case BatchFormat::csv:
      append_csv_record(text, entry, plan_.record);
      break;
    case BatchFormat::ndjson:
      append_json_record(text, entry, rubric_, plan_.record);
      text += '\n';
      break;
    case BatchFormat::json:
      text += ",\n";
      append_json_record(text, entry, rubric_, plan_.record);
      break;
  }
  piece.outcomes.push_back(outcome_of(entry, plan_.requirements));
}

void BatchReport::Names::add(const std::string& name) {
  if (count++ < kMostNames) first.push_back({name, name});
}

BatchReport::BatchReport(const Context& context, const Rubric& rubric, const BatchPlan& plan,
                         const BatchInput& input, StopRequest& stop)
    : context_(context),
      rubric_(rubric),
      plan_(plan),
      input_(input),
      stop_(stop),
      output_(context.invocation.options.value(Option::output)),
      summary_(rubric),
      duplicates_(plan.stream ? kMostIdsOfStream : kMostIdsOfFiles) {
  if (!wants_progress(context.settings, context.invocation.options)) return;
  progress_.emplace(context.messages.language(), std::chrono::steady_clock::now(), input.total());
  shares_terminal_ = output_.is_stdout() && ::isatty(STDOUT_FILENO) == 1;
}

void BatchReport::begin() {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  switch (plan_.format) {
    case BatchFormat::table:
      return write(
          BatchTable(rubric_, plan_.record, context_.settings.width, context_.settings.color).header());
    case BatchFormat::csv:
      return write((plan_.byte_order_mark ? std::string(mark) : std::string()) + csv_header(plan_.record));
    case BatchFormat::json:
      return write(batch_json_head(rubric_));
    case BatchFormat::ndjson:
      break;
  }
}

void BatchReport::take(const RenderedPiece& piece) {
  std::string_view text = piece.text;
  // A comma stands before each record, and so before the first.
  if (plan_.format == BatchFormat::json && summary_.files == 0) text.remove_prefix(1);
  if (shares_terminal_) context_.messages.rendered(progress_->erase());
  write(text);
  // What nobody reads, or no disk takes, need not be worked out.
  if (!output_.works()) return stop_.make();
  for (const auto& outcome : piece.outcomes) account(outcome);
  show_progress();
}

ExitCode BatchReport::finish(bool all_taken) {
  if (progress_) context_.messages.rendered(progress_->erase());
  summary_.interrupted = stop_.by_signal() && !all_taken;
  summary_.duplicate_ids = duplicates_.count();
  end_records();
  context_.trace.debug("{}", summary_sentence(summary_).en);
  // Otherwise that is all there is to say, and where the reader has gone not even that.
  if (output_.works()) say_what_is_wrong();
  if (summary_.interrupted && !output_.is_stdout()) {
    context_.messages.error(
        {{"中断したので、ファイルは書いていない", "interrupted: the file was not written"},
         {"-o を付けなければ、そこまでの記録が残ります", "without -o the records so far are kept"}});
    return ExitCode::failed;
  }
  const auto written = output_.finish(context_.messages);
  if (summary_.interrupted) {
    context_.messages.error({{fmt::format("中断した。記録は {} 件まで", summary_.files),
                              fmt::format("interrupted after {} records", summary_.files)},
                             {}});
    return ExitCode::failed;
  }
  return worst(verdict(), written);
}

void BatchReport::write(std::string_view text) { output_.write(text); }

void BatchReport::account(const BatchOutcome& outcome) {
  duplicates_.add(outcome.id, outcome.line > 0 ? outcome.line : summary_.files);
  summary_.add(outcome);
  switch (outcome.result) {
    case BatchResult::failed:
      return failed_.add(name_of(outcome));
    case BatchResult::unreadable:
      return unreadable_.add(name_of(outcome));
    case BatchResult::ok:
      break;
  }
  if (!outcome.meets_requirements) not_met_.add(name_of(outcome));
}

void BatchReport::show_progress() {
  if (progress_)
    context_.messages.rendered(progress_->advance(summary_.files, std::chrono::steady_clock::now()));
}

void BatchReport::end_records() {
  switch (plan_.format) {
    case BatchFormat::table:
      if (plan_.summary) write("\n" + render_summary_text(summary_, rubric_, plan_.record.language));
      return;
    case BatchFormat::csv:
      return;
    case BatchFormat::ndjson:
      if (plan_.summary) write(fmt::format("{{\"summary\":{}}}\n", render_summary_json(summary_, rubric_)));
      return;
    case BatchFormat::json:
      write("\n]");
      if (plan_.summary) write(fmt::format(",\"summary\":{}", render_summary_json(summary_, rubric_)));
      write("}\n");
  }
}

void BatchReport::say(const Names& names, const Text& what, const Text& help) const {
  if (names.count == 0) return;
  auto details = names.first;
  if (names.count > details.size()) details.push_back(more(names.count - details.size()));
  context_.messages.error(
      {{fmt::format("{}: {} 件", what.ja, names.count), fmt::format("{}: {}", what.en, names.count)}, help},
      details);
}

void BatchReport::say_what_is_wrong() const {
  // A table shows them itself.
  if (plan_.format != BatchFormat::table) {
    say(failed_, {"誤りのあるプロフィール", "profiles with errors"},
        {"upstream-check validate で、場所と直し方を見られます",
         "upstream-check validate shows where, and the likely fix"});
    say(unreadable_, {"読めない入力", "inputs that could not be read"}, {});
  }
  say(not_met_, {"求める水準に届いていないプロフィール", "profiles below what is required"}, {});
  say_duplicates();
  // Of a stream nothing at all is well: a part of distributed work may be empty.
  if (summary_.files == 0 && !plan_.stream && !summary_.interrupted) {
    context_.messages.error(
        {{"評価するプロフィールが一つもない", "there is no profile to assess"},
         {"パスと --exclude、.gitignore を確かめてください", "check the paths, --exclude and .gitignore"}});
  }
}

void BatchReport::say_duplicates() const {
  if (duplicates_.count() > 0) {
    std::vector<Text> details;
    for (const auto& [id, shared] : duplicates_.named()) {
      Text line{id + ":", id + ":"};
      for (const auto place : shared.places) {
        const auto name = input_.name(place);
        line.ja += " " + name;
        line.en += " " + name;
      }
      if (shared.more > 0) {
        const auto rest = more(shared.more);
        line.ja += " " + rest.ja;
        line.en += " " + rest.en;
      }
      details.push_back(std::move(line));
    }
    if (duplicates_.count() > details.size()) details.push_back(more(duplicates_.count() - details.size()));
    context_.messages.warning({fmt::format("同じ id の入力がある: {} 個の id", duplicates_.count()),
                               fmt::format("ids that more than one input has: {}", duplicates_.count())},
                              details);
  }
  if (duplicates_.is_full()) {
    context_.messages.note({fmt::format("id の重なりは初めの {} 個について調べた", kMostIdsOfStream),
                            fmt::format("the first {} ids were looked at for duplicates", kMostIdsOfStream)});
  }
}

ExitCode BatchReport::verdict() const {
  auto code = summary_.failed > 0 || summary_.not_met > 0 ? ExitCode::not_met : ExitCode::ok;
  if (summary_.unreadable > 0 || (summary_.files == 0 && !plan_.stream))
    code = worst(code, ExitCode::unreadable);
  return code;
}

}  // namespace upstream::app
