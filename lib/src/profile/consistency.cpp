#include "consistency.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "upstream/profile/evidence.hpp"

namespace upstream {
namespace {

Span at_line(Position at) { return {at, {at.line, at.column + 1}}; }

void check_overlaps(const Profile& profile, const Rubric& rubric, Diagnostics& diagnostics) {
  // Sorted by beginning, an entry can only overlap the one that reaches furthest before it: no pairs are
  // compared.
  for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
    std::vector<const Experience*> entries;
    for (const auto& entry : profile.experience) {
      if (entry.from && entry.stages.contains({s})) entries.push_back(&entry);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) {
      return a->from->first_day() < b->from->first_day();
    });
    const Experience* furthest = nullptr;
    for (const auto* entry : entries) {
      const bool overlaps =
          furthest != nullptr && (!furthest->to || furthest->to->last_day() >= entry->from->first_day());
      if (overlaps) {
        diagnostics
            .report(Rule::overlap, at_line(entry->at),
                    {fmt::format("{}の期間がほかの項目と重なる。重なった月は一度だけ数える",
                                 rubric.stages[s].label.ja),
                     fmt::format("this period of {} overlaps another; shared months count once",
                                 rubric.stages[s].label.en)})
            .notes.push_back({at_line(furthest->at), {"重なる相手はここ", "the other one is here"}});
      }
      const bool further = furthest == nullptr ||
                           (furthest->to && (!entry->to || entry->to->last_day() > furthest->to->last_day()));
      if (further) furthest = entry;
    }
  }
}

void check_evidence(const Profile& profile, const SkillRating& rating, const Rubric& rubric,
                    Diagnostics& diagnostics) {
  for (const auto& evidence : rating.evidence) {
    if (evidence.kind != EvidenceKind::work) continue;
    const bool matched =
        std::any_of(profile.experience.begin(), profile.experience.end(),
                    [&](const Experience& entry) { return matches(evidence, entry, rating.skill, rubric); });
    if (matched) continue;
    const auto& label = rubric[rating.skill].label;
    diagnostics.report(Rule::unmatched_evidence, at_line(evidence.at),
                       {fmt::format("「{}」の実務の裏付けに合う実務経験がない", label.ja),
                        fmt::format("no field work matches this work evidence for {}", label.en)},
                       {"その頃の experience に分野(domains)を書くか、kind を lab か course にしてください",
                        "state the domains of the work at that time, or make it kind lab or course"});
  }
}

void check_rating(const SkillRating& rating, const Rubric& rubric, Diagnostics& diagnostics) {
  const auto& skill = rubric[rating.skill];
  if (rating.not_applicable && !skill.not_applicable) {
    diagnostics.report(
        Rule::not_applicable, at_line(rating.at),
        {fmt::format("「{}」は設計に要る技能なので対象外にできない(0 として数える)", skill.label.ja),
         fmt::format("{} is needed for design work and cannot be n/a; it counts as 0", skill.label.en)},
        {"0 から 4 のレベルを書くか、行を消してください", "write a level 0-4, or take the line out"});
  }
  if (rating.reviewed_level && !rating.not_applicable &&
      std::abs(rating.level - *rating.reviewed_level) >= rubric.settings.review_difference) {
    diagnostics.report(
        Rule::review_differs, at_line(rating.at),
        {fmt::format("「{}」は本人 {}、上長 {} と離れている", skill.label.ja, rating.level,
                     *rating.reviewed_level),
         fmt::format("{}: own rating {}, review {}", skill.label.en, rating.level, *rating.reviewed_level)},
        {"どちらが正しいかではなく、何を見てそう思うかを二人で話してください",
         "talk about what each of you has seen, not about who is right"});
  }
}

}  // namespace

bool uses_skill(const Experience& experience, SkillIndex skill, const Rubric& rubric) {
  const auto& proof = rubric.proofs[rubric[skill].proof];
  if (proof.by_domain) return experience.domains.meets(rubric[skill].domains);
  return proof.any_domain || is_infrastructure(experience, rubric);
}

bool matches(const Evidence& evidence, const Experience& experience, SkillIndex skill, const Rubric& rubric) {
  if (experience.stages.empty() || !uses_skill(experience, skill, rubric)) return false;
  if (!evidence.date || !experience.from) return true;
  const bool after_begin = evidence.date->last_day() >= experience.from->first_day();
  const bool before_end = !experience.to || evidence.date->first_day() <= experience.to->last_day();
  return after_begin && before_end;
}

void check_consistency(const Profile& profile, const Rubric& rubric, Diagnostics& diagnostics) {
  check_overlaps(profile, rubric, diagnostics);
  for (const auto& rating : profile.skills) {
    check_rating(rating, rubric, diagnostics);
    check_evidence(profile, rating, rubric, diagnostics);
  }
}

}  // namespace upstream
