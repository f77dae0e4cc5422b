#include "facts.hpp"

#include <algorithm>

namespace upstream {
namespace {

Work work_of(const Experience& entry, const Rubric& rubric, Day day) {
  Work work;
  work.entry = &entry;
  work.infrastructure = is_infrastructure(entry, rubric);
  work.undated = entry.undated_months;
  work.dated = entry.from.has_value();
  const auto range = months_of(entry, day);
  work.months.add(range.first, range.last);
  work.last = entry.to && entry.to->last_day() < day ? entry.to->last_day() : day;
  work.last_month = month_index(work.last);
  return work;
}

/// What the post is known to give: what the profile says, or the stage that is being worked at.
std::optional<StageSet> offered_stages(const Profile& profile, const Rubric& rubric, Day day) {
  if (!profile.environment) return std::nullopt;
  if (!profile.environment->stages_offered) return std::nullopt;
  auto offered = *profile.environment->stages_offered;
  for (const auto& entry : profile.experience) {
    const bool going_on = entry.from && has_begun(entry, day) && (!entry.to || entry.to->last_day() >= day);
    if (going_on && is_infrastructure(entry, rubric)) offered.insert(entry.stages);
  }
  return offered;
}

}  // namespace

bool matches(const Work& work, const MonthsFilter& filter) {
  const auto& entry = *work.entry;
  if (!filter.any_domain && !work.infrastructure) return false;
  if (!filter.stages.empty() && !filter.stages.meets(entry.stages)) return false;
  if (!filter.domains.empty() && !filter.domains.meets(entry.domains)) return false;
  if (!filter.roles.empty() && !filter.roles.contains(index_of(entry.role))) return false;
  if (!filter.scales.empty() && (!entry.scale || !filter.scales.contains(index_of(*entry.scale))))
    return false;
  return !filter.customer_facing || entry.customer_facing;
}

bool matches(const Lab& lab, const LabHoursAtLeast& need) {
  if (need.artifact && !lab.artifact) return false;
  return need.stages.empty() || (lab.stage && need.stages.contains(*lab.stage));
}

bool shows(const Lab& lab, SkillIndex skill, const Rubric& rubric) {
  const auto& proof = rubric.proofs[rubric[skill].proof];
  if (proof.by_domain) return lab.domains.meets(rubric[skill].domains);
  return proof.lab_stages.empty() || (lab.stage && proof.lab_stages.contains(*lab.stage));
}

int Facts::months(const MonthsFilter& filter) const {
  MonthSet dated;
  int months = 0;
  for (const auto& one : work) {
    if (!matches(one, filter)) continue;
    dated.add(one.months);
    months += one.undated;
  }
  for (const auto& extra : extra_months) {
    // What is supposed was supposed for a need; it serves every need that asks no more than that one.
    const bool serves = (filter.stages.empty() || filter.stages.meets(extra.like.stages)) &&
                        (filter.domains.empty() || filter.domains.meets(extra.like.domains)) &&
                        (filter.roles.empty() || filter.roles == extra.like.roles) &&
                        (filter.scales.empty() || filter.scales == extra.like.scales) &&
                        (!filter.customer_facing || extra.like.customer_facing);
    if (serves) months += extra.months;
  }
  return months + dated.count();
}

int Facts::lab_hours(const LabHoursAtLeast& need) const {
  int hours = 0;
  for (const auto& practice : labs) {
    if (matches(*practice.lab, need)) hours += practice.hours;
  }
  for (const auto& extra : extra_hours) {
    if (need.stages.empty() || need.stages.meets(extra.stages)) hours += extra.hours;
  }
  return hours;
}

bool Facts::has_field_work() const {
  return std::any_of(work.begin(), work.end(),
                     [](const Work& one) { return one.infrastructure && one.counts(); });
}

int Facts::level(SkillIndex skill, View view) const {
  const auto& levels = skills[skill.value].levels;
  switch (view) {
    case View::low:
      return levels.low;
    case View::high:
      return levels.high;
    case View::score:
      break;
  }
  return levels.score;
}

bool Facts::can_work_at(const StageSet& stages, std::optional<StageIndex> gate) const {
  for (std::uint16_t s = 0; s < rubric->stages.size(); ++s) {
    const StageIndex stage{s};
    if (!stages.empty() && !stages.contains(stage)) continue;
    if (offered && !offered->contains(stage)) continue;
    const auto works_there = [&](const Work& one) {
      return one.infrastructure && one.counts() && one.entry->stages.contains(stage);
    };
    if (!gate || stage < *gate || std::any_of(work.begin(), work.end(), works_there)) return true;
  }
  return false;
}

namespace {

StageSet stages_arrived_at(const Facts& facts) {
  StageSet arrived;
  MonthsFilter filter;
  for (auto s = facts.rubric->stages.size(); s-- > 0;) {
    const StageIndex stage{static_cast<std::uint16_t>(s)};
    filter.stages.insert(stage);
    if (facts.months(filter) >= facts.rubric->settings.arrival_months) arrived.insert(stage);
  }
  return arrived;
}

}  // namespace

Facts gather_entries(const Profile& profile, const Rubric& rubric, Day day) {
  Facts facts;
  facts.profile = &profile;
  facts.rubric = &rubric;
  facts.day = day;
  std::vector<Work> work;
  work.reserve(profile.experience.size());
  for (const auto& entry : profile.experience) {
    if (!entry.stages.empty() && has_begun(entry, day)) work.push_back(work_of(entry, rubric, day));
  }
  facts.work = Kept(std::move(work));
  facts.arrived = stages_arrived_at(facts);
  for (const auto& lab : profile.labs) {
    if (!lab.date || lab.date->first_day() <= day) facts.labs.push_back({&lab, lab.hours});
  }
  facts.certifications = certification_states(profile, rubric, day);
  count_certifications(facts);
  facts.offered = offered_stages(profile, rubric, day);
  facts.weekly_hours = profile.preferences.study_hours_per_week.value_or(rubric.settings.weekly_hours);
  return facts;
}

Facts gather_facts(const Profile& profile, const Rubric& rubric, Day day) {
  auto facts = gather_entries(profile, rubric, day);
  judge_skills(facts);
  return facts;
}

}  // namespace upstream
