#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "file_identity.hpp"
#include "repository.hpp"
#include "upstream/text/ignore_rules.hpp"
#include "upstream/text/text.hpp"

namespace upstream::app {

struct InputFile {
  std::string path;             ///< for `read_operand`
  std::string display;          ///< raw, as every name here: to be made harmless where it is printed
  std::string repository_path;  ///< see repository.hpp
  std::optional<FileIdentity> identity = std::nullopt;  ///< when it was found; none of standard input
};

/// What was met and not taken.
struct PassedOver {
  std::string display;
  Text why;
  bool lost = false;  ///< a profile may be among it: some input was not readable
};

struct InputTree {
  std::vector<InputFile> files;
  std::vector<PassedOver> passed_over;      ///< each place once
  std::size_t ignored = 0;                  ///< profiles and folders that .gitignore or `excluded` left out
  std::vector<std::string> empty_operands;  ///< folders in which nothing was found, and nothing lost
};

struct InputRules {
  text::IgnoreRules excluded = {};  ///< asked before any .gitignore
  std::string excluded_from = {};   ///< the folder they are relative to; empty: the working directory
  std::optional<std::string> standard_input_name = std::nullopt;  ///< --stdin-filename
};

/// The files that the operands (files, folders, `-`) stand for, by the rules of docs/validate.md. A file that
/// is named is always among them, whether or not it can be read; whatever is no folder counts as a file.
/// Opens folders and .gitignore files only.
[[nodiscard]] InputTree collect_inputs(std::span<const std::string> operands, const InputRules& rules,
                                       const WorkingPlace& place);

}  // namespace upstream::app
