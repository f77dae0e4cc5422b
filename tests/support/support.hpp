#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::test {

/// The rubric of the program, read once. A test process that cannot read it ends.
[[nodiscard]] const Rubric& builtin_rubric();

struct Loaded {
  Diagnostics diagnostics;  ///< sorted
  std::optional<Profile> profile;
};

/// Reads `text` as a profile under the built-in rubric.
[[nodiscard]] Loaded load(std::string_view text, std::string_view path = "profile.yaml");

struct LoadedRubric {
  Diagnostics diagnostics;
  std::optional<Rubric> rubric;
};

[[nodiscard]] LoadedRubric load_rubric_text(std::string_view text);

/// Ids of the rules, in the order of the diagnostics, each as often as it was reported.
[[nodiscard]] std::vector<std::string> rule_ids(const Diagnostics& diagnostics);

/// "3:5 error unknown-key" for every diagnostic: what a table of expectations compares.
[[nodiscard]] std::vector<std::string> places(const Diagnostics& diagnostics);

/// "3:5-3:9"
[[nodiscard]] std::string to_string(const Span& span);

/// The bytes of a file of the source tree, by its path from the root; fails the test where it cannot be read.
[[nodiscard]] std::string read_source_tree(std::string_view path);

/// Compares with a file of the source tree; UPSTREAM_UPDATE_GOLDEN=1 rewrites it, never in CI.
void expect_golden(std::string_view path, const std::string& actual);

/// How many cases a property is held over: UPSTREAM_PROPERTY_RUNS where that is set, which may be more or
/// fewer.
[[nodiscard]] int property_runs(int otherwise);

/// Files under a folder of the source tree, hidden ones not, in byte order of their paths (from the root).
[[nodiscard]] std::vector<std::string> files_of_source_tree(std::string_view folder);

/// `text` with its only occurrence of `from` replaced; fails the test where it does not stand there exactly
/// once.
[[nodiscard]] std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// Names the cases of a table by their `name`.
inline constexpr auto kByName = [](const auto& row) { return std::string(row.param.name); };

[[nodiscard]] std::string repeated(std::string_view text, std::size_t times);

}  // namespace upstream::test

// Found by argument-dependent lookup, so that a failing test shows places and not bytes.
namespace upstream {
void PrintTo(const Position& position, std::ostream* out);
void PrintTo(const Span& span, std::ostream* out);
void PrintTo(const Date& date, std::ostream* out);
}  // namespace upstream
