#include "cli.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "did_you_mean.hpp"

namespace upstream::app {
namespace {

using Words = std::vector<std::string>;

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

const OptionInfo* find_option(std::string_view word) {
  for (const auto& option : options()) {
    if (!word.empty() && (word == option.name || word == option.letter)) return &option;
  }
  return nullptr;
}

/// `arguments`: the command mostly is the first of them.
Complaint needs_value(const OptionInfo& option, const Words& arguments) {
  const auto command = arguments.empty() ? std::nullopt : find_command(arguments.front());
  const auto value = command ? std::string(value_with(option, *command)) : values_of(option);
  return {{fmt::format("{} には値が要る", option.name), fmt::format("{} needs a value", option.name)},
          {fmt::format("{} {} と書いてください", option.name, value),
           fmt::format("write {} {}", option.name, value)}};
}

/// CLI11 takes `--name=` for `--name` and so the next word for the value, and any word behind `=` for a
/// flag's.
std::optional<Complaint> check_equals_sign(const std::string& word, const Words& arguments) {
  const auto equals = word.find('=');
  if (!word.starts_with("--") || equals == std::string::npos) return std::nullopt;
  const auto* option = find_option(std::string_view(word).substr(0, equals));
  if (option == nullptr) return std::nullopt;
  if (option->value.empty()) {
    return Complaint{
        {fmt::format("{} に値は付けられない", option->name), fmt::format("{} takes no value", option->name)},
        {fmt::format("{} とだけ書いてください", option->name), fmt::format("write {} alone", option->name)}};
  }
  if (equals + 1 == word.size()) return needs_value(*option, arguments);
  return std::nullopt;
}

Complaint unknown_option(std::string_view word) {
  word = word.substr(0, word.find('='));
  std::vector<std::string_view> names;
  for (const auto& option : options()) names.push_back(option.name);
  auto help = did_you_mean(word, names);
  if (help.en.empty()) {
    help = {"オプションの一覧は upstream-check --help。- で始まるファイル名は -- の後に書いてください",
            "upstream-check --help lists the options; a file name that begins with - goes after --"};
  }
  return {{fmt::format("オプション「{}」はない", word), fmt::format("there is no option '{}'", word)},
          std::move(help)};
}

std::optional<Complaint> check_values(const Options& given, const Words& arguments) {
  for (const auto& option : options()) {
    const auto& values = given.all(option.option);
    if (option.value.empty()) continue;
    if (values.size() > 1 && !option.repeatable) {
      return Complaint{
          {fmt::format("{} が二度ある", option.name), fmt::format("{} is given twice", option.name)},
          {"一つだけにしてください", "keep one of them"}};
    }
    const bool is_next_option = std::any_of(
        values.begin(), values.end(), [](const std::string& value) { return find_option(value) != nullptr; });
    if (is_next_option) return needs_value(option, arguments);
  }
  return std::nullopt;
}

/// The only place that knows CLI11. It sorts out options and their values; what a word means is decided
/// afterwards, because its own commands and list options take words away from each other.
Checked<Words> sort_out(const Words& arguments, Options& given) {
  CLI::App parser;
  parser.set_help_flag();
  parser.allow_extras();
  std::array<int, kOptions> counts{};
  for (const auto& option : options()) {
    const auto place = static_cast<std::size_t>(option.option);
    const auto names =
        option.letter.empty() ? std::string(option.name) : fmt::format("{},{}", option.letter, option.name);
    if (option.value.empty()) {
      parser.add_flag(names, counts[place]);
    } else {
      parser.add_option(names, given.all(option.option))
          ->expected(1)
          ->allow_extra_args(false)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
  }
  try {
    parser.parse(Words(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    // CLI11 tells the option only inside its sentence. Only the last word can lack its value.
    const std::string_view last = arguments.back();
    for (const auto& option : options()) {
      if (last == option.name ||
          (!option.letter.empty() && !last.starts_with("--") && last.ends_with(option.letter.back()))) {
        return needs_value(option, arguments);
      }
    }
    return Complaint{{fmt::format("コマンドラインを読めない({})", error.what()),
                      fmt::format("the command line cannot be read ({})", error.what())},
                     {"書き方は upstream-check --help", "upstream-check --help shows how it is written"}};
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) given.all(static_cast<Option>(i)).emplace_back();
  }
  return parser.remaining();
}

Complaint does_not_go_with(const OptionInfo& option, Command command) {
  return {{fmt::format("{} は {} では使えない", option.name, id(command)),
           fmt::format("{} does not go with {}", option.name, id(command))},
          {fmt::format("{} は {} のオプション", option.name, option.only),
           fmt::format("{} is for {}", option.name, option.only)}};
}

}  // namespace

Checked<Invocation> parse_command_line(std::span<const std::string> arguments) {
  const auto mark = std::find(arguments.begin(), arguments.end(), "--");
  const Words before(arguments.begin(), mark);
  const Words behind(mark == arguments.end() ? mark : mark + 1, arguments.end());
  for (const auto& word : before) {
    if (auto error = check_equals_sign(word, before)) return std::move(*error);
  }
  Invocation invocation;
  auto sorted = sort_out(before, invocation.options);
  if (auto* error = std::get_if<Complaint>(&sorted)) return std::move(*error);
  auto& words = std::get<Words>(sorted);
  if (const auto unknown = std::find_if(words.begin(), words.end(), is_option); unknown != words.end()) {
    return unknown_option(*unknown);
  }
  if (auto error = check_values(invocation.options, before)) return std::move(*error);
  if (!words.empty()) {
    if (const auto command = find_command(words.front())) {
      invocation.command = *command;
      invocation.named = true;
      words.erase(words.begin());
    }
  }
  for (const auto& option : options()) {
    if (invocation.options.given(option.option) && !goes_with(option, invocation.command)) {
      return does_not_go_with(option, invocation.command);
    }
  }
  invocation.operands = std::move(words);
  invocation.operands.insert(invocation.operands.end(), behind.begin(), behind.end());
  return invocation;
}

std::optional<std::string_view> find_language(std::span<const std::string> arguments) {
  constexpr std::string_view name = "--lang";
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view word = arguments[i];
    if (word == name && i + 1 < arguments.size()) return arguments[i + 1];
    if (word.starts_with(name) && word.substr(name.size()).starts_with('='))
      return word.substr(name.size() + 1);
  }
  return std::nullopt;
}

bool has_no_config(std::span<const std::string> arguments) {
  const auto mark = std::find(arguments.begin(), arguments.end(), "--");
  return std::find(arguments.begin(), mark, info(Option::no_config).name) != mark;
}

}  // namespace upstream::app
