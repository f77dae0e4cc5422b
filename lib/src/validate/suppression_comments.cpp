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
constexpr std::size_t kMostRules = 20;  // in one comment

/// Bytes of the source, [begin, end).
using Range = std::pair<std::size_t, std::size_t>;

/// Where the block scalar whose head ends at `head_end` ends: before the first line that is indented less
/// than its first. `parent` is the indent of what it belongs to, which its lines exceed; `stated` what its
/// head adds to that, or 0.
std::size_t block_end(std::string_view text, std::size_t head_end, std::size_t parent, std::size_t stated) {
  std::size_t indent = stated == 0 ? 0 : parent + stated;
  for (auto at = text.find('\n', head_end); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const auto first = text.find_first_not_of(' ', at + 1);
    if (first == std::string_view::npos) break;
    if (text[first] == '\n' || text[first] == '\r') continue;
    const auto here = first - at - 1;
    if (indent == 0) indent = std::max(here, parent + 1);
    if (here < indent) return at;
  }
  return text.size();
}

/// The parts of the text that belong to scalars, in order: a # in them begins no comment.
class ScalarRanges {
 public:
  ScalarRanges(const SourceFile& source, yaml::Node root) : source_(source) { add(root, 0); }

  [[nodiscard]] bool contain(std::size_t offset) const {
    const auto behind =
        std::upper_bound(ranges_.begin(), ranges_.end(), Range{offset, source_.text().size() + 1});
    return behind != ranges_.begin() && offset < (behind - 1)->second;
  }

 private:
  /// `parent`: the indent of the key or the line that the node belongs to.
  void add(yaml::Node node, std::size_t parent) {
    if (node.is_sequence()) {
      return node.for_each_item([&](yaml::Node item) { add(item, indent_of_line(item.span().begin.line)); });
    }
    if (node.is_mapping()) {
      return node.for_each_entry([&](yaml::Node key, yaml::Node value) {
        add(key, parent);
        add(value, key.span().begin.column - 1);
      });
    }
    const auto text = source_.text();
    const auto begin = source_.offset(node.span().begin);
    const auto end = source_.offset(node.span().end);
    if (begin >= end) return;
    if (text[begin] != '|' && text[begin] != '>') {
      ranges_.emplace_back(begin, end);
      return;
    }
    // The head may end with a comment: what belongs to the scalar begins behind it.
    const auto digit = text.substr(begin, end - begin).find_first_of("123456789#");
    const bool states = digit != std::string_view::npos && text[begin + digit] != '#';
    const auto stated = states ? static_cast<std::size_t>(text[begin + digit] - '0') : 0;
    ranges_.emplace_back(end, block_end(text, end, parent, stated));
  }

  [[nodiscard]] std::size_t indent_of_line(std::uint32_t number) const {
    const auto line = source_.line(number);
    return std::min(line.find_first_not_of(' '), line.size());
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
    for (auto at = text.find(kMarker); at != std::string_view::npos;) {
      const auto hash = comment_begin(at);
      // A comment reaches to the end of its line, whatever else it says.
      if (hash) take(*hash, at + kMarker.size());
      at = text.find(kMarker, hash ? line_end(at) : at + 1);
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
    const auto end = line_end(hash);
    auto words = trimmed(source_.text().substr(behind_marker, end - behind_marker));
    // Another remark about the program.
    if (!words.starts_with(kVerb)) return;
    words = trimmed(words.substr(kVerb.size()));
    SuppressionComment comment{{begin, source_.position(end)}, line_spoken_of(begin.line, hash), {}, {}};
    const auto close = words.find(']');
    if (!words.starts_with('[') || close == std::string_view::npos) {
      report(comment, {"角括弧に入れた規則の名前がない", "the rule in square brackets is missing"}, {});
      return;
    }
    const auto names = split(words.substr(1, close - 1));
    if (names.size() > kMostRules) {
      report(comment,
             {fmt::format("{} を超える規則は一度に抑制できない", kMostRules),
              fmt::format("more than {} rules", kMostRules)},
             {});
      return;
    }
    for (const auto name : names) add_rule(name, comment);
    comment.reason = std::string(trimmed(words.substr(close + 1)));
    if (comment.rules.empty()) return;
    if (comment.reason.empty()) {
      report(comment, {"抑制の理由が書かれていない", "the reason is missing"},
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
      if (std::find(comment.rules.begin(), comment.rules.end(), rule->rule) == comment.rules.end())
        comment.rules.push_back(rule->rule);
      return;
    }
    if (rule != nullptr) {
      report(comment,
             {fmt::format("規則 {} は抑制できない", rule->id),
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
    if (next_content_.empty()) find_content();
    return line + 1 < next_content_.size() && next_content_[line + 1] != 0 ? next_content_[line + 1] : line;
  }

  /// For every line the first one from it on that holds more than a comment; 0 where there is none.
  void find_content() const {
    const auto last = source_.position(source_.text().size()).line;
    next_content_.assign(last + 2, 0);
    for (auto line = last; line > 0; --line) {
      const auto content = trimmed(source_.line(line));
      next_content_[line] = !content.empty() && content.front() != '#' ? line : next_content_[line + 1];
    }
  }

  [[nodiscard]] std::size_t line_end(std::size_t offset) const {
    const auto line = source_.line(source_.position(offset).line);
    return static_cast<std::size_t>(line.data() - source_.text().data()) + line.size();
  }

  const SourceFile& source_;
  ScalarRanges scalars_;
  Diagnostics& diagnostics_;
  mutable std::vector<std::uint32_t> next_content_;  ///< by line; made when it is first asked for
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
