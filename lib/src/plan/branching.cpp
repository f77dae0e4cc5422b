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

/// Which of the needs it would meet.
std::vector<bool> served(const std::vector<const CertificateAmong*>& asked,
                         CertificationIndex certification) {
  std::vector<bool> marks;
  marks.reserve(asked.size());
  for (const auto* need : asked) marks.push_back(contains(need->of, certification));
  return marks;
}

}  // namespace

namespace {

constexpr std::size_t kMostLabs = 3;  // of one stop
constexpr int kPlenty = 100'000;      // hours of lab, where any number may come

/// The profile with every certificate that may be planned, each as if it were the only one.
Profile with_all_certificates(const Problem& problem, const Facts& facts, int month) {
  auto profile = *facts.profile;
  if (!problem.certificates || problem.goal.ladder == nullptr) return profile;
  for (std::uint16_t c = 0; c < problem.rubric.certifications.size(); ++c) {
    if (!passes_for(problem.rubric, {c}, facts)) continue;
    const auto decision = decide(problem.rubric, CertificationIndex{c}, month);
    if (decision.study <= hours_within(month, problem.weekly_hours))
      carry_out(profile, decision, problem.rubric, problem.practice, facts.day);
  }
  return profile;
}

/// The same with every lab one could think of.
void add_all_labs(Profile& profile, const Rubric& rubric, Day day) {
  for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
    Lab lab;
    lab.stage = StageIndex{s};
    for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) lab.domains.insert(DomainIndex{d});
    lab.hours = kPlenty;
    lab.artifact = true;
    lab.date = Date::of(day);
    profile.labs.push_back(std::move(lab));
  }
}

/// Asks of the climb to which certificates and labs are given for nothing.
template <typename Ask>
auto ask_climb(const Problem& problem, const Facts& facts, const Stop& stop, bool supervisor,
               const std::vector<Decision>& decided, Ask&& ask) {
  auto profile =
      stop.target.ladder == nullptr ? *facts.profile : with_all_certificates(problem, facts, stop.month);
  if (hours_within(stop.month, problem.weekly_hours) > 0) add_all_labs(profile, problem.rubric, facts.day);
  const auto then = gather_facts(profile, problem.rubric, facts.day);
  Climb climb(problem, profile, then, stop, supervisor, decided, nullptr);
  return ask(climb);
}

}  // namespace

int least_hours_to(const Problem& problem, const Facts& facts, const Stop& stop, bool supervisor,
                   const std::vector<Decision>& decided) {
  return ask_climb(problem, facts, stop, supervisor, decided, [&](Climb& climb) {
    const int hours = climb.least_hours();
    return hours <= hours_within(stop.month, problem.weekly_hours) && is_met(stop.target, climb.at_most())
               ? hours
               : kNever;
  });
}

bool may_open(const Problem& problem, const Facts& facts, StageIndex stage, const Gate& gate, int month,
              bool supervisor) {
  return ask_climb(problem, facts, {month, problem.goal}, supervisor, {},
                   [&](Climb& climb) { return is_open(gate, stage, climb.at_most()); });
}

int most_points(const Problem& problem, const Facts& facts, int month, bool supervisor) {
  return ask_climb(problem, facts, {month, problem.goal}, supervisor, {},
                   [&](Climb& climb) { return total(*problem.goal.ladder, climb.at_most(), View::score); });
}

void Branching::run(const std::function<void(const Solution&)>& propose) {
  propose_ = &propose;
  nodes_ += 2 * Search::kAssessed;
  if (nodes_ > Search::kMostNodes) return;
  const auto profile = carried_out(problem_, course_, so_far_.decisions, stop_.month);
  const auto facts = gather_facts(profile, problem_.rubric, problem_.day_of(stop_.month));
  if (is_met(stop_.target, facts)) return propose(so_far_);
  start_ = &facts;
  const int least = least_hours_to(problem_, facts, stop_, supervisor(), so_far_.decisions);
  int decided = 0;
  for (const auto& decision : so_far_.decisions) decided += decision.hours;
  if (least == kNever || decided + least > hours_within(stop_.month, problem_.weekly_hours)) return;
  if (best_ && so_far_.hours + least > best_->hours) return;
  if (last_ && problem_.certificates && stop_.target.ladder != nullptr)
    return choose_certificates(candidates(facts), 0, profile, facts, so_far_);
  choose_labs(profile, facts, so_far_, 0);
}

bool Branching::supervisor() const {
  return problem_.post.has_supervisor() ||
         std::any_of(course_.segments.begin(), course_.segments.end(),
                     [&](const Segment& segment) { return segment.begin < stop_.month; });
}

std::vector<Branching::Candidate> Branching::candidates(const Facts& facts) const {
  const auto& rubric = problem_.rubric;
  const auto asked = unmet_certificates(stop_.target, facts);
  const auto levels = asked_levels(needs_of(stop_.target, facts), rubric);
  const auto level_of = [&](CertificationIndex c, std::size_t skill) {
    for (const auto& shown : rubric[c].shows) {
      if (shown.skill.value == skill) return levels[skill] == 0 ? 0 : claimable_level(rubric, shown);
    }
    return 0;
  };
  std::vector<Candidate> all;
  for (std::uint16_t c = 0; c < rubric.certifications.size(); ++c) {
    const auto marks = served(asked, {c});
    if (std::find(marks.begin(), marks.end(), true) == marks.end()) continue;
    auto passes = passes_for(rubric, {c}, facts);
    if (!passes) continue;
    Candidate candidate{{c}, std::move(*passes), 0};
    for (const auto pass : candidate.passes) candidate.hours += likely_hours(rubric[pass].effort);
    all.push_back(std::move(candidate));
  }
  // One that brings no more than another and takes no less is left out.
  const auto covers = [&](const Candidate& a, const Candidate& b) {
    if (a.hours > b.hours || a.passes.size() > b.passes.size()) return false;
    const auto of_a = served(asked, a.certification);
    const auto of_b = served(asked, b.certification);
    for (std::size_t i = 0; i < asked.size(); ++i) {
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
  const auto unmet = unmet_certificates(stop_.target, *start_);
  const auto count = [&](const CertificateAmong* need) {
    return std::count_if(passed.begin(), passed.end(),
                         [&](CertificationIndex c) { return contains(need->of, c); });
  };
  return std::any_of(passed.begin(), passed.end(), [&](CertificationIndex one) {
    return std::none_of(
               unmet.begin(), unmet.end(),
               [&](const CertificateAmong* need) { return contains(need->of, one) && count(need) == 1; }) &&
           std::none_of(passed.begin(), passed.end(), [&](CertificationIndex other) {
             return contains(problem_.rubric[other].prerequisites, one);
           });
  });
}

void Branching::choose_certificates(const std::vector<Candidate>& candidates, std::size_t next,
                                    const Profile& profile, const Facts& facts, const Solution& so_far) {
  if (is_too_dear(so_far)) return;
  if (next == candidates.size()) {
    if (!has_needless_certificate(so_far)) choose_labs(profile, facts, so_far, 0);
    return;
  }
  choose_certificates(candidates, next + 1, profile, facts, so_far);
  const auto& candidate = candidates[next];
  auto then = so_far;
  auto with = profile;
  auto now = gather_facts(with, problem_.rubric, facts.day);
  for (const auto pass : candidate.passes) {
    if (now.held[pass.value] != 0) continue;
    if (!may_be_planned(problem_.rubric, pass, now)) return;
    auto decision = decide(problem_.rubric, pass, stop_.month);
    carry_out(with, decision, problem_.rubric, problem_.practice, facts.day);
    then.hours += decision.hours;
    then.moves += decision.moves;
    then.decisions.push_back(decision);
    now = gather_facts(with, problem_.rubric, facts.day);
  }
  if (then.decisions.size() == so_far.decisions.size() || !is_in_time(then.decisions, problem_.weekly_hours))
    return;
  choose_certificates(candidates, next + 1, with, now, then);
}

bool Branching::is_too_dear(const Solution& so_far) const {
  return (best_ && so_far.hours > best_->hours) || !is_in_time(so_far.decisions, problem_.weekly_hours);
}

void Branching::choose_labs(const Profile& profile, const Facts& facts, const Solution& so_far,
                            std::size_t labs) {
  nodes_ += Search::kAssessed;
  if (nodes_ > Search::kMostNodes || is_too_dear(so_far)) return;
  if (is_met(stop_.target, facts)) return (*propose_)(so_far);
  Climb(problem_, profile, facts, stop_, supervisor(), so_far_.decisions, start_)
      .run(so_far, best_, nodes_, *propose_);
  if (labs == kMostLabs) return;
  const auto needs = needs_of(stop_.target, facts);
  for (const auto& choice :
       lab_choices(problem_, facts, asked_labs(needs), asked_levels(needs, problem_.rubric), supervisor())) {
    auto then = so_far;
    const auto decision = decide(choice, stop_.month);
    then.decisions.push_back(decision);
    then.hours += decision.hours;
    then.moves += decision.moves;
    if (is_too_dear(then)) continue;
    auto with = profile;
    carry_out(with, decision, problem_.rubric, problem_.practice, facts.day);
    choose_labs(with, gather_facts(with, problem_.rubric, facts.day), then, labs + 1);
  }
}

}  // namespace upstream::planning
