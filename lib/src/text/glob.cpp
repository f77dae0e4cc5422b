#include "upstream/text/glob.hpp"

#include <utility>

#include <fmt/format.h>
#include <fnmatch.h>

namespace upstream::text {

/// Cuts a pattern into segments and hands to fnmatch only what git reads the same way: git takes a bracket
/// that is not closed for a pattern without matches (fnmatch: for a character), a slash in a bracket for one
/// of its characters, and `[.` and `[=` in a bracket for two characters.
class Glob::Parser {
 public:
  Parser(std::string_view pattern, bool name_only) : rest_(pattern), name_only_(name_only) {}

  [[nodiscard]] std::variant<std::vector<Segment>, Text> parse() {
    while (!rest_.empty()) {
      const char c = take();
      if (c == '/') {
        end_segment();
      } else if (c == '\\') {
        if (rest_.empty()) return Text{"最後の \\ の後に文字がない", "nothing follows the last backslash"};
        if (rest_.front() != '/') add_literal(take());
      } else if (c == '[') {
        if (!add_bracket()) return Text{"「[」が閉じていない", "'[' is not closed"};
      } else if (c == '*' || c == '?') {
        add_special(c);
      } else {
        add_literal(c);
      }
    }
    end_segment();
    return std::move(segments_);
  }

 private:
  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  void add_literal(char c) {
    literal_ += c;
    if (std::string_view("*?[\\").find(c) != std::string_view::npos) pattern_ += '\\';
    pattern_ += c;
    only_stars_ = false;
  }

  void add_special(char c) {
    pattern_ += c;
    is_literal_ = false;
    only_stars_ = only_stars_ && c == '*';
  }

  bool add_bracket() {
    add_special('[');
    if (rest_.starts_with('!') || rest_.starts_with('^')) {
      rest_.remove_prefix(1);
      pattern_ += '!';
    }
    for (bool first = true; !rest_.empty(); first = false) {
      const auto length = length_of_class();
      if (length > 0) {
        pattern_ += rest_.substr(0, length);
        rest_.remove_prefix(length);
        continue;
      }
      const char c = take();
      if (c == '\\' && rest_.empty()) return false;
      if (c == '[') pattern_ += '\\';
      pattern_ += c;
      if (c == '\\') pattern_ += take();
      if (c == ']' && !first) return true;
    }
    return false;
  }

  /// Of `[:alpha:]` and the like at the front, whether or not there is such a class.
  [[nodiscard]] std::size_t length_of_class() const {
    if (!rest_.starts_with("[:")) return 0;
    const auto end = rest_.find(']', 2);
    return end != std::string_view::npos && end > 2 && rest_[end - 1] == ':' ? end + 1 : 0;
  }

  void end_segment() {
    if (!name_only_ && only_stars_ && pattern_.size() >= 2) {
      if (segments_.empty() || segments_.back().kind != Kind::folders) {
        segments_.push_back({Kind::folders, {}});
      }
    } else {
      segments_.push_back({is_literal_ ? Kind::literal : Kind::pattern, is_literal_ ? literal_ : pattern_});
    }
    literal_.clear();
    pattern_.clear();
    is_literal_ = only_stars_ = true;
  }

  std::string_view rest_;
  bool name_only_;
  std::vector<Segment> segments_;
  // The segment that is being read, as it stands and for fnmatch.
  std::string literal_;
  std::string pattern_;
  bool is_literal_ = true;
  bool only_stars_ = true;
};

std::variant<Glob, Text> Glob::parse(std::string_view pattern) {
  if (pattern.size() > kLongest) {
    return Text{fmt::format("パターンが {} バイトより長い", kLongest),
                fmt::format("the pattern is longer than {} bytes", kLongest)};
  }
  Glob glob;
  if (pattern.ends_with('/')) {
    glob.folders_only_ = true;
    pattern.remove_suffix(1);
  }
  glob.name_only_ = pattern.find('/') == std::string_view::npos;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  if (pattern.empty()) return Text{"パターンが空", "the pattern is empty"};
  auto segments = Parser(pattern, glob.name_only_).parse();
  if (auto* reason = std::get_if<Text>(&segments)) return std::move(*reason);
  glob.segments_ = std::move(std::get<std::vector<Segment>>(segments));
  return glob;
}

bool Glob::fits(const Segment& segment, std::string_view name) {
  if (segment.kind == Kind::literal) return segment.text == name;
  // The C locale, in which a program is until it asks for another, makes it compare bytes.
  return ::fnmatch(segment.text.c_str(), std::string(name).c_str(), 0) == 0;
}

bool Glob::matches(std::string_view path, bool is_folder) const {
  if (folders_only_ && !is_folder) return false;
  if (name_only_) return fits(segments_.front(), path.substr(path.rfind('/') + 1));
  // A `**` takes as little as it can; where the rest does not fit behind it, the last one takes a segment
  // more. An earlier one never needs to.
  std::size_t next = 0;
  std::size_t retry = 0;  // the segment behind the last `**`; 0 while there was none
  std::string_view retry_path;
  const auto drop_segment = [](std::string_view& from) {
    const auto slash = from.find('/');
    from = slash == std::string_view::npos ? std::string_view() : from.substr(slash + 1);
  };
  while (!path.empty()) {
    if (next < segments_.size() && segments_[next].kind == Kind::folders) {
      retry = ++next;
      retry_path = path;
    } else if (next < segments_.size() && fits(segments_[next], path.substr(0, path.find('/')))) {
      ++next;
      drop_segment(path);
    } else if (retry > 0) {
      drop_segment(retry_path);
      path = retry_path;
      next = retry;
    } else {
      return false;
    }
  }
  // A `**` at the end has taken one segment at least: it stands for what is inside a folder.
  return next == segments_.size();
}

}  // namespace upstream::text
