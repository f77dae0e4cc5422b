#include "plan/brute_force_case.hpp"

#include <chrono>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"

namespace upstream::test::brute_force {

int likely(const Effort& effort) { return (effort.hours_min + effort.hours_max + 1) / 2; }

Date month_of(int index) {
  return *Date::of(Date::kFirstYear + index / 12, static_cast<unsigned>(index % 12) + 1);
}

void collect(const Need& need, std::vector<const Need*>& parts) {
  std::visit(Overloaded{
                 [&](const AllOf& n) {
                   for (const auto& one : n.of) collect(one, parts);
                 },
                 [&](const AtLeast& n) {
                   for (const auto& one : n.of) collect(one, parts);
                 },
                 [&](const auto&) { parts.push_back(&need); },
             },
             need.kind);
}

Case::Case(const Profile& its_profile, const Rubric& its_rubric, Day its_day, const PlanRequest& its_request)
    : profile(its_profile), rubric(its_rubric), day(its_day), request(its_request) {
  last_ended = month_index(day + std::chrono::days{1}) - 1;
  if (const auto* stage = std::get_if<StageIndex>(&request.goal.of)) {
    goal = *stage;
    if (request.goal.score) ladder = &rubric[*stage].requirements;
    permille = 10 * request.goal.score.value_or(0);
  } else {
    const auto& path = rubric[std::get<PathIndex>(request.goal.of)];
    goal = rubric.target();
    ladder = &path.requirements;
    permille = 10 * request.goal.score.value_or(rubric.settings.path_reached_at);
    wished = path.direction.filter.domains;
  }
  weekly = std::min(15, request.weekly_hours.value_or(
                            profile.preferences.study_hours_per_week.value_or(rubric.settings.weekly_hours)));
  look_at_post();
  practice = practice_stage();
  const auto facts = gather_facts(profile, rubric, day);
  for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
    for (const auto& gate : rubric.stages[s].gates) {
      if (!is_open(gate, {s}, facts)) collect(gate.need, whole);
    }
  }
  if (ladder != nullptr) {
    for (const auto& requirement : *ladder) collect(requirement.need, whole);
  }
  for (const auto& state : gather_facts(profile, rubric, day).skills)
    suggested.push_back(state.rating == nullptr ? state.suggested : 0);
}

void Case::look_at_post() {
  const auto& post = profile.environment;
  there = post.has_value();
  if (post && post->stages_offered) offered = post->stages_offered;
  for (const auto& entry : profile.experience) {
    if (entry.stages.empty() || !has_begun(entry, day) || !is_infrastructure(entry, rubric)) continue;
    const auto range = months_of(entry, day);
    if (entry.undated_months > 0 || range.first <= range.last)
      experienced = std::max(experienced, std::optional(entry.stages.highest()));
    if (!entry.from) there = true;
    if (!goes_on(entry)) continue;
    there = true;
    if (!entry.to) unending.insert(entry.stages);
    if (offered) offered->insert(entry.stages);
    if (job == nullptr || job->from->first_day() <= entry.from->first_day()) job = &entry;
  }
  if (!post) return;
  const auto leave = [&](Signal signal) { return rubric.seat.leave_early.contains(index_of(signal)); };
  const bool brief =
      post->assignment_months && *post->assignment_months <= rubric.seat.short_assignment_months;
  if ((brief && leave(Signal::short_assignments)) ||
      (post->other_direction == true && leave(Signal::other_direction)))
    change = ActionKind::change_employer;
}

bool Case::goes_on(const Experience& entry) const {
  return !entry.stages.empty() && is_infrastructure(entry, rubric) && entry.from && has_begun(entry, day) &&
         (!entry.to || entry.to->last_day() >= day);
}

std::vector<const Need*> Case::parts_of(const Stop& stop, const Facts& facts) const {
  std::vector<const Need*> parts;
  for (std::uint16_t s = 0; s <= stop.stage.value; ++s) {
    for (const auto& gate : rubric.stages[s].gates) {
      if (!is_open(gate, {s}, facts)) collect(gate.need, parts);
    }
  }
  if (stop.last && ladder != nullptr) {
    for (const auto& requirement : *ladder) collect(requirement.need, parts);
  }
  return parts;
}

StageIndex Case::practice_stage() const {
  const auto facts = gather_facts(profile, rubric, day);
  std::vector<int> served(rubric.stages.size(), 0);
  for (const auto* part : parts_of({0, goal, true}, facts)) {
    const auto* lab = std::get_if<LabHoursAtLeast>(&part->kind);
    for (std::uint16_t s = 0; lab != nullptr && s < served.size(); ++s)
      served[s] += lab->stages.contains({s}) ? 1 : 0;
  }
  const auto most = std::max_element(served.begin(), served.end());
  return {static_cast<std::uint16_t>(most - served.begin())};
}

Day Case::day_of(int month) const {
  const bool at_end = month_index(day + std::chrono::days{1}) != month_index(day);
  if (at_end) return month_of(month_index(day) + month).last_day();
  return Date::of(day).plus_months(month).last_day();
}

const ProofClass& Case::proof_of(SkillIndex skill) const { return rubric.proofs[rubric[skill].proof]; }

const Effort& Case::effort(SkillIndex skill, int level) const {
  return rubric[skill].levels[static_cast<std::size_t>(level - 1)].effort;
}

std::vector<std::optional<DomainIndex>> Case::lab_domains() const {
  std::vector<std::optional<DomainIndex>> domains;
  for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) {
    const auto skill = rubric.domains[d].skill;
    if (skill && proof_of(*skill).by_domain) domains.emplace_back(DomainIndex{d});
  }
  if (domains.empty()) domains.emplace_back();
  return domains;
}

}  // namespace upstream::test::brute_force
