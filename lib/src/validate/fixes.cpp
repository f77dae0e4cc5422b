#include "upstream/validate/fixes.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "upstream/validate/validate.hpp"

namespace upstream {
namespace {

/// A mended key shows what stands below it, which may need mending too; deeper than the format none can be.
constexpr int kMostRounds = 10;
constexpr int kMostLooks = 200;

ValidatedFile look_at(const SourceFile& source, std::string text, const Rubric& rubric) {
  // The day and what is required have no part in how things are written.
  auto file = validate_file(SourceFile(source.path(), std::move(text)), source.path(), rubric, {});
  settle({&file, 1}, nullptr);
  return file;
}

std::vector<Edit> edits_of(const ValidatedFile& file) {
  std::vector<Edit> edits;
  for (const auto& finding : file.findings) {
    if (finding.edit && finding.counts()) edits.push_back(*finding.edit);
  }
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.offset < b.offset; });
  // Two answers to one place are no answer.
  std::vector<Edit> apart;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const auto end = edits[i].offset + edits[i].length;
    const bool clear_behind = i + 1 == edits.size() || end <= edits[i + 1].offset;
    const bool clear_before = i == 0 || edits[i - 1].offset + edits[i - 1].length <= edits[i].offset;
    if (clear_behind && clear_before) apart.push_back(edits[i]);
  }
  return apart;
}

std::string applied(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const auto& edit : edits) {
    out += text.substr(at, edit.offset - at);
    out += edit.text;
    at = edit.offset + edit.length;
  }
  return out += text.substr(at);
}

/// What a change of one scalar can break beyond the scalar itself.
std::array<std::size_t, 5> collisions(const ValidatedFile& file) {
  constexpr std::array rules{Rule::yaml_syntax, Rule::yaml_anchor, Rule::duplicate_key, Rule::duplicate_entry,
                             Rule::conflicting_keys};
  std::array<std::size_t, rules.size()> counts{};
  for (std::size_t i = 0; i < rules.size(); ++i) {
    counts[i] = static_cast<std::size_t>(
        std::count_if(file.findings.begin(), file.findings.end(),
                      [&](const FileFinding& finding) { return finding.diagnostic.rule == rules[i]; }));
  }
  return counts;
}

class Fixer {
 public:
  Fixer(const SourceFile& source, const Rubric& rubric) : source_(source), rubric_(rubric) {}

  FixedText fix() {
    FixedText fixed{std::string(source_.text()), 0};
    for (int round = 0; round < kMostRounds; ++round) {
      const auto edits = harmless(fixed.text);
      if (edits.empty()) break;
      fixed.text = applied(fixed.text, edits);
      fixed.fixes += edits.size();
    }
    return fixed;
  }

 private:
  std::vector<Edit> harmless(const std::string& text) {
    const auto file = look_at(source_, text, rubric_);
    const auto edits = edits_of(file);
    std::vector<Edit> kept;
    keep(edits, text, collisions(file), kept);
    return kept;
  }

  /// Adds those of `edits` that do no harm: all of them, or what is left of each half. So few that do harm
  /// cost few looks, and a file made of them no more than `kMostLooks`.
  void keep(std::span<const Edit> edits, const std::string& text, const std::array<std::size_t, 5>& before,
            std::vector<Edit>& kept) {
    if (edits.empty() || looks_++ >= kMostLooks) return;
    auto together = kept;
    together.insert(together.end(), edits.begin(), edits.end());
    if (collides_no_more(text, together, before)) {
      kept = std::move(together);
    } else if (edits.size() > 1) {
      keep(edits.first(edits.size() / 2), text, before, kept);
      keep(edits.subspan(edits.size() / 2), text, before, kept);
    }
  }

  bool collides_no_more(const std::string& text, const std::vector<Edit>& edits,
                        const std::array<std::size_t, 5>& before) {
    const auto after = collisions(look_at(source_, applied(text, edits), rubric_));
    return std::equal(after.begin(), after.end(), before.begin(), std::less_equal<>());
  }

  const SourceFile& source_;
  const Rubric& rubric_;
  int looks_ = 0;
};

}  // namespace

FixedText fix_profile(const SourceFile& source, const Rubric& rubric) { return Fixer(source, rubric).fix(); }

}  // namespace upstream
