#include "upstream/validate/baseline.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "report/json_value.hpp"
#include "suppression_comments.hpp"
#include "upstream/text/unicode.hpp"
#include "upstream/yaml/read.hpp"
#include "uri.hpp"

namespace upstream {
namespace {

using namespace shape;  // NOLINT: the vocabulary of every line below

constexpr Shape kVersion = version(1);
constexpr Shape kPath = string(1, 4096);
constexpr Shape kRule = string(1, 100);
constexpr Shape kFingerprint = string(16, 16);
constexpr std::array kEntryFields{
    Field{"path", &kPath, true, "ファイル(リポジトリの根から)", "the file, from the root of the repository"},
    Field{"rule", &kRule, true, "規則", "the rule"},
    Field{"fingerprint", &kFingerprint, true, "行が動いても変わらない目印",
          "what stays the same when lines move"},
};
constexpr Shape kEntry = mapping(kEntryFields);
constexpr Shape kEntries = list(kEntry);
constexpr std::array kBaselineFields{
    Field{"version", &kVersion, true, "形式の版。いまは 1", "version of the format, 1"},
    Field{"findings", &kEntries, true, "導入したときにあった指摘",
          "the findings there were when the tool was adopted"},
};
constexpr Shape kBaseline = mapping(kBaselineFields);

/// One file for a whole repository, written by the program: larger than any profile may be.
constexpr yaml::Limits kLimits{std::size_t{64} * 1024 * 1024, 8, 1'000'000};

std::string text_of(yaml::Node node, std::string_view key) {
  const auto value = node.find(key);
  return value ? std::string(value->text()) : std::string();
}

}  // namespace

const Shape& baseline_shape() { return kBaseline; }

bool Baseline::contains(const Entry& entry) const {
  return std::binary_search(entries.begin(), entries.end(), entry);
}

std::string path_in_baseline(const ValidatedFile& file) {
  const auto& path = file.repository_path;
  return text::invalid_utf8_at(path) ? uri_of(path) : path;
}

std::optional<Baseline> load_baseline(const SourceFile& source, Diagnostics& diagnostics) {
  const auto document = yaml::read(source, diagnostics, kLimits);
  if (!document) return std::nullopt;
  shape::check(kBaseline, document->root(), diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  Baseline baseline;
  document->root().find("findings")->for_each_item([&](yaml::Node item) {
    baseline.entries.push_back({text_of(item, "path"), text_of(item, "rule"), text_of(item, "fingerprint")});
  });
  std::sort(baseline.entries.begin(), baseline.entries.end());
  return baseline;
}

Baseline make_baseline(std::span<const ValidatedFile> files, const Baseline& old) {
  std::vector<std::string> looked_at;
  Baseline baseline;
  for (const auto& file : files) {
    // What could not be read is still what it was.
    if (!file.readable) continue;
    const auto path = path_in_baseline(file);
    looked_at.push_back(path);
    for (const auto& finding : file.findings) {
      const auto& [rule, severity] = std::pair(finding.diagnostic.rule, finding.diagnostic.severity);
      // What a comment suppresses needs no second one.
      const bool by_comment = finding.suppression && finding.suppression->kind == SuppressionKind::in_source;
      if (severity == Severity::note || by_comment || !may_be_suppressed(rule)) continue;
      baseline.entries.push_back({path, std::string(rule_info(rule).id), finding.fingerprint});
    }
  }
  std::sort(looked_at.begin(), looked_at.end());
  for (const auto& entry : old.entries) {
    if (!std::binary_search(looked_at.begin(), looked_at.end(), entry.path))
      baseline.entries.push_back(entry);
  }
  std::sort(baseline.entries.begin(), baseline.entries.end());
  return baseline;
}

std::string render_baseline(const Baseline& baseline) {
  std::string lines;
  for (const auto& entry : baseline.entries) {
    auto line =
        json::dump_line({{"path", entry.path}, {"rule", entry.rule}, {"fingerprint", entry.fingerprint}});
    line.pop_back();
    lines += (lines.empty() ? "\n    " : ",\n    ") + line;
  }
  return "{\n  \"version\": 1,\n  \"findings\": [" + lines + (lines.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace upstream
