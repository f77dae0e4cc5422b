#include "terminal.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include "environment.hpp"

namespace upstream::app {
namespace {

bool forces(std::string_view value) { return !value.empty() && value != "0"; }

std::size_t reported_width(bool ask_terminal) {
  constexpr std::size_t usual = 80;
  struct winsize size {};
  if (ask_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const auto columns = environment("COLUMNS");
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  const bool whole = error == std::errc() && end == columns.data() + columns.size();
  return whole && width > 0 ? width : usual;
}

}  // namespace

bool use_color(ColorChoice choice, int descriptor) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  if (!environment("NO_COLOR").empty()) return false;
  if (forces(environment("FORCE_COLOR")) || forces(environment("CLICOLOR_FORCE"))) return true;
  if (environment("CLICOLOR") == "0" || environment("TERM") == "dumb") return false;
  return ::isatty(descriptor) == 1;
}

bool terminal_is_ascii() {
  if (environment("TERM") == "dumb") return true;
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale(environment(variable));
    if (locale.empty()) continue;
    std::transform(locale.begin(), locale.end(), locale.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return locale.find("utf-8") == std::string::npos && locale.find("utf8") == std::string::npos;
  }
  return false;
}

std::size_t terminal_width(bool ask_terminal) {
  return std::clamp(reported_width(ask_terminal), kNarrowest, kWidest);
}

}  // namespace upstream::app
