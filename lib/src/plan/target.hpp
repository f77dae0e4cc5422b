#pragma once

#include <vector>

#include "assess/facts.hpp"

namespace upstream::planning {

/// What has to hold on a day: every gate up to a stage open, and on a ladder so many points.
struct Target {
  StageIndex stage;
  const std::vector<Requirement>* ladder = nullptr;  ///< absent: the gates alone
  int permille = 0;
  std::vector<Need> besides{};  ///< that have to be met, too
};

[[nodiscard]] bool is_met(const Target& target, const Facts& facts);

/// Every need that has to do with the target: of the ladder, and of the gates that are still shut.
[[nodiscard]] std::vector<const Need*> needs_of(const Target& target, const Facts& facts);

/// The same, be the gates open or shut.
[[nodiscard]] std::vector<const Need*> all_needs_of(const Target& target, const Rubric& rubric);

/// The highest level that any of the needs asks, by SkillIndex; 0 where none asks.
[[nodiscard]] std::vector<int> asked_levels(const std::vector<const Need*>& needs, const Rubric& rubric);
/// Every need of lab hours, of months and of certificates among them, whatever they stand in.
[[nodiscard]] std::vector<const LabHoursAtLeast*> asked_labs(const std::vector<const Need*>& needs);
[[nodiscard]] std::vector<const MonthsAtLeast*> asked_months(const std::vector<const Need*>& needs);
[[nodiscard]] std::vector<const CertificateAmong*> asked_certificates(const std::vector<const Need*>& needs);

}  // namespace upstream::planning
