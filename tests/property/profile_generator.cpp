#include "profile_generator.hpp"

#include <array>

#include "report/json_facts.hpp"

namespace upstream::test {

std::string written(const Profile& profile, const Rubric& rubric, Day day) {
  return json::facts(profile, rubric, day).dump(1);
}

template <typename Item>
IndexSet<Item> ProfileGenerator::some(std::size_t of, int percent) {
  IndexSet<Item> set;
  for (std::uint16_t i = 0; i < of; ++i) {
    if (chance(percent)) set.insert(Item{i});
  }
  return set;
}

Date ProfileGenerator::date(int first_year, int last_year) {
  const auto day = chance(40) ? static_cast<unsigned>(number(1, 28)) : 0U;
  return *Date::of(number(first_year, last_year), static_cast<unsigned>(number(1, 12)), day);
}

Experience ProfileGenerator::experience() {
  static constexpr std::array duties{"手順書の作成", "障害の切り分け",
                                     "構成図の更新", "シェルスクリプトで自動化",
                                     "キッティング", "月次報告を顧客に説明",
                                     "新人の教育",   "AWSの移行",
                                     "一次対応",     "何もしない"};
  Experience entry;
  entry.at = place();
  entry.stages.insert(
      StageIndex{static_cast<std::uint16_t>(number(0, static_cast<int>(rubric_.stages.size()) - 1))});
  if (chance(15))
    entry.stages.insert(
        StageIndex{static_cast<std::uint16_t>(number(0, static_cast<int>(rubric_.stages.size()) - 1))});
  if (chance(70)) {
    entry.from = date(2010, 2027);  // some begin after the day
    if (chance(70)) entry.to = entry.from->plus_months(number(0, 60));
  } else {
    entry.undated_months = number(0, 48);
  }
  entry.domains = some<DomainIndex>(rubric_.domains.size(), 25);
  entry.role = static_cast<Role>(number(0, 9) < 7 ? 0 : number(1, 2));
  if (chance(40)) entry.scale = static_cast<Scale>(number(0, 2));
  entry.customer_facing = chance(30);
  for (int i = number(0, 3); i > 0; --i)
    entry.duties.push_back({duties[static_cast<std::size_t>(number(0, duties.size() - 1))], place()});
  return entry;
}

Lab ProfileGenerator::lab() {
  Lab lab;
  lab.at = place();
  lab.title = "ラボ";
  if (chance(80))
    lab.stage =
        StageIndex{static_cast<std::uint16_t>(number(0, static_cast<int>(rubric_.stages.size()) - 1))};
  lab.domains = some<DomainIndex>(rubric_.domains.size(), 25);
  lab.hours = number(0, 150);
  lab.artifact = chance(60);
  if (chance(70)) lab.date = date(2012, 2027);
  return lab;
}

Evidence ProfileGenerator::evidence() {
  Evidence evidence;
  evidence.kind = static_cast<EvidenceKind>(number(0, 2));
  evidence.note = "裏付け";
  if (chance(60)) evidence.date = date(2012, 2027);
  evidence.at = place();
  return evidence;
}

HeldCertification ProfileGenerator::certification() {
  HeldCertification held;
  held.certification = {
      static_cast<std::uint16_t>(number(0, static_cast<int>(rubric_.certifications.size()) - 1))};
  if (chance(70)) held.acquired = date(2014, 2027);
  if (chance(15))
    held.expires = (held.acquired ? *held.acquired : date(2018, 2024)).plus_months(number(0, 60));
  held.at = place();
  return held;
}

Environment ProfileGenerator::environment() {
  Environment post;
  if (chance(70)) post.sales_strength = static_cast<Strength>(number(0, 2));
  if (chance(70)) post.customer_contact = chance(50);
  if (chance(50)) post.assignment_months = number(1, 36);
  if (chance(50)) post.other_direction = chance(30);
  if (chance(60)) post.stages_offered = some<StageIndex>(rubric_.stages.size(), 50);
  if (chance(50)) post.subcontract_tier = number(1, 4);
  post.at = place();
  return post;
}

Profile ProfileGenerator::profile() {
  Profile profile;
  profile.id = profile.name = "generated";
  for (int i = number(0, 4); i > 0; --i) profile.experience.push_back(experience());
  for (int i = number(0, 2); i > 0; --i) profile.labs.push_back(lab());
  for (std::uint16_t s = 0; s < rubric_.skills.size(); ++s) {
    if (!chance(65)) continue;
    SkillRating rating;
    rating.skill = {s};
    rating.at = place();
    rating.not_applicable = chance(4);
    rating.level = rating.not_applicable ? 0 : number(0, kHighestLevel);
    if (chance(20)) rating.reviewed_level = number(0, kHighestLevel);
    for (int i = number(0, 2); i > 0; --i) rating.evidence.push_back(evidence());
    if (chance(20)) rating.last_used = date(2014, 2026);
    profile.skills.push_back(std::move(rating));
  }
  for (int i = number(0, 4); i > 0; --i) profile.certifications.push_back(certification());
  if (chance(20)) profile.preferences.goal = Goal::stay;
  for (std::uint16_t p = 0; p < rubric_.paths.size(); ++p) {
    if (chance(15)) profile.preferences.paths.push_back({p});
  }
  profile.preferences.values = some<ValueIndex>(rubric_.values.size(), 20);
  if (chance(60)) profile.preferences.study_hours_per_week = number(0, 15);
  if (chance(60)) profile.environment = environment();
  return profile;
}

}  // namespace upstream::test
