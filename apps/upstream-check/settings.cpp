#include "settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "day_option.hpp"
#include "did_you_mean.hpp"
#include "environment.hpp"
#include "terminal.hpp"

namespace upstream::app {
namespace {

std::optional<Language> find_language_name(std::string_view name) {
  if (name == "ja") return Language::ja;
  if (name == "en") return Language::en;
  return std::nullopt;
}

Language language_of_locale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto locale = environment(variable);
    if (locale.empty()) continue;
    const bool english =
        locale.starts_with("en") &&
        (locale.size() == 2 || std::string_view("_.-@").find(locale[2]) != std::string_view::npos);
    return english ? Language::en : Language::ja;
  }
  return Language::ja;
}

/// The calendar day where the engineer is.
Day local_today() {
  const auto now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

/// The commands that know this word of --format.
std::vector<std::string_view> commands_with(std::string_view format) {
  std::vector<std::string_view> commands;
  for (std::size_t i = 0; i < command_names().size(); ++i) {
    const auto words = allowed_values(info(Option::format), static_cast<Command>(i));
    if (std::find(words.begin(), words.end(), format) != words.end()) commands.push_back(command_names()[i]);
  }
  return commands;
}

Complaint no_format(std::string_view name, Command command) {
  const auto words = formats_of(command);
  const bool has_one = words.find('|') == std::string_view::npos;
  auto help = did_you_mean(name, allowed_values(info(Option::format), command));
  if (const auto others = commands_with(name); !others.empty()) {
    help = {fmt::format("{} は {} で使えます", name, fmt::join(others, "・")),
            fmt::format("{} goes with {}", name, fmt::join(others, ", "))};
  }
  if (has_one) {
    return {{fmt::format("{} の形式は {}", id(command), words),
             fmt::format("the format of {} is {}", id(command), words)},
            std::move(help)};
  }
  return {{fmt::format("--format の値「{}」は {} のどれでもない", name, words),
           fmt::format("--format '{}' is none of {}", name, words)},
          std::move(help)};
}

std::optional<Complaint> read_format(const Invocation& invocation, Settings& settings) {
  // Which may be several, in files, and is read there.
  if (invocation.command == Command::validate) return std::nullopt;
  const auto name = invocation.options.value(Option::format);
  if (!name) return std::nullopt;
  if (invocation.options.all(Option::format).size() > 1) {
    return Complaint{{"--format が二度ある", "--format is given twice"},
                     {"一つだけにしてください", "keep one of them"}};
  }
  const auto words = allowed_values(info(Option::format), invocation.command);
  if (std::find(words.begin(), words.end(), *name) == words.end())
    return no_format(*name, invocation.command);
  // The first is for people.
  settings.format = *name == words.front() ? Format::text : Format::json;
  return std::nullopt;
}

std::optional<Complaint> read_language(const Options& options, Settings& settings) {
  settings.language = language_of_locale();
  if (auto error = check_word(options, Option::lang)) return error;
  if (const auto name = options.value(Option::lang)) {
    settings.language = settings.result_language = settings.machine_language = *find_language_name(*name);
  } else if (settings.format == Format::text) {
    settings.result_language = settings.language;
  }
  return std::nullopt;
}

std::optional<Complaint> read_day(const Options& options, Settings& settings) {
  settings.today = local_today();
  // As in the profile: a month alone is described by its end.
  auto day = read_day_option(options, Option::as_of);
  if (auto* error = std::get_if<Complaint>(&day)) return std::move(*error);
  settings.day = std::get<std::optional<Day>>(day);
  return std::nullopt;
}

std::optional<Complaint> read_looks(const Options& options, Settings& settings) {
  const auto path = options.value(Option::output);
  const bool to_stdout = !path || *path == "-";
  settings.width = terminal_width(to_stdout);
  if (const auto text = options.value(Option::width)) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), settings.width);
    if (error != std::errc() || end != text->data() + text->size() || settings.width < kNarrowest ||
        settings.width > kWidest) {
      return Complaint{
          {fmt::format("--width の値「{}」は {} から {} までの整数ではない", *text, kNarrowest, kWidest),
           fmt::format("--width '{}' is no whole number from {} to {}", *text, kNarrowest, kWidest)},
          {}};
    }
  }
  auto choice = ColorChoice::automatic;
  if (auto error = check_word(options, Option::color)) return error;
  if (const auto name = options.value(Option::color)) {
    if (*name != "auto") choice = *name == "always" ? ColorChoice::always : ColorChoice::never;
  }
  settings.color = to_stdout && settings.format == Format::text && use_color(choice, STDOUT_FILENO);
  settings.message_color = use_color(choice, STDERR_FILENO);
  return std::nullopt;
}

}  // namespace

Language language_of_messages(std::optional<std::string_view> flag, std::string_view in_file) {
  const auto variable = variable_of(info(Option::lang));
  for (const auto name : {flag.value_or(""), environment(variable.c_str()), in_file}) {
    if (const auto language = find_language_name(name)) return *language;
  }
  return language_of_locale();
}

std::optional<Complaint> check_word(const Options& options, Option option) {
  const auto value = options.value(option);
  const auto words = allowed_values(info(option), Command::assess);  // the same with every command
  if (!value || std::find(words.begin(), words.end(), *value) != words.end()) return std::nullopt;
  const auto origin = options.origin(option);
  const auto allowed = info(option).value;
  if (words.size() == 1) {
    return Complaint{
        {fmt::format("{} の値「{}」は {} ではない", origin, *value, allowed),
         fmt::format("{} '{}' is not {}", origin, *value, allowed)},
        {fmt::format("書けるのは {} だけ", allowed), fmt::format("only {} can stand there", allowed)}};
  }
  return Complaint{{fmt::format("{} の値「{}」は {} のどれでもない", origin, *value, allowed),
                    fmt::format("{} '{}' is none of {}", origin, *value, allowed)},
                   {}};
}

Checked<Settings> resolve_settings(const Invocation& invocation) {
  Settings settings;
  settings.quiet = invocation.options.given(Option::quiet);
  settings.everything = invocation.options.given(Option::all);
  if (auto error = read_format(invocation, settings)) return std::move(*error);
  if (auto error = read_language(invocation.options, settings)) return std::move(*error);
  if (auto error = read_day(invocation.options, settings)) return std::move(*error);
  if (auto error = read_looks(invocation.options, settings)) return std::move(*error);
  return settings;
}

}  // namespace upstream::app
