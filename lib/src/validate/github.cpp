#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"
#include "upstream/validate/validation_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

/// What GitHub keeps of one kind in one step; the rest is dropped without a word.
constexpr std::size_t kMostOfAKind = 10;

struct Annotation {
  const ValidatedFile* file = nullptr;
  const FileFinding* finding = nullptr;
};

/// % first, then what ends a line; in a property what ends the property too. The runner undoes this, so that
/// a path comes through as it is. Whatever a terminal must not get is escaped for good.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const char c = text[offset];
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    auto end = offset + 1;
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      if (text::invalid_utf8_at(text.substr(offset, 4)) != 0) {
        end = offset;
        (void)text::next_code_point(text, end);
      }
      out += text::printable(text.substr(offset, end - offset));
    }
    offset = end;
  }
  return out;
}

std::string_view command(Severity severity) { return severity == Severity::note ? "notice" : id(severity); }

/// Columns go only with a place on one line: GitHub drops an annotation that has them otherwise.
std::string place(Span span) {
  if (span.begin.line == 0) return "line=1";
  if (span.begin.line != span.end.line)
    return fmt::format("line={},endLine={}", span.begin.line, span.end.line);
  const auto last = std::max(span.begin.column, span.end.column - 1);
  return fmt::format("line={0},endLine={0},col={1},endColumn={2}", span.begin.line, span.begin.column, last);
}

std::string line_of(const Annotation& annotation, Language language) {
  const auto& diagnostic = annotation.finding->diagnostic;
  const auto message = text::printable(validation_wording::whole_message(diagnostic, language));
  return fmt::format("::{} file={},{},title={}::{}\n", command(diagnostic.severity),
                     escaped(annotation.file->repository_path, true), place(diagnostic.span),
                     escaped(rule_info(diagnostic.rule).id, true), escaped(message, false));
}

}  // namespace

std::string render_github(const ValidationReport& report) {
  std::string out;
  const auto summary = summarize(report.files);
  const auto findings =
      summary.count(Severity::error) + summary.count(Severity::warning) + summary.count(Severity::note);
  const bool all_fit = std::all_of(summary.findings.begin(), summary.findings.end(),
                                   [](std::size_t count) { return count <= kMostOfAKind; });
  std::size_t written = 0;
  for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
    // One notice is kept for the word that there is more.
    const auto room = severity == Severity::note && !all_fit ? kMostOfAKind - 1 : kMostOfAKind;
    std::size_t of_this = 0;
    for (const auto& file : report.files) {
      for (const auto* finding : shown_findings(file)) {
        if (!finding->counts() || finding->diagnostic.severity != severity || of_this == room) continue;
        out += line_of({&file, finding}, report.language);
        ++of_this;
      }
    }
    written += of_this;
  }
  if (written < findings) {
    const auto rest = findings - written;
    out += report.language == Language::ja ? fmt::format("::notice title=upstream-check::ほか {} 件\n", rest)
                                           : fmt::format("::notice title=upstream-check::{} more\n", rest);
  }
  return out;
}

}  // namespace upstream
