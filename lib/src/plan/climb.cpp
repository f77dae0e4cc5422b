#include "climb.hpp"

#include <algorithm>
#include <tuple>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"
#include "capacity.hpp"

namespace upstream::planning {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Whether what skills add to the need is at most the sum of what each adds by itself: so for one skill, for
/// the best of several, and for means of such, but not for the best of several means.
bool adds_up(const Need& need, bool within_best = false) {
  return std::visit(
      Overloaded{
          [&](const AllOf& n) {
            return !within_best &&
                   std::all_of(n.of.begin(), n.of.end(), [&](const Need& one) { return adds_up(one); });
          },
          [](const AtLeast& n) {
            return std::all_of(n.of.begin(), n.of.end(), [](const Need& one) { return adds_up(one, true); });
          },
          [](const LabHoursAtLeast&) { return false; },
          [](const auto&) { return true; },
      },
      need.kind);
}

bool mentions(const Need& need, SkillIndex skill) {
  return std::visit(Overloaded{
                        [&](const SkillAtLeast& n) { return n.skill == skill; },
                        [&](const AllOf& n) {
                          return std::any_of(n.of.begin(), n.of.end(),
                                             [&](const Need& one) { return mentions(one, skill); });
                        },
                        [&](const AtLeast& n) {
                          return std::any_of(n.of.begin(), n.of.end(),
                                             [&](const Need& one) { return mentions(one, skill); });
                        },
                        [](const auto&) { return false; },
                    },
                    need.kind);
}

Facts::ExtraHours hours_of(const Lab& lab) {
  Facts::ExtraHours extra;
  if (lab.stage) extra.stages.insert(*lab.stage);
  extra.hours = lab.hours;
  return extra;
}

}  // namespace

bool is_in_time(const std::vector<Decision>& decisions, int weekly_hours) {
  std::vector<StudyDue> due;
  for (const auto& decision : decisions) {
    due.push_back({decision.study_due, decision.study});
    due.push_back({decision.due, decision.hours - decision.study});
  }
  return lateness(std::move(due), weekly_hours) == 0;
}

Climb::Climb(const Problem& problem, const Profile& profile, const Facts& facts, const Stop& stop,
             bool supervisor, const std::vector<Decision>& decided, const Facts* start)
    : problem_(problem),
      profile_(profile),
      facts_(facts),
      stop_(stop),
      supervisor_(supervisor),
      before_(decided),
      start_(start),
      needs_(needs_of(stop.target, facts)),
      labs_(asked_labs(needs_)),
      asked_(asked_levels(needs_, problem.rubric)),
      place_(problem.rubric.skills.size(), kNone),
      at_first_(facts) {
  for (std::size_t i = 0; i < stop.also_to.size(); ++i) asked_[i] = std::max(asked_[i], stop.also_to[i]);
  suppose_studied_labs();
  find_options();
  then_ = at_first_;
  if (stop.target.ladder != nullptr) find_pieces();
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
  const auto with_labs = gather_facts(profile, problem_.rubric, facts_.day);
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

/// Nobody has worked with a level that only a certificate at the end of that work lets one claim: work builds
/// on what there is without it.
std::vector<SkillChoice> Climb::choices_of(SkillIndex skill) const {
  const int asked = asked_[skill.value];
  auto leeway = leeway_for(problem_, profile_, skill, stop_.month, before_, supervisor_);
  // A break does not matter to what may have been raised for an earlier stop.
  if (start_ == nullptr && before_.empty())
    leeway.work_months = work_months(profile_, skill, problem_, stop_.month).in_all;
  auto choices = skill_choices(problem_, facts_, skill, asked, leeway);
  const auto& state = facts_.skills[skill.value];
  if (start_ == nullptr || state.rating == nullptr) return choices;
  const auto* rating = start_->skills[skill.value].rating;
  if (rating != nullptr && rating->level == state.rating->level) return choices;
  const auto is_work = [](const SkillChoice& choice) { return choice.to > choice.studied_to; };
  choices.erase(std::remove_if(choices.begin(), choices.end(), is_work), choices.end());
  for (const auto& choice : skill_choices(problem_, *start_, skill, asked, leeway)) {
    if (is_work(choice)) choices.push_back(choice);
  }
  return choices;
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
    const int now = facts_.skills[i].levels.score;
    const int at_first = at_first_.skills[i].levels.score;
    skill.highest = at_first;
    for (const auto& choice : choices_of(index)) {
      Option option{decide(problem_, choice, stop_.month), score_of(choice, at_first_), {}};
      if (option.decision.study_due < 0 || !is_in_time({option.decision}, problem_.weekly_hours)) continue;
      for (int level = choice.from + 1; level <= choice.studied_to; ++level) {
        if (study_proof(problem_.rubric, index, level) == StudyProof::lab)
          option.labs.push_back(study_lab(problem_.rubric, index, level, problem_.practice));
      }
      // A level that does not count may still have been studied in a lab whose hours do.
      if (option.score <= now && (option.labs.empty() || !lacks_labs)) continue;
      option.score = std::max(option.score, now);
      // Proof that is there anyway need not be sought.
      auto bare = choice;
      bare.review = bare.evidence = false;
      if ((choice.review || choice.evidence) && !bare.is_nothing() && score_of(bare, facts_) == choice.to)
        continue;
      auto evident = choice;
      evident.review = false;
      evident.evidence = facts_.skills[i].with_evidence >= choice.to;
      if (choice.review && evident.evidence && score_of(evident, facts_) == choice.to &&
          decide(problem_, evident, stop_.month).hours <= option.decision.hours)
        continue;
      skill.highest = std::max(skill.highest, option.score);
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

void Climb::find_pieces() {
  auto all = at_first_;
  for (const auto& skill : skills_) {
    all.skills[skill.skill.value].levels.score = skill.highest;
    for (const auto& option : skill.options) {
      for (const auto& lab : option.labs) all.extra_hours.push_back(hours_of(lab));
    }
  }
  std::vector<const Requirement*> telling;
  for (const auto& requirement : *stop_.target.ladder) {
    if (adds_up(requirement.need)) {
      telling.push_back(&requirement);
    } else {
      unbounded_ += requirement.weight * (judge(requirement.need, all, View::score).share -
                                          judge(requirement.need, at_first_, View::score).share);
    }
  }
  for (std::size_t k = 0; k < skills_.size(); ++k) {
    const auto& skill = skills_[k];
    // The upper hull of (hours, gain) over the levels.
    std::vector<Piece> hull{{k, 0, 0}};
    auto raised = at_first_;
    for (int level = score(skill.skill) + 1; level <= skill.highest; ++level) {
      raised.skills[skill.skill.value].levels.score = level;
      Piece point{k, 0, skill.least_hours[static_cast<std::size_t>(level)]};
      for (const auto* requirement : telling) {
        if (!mentions(requirement->need, skill.skill)) continue;
        point.gain += requirement->weight * (judge(requirement->need, raised, View::score).share -
                                             judge(requirement->need, at_first_, View::score).share);
      }
      if (point.gain <= hull.back().gain) continue;
      while (hull.size() > 1) {
        const auto& a = hull[hull.size() - 2];
        const auto& b = hull.back();
        const bool above = b.hours < point.hours && (b.gain - a.gain) * (point.hours - a.hours) >
                                                        (point.gain - a.gain) * (b.hours - a.hours);
        if (above) break;
        hull.pop_back();
      }
      hull.push_back(point);
    }
    for (std::size_t i = 1; i < hull.size(); ++i)
      pieces_.push_back({k, hull[i].gain - hull[i - 1].gain, hull[i].hours - hull[i - 1].hours});
  }
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& a, const Piece& b) { return a.gain * b.hours > b.gain * a.hours; });
  // Skills are decided in the order of what they bring for their hours.
  std::vector<Skill> ordered;
  std::vector<std::size_t> to(skills_.size(), kNone);
  const auto take = [&](std::size_t k) {
    if (to[k] != kNone) return;
    to[k] = ordered.size();
    ordered.push_back(std::move(skills_[k]));
  };
  for (const auto& piece : pieces_) take(piece.skill);
  for (std::size_t k = 0; k < to.size(); ++k) take(k);
  for (auto& piece : pieces_) piece.skill = to[piece.skill];
  skills_ = std::move(ordered);
}

const Facts& Climb::at_most() {
  for (const auto& skill : skills_) {
    score(skill.skill) = skill.highest;
    for (const auto& option : skill.options) {
      for (const auto& lab : option.labs) then_.extra_hours.push_back(hours_of(lab));
    }
  }
  return then_;
}

void Climb::run(const Solution& so_far, std::optional<Solution>& best, long& nodes,
                const std::function<void(const Solution&)>& propose) {
  best_ = &best;
  nodes_ = &nodes;
  propose_ = &propose;
  decided_ = so_far.decisions.size();
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
                          if (then_.lab_hours(n) >= n.hours) return 0;
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
  auto missing = std::int64_t{stop_.target.permille} * kWhole - points(then_) - unbounded_;
  std::int64_t hours = 0;
  for (const auto& piece : pieces_) {
    if (missing <= 0) break;
    if (piece.skill < next) continue;
    if (piece.gain >= missing) {
      // Part of a piece: rounded down, since nobody can tell what its last hour brings.
      return static_cast<int>(
          hours + static_cast<std::int64_t>(static_cast<double>(piece.hours) *
                                            (static_cast<double>(missing) / static_cast<double>(piece.gain)) *
                                            0.999999));
    }
    missing -= piece.gain;
    hours += piece.hours;
  }
  return missing > 0 ? kNever : static_cast<int>(hours);
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
  if (!is_met(stop_.target, gather_facts(profile, problem_.rubric, facts_.day))) return false;
  (*propose_)(now);
  return true;
}

void Climb::branch(std::size_t next, Solution& now) {
  ++*nodes_;
  if (*nodes_ > Search::kMostNodes || is_hopeless(next, now)) return;
  if (settle(now)) return;
  if (next == skills_.size()) return;
  const auto& skill = skills_[next];
  const int before = score(skill.skill);
  const int hours = now.hours;
  const int moves = now.moves;
  for (const auto& option : skill.options) {
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
  branch(next + 1, now);
}

}  // namespace upstream::planning
