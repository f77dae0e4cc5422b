#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/yaml/document.hpp"

/// What a file may look like, as tables: keys, types, ranges, words. The checker reads them here; a JSON
/// Schema can be made from the same tables, so that the two cannot say different things.
namespace upstream::shape {

enum class Type : std::uint8_t {
  anything,
  string,   ///< `min`..`max` code points
  integer,  ///< `min`..`max`
  number,   ///< `min`..`max`, whole or not
  boolean,
  null,
  date,
  choice,   ///< one of `words`
  name,     ///< a string that names something of the rubric; who reads the file looks it up
  list,     ///< `min`..`max` items of shape `item`
  mapping,  ///< `fields`, and x-… keys
  map_of,   ///< any keys (names), values of shape `item`
  one_of,   ///< the first of `options` that fits the value's kind
};

/// A fixed word of the format, and what else may be written for it.
struct Word {
  std::string_view id;
  std::string_view ja;
  std::string_view en;
};

struct Shape;

struct Field {
  std::string_view key;
  const Shape* shape = nullptr;
  bool required = false;
  std::string_view ja = {};  ///< what the key is for
  std::string_view en = {};
};

struct Shape {
  Type type = Type::anything;
  double min = 0;
  double max = 0;
  std::span<const Word> words = {};
  std::string_view names = {};  ///< for Type::name: skill, stage, …
  const Shape* item = nullptr;
  std::span<const Field> fields = {};
  std::span<const Shape* const> options = {};
};

constexpr Shape string(double min, double max) { return {.type = Type::string, .min = min, .max = max}; }
constexpr Shape integer(double min, double max) { return {.type = Type::integer, .min = min, .max = max}; }
constexpr Shape number(double min, double max) { return {.type = Type::number, .min = min, .max = max}; }
constexpr Shape choice(std::span<const Word> words) { return {.type = Type::choice, .words = words}; }
constexpr Shape name(std::string_view kind) { return {.type = Type::name, .names = kind}; }
constexpr Shape list(const Shape& item, double min = 0) {
  return {.type = Type::list, .min = min, .max = 2000, .item = &item};
}
constexpr Shape mapping(std::span<const Field> fields) { return {.type = Type::mapping, .fields = fields}; }
constexpr Shape map_of(const Shape& item) { return {.type = Type::map_of, .item = &item}; }
constexpr Shape one_of(std::span<const Shape* const> options) {
  return {.type = Type::one_of, .options = options};
}
inline constexpr Shape kAnything{};
inline constexpr Shape kBoolean{.type = Type::boolean};
inline constexpr Shape kNull{.type = Type::null};
inline constexpr Shape kDate{.type = Type::date};

/// Reports every place where the tree under `node` is not of this shape. Whoever reads the tree afterwards
/// may then take what fits and pass over the rest without a word.
void check(const Shape& shape, yaml::Node node, Diagnostics& diagnostics);

/// The position of the word that `text` means (its id or either label, compared folded), or -1.
[[nodiscard]] int find_word(std::span<const Word> words, std::string_view text);

}  // namespace upstream::shape
