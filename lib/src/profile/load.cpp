#include "upstream/profile/load.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "consistency.hpp"
#include "names.hpp"
#include "upstream/yaml/read.hpp"
#include "words.hpp"

namespace upstream {
namespace {

using yaml::Node;

/// Takes a profile out of a tree that has been checked against `profile_shape`: what does not fit has been
/// reported and reads as absent.
class ProfileReader {
 public:
  ProfileReader(const Rubric& rubric, Diagnostics& diagnostics)
      : names_(rubric, diagnostics), diagnostics_(diagnostics) {}

  void read(Node root, Profile& profile) {
    profile.name = text(root, "name");
    if (auto id = text(root, "id"); !id.empty()) profile.id = std::move(id);
    if (const auto as_of = date(root, "as_of")) profile.as_of = as_of->last_day();
    for_each_item(root, "experience", [&](Node item) { profile.experience.push_back(experience(item)); });
    for_each_item(root, "labs", [&](Node item) { profile.labs.push_back(lab(item)); });
    if (const auto skills = mapping(root, "skills")) {
      skills->for_each_entry([&](Node key, Node value) {
        if (auto rating = skill(key, value)) profile.skills.push_back(std::move(*rating));
      });
    }
    if (const auto list = root.find("certifications"); list && list->is_sequence()) {
      list->for_each_item([&](Node item) {
        if (const auto held = certification(item)) profile.certifications.push_back(*held);
      });
    }
    if (const auto node = mapping(root, "preferences")) profile.preferences = preferences(*node);
    if (const auto node = mapping(root, "environment")) profile.environment = environment(*node);
  }

 private:
  static std::optional<Node> mapping(Node map, std::string_view key) {
    const auto node = map.find(key);
    return node && node->is_mapping() ? node : std::nullopt;
  }
  template <typename Visit>
  static void for_each_item(Node map, std::string_view key, Visit&& visit) {
    const auto list = map.find(key);
    if (!list || !list->is_sequence()) return;
    list->for_each_item([&](Node item) {
      if (item.is_mapping()) visit(item);
    });
  }
  static std::string text(Node map, std::string_view key) {
    const auto node = map.find(key);
    return node && node->is_string() ? std::string(node->text()) : std::string();
  }
  static std::optional<Date> date(Node map, std::string_view key) {
    const auto node = map.find(key);
    return node && node->is_string() ? parse_date(node->text()) : std::nullopt;
  }
  static std::optional<int> integer(Node map, std::string_view key) {
    const auto node = map.find(key);
    const auto value = node ? node->integer() : std::nullopt;
    // What is out of range has been reported and must not overflow here.
    if (!value) return std::nullopt;
    return static_cast<int>(std::clamp<std::int64_t>(*value, -1, 1'000'000));
  }
  static std::optional<bool> boolean(Node map, std::string_view key) {
    const auto node = map.find(key);
    return node ? node->boolean() : std::nullopt;
  }
  template <typename Enum>
  static std::optional<Enum> word(Node map, std::string_view key, std::span<const shape::Word> words) {
    const auto node = map.find(key);
    if (!node || !node->is_string()) return std::nullopt;
    const int at = shape::find_word(words, node->text());
    if (at < 0) return std::nullopt;
    return static_cast<Enum>(at);
  }

  template <typename Item>
  IndexSet<Item> set(Node map, std::string_view key, NameKind kind) {
    IndexSet<Item> set;
    const auto node = map.find(key);
    if (!node) return set;
    const auto add = [&](Node name) {
      if (const auto index = names_.find(kind, name)) set.insert(Item{*index});
    };
    if (node->is_sequence()) {
      node->for_each_item(add);
    } else {
      add(*node);
    }
    return set;
  }

  Experience experience(Node item) {
    Experience entry;
    entry.at = item.span().begin;
    entry.stages = set<StageIndex>(item, "stage", NameKind::stage);
    entry.from = date(item, "from");
    entry.to = date(item, "to");
    entry.undated_months = undated_months(item);
    entry.domains = set<DomainIndex>(item, "domains", NameKind::domain);
    entry.role = word<Role>(item, "role", words::kRoles).value_or(Role::member);
    entry.team_size = integer(item, "team_size");
    entry.scale = word<Scale>(item, "scale", words::kScales);
    entry.customer_facing = boolean(item, "customer_facing").value_or(false);
    if (const auto duties = item.find("duties"); duties && duties->is_sequence()) {
      duties->for_each_item([&](Node duty) {
        if (duty.is_string()) entry.duties.push_back({std::string(duty.text()), duty.span().begin});
      });
    }
    check_period(item, entry);
    return entry;
  }

  static int undated_months(Node item) {
    if (const auto months = integer(item, "months")) return std::max(0, *months);
    const auto node = item.find("years");
    const auto years = node ? node->number() : std::nullopt;
    // Half a month more, then down: rounded half up.
    return years ? static_cast<int>(std::clamp(*years, 0.0, 1000.0) * 12 + 0.5) : 0;
  }

  void check_period(Node item, const Experience& entry) {
    check_order(item, "from", entry.from, "to", entry.to);
    constexpr int working_life = 60 * 12;
    if (entry.from && entry.to &&
        month_index(entry.to->last_day()) - month_index(entry.from->first_day()) > working_life) {
      diagnostics_.report(Rule::out_of_range, item.find("to")->span(),
                          {"期間が 60 年を超える", "the period is longer than 60 years"});
    }
  }

  void check_order(Node item, std::string_view first_key, std::optional<Date> first,
                   std::string_view last_key, std::optional<Date> last) {
    if (!first || !last || last->last_day() >= first->first_day()) return;
    diagnostics_
        .report(
            Rule::date_order, item.find(last_key)->span(),
            {fmt::format("{} の {} が {} の {} より前にある", last_key, last->iso(), first_key, first->iso()),
             fmt::format("{} {} lies before {} {}", last_key, last->iso(), first_key, first->iso())},
            {"二つの日付を確かめてください", "check the two dates"})
        .notes.push_back({item.find(first_key)->span(), {"始まりはここ", "it begins here"}});
  }

  Lab lab(Node item) {
    Lab entry;
    entry.at = item.span().begin;
    entry.title = text(item, "title");
    const auto stages = set<StageIndex>(item, "stage", NameKind::stage);
    if (!stages.empty()) entry.stage = stages.highest();
    entry.domains = set<DomainIndex>(item, "domains", NameKind::domain);
    entry.hours = std::max(0, integer(item, "hours").value_or(0));
    entry.artifact = !text(item, "artifact").empty();
    entry.date = date(item, "date");
    return entry;
  }

  std::optional<SkillRating> skill(Node key, Node value) {
    if (!key.is_scalar() || key.text().empty() || key.text().starts_with("x-")) return std::nullopt;
    // The shape looks at values only, so that a key like 1 or true has not been reported.
    if (!key.is_string()) names_.report_unknown(NameKind::skill, key);
    const auto index = names_.find(NameKind::skill, key);
    if (!index) return std::nullopt;
    SkillRating rating;
    rating.skill = {*index};
    rating.at = key.span().begin;
    const auto level = value.is_mapping() ? value.find("level") : value;
    if (!level) return std::nullopt;
    if (const auto own = level->integer()) {
      rating.level = static_cast<int>(std::clamp<std::int64_t>(*own, 0, kHighestLevel));
    } else if (level->is_string() && shape::find_word(words::kNotApplicable, level->text()) >= 0) {
      rating.not_applicable = true;
    } else {
      return std::nullopt;
    }
    if (value.is_mapping()) {
      if (const auto reviewed = integer(value, "reviewed_level"))
        rating.reviewed_level = std::clamp(*reviewed, 0, kHighestLevel);
      rating.last_used = date(value, "last_used");
      if (const auto list = value.find("evidence"); list && list->is_sequence()) {
        list->for_each_item([&](Node item) {
          if (item.is_mapping() || item.is_string()) rating.evidence.push_back(evidence(item));
        });
      }
    }
    if (!first_of_its_kind(*index, key)) return std::nullopt;
    return rating;
  }

  bool first_of_its_kind(std::uint16_t skill, Node key) {
    const auto seen =
        std::find_if(rated_.begin(), rated_.end(), [&](const auto& r) { return r.first == skill; });
    if (seen == rated_.end()) {
      rated_.emplace_back(skill, key);
      return true;
    }
    if (seen->second.text() == key.text()) return false;  // reported as a duplicate key
    diagnostics_
        .report(Rule::duplicate_entry, key.span(),
                {"同じ技能が別の名前でもう書かれている", "this skill is rated already, under another name"},
                {"どちらか一つにまとめてください", "keep one of the two"})
        .notes.push_back({seen->second.span(), {"一度目はここ", "first rated here"}});
    return false;
  }

  static Evidence evidence(Node item) {
    Evidence entry;
    entry.at = item.span().begin;
    if (!item.is_mapping()) {
      entry.note = std::string(item.text());
      return entry;
    }
    // A kind that was not understood has been reported; taken for work it would be reported a second time.
    const auto otherwise = item.find("kind") ? EvidenceKind::course : EvidenceKind::work;
    entry.kind = word<EvidenceKind>(item, "kind", words::kEvidenceKinds).value_or(otherwise);
    entry.note = text(item, "note");
    entry.date = date(item, "date");
    return entry;
  }

  std::optional<HeldCertification> certification(Node item) {
    const auto name = item.is_mapping() ? item.find("name") : item;
    if (!name) return std::nullopt;
    const auto index = names_.find(NameKind::certification, *name);
    HeldCertification held;
    held.at = item.span().begin;
    held.name_span = name->span();
    if (item.is_mapping()) {
      held.acquired = date(item, "acquired");
      held.expires = date(item, "expires");
      check_order(item, "acquired", held.acquired, "expires", held.expires);
    }
    if (!index) return std::nullopt;
    held.certification = {*index};
    return held;
  }

  Preferences preferences(Node node) {
    Preferences wishes;
    wishes.goal = word<Goal>(node, "goal", words::kGoals).value_or(Goal::upstream);
    if (const auto list = node.find("paths"); list && list->is_sequence()) {
      list->for_each_item([&](Node name) {
        const auto index = names_.find(NameKind::path, name);
        if (!index) return;
        const PathIndex path{*index};
        if (std::find(wishes.paths.begin(), wishes.paths.end(), path) == wishes.paths.end())
          wishes.paths.push_back(path);
      });
    }
    wishes.values = set<ValueIndex>(node, "values", NameKind::value);
    wishes.study_hours_per_week = integer(node, "study_hours_per_week");
    return wishes;
  }

  Environment environment(Node node) {
    Environment seat;
    seat.at = node.span().begin;
    seat.sales_strength = word<Strength>(node, "sales_strength", words::kStrengths);
    seat.customer_contact = boolean(node, "customer_contact");
    seat.assignment_months = integer(node, "assignment_months");
    if (const auto direction = word<int>(node, "direction", words::kDirections))
      seat.other_direction = *direction == 1;
    if (node.find("stages_offered"))
      seat.stages_offered = set<StageIndex>(node, "stages_offered", NameKind::stage);
    seat.subcontract_tier = integer(node, "subcontract_tier");
    return seat;
  }

  NameReader names_;
  Diagnostics& diagnostics_;
  std::vector<std::pair<std::uint16_t, Node>> rated_;
};

/// members/h-san.yaml → members/h-san, and so does members/h-san.upstream.yaml.
std::string id_from_path(std::string_view path) {
  const auto without = [&](std::size_t dot) {
    const auto slash = path.rfind('/');
    const bool has_suffix =
        dot != std::string_view::npos && dot > 0 && (slash == std::string_view::npos || dot > slash + 1);
    if (has_suffix) path = path.substr(0, dot);
  };
  without(path.rfind('.'));
  if (path.ends_with(".upstream")) without(path.size() - std::string_view(".upstream").size());
  return std::string(path);
}

}  // namespace

std::optional<Profile> load_profile(const SourceFile& source, const Rubric& rubric,
                                    Diagnostics& diagnostics) {
  const auto document = yaml::read(source, diagnostics);
  return document ? load_profile(*document, source.path(), rubric, diagnostics) : std::nullopt;
}

std::optional<Profile> load_profile(const yaml::Document& document, const std::string& path,
                                    const Rubric& rubric, Diagnostics& diagnostics) {
  auto profile = read_profile(document, path, rubric, diagnostics);
  return diagnostics.has_errors() ? std::nullopt : std::move(profile);
}

std::optional<Profile> read_profile(const yaml::Document& document, const std::string& path,
                                    const Rubric& rubric, Diagnostics& diagnostics) {
  const auto root = document.root();
  shape::check(profile_shape(), root, diagnostics);
  if (!root.is_mapping()) return std::nullopt;
  Profile profile;
  profile.path = path;
  profile.id = id_from_path(path);
  ProfileReader(rubric, diagnostics).read(root, profile);
  check_consistency(profile, rubric, diagnostics);
  return profile;
}

}  // namespace upstream
