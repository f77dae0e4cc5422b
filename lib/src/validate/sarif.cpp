#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "line_hashes.hpp"
#include "report/json_value.hpp"
#include "upstream/report/version.hpp"
#include "upstream/validate/validation_report.hpp"
#include "uri.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

using json::Json;

/// GitHub refuses a run with more.
constexpr std::size_t kMostResults = 25'000;

/// In a SARIF message [text](target) is a link and {0} a placeholder; text of a profile must be neither.
std::string literal(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == ']' && i + 1 < text.size() && text[i + 1] == '(') out += ' ';
    if (text[i] == '{' && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9') out += ' ';
  }
  return out;
}

Json message(std::string_view text) { return {{"text", literal(text)}}; }

/// Every place is one: where a finding has none, the beginning of the file.
Json region(Span span) {
  if (span.begin.line == 0) span = {{1, 1}, {1, 2}};
  if (span.end <= span.begin) span.end = {span.begin.line, span.begin.column + 1};
  return {{"startLine", span.begin.line},
          {"startColumn", span.begin.column},
          {"endLine", span.end.line},
          {"endColumn", span.end.column}};
}

Json artifact(const ValidatedFile& file) { return {{"uri", uri_of(file.repository_path)}}; }

Json location(const ValidatedFile& file, Span span) {
  return {{"physicalLocation", {{"artifactLocation", artifact(file)}, {"region", region(span)}}}};
}

std::string_view level(Severity severity) { return id(severity); }

std::string_view problem_severity(Severity severity) {
  return severity == Severity::note ? "recommendation" : id(severity);
}

std::vector<const RuleInfo*> profile_rules() {
  std::vector<const RuleInfo*> all;
  for (const auto& rule : rules()) {
    if (is_about_profiles(rule.rule)) all.push_back(&rule);
  }
  return all;
}

/// yaml-syntax → YamlSyntax, SARIF's form for names.
std::string pascal_case(std::string_view id) {
  std::string name;
  bool begins = true;
  for (const char c : id) {
    if (c == '-') {
      begins = true;
      continue;
    }
    name += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    begins = false;
  }
  return name;
}

Json rule_object(const RuleInfo& rule, Language language) {
  const std::string summary(rule.summary(language));
  const std::string advice(rule.advice(language));
  const bool ja = language == Language::ja;
  Json object{{"id", rule.id}};
  // SARIF wants no name that says what the id says.
  if (rule.id.find('-') != std::string_view::npos) object["name"] = pascal_case(rule.id);
  object.update({{"shortDescription", {{"text", summary}}},
                 {"fullDescription",
                  {{"text", fmt::format("{}{}{}{}", summary, ja ? "。" : ". ", advice, ja ? "。" : ".")}}},
                 {"help",
                  {{"text", fmt::format("{}{}", advice, ja ? "。" : ".")},
                   {"markdown", ja ? fmt::format("{}。説明: `upstream-check explain {}`", advice, rule.id)
                                   : fmt::format("{}. More: `upstream-check explain {}`", advice, rule.id)}}},
                 {"defaultConfiguration", {{"level", level(rule.severity)}}},
                 {"properties",
                  {{"problem.severity", problem_severity(rule.severity)},
                   {"precision", "very-high"},
                   {"tags", Json::array({"profile"})}}}});
  return object;
}

class SarifRun {
 public:
  explicit SarifRun(const ValidationReport& report) : report_(report) {}

  Json render() {
    for (const auto& file : report_.files) add(file);
    auto rules = Json::array();
    for (const auto* rule : profile_rules()) rules.push_back(rule_object(*rule, report_.language));
    const auto unreadable = summarize(report_.files).unreadable;
    Json invocation{{"executionSuccessful", unreadable == 0}};
    if (!notifications_.empty()) invocation["toolExecutionNotifications"] = std::move(notifications_);
    return {{"tool",
             {{"driver",
               {{"name", kToolName},
                {"version", kToolVersion},
                {"semanticVersion", kToolVersion},
                {"rules", std::move(rules)},
                {"properties", {{"rubric", json::rubric_identity(report_.rubric)}}}}}}},
            {"language", report_.language == Language::ja ? "ja" : "en"},
            {"columnKind", "unicodeCodePoints"},
            {"automationDetails", {{"id", "upstream-check/validate/"}}},
            {"invocations", Json::array({std::move(invocation)})},
            {"results", std::move(results_)}};
  }

 private:
  void add(const ValidatedFile& file) {
    const auto shown = shown_findings(file);
    const auto hashes = shown.empty() ? std::vector<std::string>() : line_hashes(file.source.original());
    for (const auto* finding : shown) {
      if (!file.readable) {
        notify(file, "error", validation_wording::whole_message(finding->diagnostic, report_.language));
      }
      if (results_.size() < kMostResults) results_.push_back(result(*finding, file, hashes));
    }
    if (const auto hidden = hidden_findings(file); hidden > 0)
      notify(file, "note", validation_wording::hidden(hidden).in(report_.language));
  }

  void notify(const ValidatedFile& file, std::string_view level, std::string_view text) {
    notifications_.push_back(
        {{"level", level}, {"message", message(text)}, {"locations", Json::array({location(file, {})})}});
  }

  Json result(const FileFinding& finding, const ValidatedFile& file,
              const std::vector<std::string>& hashes) const {
    const auto& diagnostic = finding.diagnostic;
    const auto rule = rule_info(diagnostic.rule).id;
    const auto line = std::max<std::uint32_t>(1, diagnostic.span.begin.line);
    Json object{{"ruleId", rule},
                {"ruleIndex", static_cast<std::size_t>(diagnostic.rule)},
                {"level", level(diagnostic.severity)},
                {"message", message(validation_wording::whole_message(diagnostic, report_.language))},
                {"locations", Json::array({location(file, diagnostic.span)})}};
    auto& fingerprints = object["partialFingerprints"] = Json::object();
    // A place behind the last line break is on a line that GitHub does not count.
    if (line < hashes.size() && !hashes[line].empty()) fingerprints["primaryLocationLineHash"] = hashes[line];
    fingerprints["upstreamCheck/v1"] = finding.fingerprint;
    if (auto related = related_locations(diagnostic, file); !related.empty())
      object["relatedLocations"] = std::move(related);
    // The two keys below say nothing where they are absent.
    if (report_.has_baseline) object["baselineState"] = is_in_baseline(finding) ? "unchanged" : "new";
    if (finding.suppression) object["suppressions"] = Json::array({suppression(*finding.suppression)});
    if (finding.edit) object["fixes"] = Json::array({fix(*finding.edit, file)});
    return object;
  }

  [[nodiscard]] static bool is_in_baseline(const FileFinding& finding) {
    return finding.suppression && finding.suppression->kind == SuppressionKind::external;
  }

  Json related_locations(const Diagnostic& diagnostic, const ValidatedFile& file) const {
    auto all = Json::array();
    for (const auto& note : diagnostic.notes) {
      if (note.span.begin.line == 0) continue;
      auto place = location(file, note.span);
      place["id"] = all.size() + 1;
      place["message"] = message(note.message.in(report_.language));
      all.push_back(std::move(place));
    }
    return all;
  }

  static Json suppression(const Suppression& suppression) {
    Json object{{"kind", id(suppression.kind)}, {"status", "accepted"}};
    if (!suppression.reason.empty()) object["justification"] = suppression.reason;
    return object;
  }

  Json fix(const Edit& edit, const ValidatedFile& file) const {
    const Span span{file.source.position(edit.offset), file.source.position(edit.offset + edit.length)};
    const auto text = report_.language == Language::ja ? fmt::format("{} と書く", edit.text)
                                                       : fmt::format("write {}", edit.text);
    Json replacement{{"deletedRegion", region(span)}, {"insertedContent", {{"text", edit.text}}}};
    return {{"description", message(text)},
            {"artifactChanges", Json::array({{{"artifactLocation", artifact(file)},
                                              {"replacements", Json::array({std::move(replacement)})}}})}};
  }

  const ValidationReport& report_;
  Json results_ = Json::array();
  Json notifications_ = Json::array();
};

}  // namespace

std::string render_sarif(const ValidationReport& report) {
  return json::dump({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", Json::array({SarifRun(report).render()})}});
}

}  // namespace upstream
