#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli.hpp"
#include "complaint.hpp"
#include "input_tree.hpp"

namespace upstream::app {

/// --exclude and --stdin-filename.
[[nodiscard]] Checked<InputRules> read_input_rules(const Invocation& invocation);

/// --expiring-within, in days.
[[nodiscard]] Checked<std::optional<int>> read_expiring_within(const Options& options);

/// Where a result goes.
struct ResultFile {
  std::string_view asked;  ///< the option: -o or --format
  std::string path;
};
/// All that the command line asks for but standard output.
[[nodiscard]] std::vector<ResultFile> result_files(const Options& options);

/// Takes the rubric, the baseline and the results of this run out of the inputs: they are no profiles, though
/// they may lie among them. A complaint where a result would be written over a profile; the report of an
/// earlier run, a *.json that is no profile, may be written anew.
[[nodiscard]] std::optional<Complaint> leave_out_own_files(InputTree& tree, const Options& options);

}  // namespace upstream::app
