#include "builder.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

namespace upstream::yaml {

std::string_view Builder::text_of(std::uint32_t at) const {
  const auto& record = document_.records_[at];
  return std::string_view(document_.texts_).substr(record.text_begin, record.text_size);
}

bool Builder::expects_key() const {
  if (open_.empty()) return false;
  const auto& parent = document_.records_[open_.back().at];
  return parent.kind == Kind::mapping && parent.children % 2 == 0;
}

bool Builder::expects_value() const {
  if (open_.empty()) return false;
  const auto& parent = document_.records_[open_.back().at];
  return parent.kind == Kind::mapping && parent.children % 2 == 1;
}

/// Where a scalar ends is not among a parser's events (or not alike in two of them), so it is read off the
/// text.
std::size_t Builder::scalar_end(std::string_view text, Style style, std::size_t begin) {
  const auto source = source_.text();
  const auto line_end = [&] {
    // Looked up, not looked for: thousands of scalars may stand on one line of a megabyte.
    const auto line = source_.line(places_.position(begin).line);
    return static_cast<std::size_t>(line.data() - source.data()) + line.size();
  };
  switch (style) {
    case Style::plain:
      // A plain scalar over several lines is underlined on its first.
      return source.substr(begin).starts_with(text) ? begin + text.size() : line_end();
    case Style::block:
      return line_end();
    case Style::single_quoted:
    case Style::double_quoted:
      break;
  }
  const char quote = style == Style::single_quoted ? '\'' : '"';
  for (auto at = begin + 1; at < source.size(); ++at) {
    if (source[at] == '\\' && style == Style::double_quoted) {
      ++at;
    } else if (source[at] == quote) {
      if (style == Style::double_quoted || at + 1 >= source.size() || source[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  // yaml-cpp 0.7 takes the end of the file for the missing mark where a line break stands before it.
  const auto place = source_.position(begin);
  diagnostics_.report(Rule::yaml_syntax, {place, {place.line, place.column + 1}},
                      {"引用符が閉じられていない", "the quotation mark is never closed"},
                      {"文字列の終わりに同じ引用符を置いてください", "close the string with the same mark"});
  return line_end();
}

std::uint32_t Builder::add(Kind kind, std::size_t begin, std::size_t end, std::size_t code_points) {
  const auto at = static_cast<std::uint32_t>(document_.records_.size());
  const auto place = places_.position(begin);
  Span span{place, {place.line, place.column + static_cast<std::uint32_t>(code_points)}};
  if (code_points == 0) span.end = PlaceCursor(places_).position(end);
  auto& record = document_.records_.emplace_back();
  record.kind = kind;
  record.span = span;
  record.text_begin = static_cast<std::uint32_t>(document_.texts_.size());
  if (!open_.empty()) {
    auto& parent = document_.records_[open_.back().at];
    if (parent.children == 0) {
      parent.first_child = at;
      // A collection is pointed at by its first child: one line, and the place a person looks at.
      parent.span.end = span.end;
    } else {
      document_.records_[open_.back().last_child].next_sibling = at;
    }
    open_.back().last_child = at;
    ++parent.children;
    const auto entries = parent.kind == Kind::mapping ? (parent.children + 1) / 2 : parent.children;
    if (entries > limits_.entries) {
      diagnostics_.report(Rule::too_many_entries, span,
                          {fmt::format("一つの一覧に {} 個を超える項目がある", limits_.entries),
                           fmt::format("a collection has more than {} entries", limits_.entries)},
                          {"ファイルを分けてください", "split the file"});
      throw BeyondLimit{};
    }
  }
  last_end_ = end;
  return at;
}

void Builder::check_key(std::uint32_t at, std::string_view text) {
  if (!text.empty()) return;
  diagnostics_.report(
      Rule::yaml_syntax, document_.records_[at].span, {"キーが空", "a key is empty"},
      {"コロンの前にキーの名前を書いてください", "write the name of the key before the colon"});
}

void Builder::scalar(std::string_view text, Style style, std::size_t begin, std::size_t code_points) {
  const bool key = expects_key();
  const auto at = add(Kind::scalar, begin, scalar_end(text, style, begin), code_points);
  auto& record = document_.records_[at];
  record.plain = style == Style::plain;
  record.text_size = static_cast<std::uint32_t>(text.size());
  document_.texts_.append(text);
  if (key) check_key(at, text);
}

/// The place behind the dash of an empty item, which the parser noticed at `seen_at`: the last text before
/// that, but for comments, ends with the dash. Where it does not (a flow sequence), `seen_at` is as good as
/// any.
std::size_t Builder::behind_dash(std::size_t seen_at) const {
  const auto source = source_.text();
  for (auto end = seen_at; end > 0;) {
    const auto line_break = source.find_last_of("\r\n", end - 1);
    const auto begin = line_break == std::string_view::npos ? 0 : line_break + 1;
    auto line = source.substr(begin, end - begin);
    line = line.substr(0, line.starts_with('#') ? 0 : std::min(line.find(" #"), line.find("\t#")));
    if (const auto last = line.find_last_not_of(" \t"); last != std::string_view::npos) {
      return line[last] == '-' ? begin + last + 1 : seen_at;
    }
    end = begin == 0 ? 0 : begin - 1;
  }
  return seen_at;
}

void Builder::empty(std::size_t seen_at) {
  seen_at = std::min(seen_at, source_.text().size());
  // The parser notices a missing value at the next token, which may be lines away: the end of the key is the
  // place.
  const bool key = expects_key();
  const bool child = !open_.empty() && !key;
  const bool item = child && document_.records_[open_.back().at].kind == Kind::sequence;
  const auto place = !child ? seen_at : item ? behind_dash(seen_at) : last_end_;
  const auto at = add(Kind::scalar, place, place);
  document_.records_[at].plain = true;
  if (key) check_key(at, {});
}

void Builder::start(Kind kind, std::size_t begin) {
  const bool key = expects_key();
  const auto at = add(kind, begin, std::min(begin + 1, source_.text().size()));
  if (key) collections_as_keys_.push_back(document_.records_[at].span);
  if (open_.size() >= limits_.depth) {
    diagnostics_.report(Rule::too_deep, document_.records_[at].span,
                        {fmt::format("入れ子が {} 段を超えている", limits_.depth),
                         fmt::format("the nesting is deeper than {} levels", limits_.depth)});
    throw BeyondLimit{};
  }
  open_.push_back({at, Document::kNone});
}

Document Builder::finish() && {
  // Not before the end: to yaml-cpp every bracket that is never closed looks like the begin of such a key.
  for (const auto& span : collections_as_keys_) {
    diagnostics_.report(Rule::yaml_syntax, span, {"キーが一覧や組になっている", "a key is a collection"},
                        {"キーには一つの語を書いてください", "write a single word as the key"});
  }
  return std::move(document_);
}

void Builder::end() {
  const auto at = open_.back().at;
  open_.pop_back();
  if (document_.records_[at].kind == Kind::mapping) check_duplicate_keys(at);
}

/// Whether two keys may be the same. Few keys are compared with each other: a table would cost more.
bool Builder::may_have_duplicate_keys(std::uint32_t mapping) const {
  const auto& records = document_.records_;
  std::array<std::string_view, 16> seen;
  if (records[mapping].children > 2 * seen.size()) return true;
  auto* end = seen.begin();
  for (auto key = records[mapping].first_child; key != Document::kNone;
       key = records[records[key].next_sibling].next_sibling) {
    const auto text = text_of(key);
    if (std::find(seen.begin(), end, text) != end) return true;
    *end++ = text;
  }
  return false;
}

void Builder::check_duplicate_keys(std::uint32_t mapping) {
  if (!may_have_duplicate_keys(mapping)) return;
  const auto& records = document_.records_;
  std::unordered_map<std::string_view, std::uint32_t> seen;
  seen.reserve(records[mapping].children / 2);
  for (auto key = records[mapping].first_child; key != Document::kNone;
       key = records[records[key].next_sibling].next_sibling) {
    if (records[key].kind != Kind::scalar) continue;
    const auto text = text_of(key);
    if (text.empty()) continue;
    const auto [first, fresh] = seen.emplace(text, key);
    if (fresh) continue;
    diagnostics_
        .report(Rule::duplicate_key, records[key].span,
                {fmt::format("キー「{}」が二度ある", text), fmt::format("key '{}' stands twice", text)},
                {"どちらか一つにまとめてください", "keep one of the two"})
        .notes.push_back({records[first->second].span, {"一度目はここ", "first written here"}});
  }
}

}  // namespace upstream::yaml
