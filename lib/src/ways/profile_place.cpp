#include "profile_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "fault_words.hpp"
#include "upstream/profile/load.hpp"
#include "upstream/text/suggest.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::ways {
namespace {

constexpr std::size_t kDeepest = 8;
constexpr std::size_t kMostItems = yaml::Limits{}.entries;
constexpr std::array<std::string_view, 4> kRatingKeys{"level", "reviewed_level", "evidence", "last_used"};

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> parts;
  while (true) {
    const auto dot = path.find('.');
    parts.emplace_back(path.substr(0, dot));
    if (dot == std::string_view::npos) return parts;
    path.remove_prefix(dot + 1);
  }
}

std::vector<std::string_view> top_keys() {
  std::vector<std::string_view> keys;
  for (const auto& field : profile_shape().fields) keys.push_back(field.key);
  return keys;
}

Fault unknown_key(std::string_view path, std::string_view key) {
  const auto keys = top_keys();
  const auto near = text::closest(key, keys);
  Fault fault{{fmt::format("--set {}: プロフィールに「{}」というキーはない", path, shortened(key)),
               fmt::format("--set {}: a profile has no key '{}'", path, shortened(key))},
              {fmt::format("キーは {}", fmt::join(keys, " ")),
               fmt::format("the keys are: {}", fmt::join(keys, ", "))}};
  if (!near.empty())
    fault.help = {fmt::format("もしかして「{}」ですか", near), fmt::format("did you mean '{}'?", near)};
  return fault;
}

bool is_rating_key(std::string_view part) {
  return std::find(kRatingKeys.begin(), kRatingKeys.end(), part) != kRatingKeys.end();
}

/// How many of the parts behind "skills" name the skill, whose name may have dots of its own: the most that
/// mean one; else all before the key of a rating.
std::size_t parts_of_name(const std::vector<std::string>& parts, const Rubric& rubric) {
  for (auto end = parts.size(); end > 1; --end) {
    const auto name = fmt::format(
        "{}", fmt::join(parts.begin() + 1, parts.begin() + static_cast<std::ptrdiff_t>(end), "."));
    if (rubric.names.find(NameKind::skill, name).result != Lookup::Result::unknown) return end - 1;
  }
  const auto key = std::find_if(parts.begin() + 2, parts.end(), is_rating_key);
  return static_cast<std::size_t>(key - parts.begin()) - 1;
}

std::variant<Place, Fault> skill_place(std::string_view path, const std::vector<std::string>& parts,
                                       bool rates, const Json& profile, const Rubric& rubric) {
  const auto behind_name = parts.begin() + 1 + static_cast<std::ptrdiff_t>(parts_of_name(parts, rubric));
  auto name = fmt::format("{}", fmt::join(parts.begin() + 1, behind_name, "."));
  const auto lookup = rubric.names.find(NameKind::skill, name);
  if (lookup.result == Lookup::Result::unknown) {
    return Fault{{fmt::format("--set {}: 「{}」という技能はない", path, shortened(name)),
                  fmt::format("--set {}: unknown skill '{}'", path, shortened(name))},
                 name_help(rubric, NameKind::skill, name)};
  }
  if (is_known(lookup)) {
    name = rubric.skills[lookup.index].id;
    if (const auto skills = profile.find("skills"); skills != profile.end() && skills->is_object()) {
      for (const auto& [written, rating] : skills->items()) {
        const auto other = rubric.names.find(NameKind::skill, written);
        if (is_known(other) && other.index == lookup.index) name = written;
      }
    }
  }
  Place place{"skills", std::move(name)};
  place.insert(place.end(), behind_name, parts.end());
  if (behind_name == parts.end() && rates) place.emplace_back("level");
  return place;
}

/// Of several shapes the one that holds others; nothing where all are mere values.
const shape::Shape* container(const shape::Shape* shape) {
  using shape::Type;
  if (shape == nullptr) return nullptr;
  if (shape->type == Type::list || shape->type == Type::mapping || shape->type == Type::map_of) return shape;
  for (const auto* option : shape->options) {
    if (const auto* found = container(option)) return found;
  }
  return nullptr;
}

const shape::Shape* inside(const shape::Shape& container, std::string_view key) {
  if (container.type != shape::Type::mapping) return container.item;
  for (const auto& field : container.fields) {
    if (field.key == key) return field.shape;
  }
  return nullptr;
}

Fault no_number(std::string_view path, const Place& place, std::size_t depth, std::size_t size) {
  const bool is_last = depth + 1 == place.size();
  const auto part = shortened(place[depth]);
  const auto next = fmt::format(
      "{}.{}", fmt::join(place.begin(), place.begin() + static_cast<std::ptrdiff_t>(depth), "."), size + 1);
  const Text adds{fmt::format("{}=… と書くと項目が増えます", next), fmt::format("{}=… adds an item", next)};
  if (size == 0) {
    return {
        {fmt::format("--set {}: 一覧は空で、「{}」番目の項目はない", path, part),
         fmt::format("--set {}: the list is empty and has no item '{}'", path, part)},
        is_last ? adds : Text{adds.ja + "。項目はまるごと書いてください", adds.en + ", written as a whole"}};
  }
  const auto most = size + (is_last ? 1 : 0);
  return {{fmt::format("--set {}: 「{}」は 1 から {} までの番号ではない", path, part, most),
           fmt::format("--set {}: '{}' is no number from 1 to {}", path, part, most)},
          {"一覧の項目は 1 から数えます。" + adds.ja, "items of a list are counted from 1; " + adds.en}};
}

/// Places in lists, counted from 1 where they are written and from 0 in a tree. One beyond the last is a new
/// item; a list that is not there yet is empty, and what is written alone in place of one is its only item.
std::optional<Fault> count_from_zero(std::string_view path, Place& place, const Json& profile) {
  static const Json none;
  const auto written = place;
  const Json* at = &profile;
  for (std::size_t depth = 0; depth < place.size(); ++depth) {
    auto& part = place[depth];
    const auto* holds = container_at(place, depth);
    if (holds == nullptr || holds->type != shape::Type::list) {
      at = at->is_object() && at->contains(part) ? &(*at)[part] : &none;
      continue;
    }
    const auto size = at->is_array() ? at->size() : at->is_null() ? 0U : 1U;
    const auto most = size + (depth + 1 == place.size() ? 1 : 0);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    const bool is_number = error == std::errc() && end == part.data() + part.size() && number > 0;
    if (is_number && number > size && size >= kMostItems) return full_list(fmt::format("--set {}", path));
    if (!is_number || number > most) return no_number(path, written, depth, size);
    part = std::to_string(number - 1);
    at = at->is_array() && number <= size ? &(*at)[number - 1] : &none;
  }
  return std::nullopt;
}

}  // namespace

const shape::Shape* container_at(const Place& place, std::size_t depth) {
  const auto* holds = &profile_shape();
  for (std::size_t i = 0; i < depth && holds != nullptr; ++i) holds = container(inside(*holds, place[i]));
  return holds;
}

Fault full_list(std::string_view asked) {
  return {{fmt::format("{}: 一つの一覧に {} 個を超える項目がある", asked, kMostItems),
           fmt::format("{}: a collection has more than {} entries", asked, kMostItems)},
          {"一覧はもういっぱいです。すでにある項目を書き換えてください",
           "the list is full: write over an item that it has"}};
}

std::variant<Place, Fault> place_of(std::string_view path, bool rates, const Json& profile,
                                    const Rubric& rubric) {
  const auto shown = shortened(path);
  auto parts = split(path);
  const bool has_hole =
      std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
  if (has_hole || parts.size() > kDeepest) {
    return Fault{{fmt::format("--set の「{}」は場所を表していない", shown),
                  fmt::format("--set: '{}' is no place in a profile", shown)},
                 {"skills.network や experience.1.role のようにキーを . でつないでください",
                  "join keys with dots, as in skills.network or experience.1.role"}};
  }
  const auto keys = top_keys();
  if (std::find(keys.begin(), keys.end(), parts.front()) == keys.end())
    return unknown_key(shown, parts.front());
  if (parts.front() == "as_of") {
    return Fault{{"--set では as_of を変えられない", "--set cannot change as_of"},
                 {"変えたあとを見る日は --at で渡してください", "give the day of the outcome by --at"}};
  }
  if (parts.front() == "skills" && parts.size() > 1) {
    auto place = skill_place(shown, parts, rates, profile, rubric);
    if (auto* fault = std::get_if<Fault>(&place)) return std::move(*fault);
    parts = std::move(std::get<Place>(place));
  }
  if (auto fault = count_from_zero(shown, parts, profile)) return std::move(*fault);
  return parts;
}

}  // namespace upstream::ways
