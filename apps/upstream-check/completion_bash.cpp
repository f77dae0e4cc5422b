#include <initializer_list>
#include <map>

#include <fmt/format.h>

#include "completion.hpp"

namespace upstream::app::completion {
namespace {

constexpr std::string_view kHead =
    R"sh(# bash completion for upstream-check, written by `upstream-check completion bash`.

# TYPED WORD…: those that begin with what is typed.
_upstream_check_words() {
  local typed=$1 word
  shift
  for word in "$@"; do
    if [[ $word == "$typed"* ]]; then COMPREPLY+=("$word"); fi
  done
}

# TYPED and what compgen is to look for.
_upstream_check_files() {
  local typed=$1 name
  shift
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do
    COMPREPLY+=("$name")
  done < <(compgen "$@" -- "$typed")
}

_upstream_check_profiles() {
  _upstream_check_files "$1" -d
  _upstream_check_files "$1" -f -X '!*.yaml'
  _upstream_check_files "$1" -f -X '!*.yml'
  _upstream_check_files "$1" -f -X '!*.json'
}
)sh";

constexpr std::string_view kTail = R"sh(
_upstream_check() {
  local typed=${COMP_WORDS[COMP_CWORD]} prefix='' option='' command='' first='' word
  local -i i ended=0 operands=0
  COMPREPLY=()

  # What stands before the word at the cursor. bash splits --option=value in three.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((ended == 0)) && [[ $word == -- ]]; then
      ended=1 option=''
    elif [[ $option ]]; then
      if [[ $word != = ]]; then option=''; fi
    elif ((ended == 0)) && _upstream_check_takes_value "$word"; then
      option=$word
    elif ((ended == 1)) || [[ $word != -?* ]]; then
      if ((ended == 0 && operands == 0)) && [[ ! $command ]] && _upstream_check_is_command "$word"; then
        command=$word
      else
        if ((operands == 0)); then first=$word; fi
        operands+=1
      fi
    fi
  done

  if [[ $option && $typed == = ]]; then
    typed=''
  else
    # Up to the cursor only.
    if (($# > 1)) && [[ $typed == "$2"* ]]; then typed=$2; fi
    # Where = splits no words.
    if [[ ! $option && $typed == --*=* ]] && ((ended == 0)) && _upstream_check_takes_value "${typed%%=*}"; then
      option=${typed%%=*}
      prefix=$option=
      typed=${typed#*=}
    fi
  fi

  if [[ $option ]]; then
    _upstream_check_values "$option" "$typed" "$command"
  elif ((ended == 0)) && [[ $typed == -* ]]; then
    _upstream_check_options "$command" "$typed"
  else
    if ((ended == 0 && operands == 0)) && [[ ! $command ]]; then _upstream_check_commands "$typed"; fi
    _upstream_check_operands "$command" "$operands" "$first" "$typed"
  fi
  if [[ $prefix ]]; then COMPREPLY=("${COMPREPLY[@]/#/"$prefix"}"); fi
}

complete -F _upstream_check upstream-check
)sh";

/// "WORD_COMPLETER "$typed" …" for one place of the command line; empty where nothing is known.
std::string call(Kind kind, const std::vector<std::string_view>& words, std::string_view typed) {
  const auto with_words = [&](const auto& all) {
    auto line = fmt::format("_upstream_check_words \"{}\"", typed);
    for (const auto& word : all) line += ' ' + quoted(word);
    return line;
  };
  const auto with_ids = [&](std::initializer_list<std::string_view> names) {
    auto line = fmt::format("_upstream_check_words \"{}\"", typed);
    for (const auto name : names) line += fmt::format(" \"${{_upstream_check_{}[@]}}\"", name);
    return line;
  };
  switch (kind) {
    case Kind::nothing:
      return {};
    case Kind::words:
      return with_words(words);
    case Kind::files:
      return fmt::format("_upstream_check_files \"{}\" -f", typed);
    case Kind::profiles:
      return fmt::format("_upstream_check_profiles \"{}\"", typed);
    case Kind::stages:
      return with_ids({"stages"});
    case Kind::paths:
      return with_ids({"paths"});
    case Kind::goals:
      return with_ids({"stages", "paths"});
    case Kind::explainable:
      return with_ids({"explainable"});
  }
  return {};
}

std::string array_of(std::string_view name, const std::vector<Id>& ids) {
  auto text = fmt::format("_upstream_check_{}=(\n", name);
  for (const auto& id : ids) text += fmt::format("  {}\n", quoted(id.word));
  return text + ")\n";
}

/// "-o | --output"
std::string pattern(const OptionInfo& option) {
  return option.letter.empty() ? std::string(option.name)
                               : fmt::format("{} | {}", option.letter, option.name);
}

/// A function that looks at its first argument.
std::string function(std::string_view name, const std::string& cases) {
  return fmt::format("\n_upstream_check_{}() {{\n  case $1 in\n{}  esac\n}}\n", name, cases);
}

std::string takes_value() {
  std::string patterns;
  for (const auto& option : options()) {
    if (!option.value.empty()) patterns += (patterns.empty() ? "" : " | ") + pattern(option);
  }
  return function("takes_value", fmt::format("    {}) return 0 ;;\n    *) return 1 ;;\n", patterns));
}

std::string is_command() {
  return function("is_command", fmt::format("    {}) return 0 ;;\n    *) return 1 ;;\n",
                                            fmt::join(command_names(), " | ")));
}

/// The command as a pattern. Without one it is assess.
std::string pattern(Command command) {
  return command == Command::assess ? fmt::format("'' | {}", id(command)) : std::string(id(command));
}

/// What completes the value; a choice by command where that depends on it.
std::string value_of(const OptionInfo& option) {
  std::map<std::string, std::string> patterns;  // the commands, by what completes
  for (std::size_t i = 0; i < command_names().size(); ++i) {
    const auto command = static_cast<Command>(i);
    if (!goes_with(option, command)) continue;
    auto& known = patterns[call(kind_of_value(option, command), allowed_values(option, command), "$2")];
    known += (known.empty() ? "" : " | ") + pattern(command);
  }
  if (patterns.size() == 1) return patterns.begin()->first;
  auto cases = std::string("case $3 in\n");
  for (const auto& [line, known] : patterns) {
    if (!line.empty()) cases += fmt::format("      {}) {} ;;\n", known, line);
  }
  return cases + "    esac";
}

/// OPTION TYPED COMMAND
std::string values() {
  std::string cases;
  for (const auto& option : options()) {
    if (option.value.empty()) continue;
    const auto line = value_of(option);
    if (!line.empty()) cases += fmt::format("    {}) {} ;;\n", pattern(option), line);
  }
  return function("values", cases);
}

/// COMMAND TYPED
std::string command_options() {
  std::string cases;
  for (std::size_t i = 0; i < command_names().size(); ++i) {
    std::vector<std::string_view> names;
    for (const auto* option : options_of(static_cast<Command>(i))) {
      names.push_back(option->name);
      if (!option->letter.empty()) names.push_back(option->letter);
    }
    cases += fmt::format("    {}) {} ;;\n", pattern(static_cast<Command>(i)), call(Kind::words, names, "$2"));
  }
  return function("options", cases);
}

/// COMMAND NUMBER FIRST TYPED: the operand behind so many, the first of which is given.
std::string command_operands() {
  std::string cases;
  for (std::size_t i = 0; i < command_names().size(); ++i) {
    const auto operands = operands_of(static_cast<Command>(i));
    const auto line = call(operands.kind, {operands.words.begin(), operands.words.end()}, "$4");
    if (line.empty()) continue;
    const auto known = pattern(static_cast<Command>(i));
    if (operands.many) {
      cases += fmt::format("    {}) {} ;;\n", known, line);
      continue;
    }
    cases += fmt::format("    {})\n      if (($2 == 0)); then {}; fi\n", known, line);
    if (!operands.file_after.empty()) {
      cases +=
          fmt::format("      if (($2 == 1)) && [[ $3 == {} ]]; then _upstream_check_profiles \"$4\"; fi\n",
                      operands.file_after);
    }
    cases += "      ;;\n";
  }
  return function("operands", cases);
}

std::string commands() {
  const auto names = command_names();
  return fmt::format("\n_upstream_check_commands() {{\n  {}\n}}\n",
                     call(Kind::words, {names.begin(), names.end()}, "$1"));
}

}  // namespace

std::string render_bash(const Ids& ids) {
  std::string script(kHead);
  script += "\n" + array_of("stages", ids.stages) + array_of("paths", ids.paths) +
            array_of("explainable", ids.explainable);
  script += takes_value() + is_command() + values() + commands() + command_options() + command_operands();
  return script + std::string(kTail);
}

}  // namespace upstream::app::completion
