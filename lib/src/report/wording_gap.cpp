#include <algorithm>

#include <fmt/format.h>

#include "phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::wording {
namespace {

/// The first thing to be done on the cheapest way.
const Step* first_step(const Gap& gap) {
  const auto found =
      std::find_if(gap.steps.begin(), gap.steps.end(), [](const Step& step) { return !step.met; });
  return found == gap.steps.end() ? nullptr : &*found;
}

Text state(const Step& step, const Rubric& rubric) {
  const auto& label = rubric[step.skill].label;
  return {fmt::format("「{}」の技能を書き足してください。経験からは {} ほどと読めます。", label.ja, step.to),
          fmt::format("State your skill in {}: your experience suggests about {}.", label.en, step.to)};
}

Text prove(const Step& step, const Rubric& rubric) {
  const auto& label = rubric[step.skill].label;
  if (step.evidence_will_do) {
    return {fmt::format("「{}」{} の裏付けになる仕事を evidence に一行書いてください。", label.ja, step.to),
            fmt::format("Back {} {} with a line of work evidence: a job, something you made.", label.en,
                        step.to)};
  }
  return {
      fmt::format("「{}」{} を上長に見てもらい、reviewed_level に書いてください。", label.ja, step.to),
      fmt::format("Ask your lead to look at {} {}, and write it under reviewed_level.", label.en, step.to)};
}

Text refresh(const Step& step, const Rubric& rubric) {
  const auto& label = rubric[step.skill].label;
  return {fmt::format("「{}」は裏付けが古くなっています。最近使ったなら last_used か evidence "
                      "に書き、まだなら小さく使い直してください。",
                      label.ja),
          fmt::format("The backing of {} has grown old. If you used it lately, say so in last_used or "
                      "evidence; if not, put it to a small use.",
                      label.en)};
}

Text raise(const Step& step, const Rubric& rubric) {
  const auto level = std::clamp(step.from, 0, kHighestLevel - 1);
  return rubric[step.skill].levels[static_cast<std::size_t>(level)].step;
}

/// For what no rubric sentence covers.
Text do_step(const Step& step, const Rubric& rubric) {
  const auto phrase = wording::step(step, rubric);
  return {phrase.ja + "が次の一歩です。", "The next step: " + phrase.en + "."};
}

}  // namespace

Text subject(const Gap& gap) { return gap.gate != nullptr ? gap.gate->label : gap.requirement->label; }

Text gap_kind(GapKind kind) {
  switch (kind) {
    case GapKind::blocker:
      return {"関門", "blocker"};
    case GapKind::stale:
      return {"更新待ち", "stale"};
    case GapKind::unproven:
      return {"裏付け待ち", "unproven"};
    case GapKind::unarticulated:
      return {"未記入", "unstated"};
    case GapKind::partial:
      return {"途中", "partial"};
    case GapKind::missing:
      break;
  }
  return {"これから", "to come"};
}

Text step(const Step& step, const Rubric& rubric) {
  switch (step.kind) {
    case StepKind::state_skill: {
      const auto& label = rubric[step.skill].label;
      return {fmt::format("{} {} を書き足す", label.ja, step.to),
              fmt::format("state {} {}", label.en, step.to)};
    }
    case StepKind::prove_skill: {
      const auto& label = rubric[step.skill].label;
      return {fmt::format("{} {} に裏付け", label.ja, step.to), fmt::format("back {} {}", label.en, step.to)};
    }
    case StepKind::refresh_skill: {
      const auto& label = rubric[step.skill].label;
      return {fmt::format("{} {} を最近の実績に", label.ja, step.to),
              fmt::format("recent use of {} {}", label.en, step.to)};
    }
    case StepKind::raise_skill: {
      const auto& label = rubric[step.skill].label;
      if (step.met) return {fmt::format("{} {}", label.ja, step.to), fmt::format("{} {}", label.en, step.to)};
      return {fmt::format("{} {}→{}", label.ja, step.from, step.to),
              fmt::format("{} {}→{}", label.en, step.from, step.to)};
    }
    case StepKind::work_months: {
      const auto stages = phrases::stages(step.stages, rubric);
      if (step.met) return {fmt::format("{}の月数", stages.ja), fmt::format("months of {}", stages.en)};
      return {fmt::format("{} あと {}", stages.ja, phrases::months(step.amount).ja),
              fmt::format("{} more month{} of {}", step.amount, step.amount == 1 ? "" : "s", stages.en)};
    }
    case StepKind::lab_hours: {
      if (step.met) return {"ラボ", "lab"};
      return {fmt::format("ラボ あと {}", phrases::hours(step.amount, step.amount).ja),
              fmt::format("{} more hour{} of lab", step.amount, step.amount == 1 ? "" : "s")};
    }
    case StepKind::pass_certificate:
      break;
  }
  if (step.certificates == nullptr) return {"資格を一つ", "a certificate"};
  return phrases::certificates(*step.certificates, rubric);
}

Text action(const Gap& gap, const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  const auto* first = first_step(gap);
  if (first != nullptr) {
    // What is there already only has to be written down; the rubric's sentence would tell to learn it.
    if (first->kind == StepKind::state_skill) return state(*first, rubric);
    if (first->kind == StepKind::prove_skill) return prove(*first, rubric);
    if (first->kind == StepKind::refresh_skill) return refresh(*first, rubric);
  }
  if (gap.gate != nullptr) return gap.gate->action;
  if (!gap.requirement->action.ja.empty()) return gap.requirement->action;
  if (first == nullptr) return gap.requirement->reason;
  return first->kind == StepKind::raise_skill ? raise(*first, rubric) : do_step(*first, rubric);
}

}  // namespace upstream::wording
