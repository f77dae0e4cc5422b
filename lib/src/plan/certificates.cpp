#include <algorithm>
#include <map>

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

namespace {

constexpr std::size_t kMostNeeds = 6;  // that are put together

/// Puts together what meets different needs.
class Combinations {
 public:
  /// `needs`: that it meets, as bits; `hours`: with what it presupposes; `own`: without.
  void add(CertificationIndex certification, unsigned needs, int hours, int own) {
    // What is presupposed can be shared.
    const auto before = several_;
    for (const auto& [met, others] : before) join(met, others, certification, needs, own);
    for (const auto& [met, other] : alone_)
      join(met, {other.certificates, other.own}, certification, needs, own);
    const auto known = alone_.find(needs);
    if (known == alone_.end()) {
      alone_.emplace(needs, Alone{{certification}, hours, own});
    } else {
      if (hours < known->second.hours) known->second.hours = hours;
      if (own < known->second.own) {
        known->second.certificates = {certification};
        known->second.own = own;
      }
    }
  }
  [[nodiscard]] std::vector<Offers::Together> all() const {
    std::vector<Offers::Together> all;
    for (const auto& [met, one] : alone_) {
      const auto others = several_.find(met);
      const int joined = others == several_.end() ? one.hours : others->second.hours;
      all.push_back({one.certificates, std::min(one.hours, joined)});
    }
    for (const auto& [met, others] : several_) {
      if (alone_.find(met) == alone_.end()) all.push_back(others);
    }
    return all;
  }

 private:
  struct Alone {
    std::vector<CertificationIndex> certificates;
    int hours = 0;
    int own = 0;
  };
  void join(unsigned met, const Offers::Together& others, CertificationIndex certification, unsigned needs,
            int own) {
    if ((met | needs) == met || (met | needs) == needs) return;
    auto& joined = several_[met | needs];
    if (!joined.certificates.empty() && joined.hours <= others.hours + own) return;
    joined = others;
    joined.certificates.push_back(certification);
    joined.hours += own;
  }
  std::map<unsigned, Alone> alone_;
  std::map<unsigned, Offers::Together> several_;
};

}  // namespace

Offers offers_for(const Problem& problem, const Target& target, const Facts& facts, int months) {
  const auto& rubric = problem.rubric;
  Offers offers;
  offers.passed.assign(rubric.certifications.size(), 0);
  if (!problem.certificates) return offers;
  const auto needs = unmet_certificates(target, facts);
  if (needs.empty()) return offers;
  Combinations combinations;
  for (std::uint16_t c = 0; c < rubric.certifications.size(); ++c) {
    unsigned met = 0;
    bool is_beyond = false;
    for (std::size_t n = 0; n < needs.size(); ++n) {
      if (!contains(needs[n]->of, {c})) continue;
      if (n < kMostNeeds) met |= 1U << n;
      is_beyond = is_beyond || n >= kMostNeeds;
    }
    if (met == 0 && !is_beyond) continue;
    const auto passes = passes_for(rubric, {c}, facts);
    if (!passes) continue;
    int hours = 0;
    for (const auto pass : *passes) hours += likely_hours(rubric[pass].effort);
    if (hours > hours_within(months, problem.weekly_hours)) continue;
    if (met != 0) combinations.add({c}, met, hours, likely_hours(rubric.certifications[c].effort));
    if (is_beyond) offers.beyond.push_back({c});
    for (const auto pass : *passes) {
      offers.passed[pass.value] = 1;
      for (const auto kept : rubric[pass].lapse_keeps) offers.passed[kept.value] = 1;
    }
  }
  offers.together = combinations.all();
  return offers;
}

}  // namespace upstream::planning
