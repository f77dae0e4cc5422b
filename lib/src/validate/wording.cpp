#include "wording.hpp"

#include <fmt/format.h>

#include "upstream/validate/validation_report.hpp"

namespace upstream::validation_wording {
Text hidden(std::size_t count) {
  return {fmt::format("このファイルにほか {} 件", count), fmt::format("{} more in this file", count)};
}

std::string whole_message(const Diagnostic& diagnostic, Language language) {
  const std::string_view stop = language == Language::ja ? "。" : ". ";
  auto text = diagnostic.message.in(language);
  for (const auto& note : diagnostic.notes) {
    if (note.span.begin.line == 0) text += fmt::format("{}{}", stop, note.message.in(language));
  }
  if (const auto& help = diagnostic.help.in(language); !help.empty()) text += fmt::format("{}{}", stop, help);
  return text;
}

std::string_view severity(Severity severity, Language language) {
  const bool ja = language == Language::ja;
  switch (severity) {
    case Severity::error:
      return ja ? "エラー" : "error";
    case Severity::warning:
      return ja ? "警告" : "warning";
    case Severity::note:
      break;
  }
  return ja ? "注記" : "note";
}

}  // namespace upstream::validation_wording

namespace upstream {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

Text validation_summary(std::span<const ValidatedFile> files) {
  const auto summary = summarize(files);
  const auto errors = summary.count(Severity::error);
  const auto warnings = summary.count(Severity::warning);
  const auto notes = summary.count(Severity::note);
  Text text{fmt::format("{} ファイル: ", summary.files), counted(summary.files, "file") + ": "};
  if (errors + warnings + notes == 0) {
    text.ja += "指摘なし";
    text.en += "nothing found";
  } else {
    text.ja += fmt::format("エラー {}、警告 {}、注記 {}", errors, warnings, notes);
    text.en += fmt::format("{}, {}, {}", counted(errors, "error"), counted(warnings, "warning"),
                           counted(notes, "note"));
  }
  if (summary.suppressed > 0) {
    text.ja += fmt::format("(ほかに抑制 {})", summary.suppressed);
    text.en += fmt::format(" ({} suppressed)", summary.suppressed);
  }
  if (summary.unreadable > 0) {
    text.ja += fmt::format("。読めない入力 {}", summary.unreadable);
    text.en += fmt::format("; {} unreadable", summary.unreadable);
  }
  if (summary.fixable > 0) {
    text.ja += fmt::format("。{} 件は --fix で直せる(--diff で確かめられる)", summary.fixable);
    text.en += fmt::format("; --fix mends {} (--diff shows how)", summary.fixable);
  }
  return text;
}

}  // namespace upstream
