#include "evaluate.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "overloaded.hpp"

namespace upstream {
namespace {

Share part(std::int64_t have, std::int64_t need) { return std::min(have, need) * kWhole / need; }

bool holds(const CertificateAmong& among, const Facts& facts, View view) {
  // Without a date nobody can tell whether it has lapsed: it is credited, but it proves nothing.
  const auto& held = view == View::low ? facts.proven : facts.held;
  return std::any_of(among.of.begin(), among.of.end(),
                     [&](CertificationIndex c) { return held[c.value] != 0; });
}

Judgement best_of(const AtLeast& need, const Facts& facts, View view) {
  int met = 0;
  if (need.count == 1) {
    Share best = 0;
    for (const auto& one : need.of) {
      const auto judgement = judge(one, facts, view);
      best = std::max(best, judgement.share);
      if (judgement.met) ++met;
    }
    return {best, met >= 1};
  }
  std::vector<Share> shares;
  shares.reserve(need.of.size());
  for (const auto& one : need.of) {
    const auto judgement = judge(one, facts, view);
    shares.push_back(judgement.share);
    if (judgement.met) ++met;
  }
  std::sort(shares.begin(), shares.end(), std::greater<>());
  Share sum = 0;
  for (std::size_t i = 0; i < shares.size() && i < static_cast<std::size_t>(need.count); ++i)
    sum += shares[i];
  return {sum / need.count, met >= need.count};
}

/// The needs that earn something, each with its share.
std::vector<std::pair<Share, const Need*>> earning(const std::vector<Need>& needs, const Facts& facts) {
  std::vector<std::pair<Share, const Need*>> all;
  for (const auto& need : needs) {
    if (const auto share = judge(need, facts, View::score).share; share > 0) all.emplace_back(share, &need);
  }
  return all;
}

/// The lines that earn something of the need, which is known to earn something.
void add_lines(const Need& need, const Facts& facts, std::vector<Position>& lines) {
  std::visit(Overloaded{
                 [&](const SkillAtLeast& n) {
                   const auto& skill = facts.skills[n.skill.value].lines;
                   lines.insert(lines.end(), skill.begin(), skill.end());
                 },
                 [&](const MonthsAtLeast& n) {
                   for (const auto& work : facts.work) {
                     if (matches(work, n.filter) && work.counts()) lines.push_back(work.entry->at);
                   }
                 },
                 [&](const CertificateAmong& n) {
                   const auto listed = [&](CertificationIndex c) {
                     return std::binary_search(n.of.begin(), n.of.end(), c);
                   };
                   for (const auto& state : facts.certifications) {
                     const auto& kept = (*facts.rubric)[state.certification].lapse_keeps;
                     const bool keeps = state.status != CertificationStatus::not_yet &&
                                        std::any_of(kept.begin(), kept.end(), listed);
                     if (keeps || (state.counts() && listed(state.certification))) lines.push_back(state.at);
                   }
                 },
                 [&](const LabHoursAtLeast& n) {
                   for (const auto& practice : facts.labs) {
                     if (matches(*practice.lab, n)) lines.push_back(practice.lab->at);
                   }
                 },
                 [&](const AllOf& n) {
                   for (const auto& [share, one] : earning(n.of, facts)) add_lines(*one, facts, lines);
                 },
                 [&](const AtLeast& n) {
                   // Only the best ways earn: the others are not what the points came from.
                   auto ways = earning(n.of, facts);
                   std::stable_sort(ways.begin(), ways.end(),
                                    [](const auto& a, const auto& b) { return a.first > b.first; });
                   ways.resize(std::min(ways.size(), static_cast<std::size_t>(n.count)));
                   for (const auto& [share, way] : ways) add_lines(*way, facts, lines);
                 },
             },
             need.kind);
}

int points(const Requirement& requirement, const Judgement& judgement) {
  return static_cast<int>(requirement.weight * judgement.share / kWhole);
}

}  // namespace

Judgement judge(const Need& need, const Facts& facts, View view) {
  auto judgement = std::visit(
      Overloaded{
          [&](const SkillAtLeast& n) -> Judgement {
            const int level = facts.level(n.skill, view);
            const int permille =
                facts.rubric->credit[static_cast<std::size_t>(n.level)][static_cast<std::size_t>(level)];
            return {permille * (kWhole / 1000), level >= n.level};
          },
          [&](const MonthsAtLeast& n) -> Judgement {
            const int months = facts.months(n.filter);
            return {part(months, n.months), months >= n.months};
          },
          [&](const CertificateAmong& n) -> Judgement {
            const bool held = holds(n, facts, view);
            return {held ? kWhole : 0, held};
          },
          [&](const LabHoursAtLeast& n) -> Judgement {
            const int hours = facts.lab_hours(n);
            return {part(hours, n.hours), hours >= n.hours};
          },
          [&](const AllOf& n) -> Judgement {
            Share sum = 0;
            bool met = true;
            for (const auto& one : n.of) {
              const auto part = judge(one, facts, view);
              sum += part.share;
              met = met && part.met;
            }
            return {n.of.empty() ? 0 : sum / static_cast<Share>(n.of.size()), met};
          },
          [&](const AtLeast& n) -> Judgement { return best_of(n, facts, view); },
      },
      need.kind);
  judgement.share = judgement.share * need.credit / 1000;
  return judgement;
}

bool is_met(const Need& need, const Facts& facts, View view) {
  const auto is_met_too = [&](const Need& one) { return is_met(one, facts, view); };
  return std::visit(Overloaded{
                        [&](const SkillAtLeast& n) { return facts.level(n.skill, view) >= n.level; },
                        [&](const MonthsAtLeast& n) { return facts.months(n.filter) >= n.months; },
                        [&](const CertificateAmong& n) { return holds(n, facts, view); },
                        [&](const LabHoursAtLeast& n) { return facts.lab_hours(n) >= n.hours; },
                        [&](const AllOf& n) { return std::all_of(n.of.begin(), n.of.end(), is_met_too); },
                        [&](const AtLeast& n) {
                          int met = 0;
                          return std::any_of(n.of.begin(), n.of.end(), [&](const Need& one) {
                            return is_met_too(one) && ++met >= n.count;
                          });
                        },
                    },
                    need.kind);
}

int earned(const Requirement& requirement, const Facts& facts, View view) {
  return points(requirement, judge(requirement.need, facts, view));
}

int total(const std::vector<Requirement>& requirements, const Facts& facts, View view) {
  int sum = 0;
  for (const auto& requirement : requirements) sum += earned(requirement, facts, view);
  return sum;
}

std::vector<LedgerEntry> ledger(const std::vector<Requirement>& requirements, const Facts& facts,
                                bool with_lines) {
  std::vector<LedgerEntry> entries;
  entries.reserve(requirements.size());
  for (const auto& requirement : requirements) {
    LedgerEntry entry;
    entry.requirement = &requirement;
    entry.possible = requirement.weight;
    const auto judgement = judge(requirement.need, facts, View::score);
    entry.earned = points(requirement, judgement);
    entry.low = earned(requirement, facts, View::low);
    entry.high = earned(requirement, facts, View::high);
    entry.met = judgement.met;
    if (with_lines && judgement.share > 0) add_lines(requirement.need, facts, entry.lines);
    std::sort(entry.lines.begin(), entry.lines.end());
    entry.lines.erase(std::unique(entry.lines.begin(), entry.lines.end()), entry.lines.end());
    entries.push_back(std::move(entry));
  }
  return entries;
}

int months_from(StageIndex stage, const Facts& facts) {
  MonthsFilter filter;
  for (auto s = stage.value; s < facts.rubric->stages.size(); ++s) filter.stages.insert(StageIndex{s});
  return facts.months(filter);
}

bool has_arrived(StageIndex stage, const Facts& facts) {
  if (facts.arrived.contains(stage)) return true;
  return !facts.extra_months.empty() && months_from(stage, facts) >= facts.rubric->settings.arrival_months;
}

bool is_open(const Gate& gate, StageIndex stage, const Facts& facts) {
  return has_arrived(stage, facts) || is_met(gate.need, facts, View::score);
}

std::optional<StageIndex> reached_stage(const Facts& facts) {
  std::optional<StageIndex> reached;
  for (std::uint16_t s = 0; s < facts.rubric->stages.size(); ++s) {
    const StageIndex stage{s};
    const auto& gates = (*facts.rubric)[stage].gates;
    if (!std::all_of(gates.begin(), gates.end(),
                     [&](const Gate& gate) { return is_open(gate, stage, facts); }))
      break;
    reached = stage;
  }
  return reached;
}

}  // namespace upstream
