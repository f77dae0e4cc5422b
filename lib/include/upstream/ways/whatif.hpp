#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "upstream/report/file_report.hpp"
#include "upstream/report/text_report.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/ways/change.hpp"
#include "upstream/ways/fault.hpp"

namespace upstream {

/// What is supposed of a profile, as it is written on the command line.
struct Supposition {
  std::vector<std::string> set;               ///< PATH=VALUE, the value as YAML
  std::vector<std::string> add_certificates;  ///< NAME or NAME@DATE
  std::vector<std::string> add_months;        ///< STAGE=N
  std::optional<Day> at;                      ///< the day of the outcome; absent: that of `before`
};

/// Two assessments of one profile: as it is, and as it would be.
struct Whatif {
  FileReport before;
  FileReport after;
  std::vector<std::string> asked;  ///< the options, as written
  std::vector<Change> changes;
  std::vector<Text> assumptions;  ///< what was taken for granted where the options left it open
};

/// Writes what is supposed into a copy of the profile, reads that as any profile is read, and assesses it.
/// `before` must be ok, and stays untouched. Where something cannot be supposed, every such option comes back
/// with the reason.
[[nodiscard]] std::variant<Whatif, std::vector<Fault>> suppose(FileReport before, const Rubric& rubric,
                                                               const Supposition& supposition);

/// Before and after side by side, then every change.
[[nodiscard]] std::string render_whatif_text(const Whatif& whatif, const TextOptions& options);
/// docs/json.md, whatif.schema.json
[[nodiscard]] std::string render_whatif_json(const Whatif& whatif, Language language);
[[nodiscard]] std::string_view whatif_schema();

}  // namespace upstream
