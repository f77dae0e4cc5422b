#include "suppression_comments.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "upstream/text/suggest.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

constexpr std::string_view kMarker = "upstream-check:";
constexpr std::string_view kVerb = "ignore";
constexpr std::string_view kBlanks = " \t";

/// Bytes of the source, [begin, end).
using Range = std::pair<std::size_t, std::size_t>;

/// Where a block scalar that begins at `begin` with | or > ends: before the first line that is not indented
/// further than the line on which it begins.
std::size_t block_end(std::string_view text, std::size_t begin) {
  const auto line_begin = begin == 0 ? 0 : text.find_last_of("\r\n", begin - 1) + 1;
  const auto indent = std::min(text.find_first_not_of(' ', line_begin), begin) - line_begin;
  for (auto at = text.find('\n', begin); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const auto first = text.find_first_not_of(' ', at + 1);
    if (first == std::string_view::npos) break;
    const bool blank = text[first] == '\n' || text[first] == '\r';
    if (!blank && first - at - 1 <= indent) return at;
  }
  return text.size();
}

/// The parts of the text that belong to scalars, in order: a # in them begins no comment.
class ScalarRanges {
 public:
  ScalarRanges(const SourceFile& source, yaml::Node root) : source_(source) { add(root); }

  [[nodiscard]] bool contain(std::size_t offset) const {
    const auto behind =
        std::upper_bound(ranges_.begin(), ranges_.end(), Range{offset, source_.text().size() + 1});
    return behind != ranges_.begin() && offset < (behind - 1)->second;
  }

 private:
  void add(yaml::Node node) {
    if (node.is_sequence()) return node.for_each_item([&](yaml::Node item) { add(item); });
    if (node.is_mapping()) {
      return node.for_each_entry([&](yaml::Node key, yaml::Node value) {
        add(key);
        add(value);
      });
    }
    const auto text = source_.text();
    const auto begin = source_.offset(node.span().begin);
    const auto end = source_.offset(node.span().end);
    if (begin >= end) return;
    const bool is_block = text[begin] == '|' || text[begin] == '>';
    // The first line of a block scalar may end with a comment; its span reaches to the end of that line.
    ranges_.emplace_back(is_block ? end : begin, is_block ? block_end(text, begin) : end);
  }

  const SourceFile& source_;
  std::vector<Range> ranges_;
};

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

class CommentReader {
 public:
  CommentReader(const SourceFile& source, const yaml::Document& document, Diagnostics& diagnostics)
      : source_(source), scalars_(source, document.root()), diagnostics_(diagnostics) {}

  std::vector<SuppressionComment> read() && {
    const auto text = source_.text();
    for (auto at = text.find(kMarker); at != std::string_view::npos; at = text.find(kMarker, at + 1)) {
      if (const auto hash = comment_begin(at)) take(*hash, at + kMarker.size());
    }
    return std::move(comments_);
  }

 private:
  /// The # in front of the marker, where the two begin a comment.
  [[nodiscard]] std::optional<std::size_t> comment_begin(std::size_t marker) const {
    const auto text = source_.text();
    const auto before = text.find_last_not_of(kBlanks, marker == 0 ? 0 : marker - 1);
    if (marker == 0 || before == std::string_view::npos || text[before] != '#') return std::nullopt;
    const bool stands_alone =
        before == 0 || std::string_view(" \t\r\n").find(text[before - 1]) != std::string_view::npos;
    if (!stands_alone || scalars_.contain(before)) return std::nullopt;
    return before;
  }

  void take(std::size_t hash, std::size_t behind_marker) {
    const auto begin = source_.position(hash);
    const auto line = source_.line(begin.line);
    const auto line_end = static_cast<std::size_t>(line.data() - source_.text().data()) + line.size();
    auto words = trimmed(source_.text().substr(behind_marker, line_end - behind_marker));
    // Another remark about the program.
    if (!words.starts_with(kVerb)) return;
    words = trimmed(words.substr(kVerb.size()));
    SuppressionComment comment{{begin, source_.position(line_end)}, line_spoken_of(begin.line, hash), {}, {}};
    const auto close = words.find(']');
    if (!words.starts_with('[') || close == std::string_view::npos) {
      report(comment, {"角括弧に入れた規則の名前がない", "the rule in square brackets is missing"}, {});
      return;
    }
    for (const auto name : split(words.substr(1, close - 1))) add_rule(name, comment);
    comment.reason = std::string(trimmed(words.substr(close + 1)));
    if (comment.rules.empty()) return;
    if (comment.reason.empty()) {
      report(comment, {"抑止の理由が書かれていない", "the reason is missing"},
             {"角括弧の後ろに理由を書いてください", "write the reason behind the brackets"});
    }
    comments_.push_back(std::move(comment));
  }

  [[nodiscard]] static std::vector<std::string_view> split(std::string_view list) {
    std::vector<std::string_view> names;
    for (;;) {
      const auto comma = list.find(',');
      names.push_back(trimmed(list.substr(0, comma)));
      if (comma == std::string_view::npos) return names;
      list.remove_prefix(comma + 1);
    }
  }

  void add_rule(std::string_view name, SuppressionComment& comment) {
    const auto* rule = find_rule(name);
    if (rule != nullptr && may_be_suppressed(rule->rule) && is_about_profiles(rule->rule)) {
      comment.rules.push_back(rule->rule);
      return;
    }
    if (rule != nullptr) {
      report(comment,
             {fmt::format("規則 {} は抑止できない", rule->id),
              fmt::format("rule {} cannot be suppressed", rule->id)},
             {});
      return;
    }
    std::vector<std::string_view> ids;
    for (const auto& known : rules()) ids.push_back(known.id);
    const auto near = text::closest(name, ids);
    const auto shown = text::clip_to_width(name, 40);
    Text help;
    if (!near.empty())
      help = {fmt::format("「{}」のことですか?", near), fmt::format("did you mean '{}'?", near)};
    report(comment,
           {fmt::format("「{}」という規則はない", shown), fmt::format("there is no rule '{}'", shown)},
           std::move(help));
  }

  void report(const SuppressionComment& comment, Text message, Text help) {
    if (help.en.empty()) {
      help = {"# upstream-check: ignore[unknown-certification] 社内資格 のように書いてください",
              "write it like # upstream-check: ignore[unknown-certification] our own certificate"};
    }
    diagnostics_.report(Rule::invalid_suppression, comment.span, std::move(message), std::move(help));
  }

  /// A comment that stands alone speaks of the next line that holds something.
  [[nodiscard]] std::uint32_t line_spoken_of(std::uint32_t line, std::size_t hash) const {
    const auto text = source_.line(line);
    const auto column = hash - static_cast<std::size_t>(text.data() - source_.text().data());
    if (!trimmed(text.substr(0, column)).empty()) return line;
    const auto last = source_.position(source_.text().size()).line;
    for (auto next = line + 1; next <= last; ++next) {
      const auto content = trimmed(source_.line(next));
      if (!content.empty() && content.front() != '#') return next;
    }
    return line;
  }

  const SourceFile& source_;
  ScalarRanges scalars_;
  Diagnostics& diagnostics_;
  std::vector<SuppressionComment> comments_;
};

}  // namespace

std::vector<SuppressionComment> read_suppression_comments(const SourceFile& source,
                                                          const yaml::Document& document,
                                                          Diagnostics& diagnostics) {
  return CommentReader(source, document, diagnostics).read();
}

bool may_be_suppressed(Rule rule) {
  return rule != Rule::requirement_not_met && rule != Rule::unused_suppression &&
         rule != Rule::invalid_suppression && rule != Rule::unreadable;
}

}  // namespace upstream
