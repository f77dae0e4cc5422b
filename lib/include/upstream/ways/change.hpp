#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "upstream/assess/assessment.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

/// In the order in which changes are listed.
enum class ChangeKind : std::uint8_t {
  stage,        ///< the stage that is reached
  gate,         ///< opens or shuts
  requirement,  ///< points of the ledger
  gap_closed,
  gap_opened,
  skill,  ///< the level that the score takes
  path,   ///< readiness or rank
  certificate,
  post,  ///< what is said of the present post
  goal,  ///< to go upstream, or to stay by choice
};
[[nodiscard]] std::string_view id(ChangeKind kind);

/// Nothing, a number or an id.
using ChangeValue = std::variant<std::monostate, int, std::string>;

/// One difference between two assessments.
struct Change {
  ChangeKind kind = ChangeKind::stage;
  std::string
      id;  ///< of the gate, requirement, skill, path or certificate; "reached", "verdict" and "goal" else
  ChangeValue before;
  ChangeValue after;
  /// Of a requirement: what it adds to the readiness; these alone add up to the whole difference. Of a gap
  /// that closes: what it was worth; of one that opens: the same, negative. Else 0.
  int permille = 0;
  Text text;
};

/// Of what a requirement earns, in permille; of one that the rubric does not have the label is its id.
[[nodiscard]] Change requirement_change(const std::string& id, const Text& label, int before, int after);
/// Of the stage that is reached, by id.
[[nodiscard]] Change stage_change(const std::optional<std::string>& before,
                                  const std::optional<std::string>& after, const Rubric& rubric);
[[nodiscard]] Change gate_change(const Gate& gate, const Stage& stage, bool opens);

/// Every difference, by kind and then in the order of the rubric; paths best first, as they are afterwards.
/// Both must be made with the same rubric object; profile and day may differ.
[[nodiscard]] std::vector<Change> changes_between(const Assessment& before, const Assessment& after);

}  // namespace upstream
