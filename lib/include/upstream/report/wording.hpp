#pragma once

#include "upstream/assess/assessment.hpp"
#include "upstream/text/text.hpp"

/// Sentences made of an assessment's values, in both languages: the one place where facts become words.
/// Whatever stands in the rubric is taken from there; nothing here quotes text of the profile.
namespace upstream::wording {

/// Place, obstacle, and who must move. No score in it but where the depth is thin.
[[nodiscard]] Text headline(const Assessment& assessment);

/// What to do about a gap: one sentence.
[[nodiscard]] Text action(const Gap& gap, const Assessment& assessment);
/// What the gap is about, short (fits a table column).
[[nodiscard]] Text subject(const Gap& gap);
/// One way or part of a way, a short phrase: "ラボ あと 20 時間", "ネットワーク 2→3".
[[nodiscard]] Text step(const Step& step, const Rubric& rubric);
[[nodiscard]] Text gap_kind(GapKind kind);

[[nodiscard]] Text next_action(const NextAction& action, const Assessment& assessment);
/// "20–40 時間", "6 か月", "60–120 時間 または …"; "すぐに" for nothing at all.
[[nodiscard]] Text effort(const Effort& effort);

[[nodiscard]] Text path_reason(PathReason reason, const PathFit& fit, const Assessment& assessment);
[[nodiscard]] Text seat_label(const SeatState& seat, const Rubric& rubric);
[[nodiscard]] Text seat_advice(const Assessment& assessment);
[[nodiscard]] Text certification_status(const CertificationState& state, const Assessment& assessment);
[[nodiscard]] Text estimate(const Estimate& estimate, const Assessment& assessment);
/// The word for a readiness score; never "fail".
[[nodiscard]] Text band(int score, const Rubric& rubric);
/// Whether a readiness is in the lower half of the bands.
[[nodiscard]] bool is_thin(int score, const Rubric& rubric);
/// Whether all gates are open, as months and single skills can open them, while the readiness is in the lower
/// half of the bands: not to be called ready without a word about it.
[[nodiscard]] bool is_depth_thin(const Assessment& assessment);

}  // namespace upstream::wording
