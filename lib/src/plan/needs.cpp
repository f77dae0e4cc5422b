#include "needs.hpp"

#include <algorithm>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"
#include "target.hpp"

namespace upstream::planning {

bool adds_up(const Need& need, bool within_best) {
  return std::visit(
      Overloaded{
          [&](const AllOf& n) {
            return !within_best &&
                   std::all_of(n.of.begin(), n.of.end(), [&](const Need& one) { return adds_up(one); });
          },
          [](const AtLeast& n) {
            return std::all_of(n.of.begin(), n.of.end(), [](const Need& one) { return adds_up(one, true); });
          },
          [](const LabHoursAtLeast&) { return false; },
          [](const auto&) { return true; },
      },
      need.kind);
}

bool is_best_of_skills(const Need& need) {
  const auto* choice = std::get_if<AtLeast>(&need.kind);
  return choice != nullptr && choice->count == 1 &&
         std::all_of(choice->of.begin(), choice->of.end(),
                     [](const Need& one) { return std::holds_alternative<SkillAtLeast>(one.kind); });
}

std::vector<Rung> rungs_of(const std::vector<Requirement>& ladder, const Rubric& rubric) {
  std::vector<Rung> rungs;
  for (const auto& requirement : ladder) {
    const auto& need = requirement.need;
    rungs.push_back({&requirement, adds_up(need), is_best_of_skills(need), !asked_labs({&need}).empty(),
                     !asked_certificates({&need}).empty(), asked_levels({&need}, rubric)});
  }
  return rungs;
}

std::optional<Need> left_to_do(const Need& need, const Facts& facts,
                               const std::function<bool(SkillIndex)>& matters) {
  const Need nothing{AllOf{}};
  if (is_met(need, facts, View::score)) return nothing;
  const auto parts = [&](const std::vector<Need>& of) {
    std::vector<std::optional<Need>> all;
    for (const auto& one : of) all.push_back(left_to_do(one, facts, matters));
    return all;
  };
  const auto is_nothing = [](const Need& one) {
    const auto* all = std::get_if<AllOf>(&one.kind);
    return all != nullptr && all->of.empty();
  };
  return std::visit(
      Overloaded{
          [&](const SkillAtLeast& n) { return std::optional(matters(n.skill) ? need : nothing); },
          [&](const LabHoursAtLeast&) { return std::optional(need); },
          [&](const AllOf& n) -> std::optional<Need> {
            AllOf left;
            for (auto& one : parts(n.of)) {
              if (!one) return std::nullopt;
              if (!is_nothing(*one)) left.of.push_back(std::move(*one));
            }
            return Need{std::move(left)};
          },
          [&](const AtLeast& n) -> std::optional<Need> {
            AtLeast left{n.count, {}};
            for (auto& one : parts(n.of)) {
              if (!one) continue;
              if (is_nothing(*one)) {
                --left.count;
              } else {
                left.of.push_back(std::move(*one));
              }
            }
            if (left.count <= 0) return nothing;
            if (left.of.size() < static_cast<std::size_t>(left.count)) return std::nullopt;
            return Need{std::move(left)};
          },
          [](const auto&) -> std::optional<Need> { return std::nullopt; },
      },
      need.kind);
}

}  // namespace upstream::planning
