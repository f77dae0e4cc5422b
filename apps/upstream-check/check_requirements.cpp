#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "requirements.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::app {
namespace {

/// More would hide the first.
constexpr std::size_t kMostDetails = 5;

/// "file:12: " for a line to go to.
std::string place(const FileReport& report, Position at) {
  return at.line == 0 ? std::string() : fmt::format("{}:{}: ", report.source.path(), at.line);
}

/// The shut gates up to `stage`.
std::vector<Text> shut_gates(const FileReport& report, StageIndex stage) {
  std::vector<Text> lines;
  const auto& assessment = *report.assessment;
  for (const auto& gap : assessment.gaps) {
    if (gap.kind != GapKind::blocker || gap.stage > stage || lines.size() == kMostDetails) continue;
    const auto subject = wording::subject(gap);
    const auto action = wording::action(gap, assessment);
    lines.push_back({fmt::format("{}関門「{}」: {}", place(report, gap.at), subject.ja, action.ja),
                     fmt::format("{}gate '{}': {}", place(report, gap.at), subject.en, action.en)});
  }
  return lines;
}

std::vector<Text> largest_gaps(const FileReport& report, const std::vector<Gap>& gaps) {
  std::vector<Text> lines;
  for (const auto& gap : gaps) {
    if (gap.kind == GapKind::blocker || lines.size() == kMostDetails) continue;
    const auto action = wording::action(gap, *report.assessment);
    const auto points = fmt::format("{}.{}", gap.gain / 10, gap.gain % 10);
    lines.push_back({fmt::format("{}+{} 点: {}", place(report, gap.at), points, action.ja),
                     fmt::format("{}+{} points: {}", place(report, gap.at), points, action.en)});
  }
  return lines;
}

Text not_reached(const FileReport& report, const Text& what, std::string_view origin) {
  return {fmt::format("{}: {}({})", report.source.path(), what.ja, origin),
          fmt::format("{}: {} ({})", report.source.path(), what.en, origin)};
}

Text stage_not_reached(const Stage& stage) {
  return {fmt::format("「{}」にまだ届いていない", stage.label.ja),
          fmt::format("{} ({}) has not been reached", stage.label.en, stage.label.ja)};
}

void say_path_not_reached(const PathFit& path, const FileReport& report, std::string_view origin,
                          const Messages& messages) {
  const auto& rubric = *report.assessment->rubric;
  const auto& label = rubric[path.path].label;
  const Text what{fmt::format("「{}」にまだ届いていない: 到達度 {}、目安 {}", label.ja, path.readiness,
                              rubric.settings.path_reached_at),
                  fmt::format("{} has not been reached: readiness {}, {} is asked for", label.en,
                              path.readiness, rubric.settings.path_reached_at)};
  auto details = shut_gates(report, rubric.target());
  if (path.readiness < rubric.settings.path_reached_at) {
    for (auto& line : largest_gaps(report, path.gaps)) details.push_back(std::move(line));
  }
  messages.error({not_reached(report, what, origin), {}}, details);
}

}  // namespace

ExitCode check_requirements(const Requirements& requirements, const FileReport& report,
                            const Messages& messages) {
  const auto& assessment = *report.assessment;
  const auto& rubric = *assessment.rubric;
  auto code = ExitCode::ok;
  const auto& [score, stage, paths] = requirements;
  if (score && assessment.readiness.score < score->value) {
    const Text what{fmt::format("到達度 {} は {} に届いていない", assessment.readiness.score, score->value),
                    fmt::format("readiness {} is under {}", assessment.readiness.score, score->value)};
    messages.error({not_reached(report, what, score->origin), {}}, largest_gaps(report, assessment.gaps));
    code = ExitCode::not_met;
  }
  if (stage && !assessment.is_reached(stage->value)) {
    messages.error({not_reached(report, stage_not_reached(rubric[stage->value]), stage->origin), {}},
                   shut_gates(report, stage->value));
    code = ExitCode::not_met;
  }
  for (const auto& path : assessment.paths) {
    const auto asked =
        std::find_if(paths.begin(), paths.end(), [&](const auto& one) { return one.value == path.path; });
    if (path.reached || asked == paths.end()) continue;
    say_path_not_reached(path, report, asked->origin, messages);
    code = ExitCode::not_met;
  }
  return code;
}

}  // namespace upstream::app
