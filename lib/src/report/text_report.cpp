#include "upstream/report/text_report.hpp"

#include "text_sections.hpp"

namespace upstream {

std::string render_text(const FileReport& report, const TextOptions& options) {
  using namespace text_report;
  Sheet sheet(report, options);
  add_header(sheet);
  add_ladder(sheet);
  add_answers(sheet);
  add_conditions(sheet);
  add_strengths(sheet);
  add_gaps(sheet);
  add_findings(sheet);
  add_entry_routes(sheet);
  add_post(sheet);
  add_next_actions(sheet);
  add_paths(sheet);
  add_certifications(sheet);
  add_outlook(sheet);
  if (options.everything) {
    add_gates(sheet);
    add_ledger(sheet);
    add_skills(sheet);
    add_sensitivity(sheet);
  }
  add_caveat(sheet);
  return sheet.render();
}

}  // namespace upstream
