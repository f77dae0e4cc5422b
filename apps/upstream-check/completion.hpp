#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "options.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/text/text.hpp"

/// Scripts that complete command lines: made from the tables of commands and options and from a rubric. They
/// never run the program, and what comes from a rubric is only ever data in them.
namespace upstream::app::completion {

/// A word that may stand unquoted anywhere: ASCII letters, digits, `.`, `_` and `-`, no `-` in front.
struct Id {
  std::string word;
  Text label;
};

/// Ids of the rubric; those that are no plain word are left out.
struct Ids {
  std::vector<Id> stages;
  std::vector<Id> paths;
  std::vector<Id> explainable;  ///< with the ids of the table of rules
};
[[nodiscard]] Ids collect_ids(const Rubric& rubric);

/// What may stand at a place of the command line.
enum class Kind : std::uint8_t { nothing, words, files, profiles, stages, paths, goals, explainable };

/// The value of an option; its words are `allowed_values`.
[[nodiscard]] Kind kind_of_value(const OptionInfo& option, Command command);

struct Operands {
  Kind kind = Kind::nothing;
  std::span<const std::string_view> words = {};
  bool many = false;                 ///< as many as one likes; otherwise one
  std::string_view file_after = {};  ///< the word behind which a FILE may stand
};
[[nodiscard]] Operands operands_of(Command command);

/// The options in the help of the command.
[[nodiscard]] std::vector<const OptionInfo*> options_of(Command command);

/// For bash 4 and later.
[[nodiscard]] std::string render_bash(const Ids& ids);
/// For zsh 5: to be sourced, or as `_upstream-check` in a folder of $fpath.
[[nodiscard]] std::string render_zsh(const Ids& ids, Language language);

/// `text` as one word of a shell script, whatever it holds.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace upstream::app::completion
