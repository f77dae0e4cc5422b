#include "upstream/validate/validate.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "fingerprint.hpp"
#include "standard_form.hpp"
#include "suppression_comments.hpp"
#include "upstream/assess/assess.hpp"
#include "upstream/profile/load.hpp"
#include "upstream/text/hash.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream {
namespace {

/// `key` until `settle` has made a fingerprint of it.
std::string unsettled(std::uint64_t key) { return fmt::format("{:016x}", key); }

class FileValidator {
 public:
  FileValidator(SourceFile source, std::string repository_path, const Rubric& rubric,
                const ValidateOptions& options)
      : file_(std::move(source), std::move(repository_path), options.today),
        rubric_(rubric),
        options_(options) {}

  ValidatedFile validate() && {
    if (options_.day) file_.day = *options_.day;
    const auto document = yaml::read(file_.source, diagnostics_);
    if (document) check_document(*document);
    if (diagnostics_.has_errors() && !options_.requirements.empty() && !assessed_) {
      diagnostics_.report(Rule::requirement_not_met, {},
                          {"誤りがあるので、求める水準に届いているかを判定できない",
                           "what is required cannot be judged while the profile has errors"});
    }
    keep_findings(document ? KeyPaths(*document) : KeyPaths());
    return std::move(file_);
  }

 private:
  void check_document(const yaml::Document& document) {
    may_be_fixed_ = is_meant_as_profile(document.root());
    file_.comments = read_suppression_comments(file_.source, document, diagnostics_);
    const auto profile = read_profile(document, file_.source.path(), rubric_, diagnostics_);
    check_standard_forms(document.root(), rubric_, diagnostics_);
    if (!profile) return;
    file_.id = profile->id;
    if (const auto stated = document.root().find("id")) file_.id_at = stated->span().begin;
    if (!options_.day && profile->as_of) file_.day = *profile->as_of;
    check_on_day(*profile, rubric_, file_.day, Severity::error, diagnostics_);
    if (options_.expiring_within)
      check_expiring(*profile, rubric_, file_.day, *options_.expiring_within, diagnostics_);
    if (diagnostics_.has_errors() || options_.requirements.empty()) return;
    assessed_ = true;
    check_requirements(options_.requirements, assess(*profile, rubric_, {file_.day, false}), diagnostics_);
  }

  void keep_findings(const KeyPaths& paths) {
    diagnostics_.sort();
    for (const auto severity : {Severity::note, Severity::warning, Severity::error})
      file_.uncounted[static_cast<std::size_t>(severity)] = diagnostics_.count(severity);
    for (const auto& diagnostic : diagnostics_.items()) {
      --file_.uncounted[static_cast<std::size_t>(diagnostic.severity)];
      FileFinding finding{diagnostic, unsettled(finding_key(diagnostic, file_.source, paths)), std::nullopt,
                          std::nullopt};
      if (diagnostic.fix && may_be_fixed_) finding.edit = edit_of(*diagnostic.fix, file_.source);
      file_.findings.push_back(std::move(finding));
    }
  }

  ValidatedFile file_;
  const Rubric& rubric_;
  const ValidateOptions& options_;
  Diagnostics diagnostics_;
  bool assessed_ = false;
  bool may_be_fixed_ = false;
};

void add_finding(ValidatedFile& file, Rule rule, Span span, Text message, std::string_view key) {
  if (file.findings.size() >= Diagnostics::kKept) {
    ++file.uncounted[static_cast<std::size_t>(rule_info(rule).severity)];
    return;
  }
  Diagnostics one;
  one.report(rule, span, std::move(message),
             {std::string(rule_info(rule).advice_ja), std::string(rule_info(rule).advice_en)});
  file.findings.push_back({one.items().front(), std::string(key), std::nullopt, std::nullopt});
}

void sort_findings(ValidatedFile& file) {
  std::stable_sort(file.findings.begin(), file.findings.end(),
                   [](const FileFinding& a, const FileFinding& b) {
                     return std::tie(a.diagnostic.span, a.diagnostic.rule) <
                            std::tie(b.diagnostic.span, b.diagnostic.rule);
                   });
}

Span behind(Position at) { return at.line == 0 ? Span{} : Span{at, {at.line, at.column + 1}}; }

void check_ids(std::span<ValidatedFile> files) {
  std::unordered_map<std::string_view, const ValidatedFile*> seen;
  for (auto& file : files) {
    if (file.id.empty()) continue;
    const auto [first, fresh] = seen.emplace(file.id, &file);
    if (fresh) continue;
    const auto& other = first->second->source.path();
    add_finding(file, Rule::duplicate_id, behind(file.id_at),
                {fmt::format("id「{}」は {} にもある", file.id, other),
                 fmt::format("id '{}' is that of {} too", file.id, other)},
                fmt::format("duplicate-id:{}", file.id));
  }
}

/// Line-independent, and unlike each other: of findings with one key the second is told from the first by
/// its number.
void make_fingerprints(ValidatedFile& file) {
  std::unordered_map<std::string, std::size_t> count;
  for (auto& finding : file.findings) {
    auto& key = finding.fingerprint;
    const auto number = count[key]++;
    key = text::Hash()
              .add_field(file.repository_path)
              .add_field(key)
              .add_field(fmt::format("{}", number))
              .hex();
  }
}

void apply_comments(ValidatedFile& file) {
  std::vector<std::vector<bool>> used;
  std::unordered_multimap<std::uint32_t, std::size_t> by_line;
  for (std::size_t i = 0; i < file.comments.size(); ++i) {
    used.emplace_back(file.comments[i].rules.size());
    by_line.emplace(file.comments[i].line, i);
  }
  for (auto& finding : file.findings) {
    const auto [begin, end] = by_line.equal_range(finding.diagnostic.span.begin.line);
    for (auto at = begin; at != end; ++at) {
      const auto& comment = file.comments[at->second];
      const auto rule = std::find(comment.rules.begin(), comment.rules.end(), finding.diagnostic.rule);
      if (rule == comment.rules.end()) continue;
      used[at->second][static_cast<std::size_t>(rule - comment.rules.begin())] = true;
      finding.suppression = Suppression{SuppressionKind::in_source, comment.reason};
    }
  }
  for (std::size_t i = 0; i < file.comments.size(); ++i) {
    const auto& comment = file.comments[i];
    for (std::size_t r = 0; r < comment.rules.size(); ++r) {
      if (used[i][r]) continue;
      const auto rule = rule_info(comment.rules[r]).id;
      add_finding(file, Rule::unused_suppression, comment.span,
                  {fmt::format("この行に {} の指摘はない", rule), fmt::format("nothing here is {}", rule)},
                  fmt::format("unused:{}", rule));
    }
  }
}

void apply_baseline(ValidatedFile& file, const Baseline& baseline) {
  const auto path = path_in_baseline(file);
  std::vector<Baseline::Entry> used;
  for (auto& finding : file.findings) {
    const auto rule = finding.diagnostic.rule;
    Baseline::Entry entry{path, std::string(rule_info(rule).id), finding.fingerprint};
    if (!may_be_suppressed(rule) || !baseline.contains(entry)) continue;
    if (finding.counts()) finding.suppression = Suppression{SuppressionKind::external, {}};
    used.push_back(std::move(entry));
  }
  std::sort(used.begin(), used.end());
  const auto first =
      std::lower_bound(baseline.entries.begin(), baseline.entries.end(), Baseline::Entry{path, {}, {}});
  for (auto entry = first; entry != baseline.entries.end() && entry->path == path; ++entry) {
    if (std::binary_search(used.begin(), used.end(), *entry)) continue;
    add_finding(file, Rule::unused_suppression, {},
                {fmt::format("ベースラインにある {} の指摘はもうない", entry->rule),
                 fmt::format("the baseline holds a finding of {} that is gone", entry->rule)},
                text::Hash().add_field(entry->fingerprint).hex());
  }
}

}  // namespace

bool is_meant_as_profile(yaml::Node root) {
  if (!root.is_mapping()) return false;
  const auto version = root.find("version");
  return version && version->integer() == 1;
}

bool is_meant_as_profile(const SourceFile& source) {
  Diagnostics unsaid;
  const auto document = yaml::read(source, unsaid);
  return document && is_meant_as_profile(document->root()) && document->root().find("name");
}

ValidatedFile validate_file(SourceFile source, std::string repository_path, const Rubric& rubric,
                            const ValidateOptions& options) {
  return FileValidator(std::move(source), std::move(repository_path), rubric, options).validate();
}

ValidatedFile unreadable_file(std::string path, std::string repository_path, Text message, Text help,
                              Day day) {
  ValidatedFile file(SourceFile(std::move(path), {}), std::move(repository_path), day);
  file.readable = false;
  add_finding(file, Rule::unreadable, {}, std::move(message), "unreadable");
  if (!help.en.empty()) file.findings.back().diagnostic.help = std::move(help);
  return file;
}

void settle(std::span<ValidatedFile> files, const Baseline* baseline) {
  check_ids(files);
  for (auto& file : files) {
    sort_findings(file);
    make_fingerprints(file);
    const auto before = file.findings.size();
    apply_comments(file);
    if (baseline != nullptr) apply_baseline(file, *baseline);
    // What is said about suppressions cannot be suppressed, and comes after them.
    for (auto i = before; i < file.findings.size(); ++i) {
      auto& finding = file.findings[i];
      finding.fingerprint = text::Hash()
                                .add_field(file.repository_path)
                                .add_field(finding.fingerprint)
                                .add_field(fmt::format("suppression {}", i - before))
                                .hex();
    }
    sort_findings(file);
  }
}

}  // namespace upstream
