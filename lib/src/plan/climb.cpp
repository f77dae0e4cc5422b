#include "climb.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "capacity.hpp"
#include "outcome.hpp"
#include "upstream/plan/plan.hpp"

namespace upstream::planning {
Facts::ExtraHours hours_of(const Lab& lab) {
  Facts::ExtraHours extra;
  if (lab.stage) extra.stages.insert(*lab.stage);
  extra.hours = lab.hours;
  return extra;
}

Facts::ExtraHours plenty_of_labs(const Rubric& rubric) {
  constexpr int plenty = 100'000;
  Facts::ExtraHours extra;
  for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) extra.stages.insert(StageIndex{s});
  extra.hours = plenty;
  return extra;
}

void hold(Facts& facts, CertificationIndex certification) {
  facts.held[certification.value] = 1;
  for (const auto kept : (*facts.rubric)[certification].lapse_keeps) facts.held[kept.value] = 1;
}

bool is_in_time(const std::vector<Decision>& decisions, const Stop& stop, int weekly_hours) {
  struct Due {
    int all = 0;
    int others = 0;  ///< that earlier stops do not ask for
    int others_beside_labs = 0;
  };
  std::array<Due, kMostPlanMonths + 1> due{};
  for (const auto& decision : decisions) {
    auto& then = due[static_cast<std::size_t>(decision.study_due)];
    then.all += decision.study;
    due[static_cast<std::size_t>(decision.due)].all += decision.hours - decision.study;
    const auto* choice = std::get_if<SkillChoice>(&decision.what);
    if (stop.reserved.empty() || choice == nullptr || stop.also_to[choice->skill.value] > 0) continue;
    then.others += decision.study;
    then.others_beside_labs += decision.study - decision.labs;
  }
  Due until;
  Stop::Least reserved;
  auto next = stop.reserved.begin();
  for (int month = 0; month <= stop.month; ++month) {
    const auto& then = due[static_cast<std::size_t>(month)];
    until.all += then.all;
    until.others += then.others;
    until.others_beside_labs += then.others_beside_labs;
    bool is_more = then.all > 0;
    for (; next != stop.reserved.end() && next->month <= month; ++next) {
      reserved.hours = std::max(reserved.hours, next->least.hours);
      reserved.beside_labs = std::max(reserved.beside_labs, next->least.beside_labs);
      is_more = true;
    }
    if (!is_more) continue;
    const int hours =
        std::max({until.all, until.others + reserved.beside_labs, until.others_beside_labs + reserved.hours});
    if (hours > hours_within(month, weekly_hours)) return false;
  }
  return true;
}

Climb::Climb(const Problem& problem, const Facts& facts, const Facts* bare, const Stop& stop,
             const std::vector<Decision>& decided, Gifts gifts)
    : problem_(problem),
      facts_(facts),
      bare_(bare == nullptr ? facts : *bare),
      stop_(stop),
      before_(decided),
      gifts_(std::move(gifts)),
      needs_(needs_of(stop.target, bare_)),
      labs_(asked_labs(needs_)),
      asked_(asked_levels(needs_, problem.rubric)),
      wanting_proof_(problem.rubric.skills.size(), 0),
      place_(problem.rubric.skills.size(), kNone),
      then_(facts) {
  for (std::size_t i = 0; i < stop.also_to.size(); ++i) asked_[i] = std::max(asked_[i], stop.also_to[i]);
  if (bare != nullptr) suppose_studied_labs();
  find_rooms();
  for (const auto& state : then_.skills) first_.push_back(state.levels.score);
  find_options();
  find_open_questions();
}

void Climb::prepare() {
  const auto place = [&] {
    for (std::size_t k = 0; k < skills_.size(); ++k) place_[skills_[k].skill.value] = k;
  };
  place();
  if (stop_.target.ladder == nullptr) return;
  find_dearest_need();
  reckon_gains();
  place();
}

/// A lab that is the study of one skill may prove another, too: levels are taken to be as high as all such
/// labs together could prove them.
void Climb::suppose_studied_labs() {
  std::vector<Lab> labs;
  for (std::uint16_t i = 0; i < asked_.size(); ++i) {
    if (asked_[i] == 0) continue;
    for (int level = level_to_build_on(facts_.skills[i]) + 1; level <= asked_[i]; ++level) {
      if (!can_be_studied(problem_.rubric, {i}, level)) break;
      const auto* lab = problem_.study_lab({i}, level);
      if (lab == nullptr) continue;
      if (lab->hours > hours_within(stop_.month, problem_.weekly_hours)) break;
      labs.push_back(*lab);
      labs.back().date = Date::of(facts_.day);
    }
  }
  if (labs.empty()) return;
  const auto with = with_labs(problem_, facts_, labs);
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    auto& state = then_.skills[i];
    state.proven = std::max(state.proven, with.skills[i].proven);
    state.credited = std::max(state.credited, with.skills[i].credited);
    state.levels.score = std::max(state.levels.score, with.skills[i].levels.score);
  }
}

void Climb::find_rooms() {
  const auto months = static_cast<std::size_t>(stop_.month) + 1;
  rooms_.resize(months);
  std::vector<int> due(months, 0);
  for (const auto& decision : before_) {
    due[static_cast<std::size_t>(decision.study_due)] += decision.study;
    due[static_cast<std::size_t>(decision.due)] += decision.hours - decision.study;
  }
  int hours = 0;
  for (std::size_t month = 0; month < months; ++month) {
    hours += due[month];
    const int all = hours_within(static_cast<int>(month), problem_.weekly_hours);
    rooms_[month] = {all - hours, all, all};
  }
  for (const auto& reserved : stop_.reserved) {
    for (auto month = static_cast<std::size_t>(reserved.month); month < months; ++month) {
      const int all = hours_within(static_cast<int>(month), problem_.weekly_hours);
      rooms_[month].others = std::min(rooms_[month].others, all - reserved.least.beside_labs);
      rooms_[month].beside_labs = std::min(rooms_[month].beside_labs, all - reserved.least.hours);
    }
  }
  for (auto month = months - 1; month-- > 0;) {
    const auto& later = rooms_[month + 1];
    auto& room = rooms_[month];
    room = {std::min(room.hours, later.hours), std::min(room.beside_labs, later.beside_labs),
            std::min(room.others, later.others)};
  }
}

bool Climb::has_room(const Decision& decision) const {
  if (decision.study_due < 0) return false;
  const auto& room = rooms_[static_cast<std::size_t>(decision.study_due)];
  if (decision.study > room.hours || decision.hours > rooms_[static_cast<std::size_t>(decision.due)].hours)
    return false;
  const auto* choice = std::get_if<SkillChoice>(&decision.what);
  if (stop_.reserved.empty() || choice == nullptr || stop_.also_to[choice->skill.value] > 0) return true;
  return decision.study <= room.others && decision.study - decision.labs <= room.beside_labs;
}

void Climb::find_options() {
  const bool lacks_labs = std::any_of(labs_.begin(), labs_.end(), [&](const LabHoursAtLeast* need) {
    return facts_.lab_hours(*need) < need->hours;
  });
  skills_.reserve(asked_.size());
  for (std::uint16_t i = 0; i < asked_.size(); ++i) {
    if (asked_[i] == 0) continue;
    const SkillIndex index{i};
    Skill skill;
    skill.skill = index;
    const int now = bare_.skills[i].levels.score;
    const int at_first = first_[i];
    skill.highest = at_first;
    const auto* rating = bare_.skills[i].rating;
    if (rating != nullptr && now < std::min(rating->level, asked_[i])) wanting_proof_[i] = asked_[i];
    const auto menu =
        problem_.menus.of(problem_, {index, asked_[i], lacks_labs, leeway_for(facts_, index, stop_, before_),
                                     bare_.skills[i], facts_.skills[i], then_.skills[i]});
    skill.options.reserve(menu->items.size());
    for (const auto& item : menu->items) {
      auto option = item.option;
      move_to(stop_, option.decision);
      if (!has_room(option.decision)) continue;
      if (item.wants_proof) wanting_proof_[i] = asked_[i];
      if (!item.is_of_use) continue;
      skill.highest = std::max(skill.highest, option.score);
      skill.has_labs = skill.has_labs || option.has_labs;
      skill.options.push_back(option);
    }
    if (skill.options.empty()) continue;
    for (int level = 0; level <= kHighestLevel; ++level) {
      int least = level <= at_first ? 0 : kNever;
      int beside_labs = least;
      for (const auto& option : skill.options) {
        if (option.score < level) continue;
        least = std::min(least, option.decision.hours);
        beside_labs = std::min(beside_labs, option.decision.hours - option.decision.labs);
      }
      skill.least_hours[static_cast<std::size_t>(level)] = least;
      skill.least_beside_labs[static_cast<std::size_t>(level)] = beside_labs;
    }
    skills_.push_back(std::move(skill));
  }
}

void Climb::run(const Solution& so_far, const Best& best,
                const std::function<void(const Solution&)>& propose) {
  best_ = &best;
  propose_ = &propose;
  decided_ = so_far.decisions.size();
  prepare();
  chosen_.assign(skills_.size(), nullptr);
  auto now = so_far;
  drop_hopes(0);
  branch(0, now, least_hours(0));
}

bool Climb::cannot_win(const Solution& now, int hours_to_come) const {
  return best_->beats(now.hours + hours_to_come, now.moves + (hours_to_come > 0 ? 1 : 0));
}

bool Climb::is_hopeless(const Solution& now, int hours_to_come) const {
  if (hours_to_come == kNever || !is_in_time(now.decisions, stop_, problem_.weekly_hours)) return true;
  int hours = hours_to_come;
  for (const auto& decision : now.decisions) hours += decision.hours;
  return hours > hours_within(stop_.month, problem_.weekly_hours) || cannot_win(now, hours_to_come);
}

bool Climb::settle(const Solution& now) {
  if (!is_met_then()) return false;
  // What the bounds go by is the best that can be; what counts is what has really been changed.
  std::vector<const Decision*> decisions;
  for (auto i = decided_; i < now.decisions.size(); ++i) decisions.push_back(&now.decisions[i]);
  if (!is_met(stop_.target, outcome_of(problem_, facts_, decisions).facts)) return false;
  const bool has_certificates = &bare_ != &facts_;
  if (has_certificates &&
      !is_met({stop_.target.stage, nullptr, 0}, outcome_of(problem_, bare_, decisions).facts))
    return false;
  (*propose_)(now);
  return true;
}

/// Whether a lab that is the study of a level may prove the skill, of what has been chosen or is still to be.
bool Climb::may_be_proven(std::size_t place, std::size_t next) const {
  const auto skill = skills_[place].skill;
  const auto has_proof = [&](const Option& option) {
    bool proves = false;
    problem_.for_each_lab(option.choice(),
                          [&](const Lab& lab) { proves = proves || shows(lab, skill, problem_.rubric); });
    return proves;
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
    const int hoped = option != nullptr ? option->score : first_[index];
    const int sure = option != nullptr ? option->sure : facts_.skills[index].levels.score;
    if (hoped != sure) then_.skills[index].levels.score = may_be_proven(k, next) ? hoped : sure;
  }
}

void Climb::branch(std::size_t next, Solution& now, int least) {
  problem_.budget.spend();
  if (problem_.budget.is_spent() || is_hopeless(now, least)) return;
  if (least == 0 && settle(now)) return;
  if (next == skills_.size()) return;
  const auto& skill = skills_[next];
  struct Way {
    const Option* option;  ///< absent: nothing
    int least;             ///< hours that come behind it
    int hours;             ///< with its own
    int moves;
  };
  std::vector<Way> ways;
  const int before = score(skill.skill);
  const auto with = [&](const Option* option, auto&& then) {
    chosen_[next] = option;
    const auto labs = then_.extra_hours.size();
    if (option != nullptr) {
      score(skill.skill) = option->score;
      problem_.for_each_lab(option->choice(),
                            [&](const Lab& lab) { then_.extra_hours.push_back(hours_of(lab)); });
    }
    drop_hopes(next + 1);
    then();
    then_.extra_hours.resize(labs);
    score(skill.skill) = before;
  };
  const auto weigh = [&](const Option* option) {
    with(option, [&] {
      const int rest = least_hours(next + 1);
      // To do nothing about it leaves something else to do.
      const int hours = option == nullptr ? 0 : option->decision.hours;
      const int moves = option == nullptr ? 1 : option->decision.moves;
      if (rest != kNever) ways.push_back({option, rest, rest + hours, moves});
    });
  };
  for (const auto& option : skill.options) weigh(&option);
  weigh(nullptr);
  // What promises most comes first.
  std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
    return std::tie(a.hours, a.moves) < std::tie(b.hours, b.moves);
  });
  for (const auto& way : ways) {
    with(way.option, [&] {
      if (way.option == nullptr) return branch(next + 1, now, way.least);
      const int hours = now.hours;
      const int moves = now.moves;
      now.decisions.push_back(way.option->decision);
      now.hours += way.option->decision.hours;
      now.moves += way.option->decision.moves;
      branch(next + 1, now, way.least);
      now.decisions.pop_back();
      now.hours = hours;
      now.moves = moves;
    });
  }
  chosen_[next] = nullptr;
}

}  // namespace upstream::planning
