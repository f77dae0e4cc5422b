#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "did_you_mean.hpp"
#include "input_options.hpp"
#include "input_tree.hpp"
#include "operand.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "say_diagnostics.hpp"
#include "signals_held.hpp"
#include "text_options.hpp"
#include "upstream/report/file_report.hpp"
#include "upstream/team/team_report.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::app {
namespace {

constexpr int kDefaultDays = 180;
constexpr int kMostMinGroup = 1000;

std::optional<Complaint> check_together(const Invocation& invocation) {
  const auto& options = invocation.options;
  if (invocation.operands.empty()) {
    return Complaint{{"見るファイルもフォルダーもない", "no file or folder is given"},
                     {"例: upstream-check team profiles", "for example: upstream-check team profiles"}};
  }
  if (auto error = check_standard_input(invocation)) return error;
  if (options.given(Option::names) && options.given(Option::pseudonyms)) {
    return Complaint{
        {"--names と --pseudonyms は一緒に使えない", "--names and --pseudonyms exclude each other"}, {}};
  }
  if (options.value(Option::format) == "csv") {
    // It has a row for each person and no place for these; they would be passed over in silence.
    for (const auto option : {Option::without, Option::expiring_within}) {
      if (!options.on_command_line(option)) continue;
      const auto name = info(option).name;
      return Complaint{{fmt::format("{} は --format csv と一緒に使えない", name),
                        fmt::format("{} does not go with --format csv", name)},
                       {"text、json、markdown なら使えます", "text, json and markdown have it"}};
    }
  }
  return std::nullopt;
}

Checked<int> read_min_group(const Options& options) {
  const auto text = options.value(Option::min_group);
  if (!text) return 1;
  int people = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), people);
  if (error != std::errc() || end != text->data() + text->size() || people < 1 || people > kMostMinGroup) {
    return Complaint{
        {fmt::format("--min-group の値「{}」は 1 から {} までの整数ではない", *text, kMostMinGroup),
         fmt::format("--min-group '{}' is no whole number from 1 to {}", *text, kMostMinGroup)},
        {}};
  }
  return people;
}

/// What shows people one by one does not go with numbers of groups; and what is left without somebody tells
/// by subtraction what that one can do.
std::optional<Complaint> check_grouping(const TeamOptions& team, const Options& options) {
  if (team.min_group <= 1) return std::nullopt;
  for (const auto option : {Option::names, Option::without}) {
    if (!options.given(option)) continue;
    const auto name = info(option).name;
    return Complaint{{fmt::format("{} は --min-group {} と一緒に使えない", name, team.min_group),
                      fmt::format("{} does not go with --min-group {}", name, team.min_group)},
                     {"--min-group は一人ひとりが分からない形で出すためのもの",
                      "--min-group is for output in which nobody can be told from the others"}};
  }
  return std::nullopt;
}

Checked<TeamOptions> read_team_options(const Options& options) {
  TeamOptions team;
  auto people = read_min_group(options);
  if (auto* error = std::get_if<Complaint>(&people)) return std::move(*error);
  team.min_group = std::get<int>(people);
  if (auto error = check_grouping(team, options)) return std::move(*error);
  auto days = read_expiring_within(options);
  if (auto* error = std::get_if<Complaint>(&days)) return std::move(*error);
  team.lapses_within = std::get<std::optional<int>>(days).value_or(kDefaultDays);
  if (options.given(Option::names)) team.naming = Naming::names;
  if (options.given(Option::pseudonyms)) team.naming = Naming::pseudonyms;
  team.without = options.all(Option::without);
  return team;
}

/// Reads one profile after the other and keeps of each only what the picture needs.
class TeamReader {
 public:
  TeamReader(const Context& context, const Rubric& rubric, TeamOptions options)
      : context_(context),
        rubric_(rubric),
        options_(std::move(options)),
        day_(context.settings.day.value_or(context.settings.today)),
        trainings_(list_trainings(rubric)) {}

  ExitCode run(const InputRules& rules) {
    auto tree = collect_inputs(context_.invocation.operands, rules, find_working_place());
    if (const auto error = leave_out_own_files(tree, context_.invocation.options)) {
      context_.messages.error(*error);
      return ExitCode::usage;
    }
    for (const auto& input : tree.files) take(input);
    for (const auto& passed : tree.passed_over) pass_over(passed);
    for (const auto& operand : tree.empty_operands) {
      context_.messages.note({fmt::format("「{}」にプロフィールがない(*.yaml *.yml *.json)", operand),
                              fmt::format("'{}' holds no profile (*.yaml *.yml *.json)", operand)});
    }
    if (members_.empty()) return finish_empty();
    if (const auto unknown = unknown_id()) {
      context_.messages.error(*unknown);
      return ExitCode::usage;
    }
    return finish();
  }

 private:
  void take(const InputFile& input) {
    const Stopwatch watch;
    ++options_.inputs.profiles;
    auto read = read_operand(input.path);
    if (read.reading != Reading::read) {
      ++options_.inputs.unreadable;
      code_ = worst(code_, ExitCode::unreadable);
      return context_.messages.error(not_read(input.path, read));
    }
    // One day for all: what the profile says of its own day has no say here.
    const auto report = report_on(SourceFile(input.display, std::move(read.bytes)), rubric_,
                                  {day_, day_, Severity::note, false});
    if (report.ok()) {
      check_id(report);
      members_.push_back(observe(*report.assessment, trainings_, options_.lapses_within));
    } else {
      ++options_.inputs.with_errors;
      code_ = worst(code_, ExitCode::not_met);
      say_diagnostics(report.source, report.diagnostics, context_.messages);
    }
    context_.trace.debug("{}: {} bytes, {:.1f} ms", text::printable(input.display),
                         report.source.text().size(), watch.milliseconds());
  }

  void check_id(const FileReport& report) {
    const auto& id = report.profile->id;
    const auto [first, fresh] = ids_.emplace(id, report.source.path());
    if (fresh) return;
    Diagnostics twice;
    const auto& rule = rule_info(Rule::duplicate_id);
    twice.report(Rule::duplicate_id, {},
                 {fmt::format("id「{}」は {} にもある。どちらも数える", id, first->second),
                  fmt::format("id '{}' is that of {} too; both are counted", id, first->second)},
                 {std::string(rule.advice_ja), std::string(rule.advice_en)});
    say_diagnostics(report.source, twice, context_.messages);
  }

  void pass_over(const PassedOver& passed) {
    const Text message{fmt::format("「{}」を読まない: {}", passed.display, passed.why.ja),
                       fmt::format("'{}' is passed over: {}", passed.display, passed.why.en)};
    if (!passed.lost) return context_.messages.note(message);
    ++options_.inputs.profiles;
    ++options_.inputs.unreadable;
    code_ = worst(code_, ExitCode::unreadable);
    context_.messages.error({message, {}});
  }

  [[nodiscard]] std::optional<Complaint> unknown_id() const {
    for (const auto& id : options_.without) {
      if (ids_.contains(id)) continue;
      std::vector<std::string_view> known;
      for (const auto& [one, path] : ids_) known.push_back(one);
      return Complaint{{fmt::format("--without の「{}」という id の人はいない", id),
                        fmt::format("--without '{}' is nobody's id here", id)},
                       did_you_mean(id, known)};
    }
    return std::nullopt;
  }

  [[nodiscard]] ExitCode finish_empty() const {
    const bool none = options_.inputs.profiles == 0;
    context_.messages.error(
        none ? Complaint{{"見るプロフィールが一つもない", "there is no profile to look at"},
                         {"パスと --exclude、.gitignore を確かめてください",
                          "check the paths, --exclude and .gitignore"}}
             : Complaint{{"評価できたプロフィールが一つもない", "no profile could be assessed"}, {}});
    return worst(code_, none ? ExitCode::unreadable : ExitCode::ok);
  }

  [[nodiscard]] ExitCode finish() {
    const auto picture = draw_team(std::move(members_), rubric_, day_, trainings_, options_);
    const SignalsHeld held;
    Output output(context_.invocation.options.value(Option::output));
    output.write(rendered(picture));
    return worst(code_, output.finish(context_.messages));
  }

  [[nodiscard]] std::string rendered(const TeamPicture& picture) const {
    const auto& settings = context_.settings;
    const auto format = context_.invocation.options.value(Option::format).value_or("text");
    if (format == "json") return render_team_json(picture, settings.result_language);
    if (format == "csv") return render_team_csv(picture);
    if (format == "markdown") return render_team_markdown(picture, settings.language);
    return render_team_text(picture, text_options(settings));
  }

  const Context& context_;
  const Rubric& rubric_;
  TeamOptions options_;
  Day day_;
  std::vector<Training> trainings_;
  std::vector<Member> members_;
  std::map<std::string, std::string, std::less<>> ids_;  ///< with the first file that has it
  ExitCode code_ = ExitCode::ok;
};

}  // namespace

ExitCode run_team(const Context& context) {
  if (const auto error = check_together(context.invocation)) {
    context.messages.error(*error);
    return ExitCode::usage;
  }
  auto options = read_team_options(context.invocation.options);
  auto rules = read_input_rules(context.invocation);
  for (const auto* error : {std::get_if<Complaint>(&options), std::get_if<Complaint>(&rules)}) {
    if (error == nullptr) continue;
    context.messages.error(*error);
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  return TeamReader(context, *rubric, std::move(std::get<TeamOptions>(options)))
      .run(std::get<InputRules>(rules));
}

}  // namespace upstream::app
