#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/yaml/document.hpp"

/// What a file may look like, as tables: keys, types, ranges, words. The checker reads them here, and
/// report/json_schema makes a JSON Schema of them, so that the two cannot say different things.
namespace upstream::shape {

enum class Type : std::uint8_t {
  anything,
  string,   ///< `min`..`max` code points
  integer,  ///< `min`..`max`
  number,   ///< `min`..`max`, whole or not
  boolean,
  null,
  date,
  version,  ///< the integer `max`: the version of the format that this program reads
  choice,   ///< one of `words`
  name,     ///< a string, `min`..`max` code points, that names something of the rubric; who reads the file
            ///< looks it up
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

/// A sentence about the format, in both languages.
struct Sentence {
  std::string_view ja;
  std::string_view en;
};

/// One of several ways to say the same thing, by its key.
struct Alternative {
  std::string_view key;
  std::string_view companion = {};  ///< a key that may stand beside this one, and beside no other
};

/// Alternatives of which a mapping states exactly one.
struct ExactlyOne {
  std::span<const Alternative> of;
  Sentence several;  ///< what is wrong where more than one is stated
  Sentence keep;     ///< what to do then
  Sentence none;     ///< what is wrong where none is stated
  Sentence write;    ///< what to do then
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
  std::string_view id = {};  ///< what a schema calls it where it is used in several places; else by its key
  double min = 0;
  double max = 0;
  std::span<const Word> words = {};
  std::string_view names = {};  ///< for Type::name, and for the keys of a Type::map_of: skill, stage, …
  bool closed = true;           ///< for Type::name: whether a name that the rubric lacks is an error
  const Shape* item = nullptr;
  std::span<const Field> fields = {};
  std::span<const Shape* const> options = {};
  const ExactlyOne* exactly_one = nullptr;  ///< for Type::mapping
};

constexpr Shape string(double min, double max) { return {.type = Type::string, .min = min, .max = max}; }
constexpr Shape integer(double min, double max) { return {.type = Type::integer, .min = min, .max = max}; }
constexpr Shape number(double min, double max) { return {.type = Type::number, .min = min, .max = max}; }
constexpr Shape choice(std::span<const Word> words) { return {.type = Type::choice, .words = words}; }
constexpr Shape name(std::string_view kind) {
  return {.type = Type::name, .min = 1, .max = 200, .names = kind};
}
/// A name that the rubric may or may not know.
constexpr Shape open_name(std::string_view kind) {
  return {.type = Type::name, .min = 1, .max = 200, .names = kind, .closed = false};
}
constexpr Shape list(const Shape& item, double min = 0) {
  return {.type = Type::list, .min = min, .max = 2000, .item = &item};
}
constexpr Shape mapping(std::span<const Field> fields) { return {.type = Type::mapping, .fields = fields}; }
/// `exactly_one` must outlive the shape, as everything else that a shape points at.
constexpr Shape mapping(std::span<const Field> fields, const ExactlyOne& exactly_one) {
  return {.type = Type::mapping, .fields = fields, .exactly_one = &exactly_one};
}
constexpr Shape map_of(const Shape& item) { return {.type = Type::map_of, .item = &item}; }
constexpr Shape one_of(std::span<const Shape* const> options) {
  return {.type = Type::one_of, .options = options};
}
constexpr Shape version(double read) { return {.type = Type::version, .min = read, .max = read}; }
/// The shape, with a name for schemas.
constexpr Shape called(std::string_view id, Shape shape) {
  shape.id = id;
  return shape;
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
