#include "profile_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "upstream/profile/load.hpp"
#include "upstream/text/suggest.hpp"

namespace upstream::ways {
namespace {

constexpr std::size_t kDeepest = 8;
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
  Fault fault{{fmt::format("--set {}: プロフィールに「{}」というキーはない", path, key),
               fmt::format("--set {}: a profile has no key '{}'", path, key)},
              {fmt::format("キーは {}", fmt::join(keys, " ")),
               fmt::format("the keys are: {}", fmt::join(keys, ", "))}};
  if (!near.empty())
    fault.help = {fmt::format("もしかして「{}」ですか", near), fmt::format("did you mean '{}'?", near)};
  return fault;
}

/// The skill's name may have dots of its own: only what is a key of a rating, or a place in its evidence, is
/// taken off.
Place skill_place(std::vector<std::string> parts, bool rates, const Json& profile, const Rubric& rubric) {
  std::string key;
  std::string number;
  if (parts.size() > 3 && parts[parts.size() - 2] == "evidence") {
    number = std::move(parts.back());
    parts.pop_back();
  }
  if (parts.size() > 2 &&
      std::find(kRatingKeys.begin(), kRatingKeys.end(), parts.back()) != kRatingKeys.end()) {
    key = std::move(parts.back());
    parts.pop_back();
  }
  auto name = fmt::format("{}", fmt::join(parts.begin() + 1, parts.end(), "."));
  const auto means = [&](std::string_view word) -> std::optional<std::uint16_t> {
    const auto lookup = rubric.names.find(NameKind::skill, word);
    const bool known = lookup.result == Lookup::Result::found || lookup.result == Lookup::Result::noted;
    return known ? std::optional(lookup.index) : std::nullopt;
  };
  if (const auto skill = means(name)) {
    name = rubric.skills[*skill].id;
    if (const auto skills = profile.find("skills"); skills != profile.end() && skills->is_object()) {
      for (const auto& [written, rating] : skills->items()) {
        if (means(written) == skill) name = written;
      }
    }
  }
  Place place{"skills", std::move(name)};
  if (!key.empty()) {
    place.push_back(std::move(key));
    if (!number.empty()) place.push_back(std::move(number));
  } else if (rates) {
    place.emplace_back("level");
  }
  return place;
}

/// Places in lists, counted from 1 where they are written and from 0 in a tree. One beyond the last is a new
/// item; a list that is not there yet is empty.
std::optional<Fault> count_from_zero(std::string_view path, Place& place, const Json& profile) {
  static const Json none = Json::array();
  const Json* at = &profile;
  for (std::size_t depth = 0; depth < place.size(); ++depth) {
    auto& part = place[depth];
    if (at->is_array()) {
      std::size_t number = 0;
      const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
      const auto most = at->size() + (depth + 1 == place.size() ? 1 : 0);
      if (error != std::errc() || end != part.data() + part.size() || number == 0 || number > most) {
        return Fault{{fmt::format("--set {}: 「{}」は 1 から {} までの番号ではない", path, part, most),
                      fmt::format("--set {}: '{}' is no number from 1 to {}", path, part, most)},
                     {"一覧の項目は 1 から数えます。最後の次の番号に書くと項目が増えます",
                      "items of a list are counted from 1; the number after the last adds one"}};
      }
      part = std::to_string(number - 1);
      if (number > at->size()) return std::nullopt;
      at = &(*at)[number - 1];
      continue;
    }
    const bool has_it = at->is_object() && at->contains(part) && !(*at)[part].is_null();
    if (!has_it && is_list(place, depth)) {
      at = &none;
    } else if (!has_it) {
      return std::nullopt;
    } else {
      at = &(*at)[part];
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_list(const Place& place, std::size_t depth) {
  constexpr std::array<std::string_view, 3> lists{"experience", "labs", "certifications"};
  if (depth == 0) return std::find(lists.begin(), lists.end(), place.front()) != lists.end();
  return depth == 2 && place.front() == "skills" && place[2] == "evidence";
}

std::variant<Place, Fault> place_of(std::string_view path, bool rates, const Json& profile,
                                    const Rubric& rubric) {
  auto parts = split(path);
  const bool has_hole =
      std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
  if (has_hole || parts.size() > kDeepest) {
    return Fault{{fmt::format("--set の「{}」は場所を表していない", path),
                  fmt::format("--set: '{}' is no place in a profile", path)},
                 {"skills.network や experience.1.role のようにキーを . でつないでください",
                  "join keys with dots, as in skills.network or experience.1.role"}};
  }
  const auto keys = top_keys();
  if (std::find(keys.begin(), keys.end(), parts.front()) == keys.end())
    return unknown_key(path, parts.front());
  if (parts.front() == "as_of") {
    return Fault{{"--set では as_of を変えられない", "--set cannot change as_of"},
                 {"変えたあとを見る日は --at で渡してください", "give the day of the outcome by --at"}};
  }
  if (parts.front() == "skills" && parts.size() > 1)
    parts = skill_place(std::move(parts), rates, profile, rubric);
  if (auto fault = count_from_zero(path, parts, profile)) return std::move(*fault);
  return parts;
}

}  // namespace upstream::ways
