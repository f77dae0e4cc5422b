#include <fmt/format.h>

#include "phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::wording {
namespace {

Text shared_values(const PathFit& fit, const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  std::vector<Text> labels;
  for (std::uint16_t i = 0; i < rubric.values.size(); ++i) {
    const ValueIndex value{i};
    if (rubric[fit.path].values.contains(value) && assessment.profile->preferences.values.contains(value)) {
      labels.push_back(rubric[value].label);
    }
  }
  return phrases::list(labels);
}

Text rubric_action(const NextAction& next, const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  auto label = rubric.actions[static_cast<std::size_t>(*next.kind)].label;
  if (!label.en.empty() && label.en.front() >= 'a' && label.en.front() <= 'z') {
    label.en.front() = static_cast<char>(label.en.front() - 'a' + 'A');
  }
  if (!next.about_post() || !next.stage) return label;
  const auto& stage = rubric[*next.stage].label;
  if (next.kind == ActionKind::take_offered_work) {
    return {fmt::format("{}({}の仕事に)", label.ja, stage.ja),
            fmt::format("{} (for {} work)", label.en, stage.en)};
  }
  return {fmt::format("{}({}の仕事がある席へ)", label.ja, stage.ja),
          fmt::format("{} (to a post with {} work)", label.en, stage.en)};
}

/// How long a certificate still holds, where that is soon.
Text soon(const Date& expires, Day day) {
  constexpr int months_ahead = 6;
  const int months = month_index(expires.last_day()) - month_index(day);
  if (months > months_ahead || months < 0) return {};
  if (months == 0) return {"(今月まで)", ", this month"};
  const auto left = phrases::months(months);
  return {fmt::format("(あと {})", left.ja), fmt::format(", {} left", left.en)};
}

}  // namespace

Text next_action(const NextAction& next, const Assessment& assessment) {
  if (next.kind) return rubric_action(next, assessment);
  if (next.gap && *next.gap < assessment.gaps.size()) return action(assessment.gaps[*next.gap], assessment);
  return {};
}

Text path_reason(PathReason reason, const PathFit& fit, const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  switch (reason) {
    case PathReason::direction:
      return rubric[fit.path].direction.reason;
    case PathReason::values: {
      const auto values = shared_values(fit, assessment);
      return {fmt::format("大切にしたいこと({})に合います。", values.ja),
              fmt::format("It suits what you value ({}).", values.en)};
    }
    case PathReason::wished:
      return {"希望している道です。", "It is your wish."};
    case PathReason::premise_missing: {
      const auto& stage = rubric[rubric.target()].label;
      return {fmt::format("{}を経た先の道です。", stage.ja),
              fmt::format("It lies beyond {} work.", stage.en)};
    }
    case PathReason::near_goal:
      break;
  }
  return {"必要なものの大半がそろっています。", "Most of what it takes is there."};
}

Text seat_label(const SeatState& seat, const Rubric& rubric) {
  return rubric.seat.verdicts[static_cast<std::size_t>(seat.verdict)].label;
}

Text seat_advice(const Assessment& assessment) {
  const auto& seat = assessment.seat;
  const auto& text = assessment.rubric->seat.verdicts[static_cast<std::size_t>(seat.verdict)];
  return seat.ready && !is_depth_thin(assessment) ? text.advice_ready : text.advice;
}

Text certification_status(const CertificationState& state, const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  const auto day = state.expires ? state.expires->iso() : std::string();
  const auto dated = [&](std::string_view ja, std::string_view en) {
    if (day.empty()) return Text{std::string(ja), std::string(en)};
    return Text{fmt::format("{}({})", ja, day), fmt::format("{} ({})", en, day)};
  };
  Text text;
  switch (state.status) {
    case CertificationStatus::valid:
      if (day.empty()) return {"期限なしで有効", "valid without end"};
      text = soon(*state.expires, assessment.day);
      return {fmt::format("{} まで有効{}", day, text.ja), fmt::format("valid to {}{}", day, text.en)};
    case CertificationStatus::renewed: {
      if (!state.renewed_by) return dated("更新済み", "renewed");
      const auto& by = rubric[*state.renewed_by].label;
      text = {fmt::format("{} で更新", by.ja), fmt::format("renewed by {}", by.en)};
      if (day.empty()) return text;
      return {fmt::format("{}、{} まで有効", text.ja, day), fmt::format("{}, valid to {}", text.en, day)};
    }
    case CertificationStatus::undated:
      return {"取得月が書かれていないため、有効として数えています",
              "counted as valid; the month it was earned is not stated"};
    case CertificationStatus::not_yet:
      return {"評価の日より後の取得のため、まだ数えていません",
              "earned after the day of this report, not counted yet"};
    case CertificationStatus::inactive:
      text = dated("有意性の期限を過ぎています", "no longer active");
      break;
    case CertificationStatus::registration_lapsed:
      text = dated("登録の期限を過ぎています", "registration lapsed");
      break;
    case CertificationStatus::expired:
      text = dated("失効しています", "lapsed");
      break;
  }
  if (state.covered) {
    text.ja += "。ほかの有効な資格で足りるため点は変わりません";
    text.en += "; other certificates keep the points";
  }
  return text;
}

}  // namespace upstream::wording
