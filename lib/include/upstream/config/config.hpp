#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "upstream/source/source_file.hpp"

namespace upstream {

/// What a settings file says, as the command line would say it: texts, each with its place. A date stays as
/// written, a word is its id, a boolean `true` or `false`, a number decimal.
struct Config {
  struct Value {
    std::string text;
    Position at;
  };
  struct Setting {
    std::string_view key;  ///< of `config_shape`
    std::vector<Value> values;
  };
  std::vector<Setting> settings;  ///< in the order of the file

  /// Empty where the file does not have the key.
  [[nodiscard]] const std::vector<Value>& values(std::string_view key) const;
};

}  // namespace upstream
