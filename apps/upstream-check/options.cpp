#include "options.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace upstream::app {
namespace {

constexpr std::array kTable{
    OptionInfo{Option::format, "--format", "", "text|json|sarif|junit|github|gitlab", true},
    OptionInfo{Option::output, "--output", "-o", "FILE"},
    OptionInfo{Option::all, "--all", "", "", false, "assess"},
    OptionInfo{Option::width, "--width", "", "N", false, "assess explain rubric whatif compare timeline"},
    OptionInfo{Option::color, "--color", "", "auto|always|never", false, "", "color"},
    OptionInfo{Option::lang, "--lang", "", "ja|en", false, "", "lang"},
    OptionInfo{Option::fail_under, "--fail-under", "", "N", false, "", "fail_under"},
    OptionInfo{Option::require_stage, "--require-stage", "", "STAGE", false, "", "require_stage"},
    OptionInfo{Option::require_path, "--require-path", "", "PATH", true, "", "require_path"},
    OptionInfo{Option::exit_zero, "--exit-zero", "", ""},
    OptionInfo{Option::as_of, "--as-of", "", "DATE", false, "", "as_of"},
    OptionInfo{Option::rubric, "--rubric", "", "FILE", false, "", "rubric"},
    OptionInfo{Option::stdin_filename, "--stdin-filename", "", "NAME", false,
               "assess validate rubric whatif compare timeline"},
    OptionInfo{Option::force, "--force", "", "", false, "init"},
    OptionInfo{Option::no_config, "--no-config", "", ""},
    OptionInfo{Option::strict, "--strict", "", "", false, "validate", "strict"},
    OptionInfo{Option::exclude, "--exclude", "", "GLOB", true, "validate", "exclude"},
    OptionInfo{Option::expiring_within, "--expiring-within", "", "DAYS", false, "validate",
               "expiring_within"},
    OptionInfo{Option::baseline, "--baseline", "", "FILE", false, "validate", "baseline"},
    OptionInfo{Option::update_baseline, "--update-baseline", "", "", false, "validate"},
    OptionInfo{Option::diff, "--diff", "", "", false, "validate"},
    OptionInfo{Option::fix, "--fix", "", "", false, "validate"},
    OptionInfo{Option::set, "--set", "", "PATH=VALUE", true, "whatif"},
    OptionInfo{Option::add_cert, "--add-cert", "", "NAME[@DATE]", true, "whatif"},
    OptionInfo{Option::add_months, "--add-months", "", "STAGE=N", true, "whatif"},
    OptionInfo{Option::at, "--at", "", "DATE", false, "whatif"},
    OptionInfo{Option::from, "--from", "", "DATE", false, "timeline"},
    OptionInfo{Option::to, "--to", "", "DATE", false, "timeline"},
    OptionInfo{Option::fail_on_drop, "--fail-on-drop", "", "", false, "compare"},
    OptionInfo{Option::quiet, "--quiet", "-q", ""},
    OptionInfo{Option::verbose, "--verbose", "-v", ""},
    OptionInfo{Option::help, "--help", "-h", ""},
    OptionInfo{Option::version, "--version", "", ""},
};

constexpr bool in_enum_order() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (static_cast<std::size_t>(kTable[i].option) != i) return false;
  }
  return true;
}
static_assert(kTable.size() == kOptions);
static_assert(in_enum_order());

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

std::vector<std::string_view> allowed_values(const OptionInfo& option) {
  std::vector<std::string_view> words;
  auto rest = option.value;
  if (rest.find('|') == std::string_view::npos) return words;
  while (true) {
    const auto bar = rest.find('|');
    words.push_back(rest.substr(0, bar));
    if (bar == std::string_view::npos) return words;
    rest.remove_prefix(bar + 1);
  }
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
