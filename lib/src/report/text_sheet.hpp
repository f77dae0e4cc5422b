#pragma once

#include <string>

#include "layout.hpp"
#include "upstream/report/text_report.hpp"

namespace upstream::text_report {

/// The report as it grows: what it is about, and the lines written so far. No line is wider than the sheet.
class Sheet {
 public:
  Sheet(const FileReport& report, const TextOptions& options);

  [[nodiscard]] const FileReport& report() const { return report_; }
  [[nodiscard]] const Assessment& assessment() const { return *report_.assessment; }
  [[nodiscard]] const Rubric& rubric() const { return *report_.assessment->rubric; }
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] Language language() const { return options_.language; }
  [[nodiscard]] bool everything() const { return options_.everything; }
  [[nodiscard]] bool stays() const { return assessment().profile->preferences.goal == Goal::stay; }

  [[nodiscard]] const std::string& in(const Text& text) const { return text.in(options_.language); }
  [[nodiscard]] const char* in(const char* ja, const char* en) const {
    return options_.language == Language::ja ? ja : en;
  }

  /// A section's title, with an empty line above it.
  void heading(const layout::Line& title);
  void blank();
  void add(const layout::Line& line);
  void add(const layout::Lines& lines);
  /// Wrapped, `indent` columns from the left.
  void paragraph(const layout::Line& text, std::size_t indent = kIndent);

  [[nodiscard]] std::string render() const;

  static constexpr std::size_t kIndent = 2;

 private:
  const FileReport& report_;
  const TextOptions& options_;
  std::size_t width_;
  layout::Lines lines_;
};

}  // namespace upstream::text_report
