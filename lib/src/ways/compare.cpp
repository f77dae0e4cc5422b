#include "upstream/ways/compare.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "report/phrases.hpp"
#include "upstream/assess/assess.hpp"
#include "upstream/report/version.hpp"

namespace upstream {
namespace {

/// Whose doing it is that a record is not what its facts give today. Where rubric and program are both
/// others, they cannot be told apart: the rubric is what scores are made of.
ChangePart part_of(const SavedAssessment& saved, const Rubric& rubric) {
  return saved.rubric_hash != rubric.hash ? ChangePart::rubric : ChangePart::tool;
}

using Earned = std::vector<std::pair<std::string, int>>;

Earned earned_in(const Assessment& assessment) {
  Earned all;
  for (const auto& entry : assessment.ledger) all.emplace_back(entry.requirement->id, entry.earned);
  return all;
}

int look_up(const Earned& earned, const std::string& id) {
  const auto found =
      std::find_if(earned.begin(), earned.end(), [&](const auto& entry) { return entry.first == id; });
  return found == earned.end() ? 0 : found->second;
}

Text label_of(const std::string& requirement, const Assessment& assessment) {
  for (const auto& entry : assessment.ledger) {
    if (entry.requirement->id == requirement) return entry.requirement->label;
  }
  return {requirement, requirement};
}

/// Of the same thing; points need only add up to nothing.
bool is_way_back(const Change& one, const Change& other) {
  if (one.kind != other.kind || one.id != other.id) return false;
  if (one.kind == ChangeKind::requirement) return one.permille + other.permille == 0;
  return one.before == other.after && one.after == other.before;
}

SavedStanding standing_in(const Assessment& assessment) {
  SavedStanding standing;
  if (assessment.reached) standing.reached = (*assessment.rubric)[*assessment.reached].id;
  for (const auto& gate : assessment.gates) standing.gates.emplace_back(gate.gate->id, gate.open);
  return standing;
}

class Comparer {
 public:
  Comparer(Comparison& comparison, const Rubric& rubric) : comparison_(comparison), rubric_(rubric) {}

  void run() {
    const auto& before = comparison_.before;
    const auto& after = comparison_.after;
    const auto& old = *before.report.assessment;
    const auto& now = *after.report.assessment;
    if (const auto* record = before.record()) {
      move(part_of(*record, rubric_), old.readiness.permille - record->permille);
      ledgers(part_of(*record, rubric_), record->ledger, earned_in(old), old);
      standings(part_of(*record, rubric_), record->standing, standing_in(old), old);
      explain(*record, old.readiness.permille, before.report.source.path());
    }
    const auto later = assess(*before.report.profile, rubric_, {after.report.day, false});
    move(ChangePart::time, later.readiness.permille - old.readiness.permille);
    add(ChangePart::time, changes_between(old, later));
    move(ChangePart::profile, now.readiness.permille - later.readiness.permille);
    add(ChangePart::profile, changes_between(later, now));
    if (const auto* record = after.record()) {
      move(part_of(*record, rubric_), record->permille - now.readiness.permille);
      ledgers(part_of(*record, rubric_), earned_in(now), record->ledger, now);
      standings(part_of(*record, rubric_), standing_in(now), record->standing, now);
      explain(*record, now.readiness.permille, after.report.source.path());
    }
    drop_what_cancels_out();
    for (const auto* side : {&before, &after}) {
      if (side->saved && side->record() == nullptr) other_day(*side);
    }
    std::stable_sort(comparison_.changes.begin(), comparison_.changes.end(),
                     [](const PartChange& a, const PartChange& b) { return a.part < b.part; });
  }

 private:
  /// Once, where it holds of both sides.
  void note(Text text) {
    const bool is_known = std::any_of(comparison_.notes.begin(), comparison_.notes.end(),
                                      [&](const Text& other) { return other.en == text.en; });
    if (!is_known) comparison_.notes.push_back(std::move(text));
  }

  void move(ChangePart part, int permille) { comparison_.parts[static_cast<std::size_t>(part)] += permille; }

  void add(ChangePart part, std::vector<Change> changes) {
    for (auto& change : changes) comparison_.changes.push_back({part, std::move(change)});
  }

  /// Where both sides recorded the same, another rubric or program changes a thing there and back.
  void drop_what_cancels_out() {
    const auto all = comparison_.changes;
    std::erase_if(comparison_.changes, [&](const PartChange& one) {
      if (one.part != ChangePart::rubric && one.part != ChangePart::tool) return false;
      return std::any_of(all.begin(), all.end(), [&](const PartChange& other) {
        return other.part == one.part && is_way_back(one.change, other.change);
      });
    });
  }

  void standings(ChangePart part, const SavedStanding& before, const SavedStanding& after,
                 const Assessment& at_hand) {
    std::vector<Change> changes;
    if (before.reached != after.reached)
      changes.push_back(stage_change(before.reached, after.reached, rubric_));
    for (const auto& gate : at_hand.gates) {
      const auto is_open = [&](const SavedStanding& standing) -> std::optional<bool> {
        for (const auto& [id, open] : standing.gates) {
          if (id == gate.gate->id) return open;
        }
        return std::nullopt;
      };
      const auto was = is_open(before);
      const auto is = is_open(after);
      if (was && is && *was != *is) changes.push_back(gate_change(*gate.gate, rubric_[gate.stage], *is));
    }
    add(part, std::move(changes));
  }

  void ledgers(ChangePart part, const Earned& before, const Earned& after, const Assessment& labels) {
    auto ids = before;
    for (const auto& entry : after) {
      if (std::none_of(before.begin(), before.end(), [&](const auto& e) { return e.first == entry.first; }))
        ids.push_back(entry);
    }
    std::vector<Change> changes;
    for (const auto& [id, unused] : ids) {
      const int was = look_up(before, id);
      const int is = look_up(after, id);
      if (was == is) continue;
      changes.push_back(requirement_change(id, label_of(id, labels), was, is));
    }
    add(part, std::move(changes));
  }

  void explain(const SavedAssessment& record, int permille, const std::string& path) {
    const bool other_rubric = record.rubric_hash != rubric_.hash;
    const bool other_tool = record.tool_version != kToolVersion;
    if (other_rubric) {
      note({fmt::format("「{}」は別のルーブリック({})で評価されている", path, record.rubric_hash),
            fmt::format("'{}' was assessed with another rubric ({})", path, record.rubric_hash)});
    }
    if (other_tool) {
      note({fmt::format("「{}」は upstream-check {} の評価", path, record.tool_version),
            fmt::format("'{}' was assessed by upstream-check {}", path, record.tool_version)});
    }
    int sum = 0;
    for (const auto& [requirement, earned] : record.ledger) sum += earned;
    if (sum != record.permille) {
      note(
          {fmt::format("「{}」の記録した到達度は、記録した明細の合計と合わない(書き換えられた可能性がある)",
                       path),
           fmt::format("the readiness recorded in '{}' is not the sum of its ledger: it may have been edited",
                       path)});
    }
    if (sum != record.permille || record.permille == permille) return;
    if (other_rubric && other_tool) {
      note({"ルーブリックと版がどちらも違うので、差はルーブリックの分とした",
            "as rubric and program both differ, their part is told as the rubric's"});
    } else if (!other_rubric && !other_tool) {
      note({fmt::format(
                "「{}」の記録した到達度は、その facts から計算した値と合わない(書き換えられた可能性がある)",
                path),
            fmt::format("the readiness recorded in '{}' is not what its facts give: it may have been edited",
                        path)});
    }
  }

  void other_day(const ComparedSide& side) {
    const auto& path = side.report.source.path();
    const auto day = iso(side.saved->as_of);
    note({fmt::format("「{}」の記録は {} のもので、{} では評価し直した", path, day, iso(side.report.day)),
          fmt::format("'{}' was recorded on {} and is assessed anew for {}", path, day,
                      iso(side.report.day))});
  }

  Comparison& comparison_;
  const Rubric& rubric_;
};

}  // namespace

std::string_view id(ChangePart part) {
  static constexpr std::array<std::string_view, kChangeParts> words{"rubric", "tool", "time", "profile"};
  return words[static_cast<std::size_t>(part)];
}

Comparison compare(ComparedSide before, ComparedSide after, const Rubric& rubric) {
  Comparison comparison{std::move(before), std::move(after), {}, {}, {}};
  Comparer(comparison, rubric).run();
  return comparison;
}

std::vector<Text> drops_of(const Comparison& comparison) {
  std::vector<Text> drops;
  for (const auto& [part, change] : comparison.changes) {
    if (part != ChangePart::profile) continue;
    const bool loses = change.kind == ChangeKind::requirement && change.permille < 0;
    const bool shuts = change.kind == ChangeKind::gate && change.after == ChangeValue(std::string("shut"));
    if (loses || shuts) drops.push_back(change.text);
  }
  return drops;
}

}  // namespace upstream
