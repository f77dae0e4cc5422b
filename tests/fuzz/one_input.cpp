#include "fuzz/one_input.hpp"

#include <chrono>
#include <span>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "fuzz/fuzzed_rubric.hpp"
#include "fuzz/other_ways.hpp"
#include "upstream/config/load.hpp"
#include "upstream/report/diagnostics_text.hpp"
#include "upstream/report/file_report.hpp"
#include "upstream/report/json_report.hpp"
#include "upstream/report/text_report.hpp"
#include "upstream/text/unicode.hpp"
#include "upstream/validate/fixes.hpp"
#include "upstream/validate/validate.hpp"
#include "upstream/validate/validation_report.hpp"

namespace upstream::test {
namespace {

/// Whether places lie in a file. Keeps the lengths of lines: ten thousand findings on one line of a mebibyte
/// are asked for.
class Bounds {
 public:
  explicit Bounds(const SourceFile& source)
      : source_(source), last_line_(source.position(source.text().size()).line) {}

  [[nodiscard]] bool hold(const Span& span) {
    return span.begin <= span.end && hold(span.begin) && hold(span.end);
  }

 private:
  [[nodiscard]] bool hold(Position position) {
    if (position.line < 1 || position.line > last_line_ || position.column < 1) return false;
    auto [length, fresh] = lengths_.try_emplace(position.line, 0);
    if (fresh) length->second = text::count_code_points(source_.line(position.line));
    return position.column <= length->second + 2;  // a caret may stand under the line break
  }

  const SourceFile& source_;
  std::uint32_t last_line_;
  std::unordered_map<std::uint32_t, std::size_t> lengths_;
};

std::string broken_sum(const Assessment& assessment) {
  int possible = 0;
  int earned = 0;
  for (const auto& entry : assessment.ledger) {
    if (entry.low < 0 || entry.low > entry.earned || entry.earned > entry.high ||
        entry.high > entry.possible) {
      return fmt::format("ledger entry {}: {} {} {} of {}", entry.requirement->id, entry.low, entry.earned,
                         entry.high, entry.possible);
    }
    possible += entry.possible;
    earned += entry.earned;
  }
  int gain = 0;
  for (const auto& gap : assessment.gaps) {
    if (gap.kind != GapKind::blocker) gain += gap.gain;
  }
  if (possible != 1000) return fmt::format("the ledger holds {} permille", possible);
  if (earned + gain != 1000) return fmt::format("{} earned and {} to gain", earned, gain);
  const auto& readiness = assessment.readiness;
  if (readiness.permille != earned) return fmt::format("{} permille, {} earned", readiness.permille, earned);
  const bool ordered = 0 <= readiness.low && readiness.low <= readiness.score &&
                       readiness.score <= readiness.high && readiness.high <= 100;
  if (!ordered) return fmt::format("low {} score {} high {}", readiness.low, readiness.score, readiness.high);
  return {};
}

std::string broken_rendering(const FileReport& report) {
  for (const auto language : {Language::ja, Language::en}) {
    if (!is_harmless(render_diagnostics_text(report.source, report.diagnostics, {.language = language}))) {
      return "the text of the diagnostics is not harmless";
    }
  }
  if (!nlohmann::json::accept(render_json(std::span(&report, 1), fuzzed_rubric(), Language::ja)))
    return "the JSON does not parse";
  if (!report.ok()) return {};
  if (!is_harmless(render_text(report, {.language = Language::ja, .width = 60})))
    return "the text of 60 columns is not harmless";
  if (!is_harmless(render_text(report, {.language = Language::en, .width = 100, .everything = true}))) {
    return "the text of 100 columns is not harmless";
  }
  return {};
}

std::string broken_format(const ValidatedFile& file) {
  const ValidationReport report{{&file, 1}, fuzzed_rubric(), Language::ja};
  for (const auto render : {render_validation_json, render_sarif, render_gitlab}) {
    if (!nlohmann::json::accept(render(report))) return "a JSON format of validate does not parse";
  }
  for (const auto render : {render_junit, render_github, render_step_summary}) {
    if (!is_harmless(render(report))) return "a text format of validate is not harmless";
  }
  if (!pugi::xml_document().load_string(render_junit(report).c_str())) return "the JUnit XML does not parse";
  if (!is_harmless(render_validation_text(report, {}))) return "the text of validate is not harmless";
  return {};
}

std::string broken_validation(const SourceFile& source, Day day) {
  ValidateOptions options;
  options.today = day;
  options.expiring_within = 365;
  options.requirements.score = Requirements::Asked<int>{90, "--fail-under"};
  auto file = validate_file(source, "profile.yaml", fuzzed_rubric(), options);
  settle({&file, 1}, nullptr);
  if (auto broken = broken_format(file); !broken.empty()) return broken;
  const auto baseline = make_baseline({&file, 1}, {});
  for (const auto& finding : file.findings) {
    if (finding.edit && finding.edit->offset + finding.edit->length > source.text().size())
      return "a fix lies outside the file";
  }
  auto again = validate_file(source, "profile.yaml", fuzzed_rubric(), options);
  settle({&again, 1}, &baseline);
  for (const auto& finding : again.findings) {
    const auto rule = finding.diagnostic.rule;
    const bool counts = finding.counts() && finding.diagnostic.severity != Severity::note;
    if (counts && rule != Rule::requirement_not_met && rule != Rule::invalid_suppression &&
        rule != Rule::unused_suppression)
      return fmt::format("the baseline lets {} through", rule_info(rule).id);
  }
  const auto fixed = fix_profile(source, fuzzed_rubric());
  if ((fixed.fixes == 0) != (fixed.text == source.text())) return "fixes were counted wrongly";
  if (fix_profile(SourceFile("profile.yaml", fixed.text), fuzzed_rubric()).fixes != 0)
    return "fixing twice is not fixing once";
  return {};
}

}  // namespace

std::string misplaced(const Diagnostics& diagnostics, const SourceFile& source) {
  Bounds bounds(source);
  for (const auto& item : diagnostics.items()) {
    bool inside = bounds.hold(item.span);
    for (const auto& note : item.notes) inside = inside && bounds.hold(note.span);
    if (inside) continue;
    return fmt::format("{} at {}:{}-{}:{} lies outside the file", rule_info(item.rule).id,
                       item.span.begin.line, item.span.begin.column, item.span.end.line,
                       item.span.end.column);
  }
  return {};
}

std::string broken_promise(std::string_view bytes) {
  using namespace std::chrono;
  constexpr sys_days day = year{2026} / October / 31;
  const auto report = report_on(SourceFile("profile.yaml", std::string(bytes)), fuzzed_rubric(),
                                {.day = std::nullopt, .today = day});
  if (report.ok() == report.diagnostics.has_errors())
    return "a profile with an error was assessed, or one without was not";
  if (auto broken = misplaced(report.diagnostics, report.source); !broken.empty()) return broken;
  Diagnostics of_config;
  (void)load_config(report.source, of_config);
  if (auto broken = misplaced(of_config, report.source); !broken.empty()) return broken;
  if (report.ok()) {
    if (auto broken = broken_sum(*report.assessment); !broken.empty()) return broken;
  }
  if (auto broken = broken_validation(report.source, day); !broken.empty()) return broken;
  if (auto broken = broken_rendering(report); !broken.empty()) return broken;
  if (report.ok()) {
    if (auto broken = broken_way(report); !broken.empty()) return broken;
  }
  constexpr std::size_t longest_option = 4096;
  if (bytes.size() <= longest_option) {
    if (auto broken = broken_supposition(bytes); !broken.empty()) return broken;
  }
  return bytes.starts_with('{') || bytes.starts_with('[') ? broken_comparison(bytes) : std::string();
}

}  // namespace upstream::test
