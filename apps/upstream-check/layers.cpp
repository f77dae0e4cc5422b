#include "layers.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "environment.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::app {
namespace {

Complaint no_truth(std::string_view variable, std::string_view value) {
  return {{fmt::format("{} の値「{}」は 1・true・0・false のどれでもない", variable, value),
           fmt::format("{} '{}' is none of 1, true, 0, false", variable, value)},
          {}};
}

Complaint leads_out(std::string_view origin, std::string_view value) {
  return {{fmt::format("{} の「{}」はシンボリックリンクをたどると設定ファイルのフォルダーの外に出る", origin,
                       value),
           fmt::format("{}: symbolic links lead from '{}' out of the folder of the settings file", origin,
                       value)},
          {"ほかの場所のファイルはオプションか環境変数で渡せます",
           "a file elsewhere can be given by the option or by its environment variable"}};
}

/// Whether the variable was set to anything, a flag's `false` too.
Checked<bool> take_from_environment(const OptionInfo& option, Options& options) {
  const auto variable = variable_of(option);
  auto text = environment(variable.c_str());
  if (text.empty()) return false;
  if (option.value.empty()) {
    if (text == "1" || text == "true") {
      options.add(option.option, "", variable);
    } else if (text != "0" && text != "false") {
      return no_truth(variable, text);
    }
    return true;
  }
  if (!option.repeatable) {
    options.add(option.option, std::string(text), variable);
    return true;
  }
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    if (!line.empty()) options.add(option.option, std::string(line), variable);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return options.given(option.option);
}

std::optional<Complaint> take_from_file(const OptionInfo& option, const SettingsFile& file,
                                        Options& options) {
  for (const auto& [text, at] : file.config.values(option.setting)) {
    const auto origin = fmt::format("{}:{}:{} {}", file.source.path(), at.line, at.column, option.setting);
    if (option.value.empty()) {
      if (text == "true") options.add(option.option, "", origin);
    } else if (option.value == "FILE") {
      // Relative to the settings file there, and to the working directory everywhere else.
      auto path = path_in(file.folder, text);
      if (links_lead_out(file.folder, path)) return leads_out(origin, path);
      options.add(option.option, std::move(path), origin);
    } else {
      options.add(option.option, text, origin);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Complaint> layer_settings(Invocation& invocation, const std::optional<SettingsFile>& file) {
  auto& given = invocation.options;
  for (const auto& option : options()) {
    const bool is_open = !option.setting.empty() && goes_with(option, invocation.command);
    if (!is_open || given.given(option.option)) continue;
    const auto taken = take_from_environment(option, given);
    if (const auto* error = std::get_if<Complaint>(&taken)) return *error;
    if (std::get<bool>(taken) || !file) continue;
    if (auto error = take_from_file(option, *file, given)) return error;
    if (option.option == Option::exclude && given.given(Option::exclude))
      invocation.exclude_from = file->folder;
  }
  return std::nullopt;
}

void trace_settings(const Options& given, const std::optional<SettingsFile>& file, spdlog::logger& trace) {
  trace.debug("settings file {}", file ? text::printable(file->source.path()) : "none");
  for (const auto& option : options()) {
    if (option.setting.empty()) continue;
    const auto& values = given.all(option.option);
    for (std::size_t i = 0; i < values.size(); ++i) {
      trace.debug("setting {}: '{}', by {}", option.setting, text::printable(values[i]),
                  text::printable(given.origin(option.option, i)));
    }
  }
}

}  // namespace upstream::app
