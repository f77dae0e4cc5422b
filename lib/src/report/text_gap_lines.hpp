#pragma once

#include "text_sheet.hpp"

namespace upstream::text_report {

/// What is still to be done on the cheapest way: "ネットワーク 2→3、ラボ あと 20 時間".
[[nodiscard]] Text remaining_steps(const Gap& gap, const Rubric& rubric);

/// Parts with " · " between them, in the style of small print.
[[nodiscard]] layout::Line small_print(const std::vector<std::string>& parts);

/// Rows of a table of kind, text (flexible) and gain.
void add_gap_rows(const Sheet& sheet, const Gap& gap, layout::Table& table);
[[nodiscard]] layout::Table gap_table();

}  // namespace upstream::text_report
