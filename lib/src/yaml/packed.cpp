#include <vector>

#include "upstream/yaml/document.hpp"

// A packed tree is its number of nodes; of each node, in document order, its kind (plain scalars are marked),
// its place, the size of its text and how many children it has; then the texts. A number is written in groups
// of seven bits, lowest first, each but the last marked by the eighth.
namespace upstream::yaml {
namespace {

constexpr std::uint32_t kPlain = 4;  // beside the kind

void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
  out += static_cast<char>(number);
}

class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] std::uint32_t next() {
    std::uint32_t number = 0;
    for (unsigned shift = 0; shift < 32 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= (byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
    return number;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace

std::string Document::pack() const {
  std::string bytes;
  append_number(bytes, static_cast<std::uint32_t>(records_.size()));
  for (const auto& record : records_) {
    append_number(bytes, static_cast<std::uint32_t>(record.kind) | (record.plain ? kPlain : 0));
    for (const auto& place : {record.span.begin, record.span.end}) {
      append_number(bytes, place.line);
      append_number(bytes, place.column);
    }
    append_number(bytes, record.text_size);
    append_number(bytes, record.children);
  }
  return bytes + texts_;
}

Document Document::unpack(std::string_view bytes) {
  Numbers numbers(bytes);
  Document document;
  document.records_.resize(numbers.next());
  struct Open {
    std::uint32_t missing;  // children that are still to come
    std::uint32_t last_child = kNone;
  };
  std::vector<Open> open;
  std::uint32_t text_begin = 0;
  for (std::uint32_t at = 0; at < document.records_.size(); ++at) {
    auto& record = document.records_[at];
    const auto kind = numbers.next();
    record.kind = static_cast<Kind>(kind & ~kPlain);
    record.plain = (kind & kPlain) != 0;
    for (auto* place : {&record.span.begin, &record.span.end}) {
      place->line = numbers.next();
      place->column = numbers.next();
    }
    record.text_size = numbers.next();
    record.children = numbers.next();
    record.text_begin = text_begin;
    text_begin += record.text_size;
    if (record.children > 0) record.first_child = at + 1;
    while (!open.empty() && open.back().missing == 0) open.pop_back();
    if (!open.empty()) {
      auto& parent = open.back();
      if (parent.last_child != kNone) document.records_[parent.last_child].next_sibling = at;
      parent.last_child = at;
      --parent.missing;
    }
    open.push_back({record.children});
  }
  document.texts_ = numbers.rest();
  return document;
}

}  // namespace upstream::yaml
