#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"

namespace upstream::app {

enum class Option : std::uint8_t {
  format,
  output,
  all,
  width,
  color,
  lang,
  fail_under,
  require_stage,
  require_path,
  exit_zero,
  as_of,
  rubric,
  stdin_filename,
  force,
  no_config,
  strict,
  exclude,
  expiring_within,
  baseline,
  update_baseline,
  diff,
  fix,
  input_format,
  jobs,
  names,
  detail,
  bom,
  no_summary,
  without,
  pseudonyms,
  min_group,
  score,
  hours_per_week,
  by,
  avoid,
  change_post,
  set,
  add_cert,
  add_months,
  at,
  from,
  to,
  fail_on_drop,
  quiet,
  verbose,
  help,
  version,
};
inline constexpr std::size_t kOptions = 47;

struct OptionInfo {
  Option option;
  std::string_view name;    ///< with its two hyphens
  std::string_view letter;  ///< "-o", or empty
  /// What to write behind it, in capitals, or all words that may be, as "ja|en"; FORMAT: the words of
  /// `formats_of`; empty: a flag. With a single command it may be another: `value_with`.
  std::string_view value;
  bool repeatable = false;     ///< one value each time
  std::string_view only = {};  ///< the commands it goes with, separated by a space; empty: all
  /// Its key in the settings file and, in upper case, the end of its environment variable; empty: it can only
  /// be given on the command line.
  std::string_view setting = {};
};

/// Every option, in the order of the enumeration.
[[nodiscard]] std::span<const OptionInfo> options();
[[nodiscard]] const OptionInfo& info(Option option);
/// Whether a list of commands, separated by a space, has this one.
[[nodiscard]] bool names_command(std::string_view list, Command command);
[[nodiscard]] bool goes_with(const OptionInfo& option, Command command);

/// What to write behind it with that command.
[[nodiscard]] std::string_view value_with(const OptionInfo& option, Command command);
/// What to write behind it while the command is not known: "DATE (plan: STAGE|PATH)".
[[nodiscard]] std::string values_of(const OptionInfo& option);

/// The words of --format that the command takes, as "text|json"; the first is what it writes without.
[[nodiscard]] std::string_view formats_of(Command command);
/// The words that may stand behind the option; none where anything may be written.
[[nodiscard]] std::vector<std::string_view> allowed_values(const OptionInfo& option, Command command);
/// UPSTREAM_CHECK_ and the setting in upper case.
[[nodiscard]] std::string variable_of(const OptionInfo& option);

/// What was given, unread: who needs a value says what may stand there, and names who gave it.
class Options {
 public:
  [[nodiscard]] bool given(Option option) const { return !all(option).empty(); }
  /// The value of an option that is not repeatable.
  [[nodiscard]] std::optional<std::string_view> value(Option option) const {
    if (all(option).empty()) return std::nullopt;
    return all(option).back();
  }
  [[nodiscard]] const std::vector<std::string>& all(Option option) const {
    return values_[static_cast<std::size_t>(option)];
  }
  [[nodiscard]] std::vector<std::string>& all(Option option) {
    return values_[static_cast<std::size_t>(option)];
  }

  /// Takes a value that is not of the command line: `origin` is the variable, or the place in the settings
  /// file and the key.
  void add(Option option, std::string value, std::string origin);
  /// Who gave the value: "--lang", "UPSTREAM_CHECK_LANG", "../.upstream-check.yaml:3:7 lang". `i` counts the
  /// values of a repeatable option.
  [[nodiscard]] std::string_view origin(Option option, std::size_t i = 0) const;
  [[nodiscard]] bool on_command_line(Option option) const {
    return given(option) && origins_[static_cast<std::size_t>(option)].empty();
  }

 private:
  std::array<std::vector<std::string>, kOptions> values_;
  std::array<std::vector<std::string>, kOptions> origins_;  ///< empty: of the command line
};

}  // namespace upstream::app
