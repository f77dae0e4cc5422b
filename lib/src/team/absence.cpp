#include "absence.hpp"

#include <algorithm>

namespace upstream {
namespace {

/// Which of the members are able; people who are gone are not.
std::vector<PersonIndex> able_people(const Subject& subject, std::span<const Member> members,
                                     std::span<const PersonIndex> gone) {
  std::vector<PersonIndex> able;
  for (PersonIndex p = 0; p < members.size(); ++p) {
    if (!std::binary_search(gone.begin(), gone.end(), p) && is_able(members[p], subject)) able.push_back(p);
  }
  return able;
}

}  // namespace

std::vector<Subject> subjects_of(const Rubric& rubric) {
  std::vector<Subject> subjects;
  for (std::uint16_t s = 0; s < rubric.skills.size(); ++s) subjects.emplace_back(SkillIndex{s});
  for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) subjects.emplace_back(StageIndex{s});
  return subjects;
}

bool is_able(const Member& member, const Subject& subject) {
  if (const auto* skill = std::get_if<SkillIndex>(&subject))
    return member.skills[skill->value].proven >= kAbleLevel;
  return member.range.proven >= std::optional(std::get<StageIndex>(subject));
}

bool claims(const Member& member, const Subject& subject) {
  if (const auto* skill = std::get_if<SkillIndex>(&subject))
    return member.skills[skill->value].claimed >= kAbleLevel;
  return member.range.claimed >= std::optional(std::get<StageIndex>(subject));
}

std::vector<SinglePoint> single_points(std::span<const Member> members, const Rubric& rubric) {
  std::vector<SinglePoint> points;
  for (const auto& subject : subjects_of(rubric)) {
    const auto able = able_people(subject, members, {});
    if (able.size() == 1) points.push_back({subject, able.front()});
  }
  return points;
}

std::optional<Absence> absence_of(std::span<const std::string> ids, std::span<const Member> members,
                                  const Rubric& rubric) {
  Absence absence;
  for (PersonIndex p = 0; p < members.size(); ++p) {
    if (std::find(ids.begin(), ids.end(), members[p].id) != ids.end()) absence.gone.push_back(p);
  }
  if (absence.gone.empty()) return std::nullopt;
  for (const auto& subject : subjects_of(rubric)) {
    const auto before = able_people(subject, members, {}).size();
    const auto after = able_people(subject, members, absence.gone);
    absence.coverage.push_back({subject, static_cast<int>(before), static_cast<int>(after.size())});
    if (after.size() == before) continue;
    if (after.size() == 1) absence.single_points.push_back({subject, after.front()});
    if (after.empty()) absence.uncovered.push_back(subject);
  }
  return absence;
}

}  // namespace upstream
