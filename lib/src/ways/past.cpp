#include "past.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "upstream/profile/evidence.hpp"

namespace upstream::ways {
namespace {

/// The earlier of two days, of which either may be missing.
void take_earlier(std::optional<Day>& first, const std::optional<Date>& date) {
  if (date && (!first || date->first_day() < *first)) first = date->first_day();
}

bool practises(const Lab& lab, SkillIndex skill, const Rubric& rubric) {
  for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) {
    if (lab.domains.contains({d}) && rubric.domains[d].skill == skill) return true;
  }
  return false;
}

bool shows(const HeldCertification& held, SkillIndex skill, const Rubric& rubric) {
  const auto& shown = rubric[held.certification].shows;
  return std::any_of(shown.begin(), shown.end(), [&](const SkillShown& s) { return s.skill == skill; });
}

}  // namespace

std::optional<Day> first_date(const Profile& profile) {
  std::optional<Day> first;
  for (const auto& rating : profile.skills) {
    for (const auto& evidence : rating.evidence) take_earlier(first, evidence.date);
  }
  for (const auto& entry : profile.experience) take_earlier(first, entry.from);
  for (const auto& held : profile.certifications) take_earlier(first, held.acquired);
  for (const auto& lab : profile.labs) take_earlier(first, lab.date);
  return first;
}

Past::Past(const Profile& profile, const Rubric& rubric, Day stated) : profile_(profile), rubric_(rubric) {
  for (const auto& rating : profile.skills) {
    const auto begin = begin_of(rating);
    begins_.push_back(begin && *begin <= stated ? begin : std::nullopt);
  }
}

/// Work or a certificate without dates that speaks for the skill may be as old as one likes: then there is no
/// beginning.
std::optional<Day> Past::begin_of(const SkillRating& rating) const {
  std::optional<Day> begin;
  take_earlier(begin, rating.last_used);
  for (const auto& evidence : rating.evidence) take_earlier(begin, evidence.date);
  for (const auto& entry : profile_.experience) {
    if (entry.stages.empty() || !uses_skill(entry, rating.skill, rubric_)) continue;
    if (!entry.from) return std::nullopt;
    take_earlier(begin, entry.from);
  }
  for (const auto& lab : profile_.labs) {
    if (!practises(lab, rating.skill, rubric_)) continue;
    if (!lab.date) return std::nullopt;
    take_earlier(begin, lab.date);
  }
  for (const auto& held : profile_.certifications) {
    if (!shows(held, rating.skill, rubric_)) continue;
    if (!held.acquired) return std::nullopt;
    take_earlier(begin, held.acquired);
  }
  return begin;
}

Profile Past::on(Day day) const {
  auto profile = profile_;
  profile.skills.clear();
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    if (!begins_[i] || *begins_[i] <= day) profile.skills.push_back(profile_.skills[i]);
  }
  return profile;
}

std::vector<TimelineAssumption> Past::assumptions() const {
  std::vector<TimelineAssumption> all;
  bool has_review = false;
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    const auto& rating = profile_.skills[i];
    has_review = has_review || rating.reviewed_level.has_value();
    const auto& skill = rubric_[rating.skill];
    all.push_back(
        {UndatedKind::skill, skill.id, begins_[i],
         begins_[i] ? Text{fmt::format("{}のレベルは、裏付けの始まる {} から今のままだったとする",
                                       skill.label.ja, iso(*begins_[i])),
                           fmt::format("the level of {} is held since {}, when its backing begins",
                                       skill.label.en, iso(*begins_[i]))}
                    : Text{fmt::format("{}のレベルは、いつからか分からないので全期間で今のままだったとする",
                                       skill.label.ja),
                           fmt::format("since when the level of {} is held is not known: throughout",
                                       skill.label.en)}});
  }
  const auto add = [&](bool stands, UndatedKind about, Text text) {
    if (stands) all.push_back({about, "", std::nullopt, std::move(text)});
  };
  const auto any = [](const auto& list, auto&& undated) {
    return std::any_of(list.begin(), list.end(), undated);
  };
  add(has_review, UndatedKind::review,
      {"上長などの評価は、その技能のレベルと同じ時から今のままだったとする",
       "reviews are held as long as the level of their skill"});
  add(any(profile_.experience, [](const Experience& entry) { return !entry.from; }), UndatedKind::experience,
      {"年数だけの実務は、全期間で数える", "work without dates counts throughout"});
  add(any(profile_.labs, [](const Lab& lab) { return !lab.date; }), UndatedKind::lab,
      {"日付のないラボは、全期間で数える", "labs without a date count throughout"});
  add(any(profile_.certifications, [](const HeldCertification& held) { return !held.acquired; }),
      UndatedKind::certificate,
      {"取得月のない資格は、全期間で持っていたとする", "certificates without a date are held throughout"});
  add(profile_.environment.has_value(), UndatedKind::environment,
      {"席(environment)は、全期間で今のままだったとする", "the post is the present one throughout"});
  add(!profile_.preferences.paths.empty() || !profile_.preferences.values.empty(), UndatedKind::preferences,
      {"希望(preferences)は、全期間で今のままだったとする", "the wishes are those of today throughout"});
  return all;
}

}  // namespace upstream::ways
