#pragma once

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "capacity.hpp"
#include "upstream/rubric/requirement.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream::planning {

/// The cheapest of the ways to meet needs together, each of which asks for skills and labs, or for some of
/// several others. Skills are taken by themselves: what they really take may be more.
class CheapestWay {
 public:
  using ByLevel = std::array<int, kHighestLevel + 1>;
  struct Skill {
    const ByLevel* hours = nullptr;        ///< absent: nothing can be done about it
    const ByLevel* beside_labs = nullptr;  ///< of these, what is no lab
    int level = 0;                         ///< that it has
  };
  /// `skills`: by SkillIndex. `lacks`: hours of lab; nothing where there are none to be had. `is_met`:
  /// whether a need is met already.
  CheapestWay(std::vector<Skill> skills, std::function<std::optional<int>(const LabHoursAtLeast&)> lacks,
              std::function<bool(const Need&)> is_met);

  /// kNever where there is no way; 0 where there are too many to look at them all.
  [[nodiscard]] int hours(const std::vector<const Need*>& needs);

 private:
  static constexpr int kMostCalls = 500;
  struct Cost {
    int skills = 0;
    int beside_labs = 0;
    int labs = 0;
    [[nodiscard]] int hours() const;
  };
  /// Needs still to be met: one, and those behind it.
  struct Left {
    const Need* need = nullptr;
    const Left* behind = nullptr;
  };
  void meet(const Left* left, Cost cost);
  void raise(const SkillAtLeast& need, const Left* left, Cost cost);
  void choose(const AtLeast& need, std::size_t next, int count, const Left* left, Cost cost);

  std::vector<Skill> skills_;
  std::function<std::optional<int>(const LabHoursAtLeast&)> lacks_;
  std::function<bool(const Need&)> is_met_;
  int best_ = kNever;
  int calls_ = 0;
};

}  // namespace upstream::planning
