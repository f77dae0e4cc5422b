#include "target.hpp"

#include <algorithm>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"

namespace upstream::planning {
namespace {

/// Calls `take` with every need that asks for something by itself.
template <typename Take>
void for_each_part(const Need& need, Take&& take) {
  std::visit(Overloaded{
                 [&](const AllOf& n) {
                   for (const auto& one : n.of) for_each_part(one, take);
                 },
                 [&](const AtLeast& n) {
                   for (const auto& one : n.of) for_each_part(one, take);
                 },
                 [&](const auto& n) { take(n); },
             },
             need.kind);
}

template <typename Part>
std::vector<const Part*> parts_of(const std::vector<const Need*>& needs) {
  std::vector<const Part*> parts;
  for (const auto* need : needs) {
    for_each_part(*need, Overloaded{[&](const Part& part) { parts.push_back(&part); }, [](const auto&) {}});
  }
  return parts;
}

/// Those of the target, with such gates as `takes` says.
template <typename Takes>
std::vector<const Need*> needs_with_gates(const Target& target, const Rubric& rubric, Takes&& takes) {
  constexpr std::size_t kAsARule = 16;
  std::vector<const Need*> needs;
  needs.reserve(kAsARule + target.besides.size());
  for (std::uint16_t s = 0; s <= target.stage.value; ++s) {
    for (const auto& gate : rubric.stages[s].gates) {
      if (takes(gate, StageIndex{s})) needs.push_back(&gate.need);
    }
  }
  for (const auto& need : target.besides) needs.push_back(&need);
  if (target.ladder != nullptr) {
    for (const auto& requirement : *target.ladder) needs.push_back(&requirement.need);
  }
  return needs;
}

}  // namespace

bool is_met(const Target& target, const Facts& facts) {
  for (std::uint16_t s = 0; s <= target.stage.value; ++s) {
    const auto& gates = facts.rubric->stages[s].gates;
    if (!std::all_of(gates.begin(), gates.end(), [&](const Gate& gate) { return is_open(gate, {s}, facts); }))
      return false;
  }
  if (!std::all_of(target.besides.begin(), target.besides.end(),
                   [&](const Need& need) { return is_met(need, facts, View::score); }))
    return false;
  return target.ladder == nullptr || total(*target.ladder, facts, View::score) >= target.permille;
}

std::vector<const Need*> needs_of(const Target& target, const Facts& facts) {
  return needs_with_gates(target, *facts.rubric,
                          [&](const Gate& gate, StageIndex stage) { return !is_open(gate, stage, facts); });
}

std::vector<const Need*> all_needs_of(const Target& target, const Rubric& rubric) {
  return needs_with_gates(target, rubric, [](const Gate&, StageIndex) { return true; });
}

std::vector<int> asked_levels(const std::vector<const Need*>& needs, const Rubric& rubric) {
  std::vector<int> levels(rubric.skills.size(), 0);
  const auto take = Overloaded{[&](const SkillAtLeast& part) {
                                 auto& level = levels[part.skill.value];
                                 level = std::max(level, part.level);
                               },
                               [](const auto&) {}};
  for (const auto* need : needs) for_each_part(*need, take);
  return levels;
}

std::vector<const LabHoursAtLeast*> asked_labs(const std::vector<const Need*>& needs) {
  return parts_of<LabHoursAtLeast>(needs);
}

std::vector<const MonthsAtLeast*> asked_months(const std::vector<const Need*>& needs) {
  return parts_of<MonthsAtLeast>(needs);
}

std::vector<const CertificateAmong*> asked_certificates(const std::vector<const Need*>& needs) {
  return parts_of<CertificateAmong>(needs);
}

}  // namespace upstream::planning
