#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "upstream/source/source_file.hpp"

/// A located YAML tree: what the profile and the rubric are read from. It knows nothing of either.
namespace upstream::yaml {

enum class Kind : std::uint8_t { scalar, sequence, mapping };

/// A reference to one node of a Document; cheap to copy, valid while the document lives and stays where it
/// is.
class Node;

/// Owns the nodes of one document in a flat vector: children follow their parent in document order; the
/// children of a mapping alternate key, value.
class Document {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  [[nodiscard]] Node root() const;
  [[nodiscard]] std::size_t size() const { return records_.size(); }

  /// Same shape, texts and places: what the differential tests of two readers compare.
  [[nodiscard]] bool same_tree(const Document& other) const;

  /// The tree as bytes, the same on every machine: for a tree that is made ready when the program is built.
  [[nodiscard]] std::string pack() const;
  /// The tree that `pack` made these bytes of.
  [[nodiscard]] static Document unpack(std::string_view bytes);

 private:
  friend class Node;
  friend class Builder;

  struct Record {
    Kind kind = Kind::scalar;
    bool plain = false;
    Span span;
    std::uint32_t text_begin = 0;
    std::uint32_t text_size = 0;
    std::uint32_t first_child = kNone;
    std::uint32_t next_sibling = kNone;
    std::uint32_t children = 0;
    bool operator==(const Record&) const = default;
  };

  std::vector<Record> records_;
  std::string texts_;  // the texts of all scalars, one behind the other
};

// What a plain scalar of this text is, by the YAML 1.2 core schema. Integers are numbers, too; none is NaN or
// infinite.
[[nodiscard]] std::optional<std::int64_t> plain_integer(std::string_view text);
[[nodiscard]] std::optional<double> plain_number(std::string_view text);

struct Entry;

class Node {
 public:
  [[nodiscard]] Kind kind() const { return record().kind; }
  [[nodiscard]] bool is_scalar() const { return kind() == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind() == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind() == Kind::mapping; }
  [[nodiscard]] Span span() const { return record().span; }

  /// The scalar as read, escapes resolved; empty for collections.
  [[nodiscard]] std::string_view text() const {
    return std::string_view(document_->texts_).substr(record().text_begin, record().text_size);
  }

  // By the YAML 1.2 core schema: only a plain scalar can be null, a boolean or a number.
  [[nodiscard]] bool is_null() const;
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  [[nodiscard]] std::optional<double> number() const;  ///< integers too
  /// Neither null nor boolean nor number; so `123`, `true` and `.inf` are no strings, "123" is.
  [[nodiscard]] bool is_string() const;

  /// Items of a sequence or entries of a mapping.
  [[nodiscard]] std::size_t size() const { return is_mapping() ? record().children / 2 : record().children; }

  template <typename Visit>
  void for_each_item(Visit&& visit) const {
    for (auto at = record().first_child; at != Document::kNone; at = document_->records_[at].next_sibling) {
      visit(Node(*document_, at));
    }
  }
  /// visit(key, value)
  template <typename Visit>
  void for_each_entry(Visit&& visit) const {
    for (auto at = record().first_child; at != Document::kNone;) {
      const auto value = document_->records_[at].next_sibling;
      visit(Node(*document_, at), Node(*document_, value));
      at = document_->records_[value].next_sibling;
    }
  }
  /// The value of the first entry with this key.
  [[nodiscard]] std::optional<Node> find(std::string_view key) const;

 private:
  friend class Document;
  Node(const Document& document, std::uint32_t at) : document_(&document), at_(at) {}
  [[nodiscard]] const Document::Record& record() const { return document_->records_[at_]; }

  const Document* document_;
  std::uint32_t at_;
};

}  // namespace upstream::yaml
