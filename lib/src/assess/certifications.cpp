#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <vector>

#include "facts.hpp"
#include "overloaded.hpp"

namespace upstream {
namespace {

/// The last day of validity by the certificate's own rules; nothing where it never lapses.
std::optional<Date> own_expiry(const HeldCertification& held, const Certification& certification) {
  if (held.expires) return held.expires;
  if (!held.acquired) return std::nullopt;
  for (const auto& rule : certification.validity) {
    if (rule.before && held.acquired->first_day() >= *rule.before) continue;
    if (!rule.months) return std::nullopt;
    return held.acquired->plus_months(*rule.months);
  }
  return std::nullopt;
}

bool may_lapse(const Certification& certification) {
  return std::any_of(certification.validity.begin(), certification.validity.end(),
                     [](const ValidityRule& rule) { return rule.months.has_value(); });
}

CertificationStatus lapsed_status(Lapse lapse) {
  if (lapse == Lapse::inactive) return CertificationStatus::inactive;
  return lapse == Lapse::registration ? CertificationStatus::registration_lapsed
                                      : CertificationStatus::expired;
}

/// A higher certificate renews a lower one if it was passed while that was valid; the new expiry is the
/// higher one's. Renewals feed each other, so this is repeated until nothing moves; expiries only move ahead,
/// so it ends.
class Renewals {
 public:
  Renewals(const Profile& profile, const Rubric& rubric, Day day, std::vector<CertificationState>& states)
      : profile_(profile), rubric_(rubric), states_(states) {
    for (std::size_t i = 0; i < states.size(); ++i) {
      if (states[i].expires && !rubric[states[i].certification].renewed_by.empty()) lower_.push_back(i);
    }
    if (lower_.empty()) return;
    ends_.reserve(states.size());
    passed_.reserve(states.size());
    for (std::size_t i = 0; i < states.size(); ++i) {
      const auto& held = profile.certifications[i];
      ends_.push_back(states[i].expires ? states[i].expires->last_day() : Day::max());
      if (held.acquired && held.acquired->first_day() <= day)
        passed_.push_back({held.certification, held.acquired->first_day(), held.acquired->last_day(), i});
    }
    std::sort(passed_.begin(), passed_.end());
    // What was passed last is settled first: with that, a second round seldom finds anything.
    std::stable_sort(lower_.begin(), lower_.end(),
                     [&](std::size_t a, std::size_t b) { return begin_of(a) > begin_of(b); });
  }

  void run() {
    for (bool moved = true; moved;) {
      moved = false;
      for (const auto lower : lower_) moved = renew(lower) || moved;
    }
  }

 private:
  /// That a certificate was passed, on one of these days.
  struct Pass {
    CertificationIndex certification;
    Day first;
    Day last;
    std::size_t held;
    auto operator<=>(const Pass&) const = default;
  };

  [[nodiscard]] Day begin_of(std::size_t held) const {
    const auto& acquired = profile_.certifications[held].acquired;
    return acquired ? acquired->first_day() : Day::min();
  }

  bool renew(std::size_t lower) {
    bool moved = false;
    const Day begin = begin_of(lower);
    for (const auto by : rubric_[profile_.certifications[lower].certification].renewed_by) {
      auto pass = std::lower_bound(passed_.begin(), passed_.end(), Pass{by, Day::min(), Day::min(), 0});
      for (; pass != passed_.end() && pass->certification == by && pass->first <= ends_[lower]; ++pass) {
        if (pass->last < begin || pass->held == lower || ends_[pass->held] <= ends_[lower]) continue;
        ends_[lower] = ends_[pass->held];
        states_[lower].expires = states_[pass->held].expires;
        states_[lower].renewed_by = by;
        moved = true;
      }
    }
    return moved;
  }

  const Profile& profile_;
  const Rubric& rubric_;
  std::vector<CertificationState>& states_;
  std::vector<std::size_t> lower_;  ///< what may be renewed
  std::vector<Day> ends_;           ///< by entry, the last day that it is valid
  std::vector<Pass> passed_;        ///< by certification, then by day
};

/// Whether certificates that count bring everything that a lapsed one brought: the same skills, and a place
/// in every list of the rubric that it stands in.
class Cover {
 public:
  Cover(const std::vector<CertificationState>& states, const Rubric& rubric) : rubric_(rubric) {
    for (const auto& state : states) {
      if (state.counts()) held_.push_back(state.certification);
    }
    std::sort(held_.begin(), held_.end());
    held_.erase(std::unique(held_.begin(), held_.end()), held_.end());
  }

  [[nodiscard]] bool covers(CertificationIndex lapsed) {
    auto& known = known_[lapsed];
    if (!known) known = judge(lapsed);
    return *known;
  }

 private:
  [[nodiscard]] bool judge(CertificationIndex lapsed) const {
    const auto shows_too = [&](const SkillShown& shown) {
      return std::any_of(held_.begin(), held_.end(), [&](CertificationIndex c) {
        const auto& shows = rubric_[c].shows;
        return std::any_of(shows.begin(), shows.end(), [&](const SkillShown& s) {
          return s.skill == shown.skill && s.level >= shown.level;
        });
      });
    };
    const auto& shows = rubric_[lapsed].shows;
    if (!std::all_of(shows.begin(), shows.end(), shows_too)) return false;
    const auto none_lost = [&](const std::vector<Requirement>& requirements) {
      return std::none_of(requirements.begin(), requirements.end(),
                          [&](const Requirement& r) { return loses(r.need, lapsed); });
    };
    return std::all_of(rubric_.stages.begin(), rubric_.stages.end(),
                       [&](const Stage& s) { return none_lost(s.requirements); }) &&
           std::all_of(rubric_.paths.begin(), rubric_.paths.end(),
                       [&](const Path& p) { return none_lost(p.requirements); });
  }

  [[nodiscard]] bool loses(const Need& need, CertificationIndex lapsed) const {
    const auto any_loses = [&](const std::vector<Need>& of) {
      return std::any_of(of.begin(), of.end(), [&](const Need& one) { return loses(one, lapsed); });
    };
    return std::visit(
        Overloaded{
            [&](const CertificateAmong& n) {
              const auto listed = [&](CertificationIndex c) {
                return std::binary_search(n.of.begin(), n.of.end(), c);
              };
              return listed(lapsed) && std::none_of(held_.begin(), held_.end(), listed);
            },
            [&](const AllOf& n) { return any_loses(n.of); },
            [&](const AtLeast& n) { return any_loses(n.of) && !(n.count == 1 && has_full_way(n.of)); },
            [](const auto&) { return false; },
        },
        need.kind);
  }

  /// One of several ways that earns all there is, by a certificate that counts.
  [[nodiscard]] bool has_full_way(const std::vector<Need>& ways) const {
    return std::any_of(ways.begin(), ways.end(), [&](const Need& way) {
      const auto* among = std::get_if<CertificateAmong>(&way.kind);
      return among != nullptr && way.credit == 1000 &&
             std::any_of(held_.begin(), held_.end(), [&](CertificationIndex c) {
               return std::binary_search(among->of.begin(), among->of.end(), c);
             });
    });
  }

  const Rubric& rubric_;
  std::vector<CertificationIndex> held_;
  std::map<CertificationIndex, std::optional<bool>> known_;
};

}  // namespace

std::vector<CertificationState> certification_states(const Profile& profile, const Rubric& rubric, Day day) {
  std::vector<CertificationState> states;
  states.reserve(profile.certifications.size());
  for (const auto& held : profile.certifications) {
    CertificationState state;
    state.certification = held.certification;
    state.expires = own_expiry(held, rubric[held.certification]);
    state.at = held.at;
    states.push_back(state);
  }
  Renewals(profile, rubric, day, states).run();
  for (std::size_t i = 0; i < states.size(); ++i) {
    const auto& held = profile.certifications[i];
    const auto& certification = rubric[held.certification];
    auto& state = states[i];
    if (held.acquired && held.acquired->first_day() > day) {
      state.status = CertificationStatus::not_yet;
    } else if (!held.acquired && !held.expires && may_lapse(certification)) {
      state.status = CertificationStatus::undated;
    } else if (state.expires && state.expires->last_day() < day) {
      state.status = lapsed_status(certification.lapse);
    } else if (state.renewed_by) {
      state.status = CertificationStatus::renewed;
    }
  }
  std::optional<Cover> cover;
  for (auto& state : states) {
    if (state.counts() || state.status == CertificationStatus::not_yet) continue;
    if (!cover) cover.emplace(states, rubric);
    state.covered = cover->covers(state.certification);
  }
  return states;
}

void count_certifications(Facts& facts) {
  facts.held.assign(facts.rubric->certifications.size(), 0);
  facts.proven.assign(facts.rubric->certifications.size(), 0);
  for (const auto& state : facts.certifications) {
    if (state.status == CertificationStatus::not_yet) continue;
    if (state.counts()) {
      facts.held[state.certification.value] = 1;
      if (state.status != CertificationStatus::undated) facts.proven[state.certification.value] = 1;
    }
    // A registration rests on an exam whose pass stays.
    for (const auto kept : (*facts.rubric)[state.certification].lapse_keeps) {
      facts.held[kept.value] = 1;
      facts.proven[kept.value] = 1;
    }
  }
}

std::string_view id(CertificationStatus status) {
  switch (status) {
    case CertificationStatus::valid:
      return "valid";
    case CertificationStatus::renewed:
      return "renewed";
    case CertificationStatus::undated:
      return "undated";
    case CertificationStatus::inactive:
      return "inactive";
    case CertificationStatus::registration_lapsed:
      return "registration-lapsed";
    case CertificationStatus::not_yet:
      return "not-yet";
    case CertificationStatus::expired:
      break;
  }
  return "expired";
}

}  // namespace upstream
