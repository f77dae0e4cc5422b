#include "branching.hpp"

#include <algorithm>

#include "assess/evaluate.hpp"
#include "capacity.hpp"
#include "climb.hpp"

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

std::optional<std::vector<CertificationIndex>> passes_for(const Rubric& rubric, CertificationIndex wanted,
                                                          const Facts& facts) {
  std::vector<CertificationIndex> passes;
  if (!add_passes(rubric, wanted, facts, 0, passes)) return std::nullopt;
  return passes;
}

/// Needs of certificates that none held meets.
std::vector<const CertificateAmong*> unmet_certificates(const Target& target, const Facts& facts) {
  auto asked = asked_certificates(needs_of(target, facts));
  const auto is_met = [&](const CertificateAmong* need) {
    return std::any_of(need->of.begin(), need->of.end(),
                       [&](CertificationIndex c) { return facts.held[c.value] != 0; });
  };
  asked.erase(std::remove_if(asked.begin(), asked.end(), is_met), asked.end());
  return asked;
}

/// Whether holding the other forbids to sit for the one.
bool is_below(const Rubric& rubric, CertificationIndex one, CertificationIndex other) {
  return contains(rubric[one].renewed_by, other) || contains(rubric[other].prerequisites, one);
}

/// Whether none of them forbids one that comes behind it.
bool can_follow_each_other(const Rubric& rubric, const std::vector<CertificationIndex>& passes) {
  for (std::size_t i = 1; i < passes.size(); ++i) {
    for (std::size_t before = 0; before < i; ++before) {
      if (is_below(rubric, passes[i], passes[before])) return false;
    }
  }
  return true;
}

/// Which of the needs it would meet.
std::vector<bool> served(const std::vector<const CertificateAmong*>& asked,
                         CertificationIndex certification) {
  std::vector<bool> marks;
  marks.reserve(asked.size());
  for (const auto* need : asked) marks.push_back(contains(need->of, certification));
  return marks;
}

constexpr std::size_t kMostLabs = 3;  // of one stop

/// By need of a certificate those that may be planned and meet it, and the proof of all of them.
std::vector<std::vector<CertificationIndex>> offer_certificates(const Problem& problem, const Target& target,
                                                                const Facts& facts, int month, Facts& then) {
  std::vector<std::vector<CertificationIndex>> offered;
  if (!problem.certificates || target.ladder == nullptr) return offered;
  for (const auto* need : unmet_certificates(target, facts)) {
    std::vector<CertificationIndex> choices;
    for (const auto wanted : need->of) {
      const auto passes = passes_for(problem.rubric, wanted, facts);
      if (!passes) continue;
      int hours = 0;
      for (const auto pass : *passes) hours += likely_hours(problem.rubric[pass].effort);
      if (hours > hours_within(month, problem.weekly_hours)) continue;
      choices.push_back(wanted);
      for (const auto pass : *passes) {
        then.proven[pass.value] = 1;
        for (const auto kept : problem.rubric[pass].lapse_keeps) then.proven[kept.value] = 1;
      }
    }
    offered.push_back(std::move(choices));
  }
  return offered;
}

/// Labs that prove whatever a lab can prove.
std::vector<Lab> all_labs(const Rubric& rubric, Day day) {
  std::vector<Lab> labs;
  for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
    Lab lab;
    lab.stage = StageIndex{s};
    for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) lab.domains.insert(DomainIndex{d});
    lab.hours = rubric.settings.lab_proof_hours;
    lab.artifact = true;
    lab.date = Date::of(day);
    labs.push_back(std::move(lab));
  }
  return labs;
}

/// Asks of the climb to which all proof by certificates and labs is given. What else they bring is given for
/// the hours that they take at least, or for nothing where skills alone are asked for.
template <typename Ask>
auto ask_climb(const Problem& problem, const Facts& facts, const Stop& stop, bool supervisor,
               const std::vector<Decision>& decided, HoursOf what, Ask&& ask) {
  auto then = facts;
  Gifts gifts;
  const bool has_labs = hours_within(stop.month, problem.weekly_hours) > 0;
  auto certificates = offer_certificates(problem, stop.target, facts, stop.month, then);
  if (what == HoursOf::all) {
    gifts.certificates = std::move(certificates);
    gifts.labs = has_labs;
  } else {
    for (const auto& choices : certificates) {
      for (const auto certification : choices) hold(then, certification);
    }
  }
  std::vector<Lab> labs;
  if (has_labs) labs = all_labs(problem.rubric, facts.day);
  for (const auto& lab : labs) then.labs.push_back({&lab, gifts.labs ? 0 : kPlentyOfHours});
  judge_again(problem, then);
  Climb climb(problem, *facts.profile, then, nullptr, stop, supervisor, decided, std::move(gifts));
  return ask(climb);
}

}  // namespace

int least_hours_to(const Problem& problem, const Facts& facts, const Stop& stop, bool supervisor,
                   const std::vector<Decision>& decided, HoursOf what) {
  return ask_climb(problem, facts, stop, supervisor, decided, what, [&](Climb& climb) {
    const int hours = climb.least_hours();
    return hours <= hours_within(stop.month, problem.weekly_hours) && is_met(stop.target, climb.at_most())
               ? hours
               : kNever;
  });
}

int least_lab_hours_to(const Problem& problem, const Facts& facts, const Stop& stop, bool supervisor) {
  return ask_climb(problem, facts, stop, supervisor, {}, HoursOf::all,
                   [](Climb& climb) { return climb.least_lab_hours(); });
}

bool may_open(const Problem& problem, const Facts& facts, StageIndex stage, const Gate& gate, int month,
              bool supervisor) {
  const Stop stop{month, {problem.goal.stage, nullptr, 0}, {}, true};
  return ask_climb(problem, facts, stop, supervisor, {}, HoursOf::all,
                   [&](Climb& climb) { return is_open(gate, stage, climb.at_most()); });
}

int most_points(const Problem& problem, const Facts& facts, int month, bool supervisor) {
  return ask_climb(problem, facts, {month, problem.goal, {}, true}, supervisor, {}, HoursOf::all,
                   [&](Climb& climb) { return total(*problem.goal.ladder, climb.at_most(), View::score); });
}

void Branching::run(const std::function<void(const Solution&)>& propose) {
  propose_ = &propose;
  if (problem_.budget.is_spent()) return;
  const auto profile = carried_out(problem_, course_, so_far_.decisions, stop_.month);
  const auto facts = assess(problem_, profile, problem_.day_of(stop_.month));
  if (is_met(stop_.target, facts)) return propose(so_far_);
  start_ = &profile;
  facts_ = &facts;
  const int least = least_hours_to(problem_, facts, stop_, supervisor(), so_far_.decisions, HoursOf::all);
  if (least == kNever || is_too_dear(so_far_, least)) return;
  least_ = least_hours_to(problem_, facts, stop_, supervisor(), so_far_.decisions, HoursOf::skills);
  if (last_ && problem_.certificates && stop_.target.ladder != nullptr) {
    unmet_ = unmet_certificates(stop_.target, facts);
    candidates_ = candidates();
  }
  std::vector<std::size_t> chosen;
  choose_certificates(0, chosen, 0);
}

bool Branching::supervisor() const {
  return problem_.post.has_supervisor() ||
         std::any_of(course_.segments.begin(), course_.segments.end(),
                     [&](const Segment& segment) { return segment.begin < stop_.month; });
}

std::vector<Branching::Candidate> Branching::candidates() const {
  const auto& rubric = problem_.rubric;
  const auto levels =
      Climb(problem_, *start_, *facts_, facts_, stop_, supervisor(), so_far_.decisions).wanting_proof();
  // As far as it can prove what wants proof.
  const auto level_of = [&](CertificationIndex c, std::size_t skill) {
    for (const auto& shown : rubric[c].shows) {
      if (shown.skill.value != skill || levels[skill] == 0) continue;
      return std::min(shown.level, rubric.proofs[rubric.skills[skill].proof].study);
    }
    return 0;
  };
  std::vector<Candidate> all;
  for (std::uint16_t c = 0; c < rubric.certifications.size(); ++c) {
    const auto marks = served(unmet_, {c});
    if (std::find(marks.begin(), marks.end(), true) == marks.end()) continue;
    auto passes = passes_for(rubric, {c}, *facts_);
    if (!passes || !can_follow_each_other(rubric, *passes)) continue;
    Candidate candidate{{c}, std::move(*passes), 0};
    for (const auto pass : candidate.passes) candidate.hours += likely_hours(rubric[pass].effort);
    all.push_back(std::move(candidate));
  }
  // One that brings no more than another and takes no less is left out.
  const auto covers = [&](const Candidate& a, const Candidate& b) {
    if (a.hours > b.hours || a.passes.size() > b.passes.size()) return false;
    const auto of_a = served(unmet_, a.certification);
    const auto of_b = served(unmet_, b.certification);
    for (std::size_t i = 0; i < unmet_.size(); ++i) {
      if (of_b[i] && !of_a[i]) return false;
    }
    for (const auto pass : b.passes) {
      for (std::size_t s = 0; s < levels.size(); ++s) {
        if (level_of(pass, s) > level_of(a.certification, s)) return false;
      }
    }
    return true;
  };
  std::vector<Candidate> chosen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool covered = false;
    for (std::size_t j = 0; j < all.size() && !covered; ++j)
      covered = i != j && covers(all[j], all[i]) && (j < i || !covers(all[i], all[j]));
    if (!covered) chosen.push_back(all[i]);
  }
  // Lower ones first: afterwards they cannot be passed any more.
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const auto lowest = std::find_if(
        chosen.begin() + static_cast<std::ptrdiff_t>(i), chosen.end(), [&](const Candidate& one) {
          return std::none_of(chosen.begin() + static_cast<std::ptrdiff_t>(i), chosen.end(),
                              [&](const Candidate& other) {
                                return is_below(rubric, other.certification, one.certification);
                              });
        });
    if (lowest == chosen.end()) break;
    std::rotate(chosen.begin() + static_cast<std::ptrdiff_t>(i), lowest, lowest + 1);
  }
  return chosen;
}

/// Whether one of the certificates meets no need but such as others meet as well, and none presupposes it.
bool Branching::has_needless_certificate(const Solution& so_far) const {
  std::vector<CertificationIndex> passed;
  for (auto i = so_far_.decisions.size(); i < so_far.decisions.size(); ++i)
    passed.push_back(std::get<CertificationIndex>(so_far.decisions[i].what));
  const auto count = [&](const CertificateAmong* need) {
    return std::count_if(passed.begin(), passed.end(),
                         [&](CertificationIndex c) { return contains(need->of, c); });
  };
  return std::any_of(passed.begin(), passed.end(), [&](CertificationIndex one) {
    return std::none_of(
               unmet_.begin(), unmet_.end(),
               [&](const CertificateAmong* need) { return contains(need->of, one) && count(need) == 1; }) &&
           std::none_of(passed.begin(), passed.end(), [&](CertificationIndex other) {
             return contains(problem_.rubric[other].prerequisites, one);
           });
  });
}

/// For each need none, or one that meets it.
void Branching::choose_certificates(std::size_t need, std::vector<std::size_t>& chosen, int hours) {
  if (is_too_dear(so_far_, hours)) return;
  if (need == unmet_.size()) return pass(chosen);
  const auto meets = [&](std::size_t c) { return contains(unmet_[need]->of, candidates_[c].certification); };
  choose_certificates(need + 1, chosen, hours);
  if (std::any_of(chosen.begin(), chosen.end(), meets)) return;
  for (std::size_t c = 0; c < candidates_.size(); ++c) {
    if (!meets(c)) continue;
    chosen.push_back(c);
    // What it presupposes may be shared with another.
    choose_certificates(need + 1, chosen,
                        hours + likely_hours(problem_.rubric[candidates_[c].certification].effort));
    chosen.pop_back();
  }
}

void Branching::pass(std::vector<std::size_t> chosen) {
  // Lower ones first: afterwards they cannot be passed any more.
  std::sort(chosen.begin(), chosen.end());
  auto then = so_far_;
  auto with = *start_;
  auto now = *facts_;
  for (const auto c : chosen) {
    for (const auto pass : candidates_[c].passes) {
      if (now.held[pass.value] != 0) continue;
      if (!may_be_planned(problem_.rubric, pass, now)) return;
      auto decision = decide(problem_.rubric, pass, stop_.month);
      carry_out(with, decision, problem_.rubric, problem_.practice, facts_->day);
      then.hours += decision.hours;
      then.moves += decision.moves;
      then.decisions.push_back(decision);
      now = assess(problem_, with, facts_->day);
    }
  }
  if (has_needless_certificate(then)) return;
  seen_.clear();
  choose_labs(with, now, then, 0);
}

bool Branching::is_too_dear(const Solution& so_far, int hours) const {
  int decided = hours + least_;
  for (const auto& decision : so_far.decisions) decided += decision.hours;
  return decided > hours_within(stop_.month, problem_.weekly_hours) ||
         (best_ && so_far.hours + hours + least_ > best_->hours) ||
         !is_in_time(so_far.decisions, problem_.weekly_hours);
}

/// Not what does more for the stop than it takes. What is of use later can as well be done later, but for
/// practice, which a break in the work may part from what follows.
void Branching::propose(const Solution& then) const {
  for (auto i = so_far_.decisions.size(); i < then.decisions.size() && !last_; ++i) {
    const auto* choice = std::get_if<SkillChoice>(&then.decisions[i].what);
    if (choice != nullptr && choice->to > choice->studied_to) continue;
    auto without = then.decisions;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    const auto profile = carried_out(problem_, course_, without, stop_.month);
    if (is_reached(problem_, stop_.target, assess(problem_, profile, facts_->day))) return;
  }
  (*propose_)(then);
}

void Branching::choose_labs(const Profile& profile, const Facts& facts, const Solution& so_far,
                            std::size_t labs) {
  if (problem_.budget.is_spent() || is_too_dear(so_far)) return;
  if (is_reached(problem_, stop_.target, facts)) return propose(so_far);
  const auto without = without_planned_certificates(problem_, profile);
  const bool is_bare = without.certifications.size() == profile.certifications.size();
  const auto bare = is_bare ? facts : assess(problem_, without, facts.day);
  Climb climb(problem_, profile, facts, &bare, stop_, supervisor(), so_far_.decisions);
  climb.run(so_far, best_, [&](const Solution& then) { propose(then); });
  if (labs == kMostLabs) return;
  const auto needs = needs_of(stop_.target, bare);
  for (const auto& choice :
       lab_choices(problem_, facts, asked_labs(needs), asked_levels(needs, problem_.rubric),
                   climb.wanting_proof(), supervisor())) {
    auto then = so_far;
    const auto decision = decide(choice, stop_.month);
    then.decisions.push_back(decision);
    then.hours += decision.hours;
    then.moves += decision.moves;
    if (is_too_dear(then)) continue;
    std::vector<LabChoice> tried;
    for (auto done = then.decisions.end() - static_cast<std::ptrdiff_t>(labs + 1);
         done != then.decisions.end(); ++done)
      tried.push_back(std::get<LabChoice>(done->what));
    std::sort(tried.begin(), tried.end());
    if (!seen_.insert(std::move(tried)).second) continue;
    auto with = profile;
    carry_out(with, decision, problem_.rubric, problem_.practice, facts.day);
    choose_labs(with, assess(problem_, with, facts.day), then, labs + 1);
  }
}

}  // namespace upstream::planning
