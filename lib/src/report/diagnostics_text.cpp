#include "upstream/report/diagnostics_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "diagnostic_lines.hpp"
#include "excerpt.hpp"
#include "layout.hpp"

namespace upstream {
namespace {

using layout::Line;
using layout::Style;

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Style::bad;
    case Severity::warning:
      return Style::warn;
    case Severity::note:
      break;
  }
  return Style::accent;
}

/// The line of the source and the caret under it, behind a gutter with the line's number.
layout::Lines snippet(const SourceFile& source, const Diagnostic& diagnostic, std::size_t gutter) {
  if (diagnostic.span.begin.line == 0) return {};
  const auto excerpt = excerpt_of(source, diagnostic.span);
  Line shown(fmt::format("{:>{}} | ", diagnostic.span.begin.line, gutter), Style::dim);
  Line caret(fmt::format("{:>{}} | ", "", gutter), Style::dim);
  caret.add(std::string(excerpt.caret, ' '))
      .add(std::string(excerpt.length, '^'), style_of(diagnostic.severity));
  return {shown.add(excerpt.text), caret};
}

}  // namespace

Line place_line(const SourceFile& source, Position at) {
  if (at.line == 0) return {fmt::format("{}: ", source.path()), Style::strong};
  return {fmt::format("{}:{}:{}: ", source.path(), at.line, at.column), Style::strong};
}

Line diagnostic_line(const SourceFile& source, const Diagnostic& diagnostic, Language language) {
  auto line = place_line(source, diagnostic.span.begin);
  line.add(id(diagnostic.severity), style_of(diagnostic.severity))
      .add(": ")
      .add(diagnostic.message.in(language), Style::strong);
  return line.add(fmt::format(" [{}]", rule_info(diagnostic.rule).id), Style::dim);
}

layout::Lines diagnostic_lines(const SourceFile& source, const Diagnostic& diagnostic, Language language) {
  layout::Lines lines{diagnostic_line(source, diagnostic, language)};
  const auto gutter = std::max<std::size_t>(4, std::to_string(diagnostic.span.begin.line).size() + 1);
  for (auto& line : snippet(source, diagnostic, gutter)) lines.push_back(std::move(line));
  if (const auto& help = diagnostic.help.in(language); !help.empty()) {
    lines.push_back(
        Line(std::string(gutter, ' ')).add(" = ", Style::dim).add("help: ", Style::good).add(help));
  }
  for (const auto& note : diagnostic.notes) {
    auto line = place_line(source, note.span.begin);
    lines.push_back(line.add("note", Style::accent).add(": ").add(note.message.in(language)));
  }
  return lines;
}

std::string render_diagnostics_text(const SourceFile& source, const Diagnostics& diagnostics,
                                    const DiagnosticsTextOptions& options) {
  std::string out;
  const auto items = diagnostics.items();
  const auto shown = std::min(items.size(), options.most);
  for (const auto& diagnostic : items.first(shown)) {
    for (const auto& line : diagnostic_lines(source, diagnostic, options.language))
      out += line.render(options.color) + '\n';
  }
  if (const auto rest = diagnostics.total() - shown; rest > 0) {
    out +=
        options.language == Language::ja ? fmt::format("ほか {} 件\n", rest) : fmt::format("{} more\n", rest);
  }
  return out;
}

}  // namespace upstream
