#include "json_facts.hpp"

#include <array>
#include <set>

#include "upstream/text/unicode.hpp"

namespace upstream::json {
namespace {

constexpr std::string_view kNothing = "-";

// In the order of their enumerations; words of the profile format.
constexpr std::array<std::string_view, 3> kEvidenceKinds{"work", "lab", "course"};
constexpr std::array<std::string_view, 2> kGoals{"upstream", "stay"};
constexpr std::array<std::string_view, 3> kStrengths{"weak", "normal", "strong"};

template <typename Enum, std::size_t kSize>
std::string_view word(const std::array<std::string_view, kSize>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

template <typename Item, typename Things>
Json ids(const IndexSet<Item>& set, const Things& things) {
  auto all = Json::array();
  for (std::uint16_t i = 0; i < things.size(); ++i) {
    if (set.contains(Item{i})) all.push_back(things[i].id);
  }
  return all;
}

void add_date(Json& object, const char* key, const std::optional<Date>& date) {
  if (date) object[key] = date->iso();
}

/// Every word of the duty rules that stands in the duty, those too that keep a rule from applying: so each
/// rule comes to the same answer, and nothing of the user's own is left.
Json duty_words(const std::vector<Duty>& duties, const Rubric& rubric) {
  auto all = Json::array();
  for (const auto& duty : duties) {
    const auto stands = rubric.duty_words.find(text::fold(duty.text));
    std::set<std::string_view> found;
    for (std::size_t number = 0; number < stands.size(); ++number) {
      if (stands[number]) found.insert(rubric.duty_words.word(number));
    }
    std::string joined;
    for (const auto one : found) joined.append(joined.empty() ? "" : "、").append(one);
    if (!joined.empty()) all.push_back(std::move(joined));
  }
  return all;
}

Json experience(const Experience& entry, const Rubric& rubric) {
  Json object{{"stage", ids(entry.stages, rubric.stages)}};
  add_date(object, "from", entry.from);
  add_date(object, "to", entry.to);
  if (!entry.from) object["months"] = entry.undated_months;
  if (!entry.domains.empty()) object["domains"] = ids(entry.domains, rubric.domains);
  if (entry.role != Role::member) object["role"] = id(entry.role);
  if (entry.scale) object["scale"] = id(*entry.scale);
  if (entry.customer_facing) object["customer_facing"] = true;
  if (auto words = duty_words(entry.duties, rubric); !words.empty()) object["duties"] = std::move(words);
  return object;
}

Json lab(const Lab& entry, const Rubric& rubric) {
  Json object{{"title", kNothing}};
  if (entry.stage) object["stage"] = rubric[*entry.stage].id;
  if (!entry.domains.empty()) object["domains"] = ids(entry.domains, rubric.domains);
  object["hours"] = entry.hours;
  if (entry.artifact) object["artifact"] = kNothing;
  add_date(object, "date", entry.date);
  return object;
}

Json skill(const SkillRating& rating) {
  const Json level = rating.not_applicable ? Json("n/a") : Json(rating.level);
  if (!rating.reviewed_level && rating.evidence.empty() && !rating.last_used) return level;
  Json object{{"level", level}};
  if (rating.reviewed_level) object["reviewed_level"] = *rating.reviewed_level;
  for (const auto& evidence : rating.evidence) {
    Json one{{"kind", word(kEvidenceKinds, evidence.kind)}, {"note", kNothing}};
    add_date(one, "date", evidence.date);
    object["evidence"].push_back(std::move(one));
  }
  add_date(object, "last_used", rating.last_used);
  return object;
}

Json certification(const HeldCertification& held, const Rubric& rubric) {
  Json object{{"name", rubric[held.certification].id}};
  add_date(object, "acquired", held.acquired);
  add_date(object, "expires", held.expires);
  return object;
}

Json preferences(const Preferences& wishes, const Rubric& rubric) {
  Json object{{"goal", word(kGoals, wishes.goal)}};
  for (const auto path : wishes.paths) object["paths"].push_back(rubric[path].id);
  if (!wishes.values.empty()) object["values"] = ids(wishes.values, rubric.values);
  if (wishes.study_hours_per_week) object["study_hours_per_week"] = *wishes.study_hours_per_week;
  return object;
}

Json environment(const Environment& seat, const Rubric& rubric) {
  auto object = Json::object();
  if (seat.sales_strength) object["sales_strength"] = word(kStrengths, *seat.sales_strength);
  if (seat.customer_contact) object["customer_contact"] = *seat.customer_contact;
  if (seat.assignment_months) object["assignment_months"] = *seat.assignment_months;
  if (seat.other_direction) object["direction"] = *seat.other_direction ? "different" : "same";
  if (seat.stages_offered) object["stages_offered"] = ids(*seat.stages_offered, rubric.stages);
  if (seat.subcontract_tier) object["subcontract_tier"] = *seat.subcontract_tier;
  return object;
}

}  // namespace

Json facts(const Profile& profile, const Rubric& rubric, Day day) {
  Json object{{"version", 1}, {"name", kNothing}, {"as_of", iso(day)}};
  object["experience"] = Json::array();
  // Work that is no stage of the ladder cannot be written as a profile, and counts nothing.
  for (const auto& entry : profile.experience) {
    if (!entry.stages.empty()) object["experience"].push_back(experience(entry, rubric));
  }
  object["labs"] = Json::array();
  for (const auto& entry : profile.labs) object["labs"].push_back(lab(entry, rubric));
  object["skills"] = Json::object();
  for (const auto& rating : profile.skills) object["skills"][rubric[rating.skill].id] = skill(rating);
  object["certifications"] = Json::array();
  for (const auto& held : profile.certifications)
    object["certifications"].push_back(certification(held, rubric));
  object["preferences"] = preferences(profile.preferences, rubric);
  if (profile.environment) object["environment"] = environment(*profile.environment, rubric);
  return object;
}

}  // namespace upstream::json
