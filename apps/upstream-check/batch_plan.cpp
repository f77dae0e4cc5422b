#include "batch_plan.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <tbb/info.h>

#include "input_options.hpp"
#include "operand.hpp"

namespace upstream::app {
namespace {

constexpr std::size_t kMostJobs = 256;

/// The place of the option's word among those it may be; the first where it is not given. The words have
/// been checked.
std::size_t word_of(const Options& options, Option option) {
  const auto words = allowed_values(info(option), Command::batch);
  const auto value = options.value(option).value_or(words.front());
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), value) - words.begin());
}

std::optional<StreamFormat> stream_format(const Options& options) {
  const auto place = word_of(options, Option::input_format);
  if (place == 0) return std::nullopt;
  return static_cast<StreamFormat>(place - 1);
}

Checked<std::size_t> read_jobs(const Options& options) {
  std::size_t jobs = 0;
  if (const auto text = options.value(Option::jobs)) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), jobs);
    if (error != std::errc() || end != text->data() + text->size() || jobs > kMostJobs) {
      return Complaint{{fmt::format("--jobs の値「{}」は 0 から {} までの整数ではない", *text, kMostJobs),
                        fmt::format("--jobs '{}' is no whole number from 0 to {}", *text, kMostJobs)},
                       {}};
    }
  }
  return jobs == 0 ? std::min(kMostJobs, static_cast<std::size_t>(tbb::info::default_concurrency())) : jobs;
}

/// An option that only some formats heed would be passed over in silence.
std::optional<Complaint> check_formats(const Options& options) {
  const auto format = static_cast<BatchFormat>(word_of(options, Option::format));
  const bool is_json = format == BatchFormat::ndjson || format == BatchFormat::json;
  if (options.given(Option::detail) && !is_json) {
    return Complaint{
        {"--detail は --format ndjson か json と一緒に使う", "--detail goes with --format ndjson or json"},
        {}};
  }
  if (options.given(Option::bom) && format != BatchFormat::csv)
    return Complaint{{"--bom は --format csv と一緒に使う", "--bom goes with --format csv"}, {}};
  return std::nullopt;
}

std::optional<Complaint> check_stream(const Invocation& invocation) {
  const auto& options = invocation.options;
  if (!stream_format(options)) return std::nullopt;
  const auto format = *options.value(Option::input_format);
  if (invocation.operands.size() != 1) {
    return Complaint{
        {fmt::format("--input-format {} で読むストリームは一つだけ", format),
         fmt::format("--input-format {} reads one stream", format)},
        {"標準入力なら -。ほかはファイルの名前を一つ", "- for standard input, else the name of one file"}};
  }
  if (options.on_command_line(Option::exclude)) {
    return Complaint{{fmt::format("--exclude は --input-format {} とは使えない", format),
                      fmt::format("--exclude does not go with --input-format {}", format)},
                     {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Complaint> check_batch_usage(const Invocation& invocation) {
  if (invocation.operands.empty()) {
    return Complaint{{"評価するファイルもフォルダーもない", "no file or folder is given"},
                     {"例: upstream-check batch members", "for example: upstream-check batch members"}};
  }
  if (auto error = check_standard_input(invocation)) return error;
  if (auto error = check_word(invocation.options, Option::input_format)) return error;
  if (auto error = check_formats(invocation.options)) return error;
  return check_stream(invocation);
}

Checked<BatchPlan> read_batch_plan(const Context& context, const Rubric& rubric) {
  const auto& options = context.invocation.options;
  BatchPlan plan;
  plan.format = static_cast<BatchFormat>(word_of(options, Option::format));
  plan.stream = stream_format(options);
  plan.summary = !options.given(Option::no_summary);
  plan.byte_order_mark = options.given(Option::bom);
  plan.record = {context.settings.result_language, options.given(Option::names),
                 options.given(Option::detail)};
  auto jobs = read_jobs(options);
  if (auto* error = std::get_if<Complaint>(&jobs)) return std::move(*error);
  plan.jobs = std::get<std::size_t>(jobs);
  auto inputs = read_input_rules(context.invocation);
  if (auto* error = std::get_if<Complaint>(&inputs)) return std::move(*error);
  plan.inputs = std::move(std::get<InputRules>(inputs));
  auto requirements = read_requirements(options, rubric, context.messages);
  if (auto* error = std::get_if<Complaint>(&requirements)) return std::move(*error);
  plan.requirements = std::move(std::get<Requirements>(requirements));
  return plan;
}

}  // namespace upstream::app
