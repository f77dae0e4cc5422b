#include "completion.hpp"

#include <algorithm>
#include <array>

#include "commands.hpp"
#include "help.hpp"
#include "upstream/report/explain.hpp"

namespace upstream::app::completion {
namespace {

bool is_plain(std::string_view word) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  };
  return !word.empty() && word.front() != '-' && std::all_of(word.begin(), word.end(), is_part);
}

void add(std::vector<Id>& ids, std::string_view word, const Text& label) {
  if (is_plain(word)) ids.push_back({std::string(word), label});
}

struct ValueKind {
  std::string_view value;
  Kind kind;
};
constexpr std::array kValueKinds{ValueKind{"FILE", Kind::files}, ValueKind{"GLOB", Kind::files},
                                 ValueKind{"NAME", Kind::files}, ValueKind{"STAGE", Kind::stages},
                                 ValueKind{"PATH", Kind::paths}, ValueKind{"STAGE|PATH", Kind::goals}};

}  // namespace

Ids collect_ids(const Rubric& rubric) {
  Ids ids;
  for (const auto& stage : rubric.stages) add(ids.stages, stage.id, stage.label);
  for (const auto& path : rubric.paths) add(ids.paths, path.id, path.label);
  for (const auto& [id, label] : list_explainable(rubric)) add(ids.explainable, id, label);
  return ids;
}

Kind kind_of_value(const OptionInfo& option, Command command) {
  if (!allowed_values(option, command).empty()) return Kind::words;
  const auto found = std::find_if(kValueKinds.begin(), kValueKinds.end(), [&](const ValueKind& row) {
    return row.value == value_with(option, command);
  });
  return found == kValueKinds.end() ? Kind::nothing : found->kind;
}

Operands operands_of(Command command) {
  switch (command) {
    case Command::assess:
    case Command::validate:
    case Command::batch:
    case Command::team:
    case Command::compare:
      return {.kind = Kind::profiles, .many = true};
    case Command::plan:
    case Command::whatif:
    case Command::timeline:
      return {.kind = Kind::profiles};
    case Command::explain:
      return {.kind = Kind::explainable};
    case Command::rubric:
      return {.kind = Kind::words, .words = rubric_verbs(), .file_after = "lint"};
    case Command::schema:
      return {.kind = Kind::words, .words = schema_names()};
    case Command::init:
      return {};
    case Command::completion:
      return {.kind = Kind::words, .words = completion_shells()};
  }
  return {};
}

std::vector<const OptionInfo*> options_of(Command command) {
  std::vector<const OptionInfo*> shown;
  for (const auto& option : options()) {
    if (is_in_help_of(option.option, command)) shown.push_back(&option);
  }
  return shown;
}

std::string quoted(std::string_view text) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += R"('\'')";
    } else {
      word += c;
    }
  }
  return word + "'";
}

}  // namespace upstream::app::completion
