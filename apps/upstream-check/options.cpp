#include "options.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace upstream::app {
namespace {

constexpr std::array kTable{
    OptionInfo{Option::format, "--format", "", "FORMAT", true},
    OptionInfo{Option::output, "--output", "-o", "FILE"},
    OptionInfo{Option::all, "--all", "", "", false, "assess"},
    OptionInfo{Option::width, "--width", "", "N", false,
               "assess batch team plan whatif compare timeline explain rubric"},
    OptionInfo{Option::color, "--color", "", "auto|always|never", false, "", "color"},
    OptionInfo{Option::lang, "--lang", "", "ja|en", false, "", "lang"},
    OptionInfo{Option::fail_under, "--fail-under", "", "N", false, "assess validate batch", "fail_under"},
    OptionInfo{Option::require_stage, "--require-stage", "", "STAGE", false, "assess validate batch",
               "require_stage"},
    OptionInfo{Option::require_path, "--require-path", "", "PATH", true, "assess validate batch",
               "require_path"},
    OptionInfo{Option::exit_zero, "--exit-zero", "", ""},
    OptionInfo{Option::as_of, "--as-of", "", "DATE", false, "", "as_of"},
    OptionInfo{Option::rubric, "--rubric", "", "FILE", false, "", "rubric"},
    OptionInfo{Option::stdin_filename, "--stdin-filename", "", "NAME", false,
               "assess validate batch team plan whatif compare timeline rubric"},
    OptionInfo{Option::force, "--force", "", "", false, "init"},
    OptionInfo{Option::no_config, "--no-config", "", ""},
    OptionInfo{Option::strict, "--strict", "", "", false, "validate", "strict"},
    OptionInfo{Option::exclude, "--exclude", "", "GLOB", true, "validate batch team", "exclude"},
    OptionInfo{Option::expiring_within, "--expiring-within", "", "DAYS", false, "validate team",
               "expiring_within"},
    OptionInfo{Option::baseline, "--baseline", "", "FILE", false, "validate", "baseline"},
    OptionInfo{Option::update_baseline, "--update-baseline", "", "", false, "validate"},
    OptionInfo{Option::diff, "--diff", "", "", false, "validate"},
    OptionInfo{Option::fix, "--fix", "", "", false, "validate"},
    OptionInfo{Option::input_format, "--input-format", "", "files|ndjson|yaml", false, "batch"},
    OptionInfo{Option::jobs, "--jobs", "", "N", false, "batch"},
    OptionInfo{Option::names, "--names", "", "", false, "batch team"},
    OptionInfo{Option::detail, "--detail", "", "", false, "batch"},
    OptionInfo{Option::bom, "--bom", "", "", false, "batch"},
    OptionInfo{Option::no_summary, "--no-summary", "", "", false, "batch"},
    OptionInfo{Option::without, "--without", "", "ID", true, "team"},
    OptionInfo{Option::pseudonyms, "--pseudonyms", "", "", false, "team"},
    OptionInfo{Option::min_group, "--min-group", "", "N", false, "team"},
    OptionInfo{Option::score, "--score", "", "N", false, "plan"},
    OptionInfo{Option::hours_per_week, "--hours-per-week", "", "H", false, "plan"},
    OptionInfo{Option::by, "--by", "", "DATE", false, "plan"},
    OptionInfo{Option::avoid, "--avoid", "", "cert", false, "plan"},
    OptionInfo{Option::change_post, "--change-post", "", "", false, "plan"},
    OptionInfo{Option::set, "--set", "", "PATH=VALUE", true, "whatif"},
    OptionInfo{Option::add_cert, "--add-cert", "", "NAME[@DATE]", true, "whatif"},
    OptionInfo{Option::add_months, "--add-months", "", "STAGE=N", true, "whatif"},
    OptionInfo{Option::at, "--at", "", "DATE", false, "whatif"},
    OptionInfo{Option::from, "--from", "", "DATE", false, "timeline"},
    OptionInfo{Option::to, "--to", "", "DATE", false, "plan timeline"},
    OptionInfo{Option::fail_on_drop, "--fail-on-drop", "", "", false, "compare"},
    OptionInfo{Option::quiet, "--quiet", "-q", ""},
    OptionInfo{Option::verbose, "--verbose", "-v", ""},
    OptionInfo{Option::help, "--help", "-h", ""},
    OptionInfo{Option::version, "--version", "", ""},
};

struct ValueWith {
  Option option;
  Command command;
  std::string_view value;
};
constexpr std::array kValuesWith{ValueWith{Option::to, Command::plan, "STAGE|PATH"}};

constexpr bool in_enum_order() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (static_cast<std::size_t>(kTable[i].option) != i) return false;
  }
  return true;
}
static_assert(kTable.size() == kOptions);
static_assert(in_enum_order());

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> all;
  while (true) {
    const auto bar = words.find('|');
    all.push_back(words.substr(0, bar));
    if (bar == std::string_view::npos) return all;
    words.remove_prefix(bar + 1);
  }
}

}  // namespace

std::span<const OptionInfo> options() { return kTable; }

const OptionInfo& info(Option option) { return kTable[static_cast<std::size_t>(option)]; }

bool names_command(std::string_view list, Command command) {
  const auto name = id(command);
  for (auto at = list.find(name); at != std::string_view::npos; at = list.find(name, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const bool ends = at + name.size() == list.size() || list[at + name.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

bool goes_with(const OptionInfo& option, Command command) {
  return option.only.empty() || names_command(option.only, command);
}

std::string_view value_with(const OptionInfo& option, Command command) {
  for (const auto& with : kValuesWith) {
    if (with.option == option.option && with.command == command) return with.value;
  }
  return option.value;
}

std::string values_of(const OptionInfo& option) {
  std::string values(option.value);
  for (const auto& with : kValuesWith) {
    if (with.option == option.option) values += fmt::format(" ({}: {})", id(with.command), with.value);
  }
  return values;
}

std::string_view formats_of(Command command) {
  switch (command) {
    case Command::validate:
      return "text|json|sarif|junit|github|gitlab";
    case Command::batch:
      return "table|csv|ndjson|json";
    case Command::team:
      return "text|json|csv|markdown";
    case Command::assess:
    case Command::plan:
    case Command::whatif:
    case Command::compare:
    case Command::timeline:
    case Command::schema:
      return "text|json";
    case Command::explain:
    case Command::rubric:
    case Command::init:
    case Command::completion:
      break;
  }
  return "text";
}

std::vector<std::string_view> allowed_values(const OptionInfo& option, Command command) {
  if (option.option == Option::format) return split(formats_of(command));
  const bool is_list = !option.value.empty() && option.value.front() >= 'a' && option.value.front() <= 'z';
  return is_list ? split(option.value) : std::vector<std::string_view>();
}

std::string variable_of(const OptionInfo& option) {
  std::string name = "UPSTREAM_CHECK_";
  std::transform(option.setting.begin(), option.setting.end(), std::back_inserter(name),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return name;
}

void Options::add(Option option, std::string value, std::string origin) {
  all(option).push_back(std::move(value));
  origins_[static_cast<std::size_t>(option)].push_back(std::move(origin));
}

std::string_view Options::origin(Option option, std::size_t i) const {
  const auto& origins = origins_[static_cast<std::size_t>(option)];
  return i < origins.size() ? std::string_view(origins[i]) : info(option).name;
}

}  // namespace upstream::app
