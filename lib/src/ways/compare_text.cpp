#include <array>

#include <fmt/format.h>

#include "side_by_side.hpp"
#include "upstream/ways/compare.hpp"

namespace upstream {
namespace {

using layout::Line;
using layout::Style;

struct PartWords {
  ChangePart part;
  Text label;
};

const std::array<PartWords, kChangeParts>& parts() {
  static const std::array<PartWords, kChangeParts> words{
      PartWords{ChangePart::profile, {"書かれた内容", "what the profile says"}},
      PartWords{ChangePart::time, {"日が過ぎたこと", "passing time"}},
      PartWords{ChangePart::rubric, {"ルーブリックの違い", "another rubric"}},
      PartWords{ChangePart::tool, {"プログラムの版の違い", "another version of the program"}},
  };
  return words;
}

Line points(int permille) {
  const auto style = permille == 0 ? Style::dim : permille > 0 ? Style::good : Style::bad;
  return {ways::signed_points(permille), style};
}

std::optional<int> recorded(const ComparedSide& side) {
  const auto* record = side.record();
  const bool differs = record != nullptr && record->permille != side.report.assessment->readiness.permille;
  return differs ? std::optional(record->permille) : std::nullopt;
}

}  // namespace

std::string render_comparison_text(const Comparison& comparison, const TextOptions& options) {
  Page page(options);
  page.title(
      page.japanese() ? "前と後" : "Before and after",
      fmt::format("{} → {}", comparison.before.report.source.path(), comparison.after.report.source.path()));
  const auto& before = *comparison.before.report.assessment;
  const auto& after = *comparison.after.report.assessment;
  ways::add_headlines(page, before, after);
  ways::add_side_by_side(page, before, after, {recorded(comparison.before), recorded(comparison.after)});

  page.section({"差の内訳(点)", "Where the difference comes from (points)"});
  layout::Table table({{}, {layout::Align::right}});
  for (const auto& [part, label] : parts()) table.add({Line(page.in(label)), points(comparison.part(part))});
  table.add({Line(page.japanese() ? "合計" : "total", Style::strong), points(comparison.total())});
  page.add(table, 2);

  for (const auto& [part, label] : parts()) {
    std::vector<const Change*> changes;
    for (const auto& change : comparison.changes) {
      if (change.part == part) changes.push_back(&change.change);
    }
    if (changes.empty()) continue;
    page.section({label.ja + "による変化", fmt::format("Changed by {}", label.en)});
    ways::add_changes(page, changes, 1);
  }
  ways::add_next_actions(page, before, after);
  if (comparison.changes.empty() && ways::is_same_range(before, after)) {
    page.blank();
    page.paragraph({"点・関門・不足・進路・席・目標に変わったところはない",
                    "nothing changed in points, gates, gaps, paths, the post and the goal"},
                   2);
  }
  if (!comparison.notes.empty()) {
    page.section({"注意", "Notes"});
    for (const auto& note : comparison.notes) page.item(note);
  }
  ways::add_caveat(page);
  return page.render();
}

}  // namespace upstream
