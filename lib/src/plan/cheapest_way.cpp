#include "cheapest_way.hpp"

#include <algorithm>
#include <utility>

#include "assess/overloaded.hpp"

namespace upstream::planning {

CheapestWay::CheapestWay(std::vector<Skill> skills,
                         std::function<std::optional<int>(const LabHoursAtLeast&)> lacks,
                         std::function<bool(const Need&)> is_met)
    : skills_(std::move(skills)), lacks_(std::move(lacks)), is_met_(std::move(is_met)) {}

int CheapestWay::hours(const std::vector<const Need*>& needs) {
  best_ = kNever;
  calls_ = 0;
  std::vector<Left> all;
  all.reserve(needs.size());
  for (const auto* need : needs) all.push_back({need, all.empty() ? nullptr : &all.back()});
  meet(all.empty() ? nullptr : &all.back(), {});
  return calls_ > kMostCalls ? 0 : best_;
}

/// Labs of study may be the labs that are asked for.
int CheapestWay::Cost::hours() const { return std::max(skills, beside_labs + labs); }

void CheapestWay::meet(const Left* left, Cost cost) {
  if (++calls_ > kMostCalls || cost.hours() >= best_) return;
  while (left != nullptr && is_met_(*left->need)) left = left->behind;
  if (left == nullptr) {
    best_ = cost.hours();
    return;
  }
  const auto& need = *left->need;
  left = left->behind;
  std::visit(Overloaded{
                 [&](const SkillAtLeast& n) { raise(n, left, cost); },
                 [&](const LabHoursAtLeast& n) {
                   const auto lacking = lacks_(n);
                   if (!lacking) return;
                   cost.labs = std::max(cost.labs, *lacking);
                   meet(left, cost);
                 },
                 [&](const AllOf& n) {
                   std::vector<Left> all;
                   all.reserve(n.of.size());
                   for (const auto& one : n.of) all.push_back({&one, all.empty() ? left : &all.back()});
                   meet(all.empty() ? left : &all.back(), cost);
                 },
                 [&](const AtLeast& n) { choose(n, 0, n.count, left, cost); },
                 [](const auto&) {},
             },
             need.kind);
}

void CheapestWay::raise(const SkillAtLeast& need, const Left* left, Cost cost) {
  auto& skill = skills_[need.skill.value];
  if (skill.level >= need.level) return meet(left, cost);
  const auto to = static_cast<std::size_t>(need.level);
  const auto from = static_cast<std::size_t>(skill.level);
  if (skill.hours == nullptr || (*skill.hours)[to] == kNever) return;
  cost.skills += (*skill.hours)[to] - (*skill.hours)[from];
  cost.beside_labs += (*skill.beside_labs)[to] - (*skill.beside_labs)[from];
  const int before = std::exchange(skill.level, need.level);
  meet(left, cost);
  skill.level = before;
}

void CheapestWay::choose(const AtLeast& need, std::size_t next, int count, const Left* left, Cost cost) {
  if (count == 0) return meet(left, cost);
  for (auto i = next; i + static_cast<std::size_t>(count) <= need.of.size(); ++i) {
    const Left one{&need.of[i], left};
    choose(need, i + 1, count - 1, &one, cost);
  }
}

}  // namespace upstream::planning
