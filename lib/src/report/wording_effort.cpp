#include <fmt/format.h>

#include "phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::wording {
namespace {

Text weekly_pace(const Estimate& estimate) {
  const auto pace = phrases::hours(estimate.weekly_hours, estimate.weekly_hours);
  if (estimate.weekly_hours_stated) {
    return {fmt::format("週 {}の学習として", pace.ja), fmt::format("at {} of study a week", pace.en)};
  }
  return {fmt::format("学習を週 {}と置いて", pace.ja), fmt::format("taking {} of study a week", pace.en)};
}

Text how_long(const Text& stage, int months, EstimateBasis basis, const Estimate& estimate) {
  const auto span = phrases::months(months);
  if (basis == EstimateBasis::field_work) {
    return {fmt::format("{}の関門が開くまで、実務を含めて早くて {}", stage.ja, span.ja),
            fmt::format("{}: {} at the earliest until its gates are open, field work included", stage.en,
                        span.en)};
  }
  const auto pace = weekly_pace(estimate);
  return {fmt::format("{}の関門が開くまで、{}早くて {}", stage.ja, pace.ja, span.ja),
          fmt::format("{}: {} at the earliest until its gates are open, {}", stage.en, span.en, pace.en)};
}

Text until(StageIndex index, std::optional<int> months, EstimateBasis basis, const Assessment& assessment) {
  const auto& stage = (*assessment.rubric)[index].label;
  if (basis == EstimateBasis::post_cannot_give) {
    return {fmt::format("{}までの期間は、必要な実務が今の席にないため、まだ示せません", stage.ja),
            fmt::format("{}: no time can be named, as your post does not offer the field work it takes",
                        stage.en)};
  }
  if (basis == EstimateBasis::no_study_hours) {
    return {fmt::format("{}の関門には学習の時間が要るため、週 0 時間では期間を示せません", stage.ja),
            fmt::format("{}: its gates take study, so no time can be named at 0 hours a week", stage.en)};
  }
  if (basis == EstimateBasis::nothing_missing || basis == EstimateBasis::top || !months || *months == 0) {
    return {fmt::format("{}の関門は、書き足しやすぐできることで開きます", stage.ja),
            fmt::format("{}: its gates open with what you can do or write down right away", stage.en)};
  }
  return how_long(stage, *months, basis, assessment.estimate);
}

}  // namespace

Text effort(const Effort& effort) {
  const auto hours = phrases::hours(effort.hours_min, effort.hours_max);
  const auto months = phrases::months(effort.months);
  if (effort.hours_max > 0 && effort.months > 0) {
    return {fmt::format("{}と実務 {}", hours.ja, months.ja),
            fmt::format("{} and {} of field work", hours.en, months.en)};
  }
  if (effort.hours_max > 0) return hours;
  if (effort.months > 0) return {"実務 " + months.ja, months.en + " of field work"};
  return {"すぐに", "right away"};
}

Text estimate(const Estimate& estimate, const Assessment& assessment) {
  const auto target = assessment.rubric->target();
  if (!assessment.next) {
    const auto& stage = (*assessment.rubric)[target].label;
    return {fmt::format("{}の関門はすべて開いています。", stage.ja),
            fmt::format("All gates to {} are open.", stage.en)};
  }
  auto all = until(*assessment.next, estimate.months_to_next, estimate.next_basis, assessment);
  if (*assessment.next != target) {
    const auto further = until(target, estimate.months_to_target, estimate.target_basis, assessment);
    all.ja += "。" + further.ja;
    all.en += ". " + further.en;
  }
  return {all.ja + "。", all.en + "."};
}

}  // namespace upstream::wording
