#include "climb.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"
#include "capacity.hpp"
#include "needs.hpp"

namespace upstream::planning {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

Facts::ExtraHours plenty_of_labs(const Rubric& rubric) {
  Facts::ExtraHours extra;
  for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) extra.stages.insert(StageIndex{s});
  extra.hours = kPlentyOfHours;
  return extra;
}

Facts::ExtraHours hours_of(const Lab& lab) {
  Facts::ExtraHours extra;
  if (lab.stage) extra.stages.insert(*lab.stage);
  extra.hours = lab.hours;
  return extra;
}

}  // namespace

void hold(Facts& facts, CertificationIndex certification) {
  facts.held[certification.value] = 1;
  for (const auto kept : (*facts.rubric)[certification].lapse_keeps) facts.held[kept.value] = 1;
}

bool is_in_time(const std::vector<Decision>& decisions, int weekly_hours) {
  std::vector<StudyDue> due;
  for (const auto& decision : decisions) {
    due.push_back({decision.study_due, decision.study});
    due.push_back({decision.due, decision.hours - decision.study});
  }
  return lateness(std::move(due), weekly_hours) == 0;
}

Climb::Climb(const Problem& problem, const Profile& profile, const Facts& facts, const Facts* bare,
             const Stop& stop, bool supervisor, const std::vector<Decision>& decided, Gifts gifts)
    : problem_(problem),
      profile_(profile),
      facts_(facts),
      bare_(bare == nullptr ? facts : *bare),
      stop_(stop),
      supervisor_(supervisor),
      before_(decided),
      gifts_(std::move(gifts)),
      needs_(needs_of(stop.target, bare_)),
      labs_(asked_labs(needs_)),
      asked_(asked_levels(needs_, problem.rubric)),
      wanting_proof_(problem.rubric.skills.size(), 0),
      place_(problem.rubric.skills.size(), kNone),
      at_first_(facts) {
  for (std::size_t i = 0; i < stop.also_to.size(); ++i) asked_[i] = std::max(asked_[i], stop.also_to[i]);
  if (bare != nullptr) suppose_studied_labs();
  find_options();
  then_ = at_first_;
  if (stop.target.ladder != nullptr) reckon_gains();
  for (std::size_t k = 0; k < skills_.size(); ++k) place_[skills_[k].skill.value] = k;
}

/// A lab that is the study of one skill may prove another, too: levels are taken to be as high as all such
/// labs together could prove them.
void Climb::suppose_studied_labs() {
  auto profile = profile_;
  for (std::uint16_t i = 0; i < asked_.size(); ++i) {
    if (asked_[i] == 0) continue;
    const auto& rating = facts_.skills[i].rating;
    for (int level = (rating == nullptr ? 0 : rating->level) + 1; level <= asked_[i]; ++level) {
      if (!can_be_studied(problem_.rubric, {i}, level)) break;
      if (study_proof(problem_.rubric, {i}, level) != StudyProof::lab) continue;
      auto lab = study_lab(problem_.rubric, {i}, level, problem_.practice);
      if (lab.hours > hours_within(stop_.month, problem_.weekly_hours)) break;
      lab.date = Date::of(facts_.day);
      profile.labs.push_back(std::move(lab));
    }
  }
  if (profile.labs.size() == profile_.labs.size()) return;
  const auto with_labs = assess(problem_, profile, facts_.day);
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    auto& state = at_first_.skills[i];
    state.proven = std::max(state.proven, with_labs.skills[i].proven);
    state.credited = std::max(state.credited, with_labs.skills[i].credited);
    state.levels.score = std::max(state.levels.score, with_labs.skills[i].levels.score);
  }
}

int Climb::score_of(const SkillChoice& choice, const Facts& facts) const {
  const auto& state = facts.skills[choice.skill.value];
  const auto& proof = problem_.rubric.proofs[problem_.rubric[choice.skill].proof];
  int proven = state.proven;
  if (choice.studied_to > choice.from) proven = std::max(proven, proof.study);
  for (int level = choice.from + 1; level <= choice.studied_to; ++level) {
    if (study_proof(problem_.rubric, choice.skill, level) != StudyProof::lab) continue;
    const auto lab = study_lab(problem_.rubric, choice.skill, level, problem_.practice);
    const bool shows = !proof.by_domain || !lab.domains.empty();
    if (shows && lab.hours >= problem_.rubric.settings.lab_proof_hours) proven = std::max(proven, proof.lab);
  }
  if (choice.evidence) proven = std::max(proven, state.with_evidence);
  if (choice.review) proven = std::max(proven, choice.to);
  auto review = state.rating != nullptr ? state.rating->reviewed_level : std::nullopt;
  if (choice.review) review = choice.to;
  return levels_of(choice.to, proven, std::max(proven, state.credited), review).score;
}

void Climb::find_options() {
  const bool lacks_labs = std::any_of(labs_.begin(), labs_.end(), [&](const LabHoursAtLeast* need) {
    return facts_.lab_hours(*need) < need->hours;
  });
  for (std::uint16_t i = 0; i < asked_.size(); ++i) {
    if (asked_[i] == 0) continue;
    const SkillIndex index{i};
    Skill skill;
    skill.skill = index;
    const int now = bare_.skills[i].levels.score;
    const int at_first = at_first_.skills[i].levels.score;
    skill.highest = at_first;
    const auto* rating = bare_.skills[i].rating;
    if (rating != nullptr && now < std::min(rating->level, asked_[i])) wanting_proof_[i] = asked_[i];
    const auto leeway = leeway_for(problem_, facts_, index, stop_, before_, supervisor_);
    for (const auto& choice : skill_choices(problem_, bare_, index, asked_[i], leeway)) {
      Option option{
          decide(problem_, choice, stop_.month), score_of(choice, at_first_), score_of(choice, facts_), {}};
      if (option.decision.study_due < 0 || !is_in_time({option.decision}, problem_.weekly_hours)) continue;
      if (score_of(choice, bare_) < std::min(choice.to, asked_[i])) wanting_proof_[i] = asked_[i];
      for (int level = choice.from + 1; level <= choice.studied_to; ++level) {
        if (study_proof(problem_.rubric, index, level) == StudyProof::lab)
          option.labs.push_back(study_lab(problem_.rubric, index, level, problem_.practice));
      }
      // A level that does not count may still have been studied in a lab whose hours do.
      if (option.score <= now && (option.labs.empty() || !lacks_labs)) continue;
      option.score = std::max(option.score, now);
      option.sure = std::max(option.sure, now);
      // Proof that is there anyway need not be sought.
      auto plain = choice;
      plain.review = plain.evidence = false;
      if ((choice.review || choice.evidence) && !plain.is_nothing() && score_of(plain, bare_) == choice.to)
        continue;
      auto evident = choice;
      evident.review = false;
      evident.evidence = bare_.skills[i].with_evidence >= choice.to;
      if (choice.review && evident.evidence && score_of(evident, bare_) == choice.to &&
          decide(problem_, evident, stop_.month).hours <= option.decision.hours)
        continue;
      skill.highest = std::max(skill.highest, option.score);
      skill.has_labs = skill.has_labs || !option.labs.empty();
      skill.options.push_back(std::move(option));
    }
    if (skill.options.empty()) continue;
    for (int level = 0; level <= kHighestLevel; ++level) {
      int least = level <= at_first ? 0 : kNever;
      for (const auto& option : skill.options) {
        if (option.score >= level) least = std::min(least, option.decision.hours);
      }
      skill.least_hours.push_back(least);
    }
    // What brings most comes first, the cheapest of that before dearer ones.
    std::stable_sort(skill.options.begin(), skill.options.end(), [](const Option& a, const Option& b) {
      return std::tuple(-a.score, a.decision.hours, a.decision.moves) <
             std::tuple(-b.score, b.decision.hours, b.decision.moves);
    });
    skills_.push_back(std::move(skill));
  }
}

std::int64_t Climb::points(const Facts& facts) const {
  std::int64_t sum = 0;
  for (const auto& requirement : *stop_.target.ladder)
    sum += requirement.weight * judge(requirement.need, facts, View::score).share;
  return sum;
}

void Climb::reckon_gains() {
  auto raised = at_first_;
  const auto share = [](const Requirement& requirement, const Facts& facts) {
    return requirement.weight * judge(requirement.need, facts, View::score).share;
  };
  std::vector<const Requirement*> adding;
  for (const auto& requirement : *stop_.target.ladder) {
    if (!adds_up(requirement.need)) continue;
    const bool is_choice = is_best_of_skills(requirement.need);
    if (is_choice && (best_of_skills_ == nullptr || requirement.weight > best_of_skills_->weight)) {
      if (best_of_skills_ != nullptr) adding.push_back(best_of_skills_);
      best_of_skills_ = &requirement;
    } else {
      adding.push_back(&requirement);
    }
  }
  struct Decided {
    Skill skill;
    std::vector<Gains::Step> steps;
    bool is_choice = false;
    double worth = 0;  ///< most points for an hour
  };
  const auto best = best_of_skills_ == nullptr ? 0 : share(*best_of_skills_, at_first_);
  std::vector<Decided> all;
  for (auto& skill : skills_) {
    Decided one;
    auto& level = raised.skills[skill.skill.value].levels.score;
    const int at_first = level;
    for (level = at_first + 1; level <= skill.highest; ++level) {
      Gains::Step step{skill.least_hours[static_cast<std::size_t>(level)], 0, best};
      for (const auto* requirement : adding) {
        if (mentions(requirement->need, skill.skill))
          step.gain += share(*requirement, raised) - share(*requirement, at_first_);
      }
      if (best_of_skills_ != nullptr) step.best = share(*best_of_skills_, raised);
      one.is_choice = one.is_choice || step.best > best;
      one.worth = std::max(one.worth, static_cast<double>(step.gain + step.best - best) / (step.hours + 1.0));
      one.steps.push_back(step);
    }
    level = at_first;
    one.skill = std::move(skill);
    all.push_back(std::move(one));
  }
  auto certified = raised;
  std::vector<std::vector<Gains::Step>> by_certificates;
  for (const auto& choices : gifts_.certificates) {
    std::vector<Gains::Step> steps;
    for (const auto certification : choices) {
      const auto held = certified.held;
      hold(certified, certification);
      Gains::Step step{likely_hours(problem_.rubric[certification].effort), 0, best};
      for (const auto* requirement : adding)
        step.gain += share(*requirement, certified) - share(*requirement, at_first_);
      steps.push_back(step);
      certified.held = held;
      hold(raised, certification);
    }
    by_certificates.push_back(std::move(steps));
  }
  if (gifts_.labs) raised.extra_hours.push_back(plenty_of_labs(problem_.rubric));
  for (const auto& one : all) {
    raised.skills[one.skill.skill.value].levels.score = one.skill.highest;
    for (const auto& option : one.skill.options) {
      for (const auto& lab : option.labs) raised.extra_hours.push_back(hours_of(lab));
    }
  }
  for (const auto& requirement : *stop_.target.ladder) {
    if (!adds_up(requirement.need)) unbounded_ += share(requirement, raised) - share(requirement, at_first_);
  }
  // What brings most for its hours is decided first; before it what may earn the requirement of the best.
  std::stable_sort(all.begin(), all.end(), [](const Decided& a, const Decided& b) {
    return std::tuple(!a.is_choice, -a.worth) < std::tuple(!b.is_choice, -b.worth);
  });
  int hours = hours_within(stop_.month, problem_.weekly_hours);
  for (const auto& decision : before_) hours -= decision.hours;
  std::vector<std::vector<Gains::Step>> steps;
  for (std::size_t k = 0; k < all.size(); ++k) {
    skills_[k] = std::move(all[k].skill);
    steps.push_back(std::move(all[k].steps));
  }
  std::move(by_certificates.begin(), by_certificates.end(), std::back_inserter(steps));
  gains_ = Gains(steps, best, hours);
}

const Facts& Climb::at_most() {
  for (const auto& choices : gifts_.certificates) {
    for (const auto certification : choices) hold(then_, certification);
  }
  if (gifts_.labs) then_.extra_hours.push_back(plenty_of_labs(problem_.rubric));
  for (const auto& skill : skills_) {
    score(skill.skill) = skill.highest;
    for (const auto& option : skill.options) {
      for (const auto& lab : option.labs) then_.extra_hours.push_back(hours_of(lab));
    }
  }
  return then_;
}

int Climb::least_lab_hours() {
  for (const auto& skill : skills_) {
    if (skill.has_labs) return 0;
    score(skill.skill) = skill.highest;
  }
  int least = 0;
  for (std::uint16_t s = 0; s <= stop_.target.stage.value; ++s) {
    for (const auto& gate : problem_.rubric.stages[s].gates) {
      if (is_open(gate, {s}, then_)) continue;
      const int hours = lab_hours_for(gate.need, then_);
      if (hours != kNever) least = std::max(least, hours);
    }
  }
  return least;
}

void Climb::run(const Solution& so_far, std::optional<Solution>& best,
                const std::function<void(const Solution&)>& propose) {
  best_ = &best;
  propose_ = &propose;
  decided_ = so_far.decisions.size();
  chosen_.assign(skills_.size(), nullptr);
  auto now = so_far;
  branch(0, now);
}

bool Climb::cannot_win(const Solution& now, int hours_to_come) const {
  if (!*best_) return false;
  const int hours = now.hours + hours_to_come;
  const int moves = now.moves + (hours_to_come > 0 ? 1 : 0);
  return hours > (*best_)->hours || (hours == (*best_)->hours && moves >= (*best_)->moves);
}

int Climb::least_hours(const Need& need, std::size_t next) const {
  return std::visit(Overloaded{
                        [&](const SkillAtLeast& n) {
                          if (then_.skills[n.skill.value].levels.score >= n.level) return 0;
                          const auto place = place_[n.skill.value];
                          return place == kNone || place < next
                                     ? kNever
                                     : skills_[place].least_hours[static_cast<std::size_t>(n.level)];
                        },
                        [&](const LabHoursAtLeast& n) {
                          const int lacking = n.hours - then_.lab_hours(n);
                          if (lacking <= 0) return 0;
                          if (gifts_.labs) return lacking;
                          // The labs of study still to come may come to it, in part or whole.
                          const auto has_labs = [](const Skill& skill) {
                            return std::any_of(skill.options.begin(), skill.options.end(),
                                               [](const Option& option) { return !option.labs.empty(); });
                          };
                          return std::any_of(skills_.begin() + static_cast<std::ptrdiff_t>(next),
                                             skills_.end(), has_labs)
                                     ? 0
                                     : kNever;
                        },
                        [&](const AllOf& n) {
                          int most = 0;
                          for (const auto& one : n.of) most = std::max(most, least_hours(one, next));
                          return most;
                        },
                        [&](const AtLeast& n) {
                          std::vector<int> ways;
                          for (const auto& one : n.of) ways.push_back(least_hours(one, next));
                          std::sort(ways.begin(), ways.end());
                          return ways[static_cast<std::size_t>(n.count - 1)];
                        },
                        [&](const auto&) { return judge(need, then_, View::score).met ? 0 : kNever; },
                    },
                    need.kind);
}

int Climb::least_hours_of_ladder(std::size_t next) const {
  const auto missing = std::int64_t{stop_.target.permille} * kWhole - points(then_) - unbounded_;
  if (missing <= 0) return 0;
  const auto best = best_of_skills_ == nullptr
                        ? 0
                        : best_of_skills_->weight * judge(best_of_skills_->need, then_, View::score).share;
  return gains_.least_hours(next, best, missing);
}

int Climb::least_hours(std::size_t next) const {
  int least = 0;
  for (std::uint16_t s = 0; s <= stop_.target.stage.value; ++s) {
    for (const auto& gate : problem_.rubric.stages[s].gates) {
      if (!is_open(gate, {s}, then_)) least = std::max(least, least_hours(gate.need, next));
    }
  }
  if (stop_.target.ladder != nullptr) least = std::max(least, least_hours_of_ladder(next));
  return least;
}

bool Climb::is_hopeless(std::size_t next, const Solution& now) {
  if (!is_in_time(now.decisions, problem_.weekly_hours)) return true;
  const int least = least_hours(next);
  int decided = 0;
  for (const auto& decision : now.decisions) decided += decision.hours;
  return least == kNever || decided + least > hours_within(stop_.month, problem_.weekly_hours) ||
         cannot_win(now, least);
}

bool Climb::settle(const Solution& now) {
  if (!is_met(stop_.target, then_)) return false;
  // What the bounds go by is the best that can be; what counts is the profile that has been changed.
  auto profile = profile_;
  for (auto i = decided_; i < now.decisions.size(); ++i)
    carry_out(profile, now.decisions[i], problem_.rubric, problem_.practice, facts_.day);
  if (!is_reached(problem_, stop_.target, assess(problem_, profile, facts_.day))) return false;
  (*propose_)(now);
  return true;
}

/// Whether a lab that is the study of a level may prove the skill, of what has been chosen or is still to be.
bool Climb::may_be_proven(std::size_t place, std::size_t next) const {
  const auto skill = skills_[place].skill;
  const auto& proof = problem_.rubric.proofs[problem_.rubric[skill].proof];
  const auto proves = [&](const Lab& lab) {
    if (proof.by_domain) return lab.domains.meets(problem_.rubric[skill].domains);
    return proof.lab_stages.empty() || proof.lab_stages.contains(*lab.stage);
  };
  const auto has_proof = [&](const Option& option) {
    return std::any_of(option.labs.begin(), option.labs.end(), proves);
  };
  for (std::size_t k = 0; k < skills_.size(); ++k) {
    if (!skills_[k].has_labs) continue;
    if (k >= next && std::any_of(skills_[k].options.begin(), skills_[k].options.end(), has_proof))
      return true;
    if (k < next && chosen_[k] != nullptr && has_proof(*chosen_[k])) return true;
  }
  return false;
}

/// What has been decided counts only for sure, once no lab can prove it any more.
void Climb::drop_hopes(std::size_t next) {
  for (std::size_t k = 0; k < next; ++k) {
    const auto index = skills_[k].skill.value;
    const auto* option = chosen_[k];
    const int hoped = option != nullptr ? option->score : at_first_.skills[index].levels.score;
    const int sure = option != nullptr ? option->sure : facts_.skills[index].levels.score;
    if (hoped != sure) then_.skills[index].levels.score = may_be_proven(k, next) ? hoped : sure;
  }
}

void Climb::branch(std::size_t next, Solution& now) {
  problem_.budget.spend();
  drop_hopes(next);
  if (problem_.budget.is_spent() || is_hopeless(next, now)) return;
  if (settle(now)) return;
  if (next == skills_.size()) return;
  const auto& skill = skills_[next];
  const int before = score(skill.skill);
  const int hours = now.hours;
  const int moves = now.moves;
  for (const auto& option : skill.options) {
    chosen_[next] = &option;
    now.decisions.push_back(option.decision);
    now.hours += option.decision.hours;
    now.moves += option.decision.moves;
    score(skill.skill) = option.score;
    for (const auto& lab : option.labs) then_.extra_hours.push_back(hours_of(lab));
    branch(next + 1, now);
    then_.extra_hours.resize(then_.extra_hours.size() - option.labs.size());
    now.decisions.pop_back();
    now.hours = hours;
    now.moves = moves;
    score(skill.skill) = before;
  }
  chosen_[next] = nullptr;
  branch(next + 1, now);
  score(skill.skill) = before;
}

}  // namespace upstream::planning
