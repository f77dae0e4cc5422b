#include "standard_form.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "upstream/date/date.hpp"
#include "upstream/profile/load.hpp"
#include "upstream/shape/shape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

using shape::Shape;
using shape::Type;
using yaml::Node;

constexpr std::array kNameKindsInOrder{NameKind::stage, NameKind::skill, NameKind::domain,
                                       NameKind::value, NameKind::path,  NameKind::certification};

std::optional<NameKind> kind_of(std::string_view names) {
  const auto found = std::find_if(kNameKindsInOrder.begin(), kNameKindsInOrder.end(),
                                  [&](NameKind kind) { return id(kind) == names; });
  if (found == kNameKindsInOrder.end()) return std::nullopt;
  return *found;
}

/// The id first, then the label in Japanese.
std::vector<std::string_view> standard_spellings(NameKind kind, std::uint16_t index, const Rubric& rubric) {
  const auto of = [](const auto& item) -> std::vector<std::string_view> {
    return {item.id, item.label.ja, item.label.en};
  };
  switch (kind) {
    case NameKind::stage:
      return of(rubric.stages[index]);
    case NameKind::skill:
      return of(rubric.skills[index]);
    case NameKind::domain:
      return of(rubric.domains[index]);
    case NameKind::value:
      return of(rubric.values[index]);
    case NameKind::path:
      return of(rubric.paths[index]);
    case NameKind::certification:
      break;
  }
  auto spellings = of(rubric.certifications[index]);
  spellings.push_back(rubric.certifications[index].name);
  return spellings;
}

bool is_japanese(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char byte) { return (byte & '\x80') != 0; });
}

/// Empty where `written` is one of the spellings: else the one that it is in other characters, else the one
/// in its language: the label where it is Japanese, the id where it is not.
std::string_view standard_form_of(std::string_view written, const std::vector<std::string_view>& spellings) {
  const auto find = [&](std::string_view text) {
    return std::find(spellings.begin(), spellings.end(), text);
  };
  if (find(written) != spellings.end()) return {};
  const auto folded = text::nfkc(written);
  const auto in_other_characters = find(folded);
  if (in_other_characters != spellings.end()) return *in_other_characters;
  return is_japanese(folded) ? spellings[1] : spellings.front();
}

class StandardFormChecker {
 public:
  StandardFormChecker(const Rubric& rubric, Diagnostics& diagnostics)
      : rubric_(rubric), diagnostics_(diagnostics) {}

  /// What does not fit the shape has been reported and is passed over.
  void check(const Shape& shape, Node node) {
    switch (shape.type) {
      case Type::date:
        return check_date(node);
      case Type::choice:
        return check_word(shape, node);
      case Type::name:
        return check_name(shape.names, node);
      case Type::list:
        if (node.is_sequence()) node.for_each_item([&](Node item) { check(*shape.item, item); });
        return;
      case Type::mapping:
        return check_mapping(shape, node);
      case Type::map_of:
        if (!node.is_mapping()) return;
        return node.for_each_entry([&](Node key, Node value) {
          if (key.text().starts_with("x-")) return;
          check_name(shape.names, key);
          check(*shape.item, value);
        });
      case Type::one_of:
        return check_options(shape, node);
      default:
        return;
    }
  }

 private:
  void check_mapping(const Shape& shape, Node node) {
    if (!node.is_mapping()) return;
    node.for_each_entry([&](Node key, Node value) {
      for (const auto& field : shape.fields) {
        if (field.key == key.text()) check(*field.shape, value);
      }
    });
  }

  /// At most one option takes each of a list, a mapping and a string.
  void check_options(const Shape& shape, Node node) {
    for (const auto* option : shape.options) {
      const bool fits = node.is_sequence()  ? option->type == Type::list
                        : node.is_mapping() ? option->type == Type::mapping
                                            : option->type == Type::name || option->type == Type::choice;
      if (fits) check(*option, node);
    }
  }

  void check_date(Node node) {
    if (!node.is_string()) return;
    const auto date = parse_date(node.text());
    if (date && date->iso() != node.text()) report(node, date->iso());
  }

  void check_word(const Shape& shape, Node node) {
    if (!node.is_string()) return;
    const int at = shape::find_word(shape.words, node.text());
    if (at < 0) return;
    const auto& word = shape.words[static_cast<std::size_t>(at)];
    report(node, standard_form_of(node.text(), {word.id, word.ja, word.en}));
  }

  void check_name(std::string_view names, Node node) {
    const auto kind = kind_of(names);
    if (!kind || !node.is_string()) return;
    const auto lookup = rubric_.names.find(*kind, node.text());
    // How 運用 is read is a finding of its own, and for the person to settle.
    if (lookup.result != Lookup::Result::found) return;
    const auto spellings = standard_spellings(*kind, lookup.index, rubric_);
    if (node.text() == fmt::format("{}:{}", id(*kind), spellings.front())) return;
    report(node, standard_form_of(node.text(), spellings));
  }

  void report(Node node, std::string_view standard) {
    if (standard.empty()) return;
    diagnostics_
        .report(Rule::standard_form, node.span(),
                {fmt::format("「{}」の標準の書き方は {}", node.text(), standard),
                 fmt::format("the standard form of '{}' is {}", node.text(), standard)},
                {"--fix で書き換えられます", "--fix writes it"})
        .fix = Fix{node.span(), std::string(node.text()), std::string(standard), Fix::Kind::word};
  }

  const Rubric& rubric_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_standard_forms(Node root, const Rubric& rubric, Diagnostics& diagnostics) {
  StandardFormChecker(rubric, diagnostics).check(profile_shape(), root);
}

}  // namespace upstream
