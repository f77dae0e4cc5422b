#include "run.hpp"

#include <array>
#include <csignal>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "commands.hpp"
#include "help.hpp"
#include "input.hpp"
#include "input_options.hpp"
#include "layers.hpp"
#include "lexical_path.hpp"
#include "operand.hpp"
#include "output.hpp"
#include "say_diagnostics.hpp"
#include "settings_file.hpp"
#include "upstream/report/version.hpp"

namespace upstream::app {
namespace {

constexpr std::array kRun{&run_assess, &run_validate, &run_batch,     &run_team,    &run_plan,
                          &run_whatif, &run_compare,  &run_timeline,  &run_explain, &run_rubric,
                          &run_schema, &run_init,     &run_completion};

const std::string kStandardInput = "/dev/stdin";

/// A closed standard stream would hand its number, and so every message, to the next file that is opened.
/// Opened the wrong way round it still is the error that it was.
void fill_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) == -1)
      (void)::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

ExitCode print(std::string_view text, const Messages& messages) {
  Output output(std::nullopt);
  output.write(text);
  return output.finish(messages);
}

/// A result must not be written over what it is made of.
std::optional<Complaint> check_output(const Invocation& invocation, const std::optional<SettingsFile>& file) {
  // Elsewhere the operands are words.
  const bool reads_operands = reads_files(invocation.command);
  std::vector<std::string> inputs;
  if (reads_operands) inputs = invocation.operands;
  for (const auto option : {Option::rubric, Option::baseline}) {
    if (const auto path = invocation.options.value(option)) inputs.emplace_back(*path);
  }
  if (file) inputs.push_back(file->source.path());
  for (const auto& [asked, output] : result_files(invocation.options)) {
    for (const auto& input : inputs) {
      const auto& path = is_standard_input(input) ? kStandardInput : input;
      // A name without a file is a slip too: what is made there would be read as an input the next time.
      if (tidy_path(path) != tidy_path(output) && !is_same_file(path, output)) continue;
      return Complaint{{fmt::format("{} の「{}」は入力と同じファイル", asked, output),
                        fmt::format("{} '{}' is an input too", asked, output)},
                       {"別の名前にしてください", "choose another name"}};
    }
  }
  return std::nullopt;
}

using FoundSettings = Checked<std::optional<SettingsFile>>;

/// A settings file is part of the usage: what is wrong in it stops every command, as a wrong option does.
bool say_what_is_wrong(const FoundSettings& found, const Messages& messages) {
  if (const auto* error = std::get_if<Complaint>(&found)) {
    messages.error(*error);
    return true;
  }
  const auto& file = std::get<std::optional<SettingsFile>>(found);
  if (!file) return false;
  say_diagnostics(file->source, file->diagnostics, messages);
  if (!file->diagnostics.has_errors()) return false;
  messages.error({{fmt::format("設定ファイル「{}」は使えない", file->source.path()),
                   fmt::format("the settings file '{}' cannot be used", file->source.path())},
                  {"--no-config を付けると設定ファイルなしで動きます", "--no-config runs without it"}});
  return true;
}

std::string_view language_in(const FoundSettings& found) {
  const auto* file = std::get_if<std::optional<SettingsFile>>(&found);
  if (file == nullptr || !*file) return {};
  const auto& values = (*file)->config.values("lang");
  return values.empty() ? std::string_view() : std::string_view(values.front().text);
}

ExitCode run_command(Invocation& invocation, const FoundSettings& found, Messages& messages) {
  if (say_what_is_wrong(found, messages)) return ExitCode::usage;
  const auto& file = std::get<std::optional<SettingsFile>>(found);
  if (const auto error = layer_settings(invocation, file)) {
    messages.error(*error);
    return ExitCode::usage;
  }
  const auto checked = resolve_settings(invocation);
  if (const auto* error = std::get_if<Complaint>(&checked)) {
    messages.error(*error);
    return ExitCode::usage;
  }
  const auto& settings = std::get<Settings>(checked);
  messages.set(settings.language, settings.message_color, settings.quiet);
  if (const auto error = check_output(invocation, file)) {
    messages.error(*error);
    return ExitCode::usage;
  }
  const auto trace = make_trace(invocation.options.given(Option::verbose));
  const Stopwatch watch;
  trace_settings(invocation.options, file, *trace);
  trace->debug("version {}, command {}, day {}", kToolVersion, id(invocation.command),
               settings.day ? iso(*settings.day) : "of the profile, else " + iso(settings.today));
  auto code = kRun[static_cast<std::size_t>(invocation.command)]({invocation, settings, messages, *trace});
  if (code == ExitCode::not_met && invocation.options.given(Option::exit_zero)) code = ExitCode::ok;
  trace->debug("exit code {}, {:.1f} ms", static_cast<int>(code), watch.milliseconds());
  return code;
}

}  // namespace

ExitCode run(int argument_count, const char* const* arguments) {
  fill_closed_streams();
  // A write to a pipe that nobody reads is then an error like any other.
  (void)std::signal(SIGPIPE, SIG_IGN);
  (void)std::signal(SIGXFSZ, SIG_IGN);  // a write beyond `ulimit -f` fails like one to a full disk
  const std::span<const char* const> all(arguments, static_cast<std::size_t>(argument_count));
  const std::vector<std::string> words(all.begin() + (all.empty() ? 0 : 1), all.end());
  const auto settings = has_no_config(words) ? FoundSettings() : read_settings_file();
  const auto language = language_of_messages(find_language(words), language_in(settings));
  Messages messages(language);
  if (words.empty()) {
    messages.rendered(help(std::nullopt, language));
    return ExitCode::usage;
  }
  auto parsed = parse_command_line(words);
  if (const auto* error = std::get_if<Complaint>(&parsed)) {
    messages.error(*error);
    return ExitCode::usage;
  }
  auto& invocation = std::get<Invocation>(parsed);
  if (invocation.options.given(Option::help)) {
    return print(help(invocation.named ? std::optional(invocation.command) : std::nullopt, language),
                 messages);
  }
  if (invocation.options.given(Option::version))
    return print(fmt::format("{} {}\n", kToolName, kToolVersion), messages);
  return run_command(invocation, settings, messages);
}

ExitCode internal_error(const char* what) noexcept {
  try {
    Messages(language_of_messages(std::nullopt))
        .error({{fmt::format("内部の誤り({})", what), fmt::format("internal error ({})", what)},
                {"入力とこの行を添えて知らせてください", "please report it with the input and this line"}});
  } catch (...) {
    // Nothing is left to say it with; the exit code does.
  }
  return ExitCode::failed;
}

}  // namespace upstream::app
