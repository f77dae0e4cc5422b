#include "report/profile_mutator.hpp"

#include <algorithm>

#include "support/support.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;

/// Every place of the document, the root first.
void collect(const json& value, const json::json_pointer& at, std::vector<json::json_pointer>& places) {
  places.push_back(at);
  if (!value.is_structured()) return;
  for (const auto& [key, member] : value.items())
    collect(member, value.is_array() ? at / std::stoul(key) : at / key, places);
}

/// Names as the rubric lists them, words of the format, and words that are neither. Names that the program
/// reads but the schema does not list have tests of their own.
const std::vector<std::string>& words() {
  static const auto all = [] {
    std::vector<std::string> words{"member",   "リーダー", "large",    "小規模",    "lab",     "研修",
                                   "upstream", "現状維持", "weak",     "強い",      "same",    "違う",
                                   "n/a",      "対象外",   "true",     "netwrok",   "guru",    "構",
                                   "yes",      "3",        "TOEIC",    "stage:",    "x-notes", "Stage:design",
                                   "メンバ",   "poor",     "上流だけ", "監視、保守"};
    for (const auto kind :
         {NameKind::stage, NameKind::skill, NameKind::domain, NameKind::value, NameKind::path}) {
      for (const auto& spelling : builtin_rubric().names.spellings(kind)) words.push_back(spelling.written);
    }
    return words;
  }();
  return all;
}

const std::vector<std::string>& keys() {
  static const std::vector<std::string> all{
      "version",      "name",          "id",      "as_of",    "experience",      "labs",        "skills",
      "preferences",  "stage",         "from",    "to",       "years",           "months",      "domains",
      "role",         "team_size",     "scale",   "duties",   "customer_facing", "title",       "hours",
      "artifact",     "date",          "level",   "evidence", "reviewed_level",  "last_used",   "kind",
      "note",         "acquired",      "expires", "goal",     "paths",           "environment", "values",
      "direction",    "x-memo",        "x-",      "X-memo",   "x_memo",          "foo",         "Name",
      "certificates", "certifications"};
  return all;
}

const std::vector<std::string>& dates() {
  static const std::vector<std::string> all{
      "2024-04", "2024-02-29", "2000-02-29",  "1950-01",    "2099-12-31", "令和6年4月",
      "R6.4",    "h30.4.1",    "昭和64年1月", "2023-02-29", "2024-13",    "2024-04-31",
      "1949-12", "2100-01",    "2024-4",      "2024/04",    "2024",       "現在",
      "令和6年", "2024-00",    "2024-04-00",  "24-04",      "20240401",   ""};
  return all;
}

/// No whole number with a point: 3.0 is an integer in JSON Schema and none in YAML.
const std::vector<json>& numbers() {
  static const std::vector<json> all{-1,   0,     1,     2,       3,   4,    5,    19,  20,  21,
                                     60,   61,    80,    81,      600, 601,  720,  721, 999, 1000,
                                     1001, 10000, 10001, 1000000, 1.5, 60.5, -0.5, 2.25};
  return all;
}

json any_value(std::size_t at) {
  static const std::vector<json> all{nullptr,
                                     true,
                                     false,
                                     "文",
                                     "",
                                     2,
                                     1.5,
                                     -3,
                                     json::array(),
                                     json::object(),
                                     json::array({1}),
                                     json::array({"保守"}),
                                     json{{"level", 2}},
                                     json{{"name", "CCNA"}},
                                     json{{"x-a", 1}},
                                     json{{"note", "文"}},
                                     "2024-04"};
  return all[at % all.size()];
}

}  // namespace

template <typename Fits>
ProfileMutator::Pointer ProfileMutator::place(const Json& profile, Fits&& fits) {
  std::vector<Pointer> all;
  collect(profile, Pointer(), all);
  std::vector<Pointer> fitting;
  std::copy_if(all.begin(), all.end(), std::back_inserter(fitting),
               [&](const Pointer& at) { return !at.empty() && fits(at, profile.at(at)); });
  return fitting.empty() ? Pointer() : one_of(fitting);
}

void ProfileMutator::drop_key(Json& profile) {
  const auto at = place(
      profile, [&](const Pointer& p, const Json&) { return profile.at(p.parent_pointer()).is_object(); });
  if (!at.empty()) profile.at(at.parent_pointer()).erase(at.back());
}

void ProfileMutator::rename_key(Json& profile) {
  const auto at = place(
      profile, [&](const Pointer& p, const Json&) { return profile.at(p.parent_pointer()).is_object(); });
  if (at.empty()) return;
  auto& parent = profile.at(at.parent_pointer());
  const auto& key = at.back();
  const std::vector<std::string> names{key.substr(0, key.size() - 1), key + "s", "x-" + key, one_of(keys())};
  const auto& name = one_of(names);
  // A key cut within a character is no UTF-8.
  if (parent.contains(name) || (key.back() & 0x80) != 0) return;
  auto value = std::move(parent.at(key));
  parent.erase(key);
  parent[name] = std::move(value);
}

void ProfileMutator::add_key(Json& profile) {
  auto at = place(profile, [](const Pointer&, const Json& value) { return value.is_object(); });
  if (below(4) == 0) at = Pointer();
  auto& object = profile.at(at);
  const auto& key = one_of(keys());
  if (object.is_object() && !object.contains(key))
    object[key] = below(2) == 0 ? any_value(random_()) : Json(one_of(dates()));
}

void ProfileMutator::swap_type(Json& profile) {
  const auto at = place(profile, [](const Pointer&, const Json&) { return true; });
  profile.at(at) = any_value(random_());
}

void ProfileMutator::change_number(Json& profile) {
  const auto at = place(profile, [](const Pointer&, const Json& value) { return value.is_number(); });
  if (!at.empty()) profile.at(at) = one_of(numbers());
}

void ProfileMutator::change_word(Json& profile) {
  const auto at = place(profile, [](const Pointer&, const Json& value) { return value.is_string(); });
  if (!at.empty()) profile.at(at) = one_of(words());
}

void ProfileMutator::change_date(Json& profile) {
  static const std::vector<std::string> dated{"from",    "to",        "date", "acquired",
                                              "expires", "last_used", "as_of"};
  const auto at = place(profile, [](const Pointer& p, const Json&) {
    return std::find(dated.begin(), dated.end(), p.back()) != dated.end();
  });
  if (!at.empty()) profile.at(at) = one_of(dates());
}

void ProfileMutator::change_list(Json& profile) {
  if (below(4) == 0) {
    const auto at = place(profile, [](const Pointer&, const Json& value) { return value.is_primitive(); });
    if (!at.empty()) profile.at(at) = Json::array({profile.at(at)});
    return;
  }
  const auto at =
      place(profile, [](const Pointer&, const Json& value) { return value.is_array() && !value.empty(); });
  if (at.empty()) return;
  auto& list = profile.at(at);
  switch (below(4)) {
    case 0:
      list = Json::array();
      break;
    case 1:
      list = Json(list.front());
      break;
    case 2:
      list.push_back(list.back());
      break;
    default:
      list.push_back(below(2) == 0 ? Json(one_of(words())) : any_value(random_()));
  }
}

void ProfileMutator::lengthen(Json& profile) {
  static const std::vector<std::size_t> lengths{0, 1, 100, 199, 200, 201, 999, 1000, 1001, 2000};
  const auto at = place(profile, [](const Pointer&, const Json& value) { return value.is_string(); });
  if (!at.empty()) profile.at(at) = repeated(below(2) == 0 ? "あ" : "𠮷", one_of(lengths));
}

void ProfileMutator::state_period(Json& profile) {
  const auto at = place(profile, [](const Pointer& p, const Json& value) {
    return value.is_object() && p == Pointer("/experience") / p.back();
  });
  if (at.empty()) return;
  auto& entry = profile.at(at);
  for (const auto* key : {"from", "to", "years", "months"}) entry.erase(key);
  if (below(2) == 0) entry["from"] = "2021-04";
  if (below(3) == 0) entry["to"] = "2022-03";
  if (below(3) == 0) entry["years"] = 1.5;
  if (below(3) == 0) entry["months"] = 18;
}

void ProfileMutator::rate_skill(Json& profile) {
  auto& skills = profile["skills"];
  if (!skills.is_object()) return;
  const auto& key = one_of(words());
  const std::vector<Json> ratings{
      0, 4, 5, -1, 1.5, "n/a", "N/A?", nullptr, Json{{"level", 2}}, Json{{"level", "対象外"}}};
  if (!skills.contains(key)) skills[key] = one_of(ratings);
}

const std::vector<ProfileMutator::Change>& ProfileMutator::changes() {
  static const std::vector<Change> all{{"drop a key", &ProfileMutator::drop_key},
                                       {"rename a key", &ProfileMutator::rename_key},
                                       {"add a key", &ProfileMutator::add_key},
                                       {"another type", &ProfileMutator::swap_type},
                                       {"another number", &ProfileMutator::change_number},
                                       {"another word", &ProfileMutator::change_word},
                                       {"another date", &ProfileMutator::change_date},
                                       {"another list", &ProfileMutator::change_list},
                                       {"another length", &ProfileMutator::lengthen},
                                       {"another period", &ProfileMutator::state_period},
                                       {"another skill", &ProfileMutator::rate_skill}};
  return all;
}

json ProfileMutator::mutated(json profile) {
  done_.clear();
  const auto count = 1 + below(2);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& change = one_of(changes());
    (this->*change.make)(profile);
    done_ += std::string(done_.empty() ? "" : ", ") + change.name;
  }
  return profile;
}

}  // namespace upstream::test
