#include "reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "upstream/text/suggest.hpp"

namespace upstream::rubric_reader {
namespace {

using yaml::Node;

std::optional<Node> find(Node map, std::string_view key) { return map.find(key); }

Role role_of(std::string_view word) {
  if (word == "leader") return Role::leader;
  return word == "manager" ? Role::manager : Role::member;
}

Scale scale_of(std::string_view word) {
  if (word == "small") return Scale::small;
  return word == "large" ? Scale::large : Scale::medium;
}

}  // namespace

void Ids::collect(std::optional<Node> list, Diagnostics& diagnostics) {
  if (!list || !list->is_sequence()) return;
  list->for_each_item([&](Node item) {
    const auto id = item.find("id");
    // An item without an id keeps its place, so that places stay those of the list.
    auto key = id && id->is_string() ? std::string(id->text()) : fmt::format("#{}", order_.size());
    if (!by_id_.emplace(key, static_cast<std::uint16_t>(order_.size())).second && id) {
      diagnostics.report(Rule::rubric_collision, id->span(),
                         {fmt::format("{} の id「{}」が二度ある", what_.ja, key),
                          fmt::format("two {}s have the id '{}'", what_.en, key)});
    }
    order_.push_back(std::move(key));
  });
}

std::optional<std::uint16_t> Ids::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint16_t> Ids::resolve(Node node, Diagnostics& diagnostics) const {
  if (!node.is_string()) return std::nullopt;
  if (const auto index = find(node.text())) return index;
  const std::vector<std::string_view> candidates(order_.begin(), order_.end());
  const auto near = text::closest(node.text(), candidates);
  Text help;
  if (!near.empty())
    help = {fmt::format("「{}」のことですか?", near), fmt::format("did you mean '{}'?", near)};
  diagnostics.report(Rule::rubric_unknown_id, node.span(),
                     {fmt::format("「{}」という{}はない", node.text(), what_.ja),
                      fmt::format("there is no {} '{}'", what_.en, node.text())},
                     std::move(help));
  return std::nullopt;
}

std::string Reader::word(Node map, std::string_view key) const {
  const auto node = find(map, key);
  return node && node->is_string() ? std::string(node->text()) : std::string();
}

int Reader::integer(Node map, std::string_view key, int otherwise) const {
  const auto node = find(map, key);
  const auto value = node ? node->integer() : std::nullopt;
  return value ? static_cast<int>(std::clamp<std::int64_t>(*value, -1, 1'000'000'000)) : otherwise;
}

bool Reader::flag(Node map, std::string_view key, bool otherwise) const {
  const auto node = find(map, key);
  return node ? node->boolean().value_or(otherwise) : otherwise;
}

std::vector<int> Reader::integers(Node map, std::string_view key) const {
  std::vector<int> values;
  const auto node = find(map, key);
  if (!node || !node->is_sequence()) return values;
  node->for_each_item([&](Node item) {
    if (const auto value = item.integer())
      values.push_back(static_cast<int>(std::clamp<std::int64_t>(*value, 0, 1'000'000)));
  });
  return values;
}

std::vector<std::string> Reader::words(Node map, std::string_view key) const {
  std::vector<std::string> words;
  const auto node = find(map, key);
  if (!node || !node->is_sequence()) return words;
  node->for_each_item([&](Node item) {
    if (item.is_string()) words.emplace_back(item.text());
  });
  return words;
}

Text Reader::text(Node map, std::string_view key) const {
  const auto node = find(map, key);
  if (!node || !node->is_mapping()) return {};
  Text text{word(*node, "ja"), word(*node, "en")};
  if (text.ja.empty() || text.en.empty()) {
    const std::string_view missing = text.ja.empty() ? "ja" : "en";
    diagnostics_.report(Rule::rubric_translation, node->span(),
                        {fmt::format("「{}」に {} の文がない", key, missing),
                         fmt::format("'{}' has no text in {}", key, missing)});
  }
  return text;
}

std::string Reader::source(Node item) const {
  auto source = word(item, "source");
  if (source.empty()) {
    diagnostics_.report(
        Rule::rubric_source, item.span(), {"この規則に出典がない", "this rule has no source"},
        {"source: に記事の節か \"field\"(実務の慣行)を書いてください",
         "write the section of the article, or \"field\" for common practice, under source:"});
  }
  return source;
}

Effort Reader::effort(Node map, std::string_view key) const {
  const auto node = find(map, key);
  if (!node || !node->is_mapping()) return {};
  const auto hours = integers(*node, "hours");
  if (hours.size() != 2 || hours[0] > hours[1]) {
    diagnostics_.report(Rule::out_of_range, node->span(),
                        {"hours は [最小, 最大] の二つの数", "hours are two numbers, [least, most]"});
    return {};
  }
  return {hours[0], hours[1], integer(*node, "months")};
}

std::vector<std::uint16_t> Reader::indices(Node map, std::string_view key, const Ids& ids) const {
  std::vector<std::uint16_t> indices;
  const auto node = find(map, key);
  if (!node || !node->is_sequence()) return indices;
  node->for_each_item([&](Node item) {
    if (const auto index = ids.resolve(item, diagnostics_)) indices.push_back(*index);
  });
  return indices;
}

std::optional<std::uint16_t> Reader::reference(Node map, std::string_view key, const Ids& ids) const {
  const auto node = find(map, key);
  return node ? ids.resolve(*node, diagnostics_) : std::nullopt;
}

MonthsFilter Reader::filter(Node map) const {
  MonthsFilter filter;
  filter.stages = set<StageIndex>(map, "stages", index_.stages);
  const auto domains = find(map, "domains");
  filter.any_domain = domains && domains->is_string();
  if (!filter.any_domain) filter.domains = set<DomainIndex>(map, "domains", index_.domains);
  for (const auto& role : words(map, "roles")) filter.roles.insert(index_of(role_of(role)));
  for (const auto& scale : words(map, "scales")) filter.scales.insert(index_of(scale_of(scale)));
  filter.customer_facing = flag(map, "customer_facing");
  return filter;
}

std::vector<CertificationIndex> Reader::certifications(Node map, std::string_view key) const {
  std::vector<CertificationIndex> all;
  const auto node = find(map, key);
  if (!node || !node->is_sequence()) return all;
  node->for_each_item([&](Node item) {
    if (const auto group = item.is_string() ? index_.groups.find(item.text()) : std::nullopt) {
      const auto& members = index_.group_members[*group];
      all.insert(all.end(), members.begin(), members.end());
    } else if (const auto one = index_.certifications.resolve(item, diagnostics_)) {
      all.push_back({*one});
    }
  });
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Need Reader::need(Node node) const {
  Need need;
  need.credit = integer(node, "credit", 1000);
  const auto list = [&](std::string_view key) {
    std::vector<Need> of;
    for_each_item(find(node, key), [&](Node item) { of.push_back(this->need(item)); });
    return of;
  };
  if (find(node, "skill")) {
    need.kind =
        SkillAtLeast{{reference(node, "skill", index_.skills).value_or(0)}, integer(node, "level", 1)};
  }
  if (find(node, "months")) need.kind = MonthsAtLeast{std::max(1, integer(node, "months")), filter(node)};
  if (find(node, "certificates"))
    need.kind = CertificateAmong{certifications(node, "certificates"), words(node, "certificates")};
  if (find(node, "lab_hours")) {
    need.kind = LabHoursAtLeast{std::max(1, integer(node, "lab_hours")),
                                set<StageIndex>(node, "stages", index_.stages), flag(node, "artifact")};
  }
  if (find(node, "all")) need.kind = AllOf{list("all")};
  if (find(node, "any")) need.kind = AtLeast{1, list("any")};
  if (find(node, "of")) need.kind = AtLeast{integer(node, "at_least", 1), list("of")};
  return need;
}

std::optional<Need> Reader::need(Node map, std::string_view key) const {
  const auto node = find(map, key);
  if (!node || !node->is_mapping()) return std::nullopt;
  return need(*node);
}

}  // namespace upstream::rubric_reader
