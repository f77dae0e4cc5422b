#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "upstream/report/file_report.hpp"
#include "upstream/report/text_report.hpp"
#include "upstream/ways/change.hpp"
#include "upstream/ways/fault.hpp"

namespace upstream {

/// Where a person stood.
struct SavedStanding {
  std::optional<std::string> reached;               ///< stage, by id
  std::vector<std::pair<std::string, bool>> gates;  ///< by id, and whether they were open
};

/// What an assessment saved as JSON recorded beside its facts.
struct SavedAssessment {
  int permille = 0;
  Day as_of{};
  std::string tool_version;
  std::string rubric_hash;
  std::vector<std::pair<std::string, int>> ledger;  ///< requirement and what it earned
  SavedStanding standing{};
};

/// One side of a comparison, assessed with the rubric at hand.
struct ComparedSide {
  FileReport report;  ///< of a saved assessment: of its facts, at their places in the file
  std::optional<SavedAssessment> saved;

  /// What was recorded, where it was recorded for the day that is compared.
  [[nodiscard]] const SavedAssessment* record() const {
    return saved && saved->as_of == report.day ? &*saved : nullptr;
  }
};

/// Takes a profile, or what `--format json` wrote of one. A profile with errors comes back as a report that
/// is not ok; a JSON that looks like a saved assessment and is none that can be read, as a fault.
[[nodiscard]] std::variant<ComparedSide, Fault> read_side(SourceFile source, const Rubric& rubric,
                                                          const ReportOptions& options);

/// Whose doing a difference is, in the order in which things are moved.
enum class ChangePart : std::uint8_t { rubric, tool, time, profile };
inline constexpr std::size_t kChangeParts = 4;
[[nodiscard]] std::string_view id(ChangePart part);

struct PartChange {
  ChangePart part = ChangePart::profile;
  Change change;
};

struct Comparison {
  ComparedSide before;
  ComparedSide after;
  int parts[kChangeParts]{};  ///< permille, by ChangePart
  std::vector<PartChange> changes;
  std::vector<Text> notes;

  [[nodiscard]] int part(ChangePart one) const { return parts[static_cast<std::size_t>(one)]; }
  [[nodiscard]] int total() const { return parts[0] + parts[1] + parts[2] + parts[3]; }
};

/// Moves one thing at a time from the old side to the new: what was recorded → the same facts under this
/// rubric and program → the same on the new day → the new profile → what was recorded of that. The parts are
/// the differences, and so add up exactly. Both sides must be ok.
[[nodiscard]] Comparison compare(ComparedSide before, ComparedSide after, const Rubric& rubric);

/// What the profile part lost: requirements with less than before and gates that shut, a line each.
[[nodiscard]] std::vector<Text> drops_of(const Comparison& comparison);

[[nodiscard]] std::string render_comparison_text(const Comparison& comparison, const TextOptions& options);
/// docs/json.md, compare.schema.json
[[nodiscard]] std::string render_comparison_json(const Comparison& comparison, Language language);
[[nodiscard]] std::string_view comparison_schema();

}  // namespace upstream
