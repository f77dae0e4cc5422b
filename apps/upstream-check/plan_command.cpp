#include <charconv>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "day_option.hpp"
#include "one_profile.hpp"
#include "output.hpp"
#include "plan_goal.hpp"
#include "rubric_in_use.hpp"
#include "signals_held.hpp"
#include "text_options.hpp"
#include "upstream/plan/plan.hpp"

namespace upstream::app {
namespace {

/// What is wrong with an option, all of it in one run.
using Complaints = std::vector<Complaint>;

template <typename Value>
std::optional<Value> take(Checked<Value> read, Complaints& complaints) {
  if (auto* complaint = std::get_if<Complaint>(&read)) {
    complaints.push_back(std::move(*complaint));
    return std::nullopt;
  }
  return std::move(std::get<Value>(read));
}

struct Range {
  int least;
  int most;
  Text help;
};

Checked<std::optional<int>> read_number(const Options& options, Option option, const Range& range) {
  const auto text = options.value(option);
  if (!text) return std::optional<int>();
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc() && end == text->data() + text->size() && number >= range.least &&
      number <= range.most) {
    return std::optional(number);
  }
  const auto name = info(option).name;
  return Complaint{
      {fmt::format("{} の値「{}」は {} から {} までの整数ではない", name, *text, range.least, range.most),
       fmt::format("{} '{}' is no whole number from {} to {}", name, *text, range.least, range.most)},
      range.help};
}

Checked<std::optional<int>> read_weekly_hours(const Options& options) {
  constexpr int most = PlanRequest::kMostWeeklyHours;
  return read_number(options, Option::hours_per_week,
                     {0,
                      most,
                      {fmt::format("仕事と並べて続けられるのは週 {} 時間まで", most),
                       fmt::format("{} hours a week are the most that can be kept up beside work", most)}});
}

Checked<std::optional<int>> read_score(const Options& options) {
  return read_number(options, Option::score,
                     {1,
                      100,
                      {"目標とする到達度を --score 60 のように書いてください",
                       "write the readiness to come to, like --score 60"}});
}

/// The request as far as it does not depend on the profile; nothing where an option is wrong.
std::optional<PlanRequest> read_request(const Options& options, const Rubric& rubric,
                                        const Messages& messages, Complaints& complaints) {
  const auto goal = take(read_plan_goal(options, rubric, messages), complaints);
  const auto score = take(read_score(options), complaints);
  const auto weekly_hours = take(read_weekly_hours(options), complaints);
  const auto by = take(read_day_option(options, Option::by), complaints);
  if (auto complaint = check_word(options, Option::avoid)) complaints.push_back(std::move(*complaint));
  if (!complaints.empty()) return std::nullopt;
  PlanRequest request;
  request.goal = {*goal, *score};
  request.weekly_hours = *weekly_hours;
  request.by = *by;
  request.certificates = !options.given(Option::avoid);
  request.change_post = options.given(Option::change_post);
  return request;
}

std::optional<Complaint> check_by(const PlanRequest& request, Day day) {
  if (!request.by || *request.by >= day) return std::nullopt;
  return Complaint{{fmt::format("--by の {} は評価する日 {} より前", iso(*request.by), iso(day)),
                    fmt::format("--by {} is before {}, the day of the profile", iso(*request.by), iso(day))},
                   {"後の日を書くか、--as-of で評価する日を変えてください",
                    "write a later day, or choose another day of the profile with --as-of"}};
}

}  // namespace

ExitCode run_plan(const Context& context) {
  const auto& options = context.invocation.options;
  if (const auto error =
          check_one_operand(context.invocation, {"例: upstream-check plan me.yaml --to design",
                                                 "for example: upstream-check plan me.yaml --to design"})) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  Complaints complaints;
  const auto request = read_request(options, *rubric, context.messages, complaints);
  for (const auto& complaint : complaints) context.messages.error(complaint);
  if (!request) return ExitCode::usage;
  auto read = report_on_one(context, context.invocation.operands.front(), *rubric);
  if (const auto* code = std::get_if<ExitCode>(&read)) return *code;
  auto& report = std::get<FileReport>(read);
  if (const auto error = check_by(*request, report.day)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const Stopwatch watch;
  const auto answer = find_plan(std::move(report), *rubric, *request);
  const auto* plan = std::get_if<Plan>(&answer);
  const bool is_found = plan != nullptr && plan->reaches;
  context.trace.debug("plan {}, {:.1f} ms", is_found ? "found" : "not found", watch.milliseconds());
  const SignalsHeld held;
  Output output(options.value(Option::output));
  output.write(
      context.settings.format == Format::json
          ? render_plan_json(answer, context.settings.result_language)
          : render_plan_text(answer, text_options(context.settings), context.invocation.operands.front()));
  return worst(output.finish(context.messages), is_found ? ExitCode::ok : ExitCode::not_met);
}

}  // namespace upstream::app
