#include "options.hpp"

namespace upstream::app {
namespace {

constexpr std::array kTable{
    OptionInfo{Option::format, "--format", "", "text|json"},
    OptionInfo{Option::output, "--output", "-o", "FILE"},
    OptionInfo{Option::all, "--all", "", "", false, "assess"},
    OptionInfo{Option::width, "--width", "", "N", false, "assess explain rubric"},
    OptionInfo{Option::color, "--color", "", "auto|always|never"},
    OptionInfo{Option::lang, "--lang", "", "ja|en"},
    OptionInfo{Option::fail_under, "--fail-under", "", "N"},
    OptionInfo{Option::require_stage, "--require-stage", "", "STAGE"},
    OptionInfo{Option::require_path, "--require-path", "", "PATH", true},
    OptionInfo{Option::exit_zero, "--exit-zero", "", ""},
    OptionInfo{Option::as_of, "--as-of", "", "DATE"},
    OptionInfo{Option::rubric, "--rubric", "", "FILE"},
    OptionInfo{Option::stdin_filename, "--stdin-filename", "", "NAME", false, "assess rubric"},
    OptionInfo{Option::force, "--force", "", "", false, "init"},
    OptionInfo{Option::no_config, "--no-config", "", ""},
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

bool goes_with(const OptionInfo& option, Command command) {
  return option.only.empty() || option.only.find(id(command)) != std::string_view::npos;
}

}  // namespace upstream::app
