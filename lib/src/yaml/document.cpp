#include "upstream/yaml/document.hpp"

#include <charconv>
#include <cmath>

namespace upstream::yaml {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

template <typename Number, typename... Options>
std::optional<Number> whole(std::string_view text, Options... options) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, options...);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool looks_like_float(std::string_view text) {
  const auto skip_digits = [&text] {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(digits);
    return digits;
  };
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  auto digits = skip_digits();
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += skip_digits();
  }
  if (digits == 0) return false;
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (skip_digits() == 0) return false;
  }
  return text.empty();
}

bool may_be_number(std::string_view text) {
  return !text.empty() && (text.front() == '+' || text.front() == '-' || text.front() == '.' ||
                           (text.front() >= '0' && text.front() <= '9'));
}

bool is_special_float(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text == ".inf" || text == ".Inf" || text == ".INF" || text == ".nan" || text == ".NaN" ||
         text == ".NAN";
}

}  // namespace

std::optional<std::int64_t> plain_integer(std::string_view text) {
  const bool hexadecimal = text.starts_with("0x");
  if (hexadecimal || text.starts_with("0o")) {
    text.remove_prefix(2);
    if (text.starts_with('-')) return std::nullopt;  // from_chars would take it
    return whole<std::int64_t>(text, hexadecimal ? 16 : 8);
  }
  const bool sign = text.starts_with('+') || text.starts_with('-');
  if (!all_digits(text.substr(sign ? 1 : 0))) return std::nullopt;
  return whole<std::int64_t>(text.substr(text.starts_with('+') ? 1 : 0));
}

std::optional<double> plain_number(std::string_view text) {
  if (const auto integral = plain_integer(text)) return static_cast<double>(*integral);
  if (!looks_like_float(text)) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto number = whole<double>(text);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

Node Document::root() const { return {*this, 0}; }

bool Document::same_tree(const Document& other) const {
  return records_ == other.records_ && texts_ == other.texts_;
}

bool Node::is_null() const {
  if (!is_scalar() || !record().plain) return false;
  const auto value = text();
  return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

std::optional<bool> Node::boolean() const {
  if (!is_scalar() || !record().plain) return std::nullopt;
  const auto value = text();
  if (value == "true" || value == "True" || value == "TRUE") return true;
  if (value == "false" || value == "False" || value == "FALSE") return false;
  return std::nullopt;
}

std::optional<std::int64_t> Node::integer() const {
  return is_scalar() && record().plain ? plain_integer(text()) : std::nullopt;
}

std::optional<double> Node::number() const {
  return is_scalar() && record().plain ? plain_number(text()) : std::nullopt;
}

bool Node::is_string() const {
  if (!is_scalar()) return false;
  if (!record().plain) return true;
  if (!may_be_number(text())) return !is_null() && !boolean();
  return !looks_like_float(text()) && !is_special_float(text()) && !integer();
}

std::optional<Node> Node::find(std::string_view key) const {
  if (!is_mapping()) return std::nullopt;
  for (auto at = record().first_child; at != Document::kNone;) {
    const auto value = document_->records_[at].next_sibling;
    if (Node(*document_, at).text() == key && document_->records_[at].kind == Kind::scalar) {
      return Node(*document_, value);
    }
    at = document_->records_[value].next_sibling;
  }
  return std::nullopt;
}

}  // namespace upstream::yaml
