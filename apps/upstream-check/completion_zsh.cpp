#include <fmt/format.h>

#include "completion.hpp"
#include "help.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::app::completion {
namespace {

constexpr std::string_view kHead = R"sh(#compdef upstream-check
# zsh completion for upstream-check, written by `upstream-check completion zsh`.

_upstream_check_profiles() {
  _files -g '*.(yaml|yml|json)'
}

_upstream_check_goals() {
  _alternative 'stages: :_upstream_check_stages' 'paths: :_upstream_check_paths'
}
)sh";

constexpr std::string_view kTail = R"sh(
_upstream-check() {
  local command='' option='' first='' word
  local -i i ended=0 operands=0
  local -a specs

  # What stands before the word at the cursor.
  for (( i = 2; i < CURRENT; i++ )); do
    word=$words[i]
    if (( ended == 0 )) && [[ $word == -- ]]; then
      ended=1 option=''
    elif [[ -n $option ]]; then
      option=''
    elif (( ended == 0 )) && _upstream_check_takes_value "$word"; then
      option=$word
    elif (( ended == 1 )) || [[ $word != -?* ]]; then
      if (( ended == 0 && operands == 0 )) && [[ -z $command ]] && _upstream_check_is_command "$word"; then
        command=$word
      else
        if (( operands == 0 )); then first=$word; fi
        operands+=1
      fi
    fi
  done

  _upstream_check_specs "$command" "$first"
  if [[ -z $command ]] && (( ended == 0 && operands == 0 )); then
    specs+=('1: :_upstream_check_first')
  fi
  _arguments -S -s $specs
}

_upstream_check_first() {
  _alternative 'commands: :_upstream_check_commands' 'files: :_upstream_check_profiles'
}

# In a folder of $fpath this file is the body of the function; sourced it only defines it.
if [[ ${funcstack[1]-} == _upstream-check ]]; then
  _upstream-check "$@"
else
  compdef _upstream-check upstream-check
fi
)sh";

/// What _arguments takes for ordinary text.
std::string escaped(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') plain += '\\';
    plain += c;
  }
  return plain;
}

std::string list_of(std::string_view name, const std::vector<std::string>& lines) {
  auto text = fmt::format("\n_upstream_check_{0}() {{\n  local -a entries=(\n", name);
  for (const auto& line : lines) text += fmt::format("    {}\n", quoted(line));
  return text + fmt::format("  )\n  _describe -t {0} {0} entries\n}}\n", name);
}

std::string ids_of(std::string_view name, const std::vector<Id>& ids, Language language) {
  constexpr std::size_t columns = 60;
  std::vector<std::string> lines;
  lines.reserve(ids.size());
  for (const auto& id : ids) {
    lines.push_back(fmt::format("{}:{}", id.word, text::printable(id.label.in(language), columns)));
  }
  return list_of(name, lines);
}

std::string commands(Language language) {
  std::vector<std::string> lines;
  lines.reserve(command_names().size());
  for (std::size_t i = 0; i < command_names().size(); ++i) {
    lines.push_back(fmt::format("{}:{}", command_names()[i], summary(static_cast<Command>(i), language)));
  }
  return list_of("commands", lines);
}

std::string action(Kind kind, const std::vector<std::string_view>& words) {
  switch (kind) {
    case Kind::nothing:
      return " ";
    case Kind::words:
      return fmt::format("({})", fmt::join(words, " "));
    case Kind::files:
      return "_files";
    case Kind::profiles:
      return "_upstream_check_profiles";
    case Kind::stages:
      return "_upstream_check_stages";
    case Kind::paths:
      return "_upstream_check_paths";
    case Kind::goals:
      return "_upstream_check_goals";
    case Kind::explainable:
      return "_upstream_check_explainable";
  }
  return " ";
}

/// One line for the name and one for the letter, each shutting out the other.
std::string specs_of(const OptionInfo& option, Command command, Language language) {
  const auto tail =
      fmt::format("[{}]", escaped(summary(option.option, command, language))) +
      (option.value.empty()
           ? std::string()
           : fmt::format(":{}:{}", value_with(option, command),
                         action(kind_of_value(option, command), allowed_values(option, command))));
  const auto line = [&](std::string_view name, std::string_view joint) {
    const auto before = option.repeatable       ? std::string("*")
                        : option.letter.empty() ? std::string()
                                                : fmt::format("({} {})", option.letter, option.name);
    return fmt::format("        {}\n", quoted(fmt::format("{}{}{}{}", before, name,
                                                          option.value.empty() ? "" : joint, tail)));
  };
  return (option.letter.empty() ? std::string() : line(option.letter, "+")) + line(option.name, "=");
}

/// The first operand of a command is its own name, unless assess is taken for granted.
std::string operand_specs(Command command) {
  const auto operands = operands_of(command);
  const auto what = action(operands.kind, {operands.words.begin(), operands.words.end()});
  if (operands.many) return fmt::format("        {}\n", quoted(fmt::format("*:FILE:{}", what)));
  std::string lines = "        '1: : '\n";
  // Telling that nothing can stand there would keep an option from being put in.
  if (operands.kind == Kind::nothing) return lines;
  lines += fmt::format("        {}\n", quoted(fmt::format("2: :{}", what)));
  if (!operands.file_after.empty()) {
    lines +=
        fmt::format("      )\n      [[ $2 != {} ]] || specs+=(\n        '3:FILE:_upstream_check_profiles'\n",
                    operands.file_after);
  }
  return lines;
}

/// COMMAND FIRST: sets `specs` of the caller.
std::string command_specs(Language language) {
  std::string cases;
  for (std::size_t i = 0; i < command_names().size(); ++i) {
    const auto command = static_cast<Command>(i);
    cases += fmt::format("    {}{})\n      specs=(\n", i == 0 ? "''|" : "", command_names()[i]);
    for (const auto* option : options_of(command)) cases += specs_of(*option, command, language);
    cases += operand_specs(command) + "      )\n      ;;\n";
  }
  return fmt::format("\n_upstream_check_specs() {{\n  case $1 in\n{}  esac\n}}\n", cases);
}

std::string predicate(std::string_view name, const std::vector<std::string_view>& words) {
  return fmt::format("\n_upstream_check_{}() {{\n  [[ $1 == ({}) ]]\n}}\n", name, fmt::join(words, "|"));
}

std::string takes_value() {
  std::vector<std::string_view> names;
  for (const auto& option : options()) {
    if (option.value.empty()) continue;
    names.push_back(option.name);
    if (!option.letter.empty()) names.push_back(option.letter);
  }
  return predicate("takes_value", names);
}

}  // namespace

std::string render_zsh(const Ids& ids, Language language) {
  std::string script(kHead);
  script += ids_of("stages", ids.stages, language) + ids_of("paths", ids.paths, language) +
            ids_of("explainable", ids.explainable, language) + commands(language);
  script += predicate("is_command", {command_names().begin(), command_names().end()}) + takes_value();
  return script + command_specs(language) + std::string(kTail);
}

}  // namespace upstream::app::completion
