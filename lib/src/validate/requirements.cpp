#include "upstream/validate/requirements.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "upstream/report/wording.hpp"

namespace upstream {
namespace {

/// More would hide the first.
constexpr std::size_t kMostNotes = 5;

Span at_line(Position at) { return at.line == 0 ? Span{} : Span{at, {at.line, at.column + 1}}; }

class RequirementChecker {
 public:
  RequirementChecker(const Assessment& assessment, Diagnostics& diagnostics)
      : assessment_(assessment), rubric_(*assessment.rubric), diagnostics_(diagnostics) {}

  void check_score(const Requirements::Asked<int>& least) {
    const int score = assessment_.readiness.score;
    if (score >= least.value) return;
    auto& finding = report({fmt::format("到達度 {} は {} に届いていない", score, least.value),
                            fmt::format("readiness {} is under {}", score, least.value)},
                           least.origin);
    add_largest_gaps(finding, assessment_.gaps);
  }

  void check_stage(const Requirements::Asked<StageIndex>& stage) {
    if (assessment_.is_reached(stage.value)) return;
    const auto& label = rubric_[stage.value].label;
    auto& finding = report({fmt::format("「{}」にまだ届いていない", label.ja),
                            fmt::format("{} ({}) has not been reached", label.en, label.ja)},
                           stage.origin);
    add_shut_gates(finding, stage.value);
  }

  void check_path(const PathFit& path, std::string_view origin) {
    if (path.reached) return;
    const auto& label = rubric_[path.path].label;
    const int asked = rubric_.settings.path_reached_at;
    auto& finding =
        report({fmt::format("「{}」にまだ届いていない: 到達度 {}、目安 {}", label.ja, path.readiness, asked),
                fmt::format("{} has not been reached: readiness {}, {} is asked for", label.en,
                            path.readiness, asked)},
               origin);
    add_shut_gates(finding, rubric_.target());
    if (path.readiness < asked) add_largest_gaps(finding, path.gaps);
  }

 private:
  Diagnostic& report(const Text& message, std::string_view origin) {
    return diagnostics_.report(
        Rule::requirement_not_met, {},
        {fmt::format("{}({})", message.ja, origin), fmt::format("{} ({})", message.en, origin)});
  }

  void add_shut_gates(Diagnostic& finding, StageIndex stage) {
    for (const auto& gap : assessment_.gaps) {
      if (gap.kind != GapKind::blocker || gap.stage > stage || finding.notes.size() == kMostNotes) continue;
      const auto subject = wording::subject(gap);
      const auto action = wording::action(gap, assessment_);
      finding.notes.push_back({at_line(gap.at),
                               {fmt::format("関門「{}」: {}", subject.ja, action.ja),
                                fmt::format("gate '{}': {}", subject.en, action.en)}});
    }
  }

  void add_largest_gaps(Diagnostic& finding, const std::vector<Gap>& gaps) {
    std::size_t added = 0;
    for (const auto& gap : gaps) {
      if (gap.kind == GapKind::blocker || added == kMostNotes) continue;
      ++added;
      const auto action = wording::action(gap, assessment_);
      const auto points = fmt::format("+{}.{}", gap.gain / 10, gap.gain % 10);
      finding.notes.push_back(
          {at_line(gap.at),
           {fmt::format("{} 点: {}", points, action.ja), fmt::format("{} points: {}", points, action.en)}});
    }
  }

  const Assessment& assessment_;
  const Rubric& rubric_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool meets(const Requirements& requirements, const Assessment& assessment) {
  const auto& score = requirements.score;
  const auto& stage = requirements.stage;
  const auto& paths = requirements.paths;  // named, because clang 14 hands no structured binding to a lambda
  if (score && assessment.readiness.score < score->value) return false;
  if (stage && !assessment.is_reached(stage->value)) return false;
  return std::none_of(assessment.paths.begin(), assessment.paths.end(), [&](const PathFit& fit) {
    return !fit.reached && std::any_of(paths.begin(), paths.end(),
                                       [&](const auto& asked) { return asked.value == fit.path; });
  });
}

void check_requirements(const Requirements& requirements, const Assessment& assessment,
                        Diagnostics& diagnostics) {
  RequirementChecker checker(assessment, diagnostics);
  if (requirements.score) checker.check_score(*requirements.score);
  if (requirements.stage) checker.check_stage(*requirements.stage);
  for (const auto& path : assessment.paths) {
    const auto asked = std::find_if(requirements.paths.begin(), requirements.paths.end(),
                                    [&](const auto& one) { return one.value == path.path; });
    if (asked != requirements.paths.end()) checker.check_path(path, asked->origin);
  }
}

}  // namespace upstream
