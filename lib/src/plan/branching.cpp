#include "branching.hpp"

#include <algorithm>

#include "assess/evaluate.hpp"
#include "capacity.hpp"
#include "choices.hpp"
#include "climb.hpp"
#include "outcome.hpp"

namespace upstream::planning {
namespace {

bool contains(const std::vector<CertificationIndex>& list, CertificationIndex one) {
  return std::find(list.begin(), list.end(), one) != list.end();
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
constexpr long kNodesOfAsking = 4;    // that take as long

/// Of the first so many decisions, or of all.
std::vector<LabChoice> labs_of(const Solution& solution, std::size_t decisions) {
  std::vector<LabChoice> labs;
  for (std::size_t i = 0; i < decisions; ++i) {
    if (const auto* lab = std::get_if<LabChoice>(&solution.decisions[i].what)) labs.push_back(*lab);
  }
  std::sort(labs.begin(), labs.end());
  return labs;
}

std::vector<LabChoice> labs_of(const Solution& solution) {
  return labs_of(solution, solution.decisions.size());
}

/// Gives every skill the proof of those certificates, and where there are labs all that a lab can prove.
void suppose_proof(Facts& facts, const std::vector<std::uint8_t>& passed, bool labs) {
  const auto& rubric = *facts.rubric;
  std::vector<int> shown(rubric.skills.size(), 0);
  for (std::size_t c = 0; c < passed.size(); ++c) {
    if (passed[c] == 0) continue;
    for (const auto& one : rubric.certifications[c].shows)
      shown[one.skill.value] = std::max(shown[one.skill.value], one.level);
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    auto& state = facts.skills[i];
    const auto& proof = rubric.proofs[rubric.skills[i].proof];
    const int proven = std::max(std::min(shown[i], proof.study), labs ? proof.lab : 0);
    if (proven <= state.proven) continue;
    state.proven = proven;
    state.credited = std::max(state.credited, proven);
    if (state.rating != nullptr && !state.rating->not_applicable)
      state.levels =
          levels_of(state.rating->level, state.proven, state.credited, state.rating->reviewed_level);
  }
}

/// Asks of the climb to which all proof by certificates and labs is given. What else they bring is given for
/// the hours that they take at least, or for nothing where skills alone are asked for.
template <typename Ask>
auto ask_climb(const Problem& problem, const Facts& facts, const Stop& stop,
               const std::vector<Decision>& decided, HoursOf what, Ask&& ask) {
  auto then = facts;
  Gifts gifts;
  const bool has_labs = hours_within(stop.month, problem.weekly_hours) > 0;
  suppose_proof(then, stop.offers.passed, has_labs);
  problem.budget.spend(kNodesOfAsking);
  for (const auto certification : stop.offers.beyond) hold(then, certification);
  if (what == HoursOf::all) {
    gifts.certificates = &stop.offers;
    gifts.labs = has_labs;
  } else {
    for (const auto& one : stop.offers.together) {
      for (const auto certification : one.certificates) hold(then, certification);
    }
    if (has_labs) then.extra_hours.push_back(plenty_of_labs(problem.rubric));
  }
  Climb climb(problem, then, nullptr, stop, decided, std::move(gifts));
  return ask(climb);
}

}  // namespace

int least_hours_to(const Problem& problem, const Facts& facts, const Stop& stop,
                   const std::vector<Decision>& decided, HoursOf what) {
  return ask_climb(problem, facts, stop, decided, what, [&](Climb& climb) {
    if (!climb.at_most([&](const Facts& most) { return is_met(stop.target, most); })) return kNever;
    const int hours = climb.least_hours();
    return hours <= hours_within(stop.month, problem.weekly_hours) ? hours : kNever;
  });
}

Stop::Least least_hours_to_gates(const Problem& problem, const Facts& facts, const Stop& stop) {
  return ask_climb(problem, facts, stop, {}, HoursOf::all, [&](Climb& climb) -> Stop::Least {
    if (!climb.at_most([&](const Facts& most) { return is_met(stop.target, most); })) return {kNever, kNever};
    const int hours = climb.least_hours();
    if (hours > hours_within(stop.month, problem.weekly_hours)) return {kNever, kNever};
    return {hours, climb.least_hours_of_gates(true)};
  });
}

bool may_open(const Problem& problem, const Facts& facts, const Stop& stop, StageIndex stage,
              const Gate& gate) {
  return ask_climb(problem, facts, stop, {}, HoursOf::all, [&](Climb& climb) {
    return climb.at_most([&](const Facts& most) { return is_open(gate, stage, most); });
  });
}

int most_points(const Problem& problem, const Facts& facts, const Stop& stop) {
  return ask_climb(problem, facts, stop, {}, HoursOf::all, [&](Climb& climb) {
    return climb.at_most([&](const Facts& most) { return total(*stop.target.ladder, most, View::score); });
  });
}

void Branching::run(const std::function<void(const Solution&)>& propose) {
  propose_ = &propose;
  if (problem_.budget.is_spent()) return;
  const auto start = outcome_of(problem_, stop_, so_far_.decisions);
  const auto& facts = start.facts;
  if (is_met(stop_.target, facts)) return propose(so_far_);
  facts_ = &facts;
  const int least = !last_ && so_far_.decisions.empty()
                        ? stop_.least.hours
                        : least_hours_to(problem_, facts, stop_, so_far_.decisions, HoursOf::all);
  if (least == kNever || is_too_dear(so_far_, least)) return;
  if (last_ && problem_.certificates && stop_.target.ladder != nullptr) {
    unmet_ = unmet_certificates(stop_.target, facts);
    candidates_ = candidates();
  }
  std::vector<std::size_t> chosen;
  choose_certificates(0, chosen, 0);
}

std::vector<Branching::Candidate> Branching::candidates() const {
  const auto& rubric = problem_.rubric;
  std::vector<Candidate> all;
  for (std::uint16_t c = 0; c < rubric.certifications.size(); ++c) {
    auto serves = served(unmet_, {c});
    if (std::find(serves.begin(), serves.end(), true) == serves.end()) continue;
    auto passes = passes_for(rubric, {c}, *facts_);
    if (!passes || !can_follow_each_other(rubric, *passes)) continue;
    Candidate candidate{{c}, std::move(*passes), 0, std::move(serves)};
    for (const auto pass : candidate.passes) candidate.hours += likely_hours(rubric[pass].effort);
    all.push_back(std::move(candidate));
  }
  if (all.size() < 2) return all;
  const auto levels = Climb(problem_, *facts_, facts_, stop_, so_far_.decisions).wanting_proof();
  // As far as it can prove what wants proof.
  const auto levels_of = [&](CertificationIndex c) {
    std::vector<int> proven(levels.size(), 0);
    for (const auto& [skill, level] : rubric[c].shows) {
      if (levels[skill.value] > 0)
        proven[skill.value] = std::min(level, rubric.proofs[rubric[skill].proof].study);
    }
    return proven;
  };
  std::vector<std::vector<int>> proven;
  std::transform(all.begin(), all.end(), std::back_inserter(proven),
                 [&](const Candidate& one) { return levels_of(one.certification); });
  const auto is_within = [](const auto& these, const auto& those) {
    return std::equal(these.begin(), these.end(), those.begin(), std::less_equal<>());
  };
  // One that brings no more than another and takes no less is left out.
  const auto covers = [&](std::size_t a, std::size_t b) {
    return all[a].hours <= all[b].hours && all[a].passes.size() <= all[b].passes.size() &&
           is_within(all[b].serves, all[a].serves) &&
           std::all_of(all[b].passes.begin(), all[b].passes.end(), [&](CertificationIndex pass) {
             return is_within(pass == all[b].certification ? proven[b] : levels_of(pass), proven[a]);
           });
  };
  std::vector<Candidate> chosen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool covered = false;
    for (std::size_t j = 0; j < all.size() && !covered; ++j)
      covered = i != j && covers(j, i) && (j < i || !covers(i, j));
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
  if (hours > 0 && is_too_dear(so_far_, hours + least_of_skills())) return;
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
  Outcome now;
  const Facts* facts = facts_;
  for (const auto c : chosen) {
    for (const auto pass : candidates_[c].passes) {
      if (facts->held[pass.value] != 0) continue;
      if (!may_be_planned(problem_.rubric, pass, *facts)) return;
      const auto decision = decide(problem_.rubric, pass, stop_);
      then.hours += decision.hours;
      then.moves += decision.moves;
      then.decisions.push_back(decision);
      now = outcome_of(problem_, stop_, then.decisions);
      facts = &now.facts;
    }
  }
  if (has_needless_certificate(then)) return;
  seen_.clear();
  choose_labs(then, *facts, 0);
}

bool Branching::is_too_dear(const Solution& so_far, int hours) const {
  int decided = hours;
  for (const auto& decision : so_far.decisions) decided += decision.hours;
  return decided > hours_within(stop_.month, problem_.weekly_hours) ||
         best_.beats(so_far.hours + hours, so_far.moves) ||
         !is_in_time(so_far.decisions, stop_, problem_.weekly_hours);
}

int Branching::least_of_skills() {
  if (!least_of_skills_)
    least_of_skills_ = least_hours_to(problem_, *facts_, stop_, so_far_.decisions, HoursOf::skills);
  return *least_of_skills_;
}

void Branching::propose(const Solution& then) const {
  if (!last_ && does_more_than_it_takes(then)) return;
  (*propose_)(then);
}

/// What is of use later can as well be done later, but for practice, which a break in the work may part from
/// what follows, and but for the first of several labs that prove something: how long the others are depends
/// on it.
bool Branching::does_more_than_it_takes(const Solution& then) const {
  const auto earlier = so_far_.decisions.size();
  const auto first = then.decisions.begin() + static_cast<std::ptrdiff_t>(earlier);
  const auto is_met_without = [&](const Decision* one, const Facts& facts) {
    std::vector<const Decision*> others;
    for (auto other = first; other != then.decisions.end(); ++other) {
      if (&*other != one) others.push_back(&*other);
    }
    return is_met(stop_.target, outcome_of(problem_, facts, others).facts);
  };
  Outcome changed;  // by what has been made of earlier labs
  const bool has_changed = labs_of(then, earlier) != labs_of(so_far_);
  if (has_changed) {
    if (is_met_without(nullptr, *facts_)) return true;
    changed = outcome_of(problem_, stop_, {then.decisions.begin(), first});
  }
  return std::any_of(first, then.decisions.end(), [&](const Decision& one) {
    const auto* choice = std::get_if<SkillChoice>(&one.what);
    if (choice != nullptr && choice->to > choice->studied_to) return false;
    const bool is_followed =
        &one != &then.decisions.back() && std::holds_alternative<LabChoice>((&one + 1)->what);
    if (labs_prove_ && is_followed && std::holds_alternative<LabChoice>(one.what)) return false;
    return is_met_without(&one, has_changed ? changed.facts : *facts_);
  });
}

/// Whether the gates of the earlier stops open all the same.
bool Branching::holds_before(const Solution& so_far) const {
  return std::all_of(stops_.begin(), stops_.begin() + static_cast<std::ptrdiff_t>(place_),
                     [&](const auto& stop) { return is_reached(problem_, *stop, so_far.decisions); });
}

std::vector<Solution> Branching::with_other_labs(const Solution& so_far, const Facts& facts,
                                                 const std::vector<const LabHoursAtLeast*>& asked,
                                                 const std::vector<int>& wanting_proof) const {
  std::vector<Solution> all;
  const auto& rubric = problem_.rubric;
  const auto domains = domains_to_prove(rubric, wanting_proof);
  int open_hours = 0;  // of labs that are about nothing yet
  for (const auto& lab : labs_of(so_far, so_far_.decisions.size())) open_hours += lab.domain ? 0 : lab.hours;
  for (std::size_t i = 0; i < so_far_.decisions.size(); ++i) {
    const auto* lab = std::get_if<LabChoice>(&so_far.decisions[i].what);
    if (lab == nullptr) continue;
    const auto add = [&](const LabChoice& other, bool may_shut) {
      auto then = so_far;
      auto& decision = then.decisions[i];
      const int longer = other.hours - lab->hours;
      decision.what = other;
      decision.hours += longer;
      decision.study += longer;
      then.hours += longer;
      if (!may_shut || holds_before(then)) all.push_back(std::move(then));
    };
    const auto lengthen = [&](int hours) {
      if (hours > 0) add({lab->stage, lab->domain, lab->hours + hours}, false);
    };
    for (const auto* need : asked) {
      if (!need->stages.empty() && !need->stages.contains(lab->stage)) continue;
      const int lacking = need->hours - facts.lab_hours(*need);
      lengthen(lacking);
      for (const int studied : stop_.studied_labs) lengthen(lacking - studied);
    }
    if (!domains.empty()) lengthen(rubric.settings.lab_proof_hours - lab->hours);
    for (const auto domain : domains) {
      if (!lab->domain && can_prove_more(problem_, facts, *rubric.domains[domain.value].skill, open_hours))
        add({lab->stage, domain, lab->hours}, false);
    }
    for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
      if (lab->stage.value == s) continue;
      const auto proves_there = [&](std::uint16_t skill) {
        const auto& proof = rubric.proofs[rubric.skills[skill].proof];
        return wanting_proof[skill] > 0 && !proof.by_domain && proof.lab_stages.contains({s}) &&
               !proof.lab_stages.contains(lab->stage) && can_prove_more(problem_, facts, {skill}, lab->hours);
      };
      bool proves = false;
      for (std::uint16_t skill = 0; skill < rubric.skills.size() && !proves; ++skill)
        proves = proves_there(skill);
      if (proves) add({{s}, lab->domain, lab->hours}, true);
    }
  }
  return all;
}

void Branching::choose_labs(const Solution& so_far, const Facts& facts, std::size_t labs) {
  if (problem_.budget.is_spent()) return;
  const bool is_first = so_far.decisions.size() == so_far_.decisions.size();
  if (!is_first && is_too_dear(so_far, least_of_skills())) return;
  std::optional<Outcome> without;
  if (has_certificates(so_far.decisions))
    without = outcome_of(problem_, stop_, without_certificates(so_far.decisions));
  const auto& bare = without ? without->facts : facts;
  if (is_met(stop_.target, facts) && (!without || is_met({stop_.target.stage, nullptr, 0}, bare)))
    return propose(so_far);
  Climb climb(problem_, facts, &bare, stop_, so_far_.decisions);
  labs_prove_ = labs_prove_ || labs_prove(problem_, facts, climb.wanting_proof());
  climb.run(so_far, best_, [&](const Solution& then) { propose(then); });
  const auto go_on = [&](const Solution& then, std::size_t count) {
    if (!seen_.insert(labs_of(then)).second) return;
    choose_labs(then, outcome_of(problem_, stop_, then.decisions).facts, count);
  };
  const auto needs = needs_of(stop_.target, bare);
  const auto asked = asked_labs(needs);
  for (const auto& then : with_other_labs(so_far, facts, asked, climb.wanting_proof())) {
    if (!is_too_dear(then, least_of_skills())) go_on(then, labs);
  }
  if (labs == kMostLabs) return;
  for (const auto& choice : lab_choices(problem_, facts, asked, asked_levels(needs, problem_.rubric),
                                        climb.wanting_proof(), last_, stop_)) {
    auto then = so_far;
    const auto decision = decide(choice, stop_);
    then.decisions.push_back(decision);
    then.hours += decision.hours;
    then.moves += decision.moves;
    if (!is_too_dear(then, least_of_skills())) go_on(then, labs + 1);
  }
}

}  // namespace upstream::planning
