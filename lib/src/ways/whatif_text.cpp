#include "side_by_side.hpp"
#include "upstream/report/wording.hpp"
#include "upstream/ways/whatif.hpp"

namespace upstream {
namespace {

void add_next_actions(Page& page, const Text& heading, const Assessment& assessment) {
  if (assessment.next_actions.empty()) return;
  page.section(heading);
  for (const auto& action : assessment.next_actions) page.item(wording::next_action(action, assessment));
}

}  // namespace

std::string render_whatif_text(const Whatif& whatif, const TextOptions& options) {
  Page page(options);
  const auto& before = *whatif.before.assessment;
  const auto& after = *whatif.after.assessment;
  page.title(page.japanese() ? "もし変えたら" : "What if", whatif.before.profile->name);
  for (const auto& asked : whatif.asked) page.item({asked, asked});
  if (whatif.asked.empty()) page.paragraph({"何も変えていない", "nothing is supposed"}, 2);
  ways::add_side_by_side(page, before, after);
  if (whatif.changes.empty()) {
    page.blank();
    page.paragraph({"点・関門・不足・進路・席に変わるところはない",
                    "nothing changes in points, gates, gaps, paths and the post"},
                   2);
  }
  ways::add_changes(page, whatif.changes);
  add_next_actions(page, {"次の一手(前)", "Next actions before"}, before);
  if (!whatif.changes.empty()) add_next_actions(page, {"次の一手(後)", "Next actions after"}, after);
  if (!whatif.assumptions.empty()) {
    page.section({"前提", "Taken for granted"});
    for (const auto& assumption : whatif.assumptions) page.item(assumption);
  }
  ways::add_caveat(page);
  return page.render();
}

}  // namespace upstream
