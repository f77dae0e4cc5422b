#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/yaml/document.hpp"

/// Taking values out of a rubric's tree. The tree has been checked against `rubric_shape`: whatever does not
/// fit has been reported and reads as nothing here.
namespace upstream::rubric_reader {

/// The ids of one kind of thing, as the rubric's own cross-references use them (aliases are for people).
class Ids {
 public:
  explicit Ids(Text what) : what_(std::move(what)) {}
  /// Takes the `id` of every item of the list; a second item with the same id is reported.
  void collect(std::optional<yaml::Node> list, Diagnostics& diagnostics);
  /// Where there is no such id, says so at `node`.
  [[nodiscard]] std::optional<std::uint16_t> resolve(yaml::Node node, Diagnostics& diagnostics) const;
  [[nodiscard]] std::optional<std::uint16_t> find(std::string_view id) const;

 private:
  Text what_;
  std::unordered_map<std::string, std::uint16_t> by_id_;
  std::vector<std::string> order_;
};

/// Everything a cross-reference may point at.
struct Index {
  Ids families{{"区分", "family"}};
  Ids values{{"価値観", "value"}};
  Ids domains{{"分野", "domain"}};
  Ids stages{{"工程", "stage"}};
  Ids proofs{{"裏付けの型", "proof class"}};
  Ids skills{{"技能", "skill"}};
  Ids certifications{{"資格", "certificate"}};
  Ids groups{{"資格のまとまり", "certification group"}};
  Ids paths{{"進路", "path"}};
  std::vector<std::vector<CertificationIndex>> group_members;
};

class Reader {
 public:
  Reader(const Index& index, Diagnostics& diagnostics) : index_(index), diagnostics_(diagnostics) {}

  [[nodiscard]] const Index& index() const { return index_; }
  [[nodiscard]] Diagnostics& diagnostics() const { return diagnostics_; }

  [[nodiscard]] std::string word(yaml::Node map, std::string_view key) const;
  [[nodiscard]] int integer(yaml::Node map, std::string_view key, int otherwise = 0) const;
  [[nodiscard]] bool flag(yaml::Node map, std::string_view key, bool otherwise = false) const;
  [[nodiscard]] std::vector<int> integers(yaml::Node map, std::string_view key) const;
  [[nodiscard]] std::vector<std::string> words(yaml::Node map, std::string_view key) const;
  /// Reports a language that is missing.
  [[nodiscard]] Text text(yaml::Node map, std::string_view key) const;
  /// Reports an item without its source.
  [[nodiscard]] std::string source(yaml::Node item) const;
  [[nodiscard]] Effort effort(yaml::Node map, std::string_view key) const;

  template <typename Item>
  [[nodiscard]] IndexSet<Item> set(yaml::Node map, std::string_view key, const Ids& ids) const {
    IndexSet<Item> set;
    for (const auto index : indices(map, key, ids)) set.insert(Item{index});
    return set;
  }
  [[nodiscard]] std::vector<std::uint16_t> indices(yaml::Node map, std::string_view key,
                                                   const Ids& ids) const;
  [[nodiscard]] std::optional<std::uint16_t> reference(yaml::Node map, std::string_view key,
                                                       const Ids& ids) const;

  [[nodiscard]] MonthsFilter filter(yaml::Node map) const;
  [[nodiscard]] Need need(yaml::Node node) const;
  [[nodiscard]] std::optional<Need> need(yaml::Node map, std::string_view key) const;
  [[nodiscard]] std::vector<CertificationIndex> certifications(yaml::Node map, std::string_view key) const;

 private:
  const Index& index_;
  Diagnostics& diagnostics_;
};

template <typename Visit>
void for_each_item(std::optional<yaml::Node> list, Visit&& visit) {
  if (!list || !list->is_sequence()) return;
  list->for_each_item([&](yaml::Node item) {
    if (item.is_mapping()) visit(item);
  });
}

/// Matches the ids of a list's items with an enumeration and hands each item to `visit(index, item)`.
template <typename Enum, std::size_t kCount, typename Visit>
void for_each_of(const Reader& in, std::optional<yaml::Node> list, std::string_view what_ja,
                 std::string_view what_en, Visit&& visit) {
  std::array<bool, kCount> seen{};
  for_each_item(list, [&](yaml::Node item) {
    const auto name = in.word(item, "id");
    for (std::size_t i = 0; i < kCount; ++i) {
      if (id(static_cast<Enum>(i)) != name) continue;
      seen[i] = true;
      visit(i, item);
      return;
    }
    in.diagnostics().report(Rule::rubric_unknown_id, item.span(),
                            {fmt::format("「{}」という{}はない", name, what_ja),
                             fmt::format("there is no {} '{}'", what_en, name)});
  });
  for (std::size_t i = 0; list && i < kCount; ++i) {
    if (seen[i]) continue;
    const auto name = id(static_cast<Enum>(i));
    in.diagnostics().report(Rule::missing_key, list->span(),
                            {fmt::format("{}「{}」の文がない", what_ja, name),
                             fmt::format("the {} '{}' has no text", what_en, name)});
  }
}

}  // namespace upstream::rubric_reader
