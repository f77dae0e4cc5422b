#include "upstream/shape/shape.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "upstream/date/date.hpp"
#include "upstream/text/suggest.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::shape {
namespace {

using yaml::Node;

/// How a message quotes the input: enough to recognise it by.
std::string quoted(std::string_view text) {
  constexpr std::size_t columns = 40;
  const auto shown = text::clip_to_width(text, columns);
  return fmt::format("{}{}", shown, shown.size() < text.size() ? "…" : "");
}

Text found(Node node) {
  if (node.is_sequence()) return {"一覧", "a list"};
  if (node.is_mapping()) return {"キーと値の組", "a mapping"};
  if (node.is_null()) return {"空の値", "nothing"};
  const auto text = quoted(node.text());
  if (node.boolean()) return {fmt::format("真偽値 {}", text), fmt::format("the boolean {}", text)};
  if (node.number()) return {fmt::format("数 {}", text), fmt::format("the number {}", text)};
  return {fmt::format("文字列「{}」", text), fmt::format("the string '{}'", text)};
}

std::string range(const Shape& shape) { return fmt::format("{}–{}", shape.min, shape.max); }

std::string join_words(std::span<const Word> words) {
  std::string joined;
  for (const auto& word : words) joined += fmt::format("{}{}", joined.empty() ? "" : ", ", word.id);
  return joined;
}

Text expected(const Shape& shape) {
  switch (shape.type) {
    case Type::string:
    case Type::name:
      return {"文字列", "a string"};
    case Type::integer:
      return {fmt::format("{} の整数", range(shape)), fmt::format("an integer {}", range(shape))};
    case Type::number:
      return {fmt::format("{} の数", range(shape)), fmt::format("a number {}", range(shape))};
    case Type::boolean:
      return {"true か false", "true or false"};
    case Type::null:
      return {"null", "null"};
    case Type::date:
      return {"日付", "a date"};
    case Type::version:
      return {fmt::format("整数 {}", shape.max), fmt::format("the integer {}", shape.max)};
    case Type::choice:
      return {join_words(shape.words), join_words(shape.words)};
    case Type::list:
      return {"一覧", "a list"};
    case Type::mapping:
    case Type::map_of:
      return {"キーと値の組", "a mapping"};
    case Type::one_of: {
      Text all;
      for (const auto* option : shape.options) {
        const auto one = expected(*option);
        all.ja += (all.ja.empty() ? "" : "、または ") + one.ja;
        all.en += (all.en.empty() ? "" : ", or ") + one.en;
      }
      return all;
    }
    case Type::anything:
      break;
  }
  return {"何でも", "anything"};
}

Text did_you_mean(std::string_view near) {
  if (near.empty()) return {};
  return {fmt::format("「{}」のことですか?", near), fmt::format("did you mean '{}'?", near)};
}

Fix fix_of(Node node, std::string_view to, Fix::Kind kind = Fix::Kind::word) {
  return {node.span(), std::string(node.text()), std::string(to), kind};
}

std::vector<std::string> match_keys(std::span<const std::string_view> ids) {
  std::vector<std::string> keys;
  for (const auto id : ids) keys.push_back(text::match_key(id));
  return keys;
}

/// The date that was likely meant: a year and a month in another spelling, or a job that has not ended.
Text date_hint(std::string_view written) {
  const auto folded = text::fold(written);
  for (const std::string_view word : {"現在", "継続中", "在職中", "now", "present", "current"}) {
    if (folded == word) {
      return {"今も続いているなら、このキーを消してください", "if it still goes on, take this key out"};
    }
  }
  std::vector<int> numbers;
  bool in_number = false;
  for (const char c : folded) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !in_number) numbers.push_back(0);
    if (digit && numbers.back() < 10'000'000) numbers.back() = numbers.back() * 10 + (c - '0');
    in_number = digit;
  }
  if (numbers.size() == 1 && numbers[0] > 999'999) {  // 20240401
    numbers = {numbers[0] / 10'000, numbers[0] / 100 % 100, numbers[0] % 100};
  }
  const bool western = numbers.size() >= 2 && numbers.size() <= 3 && folded[0] >= '1' && folded[0] <= '9';
  const auto date = western ? Date::of(numbers[0], static_cast<unsigned>(numbers[1]),
                                       numbers.size() == 3 ? static_cast<unsigned>(numbers[2]) : 0U)
                            : std::nullopt;
  if (date) return {fmt::format("{} と書いてください", date->iso()), fmt::format("write {}", date->iso())};
  return {fmt::format("2024-04、2024-04-01、令和6年4月、R6.4 の形で、{}〜{} 年の日付を書いてください",
                      Date::kFirstYear, Date::kLastYear),
          fmt::format("write 2024-04, 2024-04-01, 令和6年4月 or R6.4, from {} to {}", Date::kFirstYear,
                      Date::kLastYear)};
}

/// The value that was meant, where it has the wrong type only by the way it is written.
std::optional<Fix> answer_of(const Shape& shape, Node node) {
  if (!node.is_scalar() || node.is_null()) return std::nullopt;
  switch (shape.type) {
    case Type::string:
    case Type::name:
      return fix_of(node, node.text());  // which puts it in quotes
    case Type::integer:
    case Type::number: {
      if (!node.is_string()) return std::nullopt;
      // As JSON has it, too: no 03, +3 or .5.
      const auto written = text::nfkc(node.text());
      if (const auto integer = yaml::plain_integer(written))
        return fix_of(node, fmt::format("{}", *integer), Fix::Kind::bare);
      const auto number = yaml::plain_number(written);
      if (!number || shape.type == Type::integer) return std::nullopt;
      return fix_of(node, fmt::format("{}", *number), Fix::Kind::bare);
    }
    case Type::boolean: {
      const auto word = text::fold(node.text());
      const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
      };
      if (is_one_of({"true", "yes", "on", "はい", "有"})) return fix_of(node, "true", Fix::Kind::bare);
      if (is_one_of({"false", "no", "off", "いいえ", "無"})) return fix_of(node, "false", Fix::Kind::bare);
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

/// The likely fix, where the value nearly has the type that is wanted.
Text hint(const Shape& shape, Node node) {
  if (node.is_null()) {
    return {"値を書くか、このキーごと消してください", "write a value, or take the whole key out"};
  }
  if (shape.type == Type::list && node.is_scalar()) {
    return {fmt::format("一つでも一覧で書きます: [{}]", quoted(node.text())),
            fmt::format("write a list, even for one: [{}]", quoted(node.text()))};
  }
  if (shape.type == Type::date && node.is_scalar()) return date_hint(node.text());
  const auto answer = answer_of(shape, node);
  if (!answer) return {};
  switch (shape.type) {
    case Type::string:
    case Type::name:
      return {fmt::format("文字列にするには引用符で囲みます: \"{}\"", quoted(answer->to)),
              fmt::format("put it in quotes to make it a string: \"{}\"", quoted(answer->to))};
    case Type::boolean:
      return {fmt::format("{} と書きます", answer->to), fmt::format("write {}", answer->to)};
    default:
      return {fmt::format("半角で、引用符なしで書きます: {}", quoted(answer->to)),
              fmt::format("write it plainly: {}", quoted(answer->to))};
  }
}

void report_type(const Shape& shape, Node node, Diagnostics& diagnostics) {
  const auto wanted = expected(shape);
  const auto seen = found(node);
  diagnostics
      .report(Rule::wrong_type, node.span(),
              {fmt::format("{}が要るところに{}がある", wanted.ja, seen.ja),
               fmt::format("expected {}, found {}", wanted.en, seen.en)},
              hint(shape, node))
      .fix = answer_of(shape, node);
}

bool fits_kind(const Shape& shape, Node node) {
  switch (shape.type) {
    case Type::anything:
      return true;
    case Type::list:
      return node.is_sequence();
    case Type::mapping:
    case Type::map_of:
      return node.is_mapping();
    case Type::one_of:
      return std::any_of(shape.options.begin(), shape.options.end(),
                         [&](const Shape* option) { return fits_kind(*option, node); });
    case Type::string:
    case Type::name:
    case Type::choice:
    case Type::date:
      return node.is_string();
    case Type::integer:
    case Type::version:
      return node.integer().has_value();
    case Type::number:
      return node.number().has_value();
    case Type::boolean:
      return node.boolean().has_value();
    case Type::null:
      return node.is_null();
  }
  return false;
}

void check_string(const Shape& shape, Node node, Diagnostics& diagnostics) {
  const auto length = static_cast<double>(text::count_code_points(node.text()));
  if (length >= shape.min && length <= shape.max) return;
  if (length < shape.min) {
    diagnostics.report(Rule::out_of_range, node.span(), {"空の文字列", "the string is empty"});
    return;
  }
  diagnostics.report(Rule::out_of_range, node.span(),
                     {fmt::format("{} 文字あり、上限の {} 文字を超える", length, shape.max),
                      fmt::format("{} characters, more than the limit of {}", length, shape.max)});
}

void check_number(const Shape& shape, Node node, Diagnostics& diagnostics) {
  const auto value = *node.number();
  if (value >= shape.min && value <= shape.max) return;
  diagnostics.report(Rule::out_of_range, node.span(),
                     {fmt::format("{} は {} の外にある", node.text(), range(shape)),
                      fmt::format("{} is outside {}", node.text(), range(shape))});
}

void check_version(const Shape& shape, Node node, Diagnostics& diagnostics) {
  const auto version = *node.integer();
  const auto read = static_cast<std::int64_t>(shape.max);
  if (version == read) return;
  if (version < 1) {
    diagnostics.report(Rule::out_of_range, node.span(),
                       {fmt::format("版 {} はない(読めるのは {})", version, read),
                        fmt::format("there is no version {}, only {} is supported", version, read)},
                       {fmt::format("{} と書きます", read), fmt::format("write {}", read)});
    return;
  }
  diagnostics.report(Rule::unsupported_version, node.span(),
                     {fmt::format("版 {} は読めない(読めるのは {})", version, read),
                      fmt::format("version {} is not supported, only {} is", version, read)},
                     {"新しい upstream-check が要るかもしれません", "a newer upstream-check may be needed"});
}

void check_date(Node node, Diagnostics& diagnostics) {
  if (parse_date(node.text())) return;
  diagnostics.report(Rule::invalid_date, node.span(),
                     {fmt::format("「{}」は日付として読めない、または存在しない日", quoted(node.text())),
                      fmt::format("'{}' is no date, or a day that does not exist", quoted(node.text()))},
                     date_hint(node.text()));
}

void check_choice(const Shape& shape, Node node, Diagnostics& diagnostics) {
  if (find_word(shape.words, node.text()) >= 0) return;
  std::vector<std::string_view> ids;
  for (const auto& word : shape.words) ids.push_back(word.id);
  const auto keys = match_keys(ids);
  const auto near = text::closest_key(node.text(), keys);
  auto& finding = diagnostics.report(
      Rule::unknown_value, node.span(),
      {fmt::format("「{}」は {} のどれでもない", quoted(node.text()), join_words(shape.words)),
       fmt::format("'{}' is none of {}", quoted(node.text()), join_words(shape.words))},
      did_you_mean(near ? ids[*near] : std::string_view()));
  if (const auto slips = text::slips_of(node.text(), keys); slips.size() == 1) {
    finding.fix = fix_of(node, ids[slips.front()]);
  }
}

void check_list(const Shape& shape, Node node, Diagnostics& diagnostics) {
  if (static_cast<double>(node.size()) < shape.min) {
    diagnostics.report(Rule::out_of_range, node.span(),
                       {fmt::format("少なくとも {} 個の項目が要る", shape.min),
                        fmt::format("at least {} items are needed", shape.min)});
  }
  node.for_each_item([&](Node item) { check(*shape.item, item, diagnostics); });
}

/// Reports the keys that `shape` does not have. One is renamed only to a key that does not stand there and
/// that no other could be renamed to.
void report_unknown_keys(const Shape& shape, const std::vector<Node>& unknown, const std::vector<bool>& seen,
                         Diagnostics& diagnostics) {
  if (unknown.empty()) return;
  std::vector<std::string_view> ids;
  for (const auto& field : shape.fields) ids.push_back(field.key);
  const auto keys = match_keys(ids);
  std::vector<std::size_t> meant;           // of each unknown key the field, or none behind the last
  std::vector<int> askers(ids.size() + 1);  // of each field the keys that may mean it
  for (const auto key : unknown) {
    const auto slips = text::slips_of(key.text(), keys);
    meant.push_back(slips.size() == 1 ? slips.front() : ids.size());
    ++askers[meant.back()];
  }
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    const auto key = unknown[i];
    const auto near = text::closest_key(key.text(), keys);
    auto help = did_you_mean(near ? ids[*near] : std::string_view());
    if (!near) {
      const auto all = fmt::format("{}", fmt::join(ids, ", "));
      help = {fmt::format("ここに書けるキー: {}(自由なメモは x- で始まるキーに)", all),
              fmt::format("keys allowed here: {} (notes of your own go under keys that begin with x-)", all)};
    }
    auto& finding = diagnostics.report(Rule::unknown_key, key.span(),
                                       {fmt::format("知らないキー「{}」", quoted(key.text())),
                                        fmt::format("unknown key '{}'", quoted(key.text()))},
                                       std::move(help));
    const auto field = meant[i];
    if (field < ids.size() && !seen[field] && askers[field] == 1) finding.fix = fix_of(key, ids[field]);
  }
}

Text text_of(const Sentence& sentence) { return {std::string(sentence.ja), std::string(sentence.en)}; }

void check_exactly_one(const ExactlyOne& rule, Node node, Diagnostics& diagnostics) {
  int keys = 0;
  int stated = 0;
  for (const auto& way : rule.of) {
    const bool has_key = node.find(way.key).has_value();
    const bool has_companion = !way.companion.empty() && node.find(way.companion).has_value();
    keys += static_cast<int>(has_key);
    stated += static_cast<int>(has_key || has_companion);
  }
  if (stated > 1) {
    diagnostics.report(Rule::conflicting_keys, node.span(), text_of(rule.several), text_of(rule.keep));
  } else if (keys == 0) {
    diagnostics.report(Rule::missing_key, node.span(), text_of(rule.none), text_of(rule.write));
  }
}

void check_mapping(const Shape& shape, Node node, Diagnostics& diagnostics) {
  std::vector<bool> seen(shape.fields.size());
  std::vector<Node> unknown;
  node.for_each_entry([&](Node key, Node value) {
    if (!key.is_scalar() || key.text().starts_with("x-")) return;
    const auto field = std::find_if(shape.fields.begin(), shape.fields.end(),
                                    [&](const Field& f) { return f.key == key.text(); });
    if (field == shape.fields.end()) {
      unknown.push_back(key);
      return;
    }
    seen[static_cast<std::size_t>(field - shape.fields.begin())] = true;
    check(*field->shape, value, diagnostics);
  });
  report_unknown_keys(shape, unknown, seen, diagnostics);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] || !shape.fields[i].required) continue;
    const auto& field = shape.fields[i];
    diagnostics.report(
        Rule::missing_key, node.span(),
        {fmt::format("必要なキー「{}」がない", field.key),
         fmt::format("required key '{}' is missing", field.key)},
        {fmt::format("{}: {}", field.key, field.ja), fmt::format("{}: {}", field.key, field.en)});
  }
  if (shape.exactly_one != nullptr) check_exactly_one(*shape.exactly_one, node, diagnostics);
}

}  // namespace

int find_word(std::span<const Word> words, std::string_view text) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].id == text || words[i].ja == text || words[i].en == text) return static_cast<int>(i);
  }
  const auto key = text::match_key(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    if (key == text::match_key(word.id) || key == text::match_key(word.ja) ||
        key == text::match_key(word.en)) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

void check(const Shape& shape, yaml::Node node, Diagnostics& diagnostics) {
  if (shape.type == Type::one_of) {
    const auto option = std::find_if(shape.options.begin(), shape.options.end(),
                                     [&](const Shape* o) { return fits_kind(*o, node); });
    if (option == shape.options.end()) {
      report_type(shape, node, diagnostics);
    } else if ((*option)->type == Type::choice && find_word((*option)->words, node.text()) < 0) {
      // A wrong word where a number or a mapping could stand too: say all that could.
      const auto wanted = expected(shape);
      const auto& first = *shape.options.front();
      diagnostics
          .report(Rule::unknown_value, node.span(),
                  {fmt::format("{}が要るところに「{}」がある", wanted.ja, quoted(node.text())),
                   fmt::format("expected {}, found '{}'", wanted.en, quoted(node.text()))},
                  hint(first, node))
          .fix = answer_of(first, node);
    } else {
      check(**option, node, diagnostics);
    }
    return;
  }
  if (!fits_kind(shape, node)) {
    report_type(shape, node, diagnostics);
    return;
  }
  switch (shape.type) {
    case Type::string:
    case Type::name:
      return check_string(shape, node, diagnostics);
    case Type::version:
      return check_version(shape, node, diagnostics);
    case Type::integer:
    case Type::number:
      return check_number(shape, node, diagnostics);
    case Type::date:
      return check_date(node, diagnostics);
    case Type::choice:
      return check_choice(shape, node, diagnostics);
    case Type::list:
      return check_list(shape, node, diagnostics);
    case Type::mapping:
      return check_mapping(shape, node, diagnostics);
    case Type::map_of:
      return node.for_each_entry([&](Node key, Node value) {
        if (key.is_scalar() && key.text().starts_with("x-")) return;
        check(*shape.item, value, diagnostics);
      });
    case Type::anything:
    case Type::boolean:
    case Type::null:
    case Type::one_of:
      return;
  }
}

}  // namespace upstream::shape
