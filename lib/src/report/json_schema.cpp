#include "upstream/report/json_schema.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

#include "date_pattern.hpp"
#include "json_value.hpp"
#include "upstream/config/load.hpp"
#include "upstream/profile/load.hpp"
#include "upstream/rubric/load.hpp"

namespace upstream {
namespace {

using json::Json;
using shape::Shape;
using shape::Type;

Json number(double value) {
  return value == std::floor(value) ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

std::string both(std::string_view ja, std::string_view en) { return fmt::format("{} / {}", ja, en); }

bool is_single_value(Type type) {
  switch (type) {
    case Type::anything:
    case Type::string:
    case Type::integer:
    case Type::number:
    case Type::boolean:
    case Type::null:
    case Type::version:
      return true;
    default:
      return false;
  }
}

/// Writes a shape as a schema. A shape that is used in several places, or inside itself, is written once,
/// under `definitions`.
class SchemaWriter {
 public:
  SchemaWriter(const Shape& root, const Rubric* rubric) : root_(root), rubric_(rubric) { count(root, ""); }

  Json write(const SchemaHead& head) {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", both(head.title.ja, head.title.en)},
                {"description", both(head.about.ja, head.about.en)}};
    schema.update(written_out(root_));
    if (!definitions_.empty()) schema["definitions"] = definitions_;
    return schema;
  }

 private:
  struct Use {
    int times = 0;
    std::string_view key;  ///< under which it was met first
    std::string definition;
  };

  void count(const Shape& shape, std::string_view key) {
    auto& use = uses_[&shape];
    if (++use.times > 1) return;
    use.key = key;
    for (const auto& field : shape.fields) count(*field.shape, field.key);
    for (const auto* option : shape.options) count(*option, key);
    if (shape.item != nullptr) count(*shape.item, key);
    // Every name becomes a property of its own.
    if (shape.type == Type::map_of && kind_of(shape)) ++uses_[shape.item].times;
  }

  [[nodiscard]] std::optional<NameKind> kind_of(const Shape& shape) const {
    for (std::size_t i = 0; rubric_ != nullptr && i < kNameKinds; ++i) {
      if (id(static_cast<NameKind>(i)) == shape.names) return static_cast<NameKind>(i);
    }
    return std::nullopt;
  }

  Json of(const Shape& shape) {
    if (&shape == &root_) return {{"$ref", "#"}};
    auto& use = uses_.at(&shape);
    if (use.times == 1 || is_single_value(shape.type)) return written_out(shape);
    if (use.definition.empty()) {
      use.definition = free_name(shape, use.key);
      definitions_[use.definition] =
          nullptr;  // holds the place, and the name, while what is inside is written
      auto written = written_out(shape);
      definitions_[use.definition] = std::move(written);
    }
    return {{"$ref", "#/definitions/" + use.definition}};
  }

  [[nodiscard]] std::string free_name(const Shape& shape, std::string_view key) const {
    std::string name(key);
    if (shape.type == Type::date) name = "date";
    if (shape.type == Type::name) name = shape.names;
    if (!shape.id.empty()) name = shape.id;
    auto free = name;
    for (int i = 2; definitions_.contains(free); ++i) free = fmt::format("{}-{}", name, i);
    return free;
  }

  Json described(const Shape& shape, std::string description) {
    Json schema{{"description", std::move(description)}};
    auto value = of(shape);
    // Draft-07 has nothing count that stands beside a $ref.
    if (value.contains("$ref")) {
      schema["allOf"] = Json::array({std::move(value)});
    } else {
      schema.update(value);
    }
    return schema;
  }

  Json written_out(const Shape& shape) {
    switch (shape.type) {
      case Type::anything:
        return Json::object();
      case Type::string:
        return {{"type", "string"}, {"minLength", number(shape.min)}, {"maxLength", number(shape.max)}};
      case Type::integer:
        return {{"type", "integer"}, {"minimum", number(shape.min)}, {"maximum", number(shape.max)}};
      case Type::number:
        return {{"type", "number"}, {"minimum", number(shape.min)}, {"maximum", number(shape.max)}};
      case Type::boolean:
        return {{"type", "boolean"}};
      case Type::null:
        return {{"type", "null"}};
      case Type::date:
        return date();
      case Type::version:
        return {{"const", number(shape.max)}};
      case Type::choice:
        return choice(shape);
      case Type::name:
        return name(shape);
      case Type::list:
        return list(shape);
      case Type::mapping:
        return mapping(shape);
      case Type::map_of:
        return map_of(shape);
      case Type::one_of: {
        auto options = Json::array();
        for (const auto* option : shape.options) options.push_back(of(*option));
        return {{"anyOf", std::move(options)}};
      }
    }
    return Json::object();
  }

  static Json date() {
    constexpr std::array examples{"2024-04", "2024-04-01", "令和6年4月", "R6.4"};
    // Not of JSON Schema, but read by editors, which otherwise show the pattern.
    const auto message = both(fmt::format("{} の形で、{}〜{} 年の日付を書いてください",
                                          fmt::join(examples, "、"), Date::kFirstYear, Date::kLastYear),
                              fmt::format("write a date like {}, from {} to {}", fmt::join(examples, ", "),
                                          Date::kFirstYear, Date::kLastYear));
    return {{"type", "string"},
            {"pattern", date_pattern()},
            {"patternErrorMessage", message},
            {"examples", examples}};
  }

  static Json choice(const Shape& shape) {
    auto words = Json::array();
    const auto add = [&](std::string_view word) {
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    };
    for (const auto& word : shape.words) add(word.id);
    for (const auto& word : shape.words) {
      add(word.ja);
      add(word.en);
    }
    return {{"type", "string"}, {"enum", std::move(words)}};
  }

  Json name(const Shape& shape) const {
    Json any{{"type", "string"}, {"minLength", number(shape.min)}, {"maxLength", number(shape.max)}};
    const auto kind = kind_of(shape);
    if (!kind) return any;
    auto names = Json::array();
    for (const auto& spelling : spellings(*kind)) names.push_back(spelling.written);
    Json known{{"type", "string"}, {"enum", std::move(names)}};
    if (shape.closed) return known;
    return {{"anyOf", Json::array({std::move(known), std::move(any)})}};
  }

  /// As the rubric writes them, then as kind:id.
  [[nodiscard]] std::vector<Names::Spelling> spellings(NameKind kind) const {
    auto all = rubric_->names.spellings(kind);
    const auto add_ids = [&](const auto& items) {
      std::uint16_t index = 0;
      for (const auto& item : items) all.push_back({fmt::format("{}:{}", id(kind), item.id), index++});
    };
    switch (kind) {
      case NameKind::stage:
        add_ids(rubric_->stages);
        break;
      case NameKind::skill:
        add_ids(rubric_->skills);
        break;
      case NameKind::domain:
        add_ids(rubric_->domains);
        break;
      case NameKind::value:
        add_ids(rubric_->values);
        break;
      case NameKind::path:
        add_ids(rubric_->paths);
        break;
      case NameKind::certification:
        break;
    }
    return all;
  }

  Json list(const Shape& shape) {
    Json schema{{"type", "array"}, {"items", of(*shape.item)}};
    if (shape.min > 0) schema["minItems"] = number(shape.min);
    schema["maxItems"] = number(shape.max);
    return schema;
  }

  Json mapping(const Shape& shape) {
    auto properties = Json::object();
    auto required = Json::array();
    for (const auto& field : shape.fields) {
      properties[std::string(field.key)] = described(*field.shape, both(field.ja, field.en));
      if (field.required) required.push_back(field.key);
    }
    auto schema = closed_object(std::move(properties));
    if (!required.empty()) schema["required"] = std::move(required);
    if (shape.exactly_one == nullptr) return schema;
    auto ways = Json::array();
    auto companions = Json::object();
    for (const auto& way : shape.exactly_one->of) {
      ways.push_back({{"required", {way.key}}});
      if (!way.companion.empty()) companions[std::string(way.companion)] = Json::array({way.key});
    }
    schema["oneOf"] = std::move(ways);
    if (!companions.empty()) schema["dependencies"] = std::move(companions);
    return schema;
  }

  Json map_of(const Shape& shape) {
    const auto kind = kind_of(shape);
    if (kind != NameKind::skill) {
      auto schema = closed_object(Json::object());
      schema["additionalProperties"] = of(*shape.item);
      return schema;
    }
    auto properties = Json::object();
    for (const auto& spelling : spellings(*kind)) {
      const auto& skill = rubric_->skills[spelling.index];
      properties[spelling.written] =
          described(*shape.item, both(fmt::format("{}: {}", skill.label.ja, skill.about.ja),
                                      fmt::format("{}: {}", skill.label.en, skill.about.en)));
    }
    return closed_object(std::move(properties));
  }

  static Json closed_object(Json properties) {
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"patternProperties", {{"^x-", Json::object()}}},
            {"additionalProperties", false}};
  }

  const Shape& root_;
  const Rubric* rubric_;
  std::unordered_map<const Shape*, Use> uses_;  // looked up only: its order never shows
  Json definitions_ = Json::object();
};

}  // namespace

std::string render_schema(const Shape& shape, const SchemaHead& head, const Rubric* rubric) {
  return json::dump(SchemaWriter(shape, rubric).write(head));
}

std::string render_profile_schema(const Rubric& rubric) {
  const auto identity = fmt::format("{} {}", rubric.id, rubric.version);
  return render_schema(profile_shape(),
                       {{"upstream-check のプロフィール", "upstream-check profile"},
                        {fmt::format("形式の版 1。名前はルーブリック {} のもの", identity),
                         fmt::format("Version 1 of the format, with the names of the rubric {}", identity)}},
                       &rubric);
}

std::string render_rubric_schema() {
  return render_schema(rubric_shape(),
                       {{"upstream-check のルーブリック", "upstream-check rubric"},
                        {"プロフィールを測る規則と事実。中身の整合は rubric lint で調べる",
                         "The rules and facts that profiles are held against; rubric lint checks "
                         "how they fit together"}});
}

std::string render_settings_schema() {
  return render_schema(config_shape(),
                       {{"upstream-check の設定", "upstream-check settings"},
                        {".upstream-check.yaml に書けるもの", "What may stand in .upstream-check.yaml"}});
}

}  // namespace upstream
