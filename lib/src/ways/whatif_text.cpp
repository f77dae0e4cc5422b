#include "side_by_side.hpp"
#include "upstream/ways/whatif.hpp"

namespace upstream {
std::string render_whatif_text(const Whatif& whatif, const TextOptions& options) {
  Page page(options);
  const auto& before = *whatif.before.assessment;
  const auto& after = *whatif.after.assessment;
  page.title(page.japanese() ? "もし変えたら" : "What if", whatif.before.profile->name);
  for (const auto& asked : whatif.asked) page.item({asked, asked});
  if (whatif.asked.empty()) page.paragraph({"何も変えていない", "nothing is supposed"}, 2);
  ways::add_headlines(page, before, after);
  ways::add_side_by_side(page, before, after);
  if (whatif.changes.empty() && ways::is_same_range(before, after)) {
    page.blank();
    page.paragraph({"点・関門・不足・進路・席・目標に変わるところはない",
                    "nothing changes in points, gates, gaps, paths, the post and the goal"},
                   2);
  }
  std::vector<const Change*> changes;
  for (const auto& change : whatif.changes) changes.push_back(&change);
  ways::add_changes(page, changes, 0);
  ways::add_next_actions(page, before, after);
  if (!whatif.assumptions.empty()) {
    page.section({"前提", "Taken for granted"});
    for (const auto& assumption : whatif.assumptions) page.item(assumption);
  }
  ways::add_caveat(page);
  return page.render();
}

}  // namespace upstream
