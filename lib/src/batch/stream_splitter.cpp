#include "upstream/batch/stream_splitter.hpp"

#include <algorithm>
#include <utility>

namespace upstream {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r";

/// Whether a line is this mark, alone or with something behind a blank.
bool begins_with_mark(std::string_view line, std::string_view mark) {
  return line.starts_with(mark) &&
         (line.size() == mark.size() || kBlanks.find(line[mark.size()]) != std::string_view::npos);
}

/// Neither empty nor a comment.
bool says_something(std::string_view line) {
  const auto first = line.find_first_not_of(kBlanks);
  return first != std::string_view::npos && line[first] != '#';
}

}  // namespace

void StreamSplitter::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto line_break = bytes.find('\n');
    append(text_, bytes.substr(0, line_break));
    in_line_ = true;
    if (line_break == std::string_view::npos) return;
    end_line();
    bytes.remove_prefix(line_break + 1);
  }
}

void StreamSplitter::finish() {
  if (in_line_) end_line();
  if (format_ == StreamFormat::yaml && has_content_) emit();
}

std::optional<StreamDocument> StreamSplitter::next() {
  if (ready_.empty()) return std::nullopt;
  auto document = std::move(ready_.front());
  ready_.pop_front();
  return document;
}

void StreamSplitter::end_line() {
  if (format_ == StreamFormat::ndjson) {
    if (text_.ends_with('\r')) text_.pop_back();  // of a line break as Windows writes it
    ready_.push_back({line_, std::exchange(text_, {})});
  } else {
    const auto kind = kind_of_line();
    const bool has_begun = has_separator_ || has_content_;
    if (has_begun && kind != LineKind::nothing && kind != LineKind::content) emit();
    if (kind != LineKind::end) {
      if (document_.bytes.empty()) document_.line = line_;
      append(document_.bytes, text_);
      append(document_.bytes, "\n");
    }
    has_separator_ = has_separator_ || kind == LineKind::separator || kind == LineKind::separator_and_content;
    has_content_ = has_content_ || kind == LineKind::content || kind == LineKind::separator_and_content;
    text_.clear();
  }
  in_line_ = false;
  ++line_;
}

StreamSplitter::LineKind StreamSplitter::kind_of_line() const {
  std::string_view line = text_;
  if (line_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (begins_with_mark(line, "...")) return LineKind::end;
  if (begins_with_mark(line, "---"))
    return says_something(line.substr(3)) ? LineKind::separator_and_content : LineKind::separator;
  if (!says_something(line)) return LineKind::nothing;
  const bool is_directive = line.front() == '%' && !has_separator_ && !has_content_;
  return is_directive ? LineKind::nothing : LineKind::content;
}

void StreamSplitter::append(std::string& to, std::string_view bytes) const {
  to.append(bytes.substr(0, most_ - std::min(most_, to.size())));
}

void StreamSplitter::emit() {
  ready_.push_back(std::exchange(document_, {}));
  has_separator_ = has_content_ = false;
}

}  // namespace upstream
