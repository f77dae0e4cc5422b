#include "stop.hpp"

#include <algorithm>
#include <functional>

#include "choices.hpp"
#include "upstream/profile/evidence.hpp"

namespace upstream::planning {
namespace {

/// Work that bears no date is the plan's, and was looked up of many courses.
std::vector<UsedMonths> used_months(const Problem& problem, const Facts& facts, int month) {
  const auto& rubric = problem.rubric;
  const auto& entries = facts.profile->experience;
  const int before = problem.post.last_ended();
  const auto* of_plan = entries.data() + problem.facts.profile->experience.size();
  std::vector<UsedMonths> all(rubric.skills.size());
  for (const auto skill : problem.skills_asked) {
    MonthSet dated;
    int undated = 0;
    for (const auto& work : facts.work) {
      if (!work.infrastructure || !uses_skill(*work.entry, skill, rubric)) continue;
      if (work.dated) dated.add(work.months);
      if (work.entry >= of_plan) undated += work.undated;
    }
    auto& used = all[skill.value];
    used.in_all = dated.count(before + 1, before + month);
    while (used.at_the_end < month && dated.contains(before + month - used.at_the_end)) ++used.at_the_end;
    if (undated == 0) continue;
    used.in_all = std::min(used.in_all + undated, month);
    used.at_the_end = used.in_all;
  }
  return all;
}

/// Marks what counts in any of the months.
void hold_meanwhile(const Problem& problem, Stop& stop) {
  stop.held.assign(problem.rubric.certifications.size(), 0);
  stop.proven = stop.held;
  if (problem.facts.profile->certifications.empty()) return;
  for (int month = stop.earliest; month <= stop.month; ++month) {
    const auto& then = problem.held.at(month);
    for (std::size_t c = 0; c < stop.held.size(); ++c) {
      stop.held[c] |= then.held[c];
      stop.proven[c] |= then.proven[c];
    }
  }
}

bool is_within(const std::vector<std::uint8_t>& these, const std::vector<std::uint8_t>& others) {
  return std::equal(these.begin(), these.end(), others.begin(), std::less_equal<>());
}

bool proves_no_more(const SkillState& one, const SkillState& other) {
  return one.levels.score <= other.levels.score && one.proven <= other.proven &&
         one.credited <= other.credited && one.with_evidence <= other.with_evidence &&
         one.by_work <= other.by_work;
}

/// Of two stops for the same target.
bool brings_no_more(const Stop& one, const Stop& other) {
  const auto& facts = *one.facts;
  const auto& others = *other.facts;
  if (one.month > other.month || one.supervisor > other.supervisor || facts.held != others.held ||
      facts.proven != others.proven || facts.labs.size() != others.labs.size() ||
      !is_within(one.offers.passed, other.offers.passed) || (facts.ever_fresh && !others.ever_fresh))
    return false;
  if (!std::equal(one.months.begin(), one.months.end(), other.months.begin(), std::less_equal<>()))
    return false;
  for (std::uint16_t s = 0; s < facts.rubric->stages.size(); ++s) {
    if (facts.arrived.contains({s}) && !others.arrived.contains({s})) return false;
  }
  for (std::size_t i = 0; i < facts.skills.size(); ++i) {
    // What is too old there may not be here.
    if ((others.skills[i].has_stale && facts.day != others.day) ||
        !proves_no_more(facts.skills[i], others.skills[i]) ||
        one.used[i].at_the_end > other.used[i].at_the_end || one.used[i].in_all > other.used[i].in_all)
      return false;
  }
  return true;
}

}  // namespace

bool bring_no_more(const Stops& these, const Stops& others) {
  return std::equal(
      these.begin(), these.end(), others.begin(), others.end(), [](const auto& one, const auto& other) {
        return one->target.stage == other->target.stage && one->target.ladder == other->target.ladder &&
               other->is_loose && brings_no_more(*one, *other);
      });
}

Facts assess(const Problem& problem, const Stop& stop, const Profile& profile) {
  problem.spend_for(profile);
  auto facts = gather_entries(profile, problem.rubric, problem.day_of(stop.month));
  if (stop.earliest < stop.month) {
    facts.ever_fresh = true;
    for (std::size_t c = 0; c < stop.held.size(); ++c) {
      facts.held[c] |= stop.held[c];
      facts.proven[c] |= stop.proven[c];
    }
  }
  take_ratings(facts);
  judge_ratings(facts, problem.skills_asked);
  return facts;
}

Stop stop_at(const Problem& problem, Courses::Span months, const Target& target, Profile work,
             bool supervisor) {
  Stop stop;
  stop.month = months.most;
  stop.earliest = std::max(months.least, 0);
  stop.target = target;
  stop.work = std::make_shared<const Profile>(std::move(work));
  stop.supervisor = problem.post.has_supervisor() || supervisor;
  if (stop.earliest < stop.month) hold_meanwhile(problem, stop);
  stop.facts = std::make_shared<const Facts>(assess(problem, stop, *stop.work));
  stop.used = used_months(problem, *stop.facts, stop.month);
  for (const auto* need : problem.months_asked)
    stop.months.push_back(std::min(stop.facts->months(need->filter), need->months));
  stop.offers = offers_for(problem, target, *stop.facts, stop.month);
  return stop;
}

}  // namespace upstream::planning
