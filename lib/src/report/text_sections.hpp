#pragma once

#include "text_sheet.hpp"

/// The parts of the report, in the order in which they are written. Each writes nothing where it has nothing
/// to say.
namespace upstream::text_report {

void add_header(Sheet& sheet);
void add_ladder(Sheet& sheet);
void add_answers(Sheet& sheet);
void add_conditions(Sheet& sheet);
void add_strengths(Sheet& sheet);
void add_gaps(Sheet& sheet);
void add_findings(Sheet& sheet);
void add_entry_routes(Sheet& sheet);
void add_post(Sheet& sheet);
void add_next_actions(Sheet& sheet);
void add_paths(Sheet& sheet);
void add_certifications(Sheet& sheet);
void add_outlook(Sheet& sheet);
void add_gates(Sheet& sheet);        ///< --all
void add_ledger(Sheet& sheet);       ///< --all
void add_skills(Sheet& sheet);       ///< --all
void add_sensitivity(Sheet& sheet);  ///< --all
void add_caveat(Sheet& sheet);

}  // namespace upstream::text_report
