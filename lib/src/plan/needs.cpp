#include "needs.hpp"

#include <algorithm>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"
#include "capacity.hpp"

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

bool mentions(const Need& need, SkillIndex skill) {
  return std::visit(Overloaded{
                        [&](const SkillAtLeast& n) { return n.skill == skill; },
                        [&](const AllOf& n) {
                          return std::any_of(n.of.begin(), n.of.end(),
                                             [&](const Need& one) { return mentions(one, skill); });
                        },
                        [&](const AtLeast& n) {
                          return std::any_of(n.of.begin(), n.of.end(),
                                             [&](const Need& one) { return mentions(one, skill); });
                        },
                        [](const auto&) { return false; },
                    },
                    need.kind);
}

int lab_hours_for(const Need& need, const Facts& facts) {
  if (judge(need, facts, View::score).met) return 0;
  return std::visit(Overloaded{
                        [&](const LabHoursAtLeast& n) { return n.hours - facts.lab_hours(n); },
                        [&](const AllOf& n) {
                          int most = 0;
                          for (const auto& one : n.of) most = std::max(most, lab_hours_for(one, facts));
                          return most;
                        },
                        [&](const AtLeast& n) {
                          std::vector<int> ways;
                          for (const auto& one : n.of) ways.push_back(lab_hours_for(one, facts));
                          std::sort(ways.begin(), ways.end());
                          return ways[static_cast<std::size_t>(n.count - 1)];
                        },
                        [](const auto&) { return kNever; },
                    },
                    need.kind);
}

}  // namespace upstream::planning
