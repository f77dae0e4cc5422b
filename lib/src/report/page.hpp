#pragma once

#include <string>
#include <string_view>

#include "layout.hpp"
#include "upstream/report/text_report.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream {

/// A page of reading: a title, sections, paragraphs, lists. Chooses the language and the width once.
class Page {
 public:
  explicit Page(const TextOptions& options) : options_(options) {}

  [[nodiscard]] const TextOptions& options() const { return options_; }
  [[nodiscard]] bool japanese() const { return options_.language == Language::ja; }
  [[nodiscard]] std::string_view in(const Text& text) const { return text.in(options_.language); }

  /// The name with what to type for it, over a line.
  void title(std::string_view name, std::string_view reference);
  /// An empty line, then the heading.
  void section(const Text& heading);
  void blank() { lines_.emplace_back(); }
  /// Nothing for an empty text.
  void paragraph(const Text& text, std::size_t indent = 0);
  void item(const Text& text, std::size_t depth = 0);
  /// "label   text", the texts of all rows under each other.
  void row(const Text& label, const Text& text);
  void row(const Text& label, std::string_view text) {
    row(label, Text{std::string(text), std::string(text)});
  }
  void need(const Need& need, const Rubric& rubric, std::size_t depth = 0);
  void source(std::string_view source);
  void add(const layout::Lines& lines) { lines_.insert(lines_.end(), lines.begin(), lines.end()); }
  void add(const layout::Table& table, std::size_t indent) { add(table.render(options_.width, indent)); }

  [[nodiscard]] std::string render() const;

 private:
  TextOptions options_;
  layout::Lines lines_;
};

}  // namespace upstream
