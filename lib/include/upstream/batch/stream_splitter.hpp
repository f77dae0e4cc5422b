#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace upstream {

enum class StreamFormat : std::uint8_t {
  ndjson,  ///< a document is a line, an empty one too
  yaml,    ///< documents separated by lines that begin with `---`
};

struct StreamDocument {
  std::size_t line = 1;  ///< of the stream, where it begins
  std::string bytes;     ///< at most `most` of them: the reader then sees that there are too many
};

/// Cuts a stream into documents as its bytes come in, wherever they are cut themselves. Keeps no more than
/// one unfinished document and those not yet taken.
///
/// YAML: a line that begins with `---` and ends there or goes on with a blank is a separator wherever it
/// stands. YAML itself forbids such a line inside a document, in block scalars and quoted strings too
/// (YAML 1.2.2, 9.1.2 "c-forbidden"): their text is indented. Likewise `...` ends a document. Comments,
/// directives and empty lines before a `---` belong to the document behind it; behind the last one they are
/// nothing.
class StreamSplitter {
 public:
  StreamSplitter(StreamFormat format, std::size_t most) : format_(format), most_(most) {}

  void feed(std::string_view bytes);
  /// The stream has ended: what has no line break at its end is a line too.
  void finish();

  [[nodiscard]] std::optional<StreamDocument> next();
  /// The line that the byte fed next belongs to.
  [[nodiscard]] std::size_t line() const { return line_; }

 private:
  enum class LineKind : std::uint8_t { nothing, separator, separator_and_content, end, content };

  void end_line();
  [[nodiscard]] LineKind kind_of_line() const;
  void append(std::string& to, std::string_view bytes) const;
  void emit();

  StreamFormat format_;
  std::size_t most_;
  std::deque<StreamDocument> ready_;
  std::size_t line_ = 1;
  std::string text_;      ///< of the present line
  bool in_line_ = false;  ///< some of it has been seen
  StreamDocument document_;
  bool has_separator_ = false;  ///< the document begins explicitly
  bool has_content_ = false;
};

}  // namespace upstream
