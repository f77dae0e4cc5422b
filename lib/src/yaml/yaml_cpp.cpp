#include "yaml_cpp.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "complaints.hpp"
#include "surrogates.hpp"

namespace upstream::yaml {
namespace {

class Handler final : public YAML::EventHandler {
 public:
  Handler(const SourceFile& source, const std::string& text, Builder& builder, Diagnostics& diagnostics)
      : source_(source), builder_(builder), diagnostics_(diagnostics), hidden_(text != source.text()) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto begin = offset(mark);
    check_anchor(begin, anchor);
    const auto word = written_null(begin);
    // `key:` is noticed at the next token, which may be a key that is, or begins like, a null.
    if (word.empty() || (is_key(begin + word.size()) && !builder_.expects_key())) {
      builder_.empty(begin);
    } else {
      builder_.scalar(word, Style::plain, begin);
    }
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report_anchor(offset(mark), "別名「*」", "alias '*'");
    builder_.empty(offset(mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const auto begin = offset(mark);
    check_anchor(begin, anchor);
    check_tag(begin, tag);
    const auto style = style_at(begin, tag);
    if (hidden_) {
      builder_.scalar(restore_surrogate_pairs(value, style == Style::double_quoted), style, begin);
    } else {
      builder_.scalar(value, style, begin);
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    start(Kind::sequence, offset(mark), tag, anchor, style);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    start(Kind::mapping, offset(mark), tag, anchor, style);
  }
  void OnMapEnd() override { end(); }

 private:
  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return mark.is_null() ? 0 : std::min(static_cast<std::size_t>(mark.pos), source_.text().size());
  }

  void start(Kind kind, std::size_t begin, const std::string& tag, YAML::anchor_t anchor,
             YAML::EmitterStyle::value style) {
    check_anchor(begin, anchor);
    check_tag(begin, tag);
    builder_.start(kind, begin);
    flow_.push_back(style == YAML::EmitterStyle::Flow);
  }

  void end() {
    builder_.end();
    flow_.pop_back();
  }

  [[nodiscard]] Style style_at(std::size_t begin, const std::string& tag) const {
    const char first = begin < source_.text().size() ? source_.text()[begin] : ' ';
    if (tag == "?") return Style::plain;
    if (first == '"') return Style::double_quoted;
    if (first == '\'') return Style::single_quoted;
    return first == '|' || first == '>' ? Style::block : Style::plain;
  }

  /// The word for null that stands at `begin`, if one does and is not the begin of a longer text.
  [[nodiscard]] std::string_view written_null(std::size_t begin) const {
    const auto rest = source_.text().substr(begin);
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (!rest.starts_with(word)) continue;
      const auto blanks = rest.find_first_not_of(" \t", word.size());
      const auto behind = rest.substr(std::min(blanks, rest.size()));
      const bool comment = behind.starts_with('#') && blanks > word.size();
      const auto ends = in_flow() ? std::string_view("\r\n,:]}") : std::string_view("\r\n:");
      if (behind.empty() || comment || ends.find(behind.front()) != std::string_view::npos) {
        return rest.substr(0, word.size());
      }
    }
    return {};
  }

  [[nodiscard]] bool in_flow() const { return !flow_.empty() && flow_.back(); }

  /// Whether what ends at `end` is followed by the colon of a key.
  [[nodiscard]] bool is_key(std::size_t end) const {
    const auto colon = source_.text().find_first_not_of(" \t", end);
    return colon != std::string_view::npos && source_.text()[colon] == ':';
  }

  void check_anchor(std::size_t begin, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) report_anchor(begin, "アンカー「&」", "anchor '&'");
  }

  void report_anchor(std::size_t begin, std::string_view ja, std::string_view en) {
    diagnostics_.report(Rule::yaml_anchor, one_character(begin),
                        {fmt::format("{}は使えない", ja), fmt::format("{} is not accepted", en)},
                        {"値をそのまま書いてください", "write the value out"});
  }

  void check_tag(std::size_t begin, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    diagnostics_.report(
        Rule::yaml_tag, one_character(begin),
        {fmt::format("タグ「{}」は使えない", tag), fmt::format("tag '{}' is not accepted", tag)},
        {"タグを消してください", "take the tag out"});
  }

  [[nodiscard]] Span one_character(std::size_t begin) const {
    const auto position = source_.position(begin);
    return {position, {position.line, position.column + 1}};
  }

  const SourceFile& source_;
  Builder& builder_;
  Diagnostics& diagnostics_;
  bool hidden_;
  std::vector<bool> flow_;  // of the open collections, whether each is written in brackets
};

}  // namespace

bool read_with_yaml_cpp(const SourceFile& source, const std::string& text, Builder& builder,
                        Diagnostics& diagnostics) {
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Handler handler(source, text, builder, diagnostics);
    if (!parser.HandleNextDocument(handler)) return true;
    struct SecondDocument final : YAML::EventHandler {
      YAML::Mark begin = YAML::Mark::null_mark();
      void OnDocumentStart(const YAML::Mark& mark) override {
        begin = mark;
        throw BeyondLimit{};
      }
      void OnDocumentEnd() override {}
      void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
      void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
      void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
      void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                           YAML::EmitterStyle::value) override {}
      void OnSequenceEnd() override {}
      void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                      YAML::EmitterStyle::value) override {}
      void OnMapEnd() override {}
    } second;
    try {
      parser.HandleNextDocument(second);
    } catch (const BeyondLimit&) {
      report_second_document(source, second.begin.is_null() ? 0 : static_cast<std::size_t>(second.begin.pos),
                             diagnostics);
    }
    return true;
  } catch (const YAML::Exception& error) {
    report_complaint(source, error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.pos), error.msg,
                     diagnostics);
  } catch (const BeyondLimit&) {
    // Reported where it was found.
  }
  return false;
}

}  // namespace upstream::yaml
