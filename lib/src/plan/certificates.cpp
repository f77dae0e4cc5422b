#include <algorithm>

#include "capacity.hpp"
#include "choices.hpp"

namespace upstream::planning {
namespace {

bool contains(const std::vector<CertificationIndex>& list, CertificationIndex one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

/// Adds what has to be passed to hold the certificate, in order; false where a part of it may not be planned.
bool add_passes(const Rubric& rubric, CertificationIndex wanted, const Facts& facts, std::size_t depth,
                std::vector<CertificationIndex>& passes) {
  if (contains(passes, wanted)) return true;
  // What presupposes itself is refused by the depth.
  if (depth > rubric.certifications.size() || !may_be_planned(rubric, wanted, facts)) return false;
  for (const auto first : rubric[wanted].prerequisites) {
    if (facts.held[first.value] == 0 && !add_passes(rubric, first, facts, depth + 1, passes)) return false;
  }
  passes.push_back(wanted);
  return true;
}

}  // namespace

bool may_be_planned(const Rubric& rubric, CertificationIndex certification, const Facts& facts) {
  const auto& wanted = rubric[certification];
  if (facts.held[certification.value] != 0 || wanted.effort.hours_max == 0) return false;
  if (wanted.experience && facts.months(wanted.experience->filter) < wanted.experience->months) return false;
  for (std::uint16_t c = 0; c < rubric.certifications.size(); ++c) {
    if (facts.held[c] == 0) continue;
    if (contains(wanted.renewed_by, {c}) || contains(rubric.certifications[c].prerequisites, certification))
      return false;
  }
  return true;
}

std::optional<std::vector<CertificationIndex>> passes_for(const Rubric& rubric, CertificationIndex wanted,
                                                          const Facts& facts) {
  std::vector<CertificationIndex> passes;
  if (!add_passes(rubric, wanted, facts, 0, passes)) return std::nullopt;
  return passes;
}

std::vector<const CertificateAmong*> unmet_certificates(const Target& target, const Facts& facts) {
  if (target.ladder == nullptr) return {};
  std::vector<const Need*> needs;
  for (const auto& requirement : *target.ladder) needs.push_back(&requirement.need);
  auto asked = asked_certificates(needs);
  const auto is_met = [&](const CertificateAmong* need) {
    return std::any_of(need->of.begin(), need->of.end(),
                       [&](CertificationIndex c) { return facts.held[c.value] != 0; });
  };
  asked.erase(std::remove_if(asked.begin(), asked.end(), is_met), asked.end());
  return asked;
}

Offers offers_for(const Problem& problem, const Target& target, const Facts& facts, int months) {
  Offers offers{{}, std::vector<std::uint8_t>(problem.rubric.certifications.size(), 0)};
  if (!problem.certificates) return offers;
  for (const auto* need : unmet_certificates(target, facts)) {
    auto& choices = offers.by_need.emplace_back();
    for (const auto wanted : need->of) {
      const auto passes = passes_for(problem.rubric, wanted, facts);
      if (!passes) continue;
      int hours = 0;
      for (const auto pass : *passes) hours += likely_hours(problem.rubric[pass].effort);
      if (hours > hours_within(months, problem.weekly_hours)) continue;
      choices.push_back(wanted);
      for (const auto pass : *passes) {
        offers.passed[pass.value] = 1;
        for (const auto kept : problem.rubric[pass].lapse_keeps) offers.passed[kept.value] = 1;
      }
    }
  }
  return offers;
}

}  // namespace upstream::planning
