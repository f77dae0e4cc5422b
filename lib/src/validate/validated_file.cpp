#include "upstream/validate/validated_file.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace upstream {
namespace {

constexpr std::size_t kMostShown = 100;

constexpr std::array kSeverities{Severity::note, Severity::warning, Severity::error};

}  // namespace

std::string_view id(SuppressionKind kind) {
  return kind == SuppressionKind::in_source ? "inSource" : "external";
}

std::size_t ValidatedFile::count(Severity severity) const {
  const auto kept = std::count_if(findings.begin(), findings.end(), [&](const FileFinding& finding) {
    return finding.counts() && finding.diagnostic.severity == severity;
  });
  return static_cast<std::size_t>(kept) + uncounted[static_cast<std::size_t>(severity)];
}

std::size_t ValidatedFile::suppressed() const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [](const FileFinding& finding) { return !finding.counts(); }));
}

ValidationSummary summarize(std::span<const ValidatedFile> files) {
  ValidationSummary summary;
  summary.files = files.size();
  for (const auto& file : files) {
    summary.ok += file.ok() ? 1U : 0U;
    summary.unreadable += file.readable ? 0U : 1U;
    for (const auto severity : kSeverities) {
      summary.findings[static_cast<std::size_t>(severity)] += file.count(severity);
    }
    summary.suppressed += file.suppressed();
    summary.fixable += static_cast<std::size_t>(std::count_if(
        file.findings.begin(), file.findings.end(),
        [](const FileFinding& finding) { return finding.counts() && finding.edit.has_value(); }));
  }
  return summary;
}

std::vector<const FileFinding*> shown_findings(const ValidatedFile& file) {
  std::vector<const FileFinding*> shown;
  for (const auto& finding : file.findings) shown.push_back(&finding);
  if (shown.size() <= kMostShown) return shown;
  std::stable_sort(shown.begin(), shown.end(), [](const FileFinding* a, const FileFinding* b) {
    return std::pair(a->counts(), a->diagnostic.severity) > std::pair(b->counts(), b->diagnostic.severity);
  });
  shown.resize(kMostShown);
  // They all lie in one vector, in the order of their places.
  std::sort(shown.begin(), shown.end());
  return shown;
}

std::size_t hidden_findings(const ValidatedFile& file) {
  const auto beyond = std::accumulate(file.uncounted.begin(), file.uncounted.end(), std::size_t{0});
  return file.findings.size() - std::min(file.findings.size(), kMostShown) + beyond;
}

}  // namespace upstream
