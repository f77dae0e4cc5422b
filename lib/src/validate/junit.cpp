#include <array>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "upstream/report/version.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/validate/validation_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

/// `printable` takes out what XML 1.0 cannot hold; what is left is quoted by the library.
std::string safe(std::string_view text) { return text::printable(text); }

std::string line_of(const FileFinding& finding, const ValidatedFile& file, Language language) {
  const auto& diagnostic = finding.diagnostic;
  const auto place = diagnostic.span.begin.line == 0
                         ? safe(file.repository_path)
                         : fmt::format("{}:{}:{}", safe(file.repository_path), diagnostic.span.begin.line,
                                       diagnostic.span.begin.column);
  return fmt::format("{}: {}: {}", place, id(diagnostic.severity),
                     safe(validation_wording::whole_message(diagnostic, language)));
}

/// Findings that are said in one element: the message of the first and a line for each.
struct Part {
  std::string first;
  std::string lines;
  std::size_t count = 0;

  void add(std::string message, std::string_view line) {
    constexpr std::size_t most_lines = 100;
    if (count == 0) first = std::move(message);
    if (++count <= most_lines) lines += fmt::format("{}\n", line);
    if (count == most_lines + 1) lines += "…\n";
  }
};

/// The findings of one rule in one file: what becomes of the testcase.
class Testcase {
 public:
  Testcase(const ValidatedFile& file, const ValidationReport& report) : file_(file), report_(report) {}

  void add(const FileFinding& finding) {
    const auto severity = finding.diagnostic.severity;
    const bool fails = severity == Severity::error || (report_.strict && severity == Severity::warning);
    auto& part = !finding.counts() ? suppressed_ : fails ? failed_ : said_;
    part.add(safe(finding.diagnostic.message.in(report_.language)),
             line_of(finding, file_, report_.language));
  }

  [[nodiscard]] bool fails() const { return !failed_.lines.empty(); }
  [[nodiscard]] bool is_skipped() const { return !fails() && !suppressed_.lines.empty(); }

  void write(pugi::xml_node node) const {
    if (fails()) {
      // Some readers show the attribute, others the text.
      auto failure = node.append_child(file_.readable ? "failure" : "error");
      failure.append_attribute("message").set_value(failed_.first.c_str());
      failure.append_attribute("type").set_value(file_.readable ? "error" : "unreadable");
      failure.text().set(failed_.lines.c_str());
    } else if (is_skipped()) {
      auto skipped = node.append_child("skipped");
      skipped.append_attribute("message").set_value(suppressed_.first.c_str());
      skipped.text().set(suppressed_.lines.c_str());
    }
    const auto beside = is_skipped() ? said_.lines : said_.lines + suppressed_.lines;
    if (!beside.empty()) node.append_child("system-out").text().set(beside.c_str());
  }

 private:
  const ValidatedFile& file_;
  const ValidationReport& report_;
  Part failed_;
  Part suppressed_;
  Part said_;  ///< what does not fail: notes, and warnings where they pass
};

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;

  void add(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
};

void set_counts(pugi::xml_node node, const Counts& counts, bool with_skipped) {
  node.append_attribute("tests").set_value(counts.tests);
  node.append_attribute("failures").set_value(counts.failures);
  node.append_attribute("errors").set_value(counts.errors);
  if (with_skipped) node.append_attribute("skipped").set_value(counts.skipped);
}

Counts add_suite(pugi::xml_node root, const ValidatedFile& file, const ValidationReport& report) {
  const auto name = safe(file.repository_path);
  auto suite = root.append_child("testsuite");
  suite.append_attribute("name").set_value(name.c_str());
  std::unordered_map<std::size_t, Testcase> cases;
  // All of them: a rule that is broken must not be among those passed.
  for (const auto& finding : file.findings) {
    cases.try_emplace(static_cast<std::size_t>(finding.diagnostic.rule), file, report)
        .first->second.add(finding);
  }
  Counts counts;
  std::vector<const RuleInfo*> of_profiles;
  for (const auto& rule : rules()) {
    if (is_about_profiles(rule.rule)) of_profiles.push_back(&rule);
  }
  const auto found = [&](const RuleInfo& rule) { return cases.find(static_cast<std::size_t>(rule.rule)); };
  for (const auto* rule : of_profiles) {
    ++counts.tests;
    const auto at = found(*rule);
    if (at == cases.end()) continue;
    if (at->second.fails()) ++(file.readable ? counts.failures : counts.errors);
    if (at->second.is_skipped()) ++counts.skipped;
  }
  set_counts(suite, counts, true);
  for (const auto* rule : of_profiles) {
    auto node = suite.append_child("testcase");
    node.append_attribute("name").set_value(std::string(rule->id).c_str());
    node.append_attribute("classname").set_value(name.c_str());
    node.append_attribute("file").set_value(name.c_str());
    if (const auto at = found(*rule); at != cases.end()) at->second.write(node);
  }
  return counts;
}

}  // namespace

std::string render_junit(const ValidationReport& report) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  auto root = document.append_child("testsuites");
  root.append_attribute("name").set_value(std::string(kToolName).c_str());
  Counts all;
  for (const auto& file : report.files) all.add(add_suite(root, file, report));
  set_counts(root, all, false);
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace upstream
