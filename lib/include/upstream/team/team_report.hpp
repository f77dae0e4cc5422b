#pragma once

#include <string>
#include <string_view>

#include "upstream/report/text_report.hpp"
#include "upstream/team/team_picture.hpp"

namespace upstream {

/// The map of people and skills has no more rows than this in text and Markdown; for more people the numbers
/// stand alone, and the rows are in CSV and JSON.
inline constexpr int kMostMapRows = 60;

/// What a lead reads at a terminal. Ends with a line break; no escape sequence unless `color`; text of the
/// profiles is made harmless, here and in every format.
[[nodiscard]] std::string render_team_text(const TeamPicture& picture, const TextOptions& options);

/// docs/json.md. Numbers that are withheld are null.
[[nodiscard]] std::string render_team_json(const TeamPicture& picture, Language language);

/// RFC 4180: people × skills, or where only groups are shown skills with the numbers of people. A field that
/// a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string render_team_csv(const TeamPicture& picture);

/// The same as the text, as tables.
[[nodiscard]] std::string render_team_markdown(const TeamPicture& picture, Language language);

/// The JSON Schema (draft-07) of `render_team_json`.
[[nodiscard]] std::string_view team_schema();

}  // namespace upstream
