#include "libyaml.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <yaml.h>

#include "upstream/text/unicode.hpp"

namespace upstream::yaml {
namespace {

constexpr std::string_view kBlanks = " \t";

/// libyaml counts lines by more line breaks than yaml-cpp does: a text with any of those is not for this
/// lane.
bool has_unusual_line_breaks(std::string_view text) {
  for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  constexpr std::string_view next_line = "\xC2\x85";
  constexpr std::string_view line_separator = "\xE2\x80\xA8";
  constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";
  return text.find(next_line) != std::string_view::npos ||
         text.find(line_separator) != std::string_view::npos ||
         text.find(paragraph_separator) != std::string_view::npos;
}

/// yaml-cpp 0.7 makes a single byte, which is not UTF-8, of each of these two escapes.
bool has_escapes_of_one_byte(std::string_view text) {
  for (auto at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
    const auto escaped = text.substr(at + 1, 1);
    if (escaped == "_" || escaped == "N") return true;
  }
  return false;
}

/// A question mark at the begin of a word may be the sign of a key, and in brackets the parsers disagree
/// when.
bool has_signs_of_keys(std::string_view text) {
  for (auto at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    constexpr std::string_view before_a_word = " \t\r\n,:-?[{";
    if (at == 0 || before_a_word.find(text[at - 1]) != std::string_view::npos) return true;
  }
  return false;
}

class Parser {
 public:
  explicit Parser(std::string_view text) {
    ready_ = yaml_parser_initialize(&parser_) == 1;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (ready_) yaml_parser_delete(&parser_);
  }
  [[nodiscard]] bool next(yaml_event_t& event) { return ready_ && yaml_parser_parse(&parser_, &event) == 1; }

 private:
  yaml_parser_t parser_{};
  bool ready_ = false;
};

/// An event that is freed when it goes.
class Event {
 public:
  explicit Event(Parser& parser) : valid_(parser.next(event_)) {}
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() {
    if (valid_) yaml_event_delete(&event_);
  }
  [[nodiscard]] bool valid() const { return valid_; }
  [[nodiscard]] const yaml_event_t& operator*() const { return event_; }

 private:
  yaml_event_t event_{};
  bool valid_;
};

class Feed {
 public:
  Feed(const SourceFile& source, Builder& builder) : source_(source), builder_(builder) {}

  /// False: not for this lane.
  [[nodiscard]] bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT: {
        const auto& start = event.data.document_start;
        const bool directives =
            start.version_directive != nullptr || start.tag_directives.start != start.tag_directives.end;
        return ++documents_ == 1 && !directives;
      }
      case YAML_SCALAR_EVENT:
        return scalar(event);
      case YAML_SEQUENCE_START_EVENT: {
        const auto& start = event.data.sequence_start;
        return collection(Kind::sequence, event, start.anchor != nullptr || start.tag != nullptr,
                          start.style == YAML_FLOW_SEQUENCE_STYLE);
      }
      case YAML_MAPPING_START_EVENT: {
        const auto& start = event.data.mapping_start;
        return collection(Kind::mapping, event, start.anchor != nullptr || start.tag != nullptr,
                          start.style == YAML_FLOW_MAPPING_STYLE);
      }
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        flow_.pop_back();
        builder_.end();
        return true;
      case YAML_ALIAS_EVENT:
        return false;
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
      case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return true;
  }

 private:
  [[nodiscard]] bool scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    if (scalar.anchor != nullptr || scalar.tag != nullptr) return false;
    const auto begin = offset(event.start_mark);
    if (!alike(event, begin)) return false;
    const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (scalar.style == YAML_PLAIN_SCALAR_STYLE && text.empty()) {
      // Where nothing stands the two parsers agree on the place only behind the key of a block mapping.
      if (!builder_.expects_value() || in_flow()) return false;
      builder_.empty(begin);
      return true;
    }
    if (builder_.expects_key() && is_long_key(event, begin)) return false;
    if (event.start_mark.line != event.end_mark.line) {
      builder_.scalar(text, style(scalar.style), begin);
      return true;
    }
    builder_.scalar(text, style(scalar.style), begin, event.end_mark.index - event.start_mark.index);
    index_ = event.end_mark.index;
    offset_ = builder_.last_end();
    return true;
  }

  /// What the differential tests have shown the parsers to read differently, with room to spare.
  [[nodiscard]] bool alike(const yaml_event_t& event, std::size_t begin) const {
    const auto& scalar = event.data.scalar;
    const bool one_line = event.start_mark.line == event.end_mark.line;
    switch (scalar.style) {
      case YAML_LITERAL_SCALAR_STYLE:
      case YAML_FOLDED_SCALAR_STYLE:
        return scalar.length > 0 && is_usual_block(begin, event.start_mark.column);
      case YAML_PLAIN_SCALAR_STYLE: {
        const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
        return one_line && !(in_flow() && text.find('?') != std::string_view::npos);
      }
      case YAML_ANY_SCALAR_STYLE:
      case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        break;
    }
    return one_line;
  }

  /// The two differ in block scalars whose header begins its line (yaml-cpp takes it for a line of the
  /// collection around it), in the line breaks that a `+` keeps, and at the end of a text without a last line
  /// break.
  [[nodiscard]] bool is_usual_block(std::size_t begin, std::size_t column) const {
    const auto text = source_.text();
    const auto begin_of_line = text.find_last_of('\n', begin) + 1;
    const auto before = text.substr(begin_of_line, begin - begin_of_line);
    auto header = text.substr(begin + 1);
    if (header.starts_with('-')) header.remove_prefix(1);
    return column > 0 && text.ends_with('\n') && header.find_first_of(" \r\n") == 0 &&
           before.find_first_not_of(" \t-") != std::string_view::npos;
  }

  /// Behind 1024 a word is no key any more: to yaml-cpp of bytes, up to the colon, to libyaml of characters.
  [[nodiscard]] bool is_long_key(const yaml_event_t& event, std::size_t begin) const {
    constexpr std::size_t longest = 500;
    const auto text = source_.text();
    if (text.substr(begin, longest).find('\n') != std::string_view::npos) return false;
    if (event.end_mark.index - event.start_mark.index > longest) return true;
    const auto end = walk(begin, event.end_mark.index - event.start_mark.index);
    return std::min(text.find_first_not_of(kBlanks, end), text.size()) - begin > longest;
  }

  [[nodiscard]] bool in_flow() const { return !flow_.empty() && flow_.back(); }

  [[nodiscard]] bool collection(Kind kind, const yaml_event_t& event, bool decorated, bool flow) {
    if (decorated || builder_.expects_key()) return false;
    flow_.push_back(flow);
    builder_.start(kind, offset(event.start_mark));
    return true;
  }

  static Style style(yaml_scalar_style_t style) {
    switch (style) {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return Style::single_quoted;
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return Style::double_quoted;
      case YAML_LITERAL_SCALAR_STYLE:
      case YAML_FOLDED_SCALAR_STYLE:
        return Style::block;
      case YAML_ANY_SCALAR_STYLE:
      case YAML_PLAIN_SCALAR_STYLE:
        break;
    }
    return Style::plain;
  }

  /// libyaml counts code points, from the begin of the text. No node begins before the end of the scalar, or
  /// the begin of the collection, whose event came before, so that the way there is walked once.
  [[nodiscard]] std::size_t offset(const yaml_mark_t& mark) {
    if (mark.index < index_) {
      index_ = 0;
      offset_ = 0;
    }
    offset_ = walk(offset_, mark.index - index_);
    index_ = mark.index;
    builder_.move_to(
        offset_, {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)});
    return offset_;
  }

  [[nodiscard]] std::size_t walk(std::size_t offset, std::size_t code_points) const {
    const auto text = source_.text();
    while (code_points > 0 && offset < text.size()) {
      // No code point is shorter than a byte.
      const auto stretch = text.substr(offset, code_points);
      code_points -= text::count_code_points(stretch);
      offset += stretch.size();
    }
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) ++offset;
    return offset;
  }

  const SourceFile& source_;
  Builder& builder_;
  std::size_t index_ = 0;   // of a place behind which the next node begins, in code points
  std::size_t offset_ = 0;  // the same in bytes
  int documents_ = 0;
  std::vector<bool> flow_;  // of the open collections, whether each is written in brackets
};

}  // namespace

bool read_with_libyaml(const SourceFile& source, Builder& builder) {
  const auto text = source.text();
  if (has_unusual_line_breaks(text) || has_escapes_of_one_byte(text) || has_signs_of_keys(text)) return false;
  Parser parser(text);
  Feed feed(source, builder);
  try {
    for (;;) {
      const Event event(parser);
      if (!event.valid() || !feed.take(*event)) return false;
      if ((*event).type == YAML_STREAM_END_EVENT) return true;
    }
  } catch (const BeyondLimit&) {
    return false;
  }
}

}  // namespace upstream::yaml
