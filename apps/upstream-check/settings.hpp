#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cli.hpp"
#include "complaint.hpp"
#include "upstream/date/date.hpp"
#include "upstream/text/text.hpp"

namespace upstream::app {

enum class Format : std::uint8_t { text, json, csv, markdown };

/// What the options come to, once the environment and the settings file have been put behind them.
struct Settings {
  Format format = Format::text;
  Language language = Language::ja;          ///< of messages and of text
  Language result_language = Language::ja;   ///< of the result
  Language machine_language = Language::ja;  ///< of a result for programs: the locale has no say in it
  std::optional<Day> day;                    ///< absent: the profile's, else today
  Day today{};
  std::size_t width = 0;
  bool color = false;  ///< of the result
  bool message_color = false;
  bool quiet = false;
  bool everything = false;
};

/// The language before anything is known to be right: --lang, UPSTREAM_CHECK_LANG, the settings file, the
/// locale, Japanese.
[[nodiscard]] Language language_of_messages(std::optional<std::string_view> flag,
                                            std::string_view in_file = {});

[[nodiscard]] Checked<Settings> resolve_settings(const Invocation& invocation);

}  // namespace upstream::app
