#include <algorithm>

#include <fmt/format.h>

#include "phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::wording {
namespace {

std::vector<const GateState*> shut_gates(const Assessment& assessment) {
  std::vector<const GateState*> shut;
  for (const auto& state : assessment.gates) {
    if (!state.open && state.stage == assessment.next) shut.push_back(&state);
  }
  return shut;
}

/// The only step that is left to open a gate, where it is a number of months or hours. Skills are left out:
/// the cheapest is rarely the only one that would do.
const Step* last_step(const GateState& state) {
  const Step* last = nullptr;
  for (const auto& step : state.steps) {
    if (step.met) continue;
    if (last != nullptr || step.kind < StepKind::work_months || step.kind > StepKind::lab_hours)
      return nullptr;
    last = &step;
  }
  return last;
}

/// What still holds shut that which comes next; how far it is, where that is one number.
Text obstacle(const std::vector<const GateState*>& gates, const Rubric& rubric) {
  std::vector<Text> labels;
  for (const auto* state : gates) labels.push_back(state->gate->label);
  auto names = phrases::few(labels);
  const auto* last = gates.size() == 1 ? last_step(*gates.front()) : nullptr;
  if (last == nullptr) return names;
  const auto left = step(*last, rubric);
  return {fmt::format("{}({})", names.ja, left.ja), fmt::format("{} ({})", names.en, left.en)};
}

bool post_holds_back(const Assessment& assessment) {
  return assessment.seat.verdict == Verdict::limiting || assessment.seat.verdict == Verdict::no_chance;
}

Text staying(const Assessment& assessment) {
  if (!assessment.next) {
    return {"いつでも上がれる所にいて、いまの席を選んでいます。その選び方のままで大丈夫です。",
            "You could move up any day and have chosen where you are. That choice stands on its own."};
  }
  if (!assessment.reached) {
    return {"いまの場所を選んでいます。上への道は、歩きたくなった日にそこにあります。",
            "You have chosen where you are. The way up is there on the day you want it."};
  }
  const auto& stage = (*assessment.rubric)[*assessment.reached].label;
  return {fmt::format("いまの席を選んでいます。{}まで任せられる力があり、上への道も残っています。", stage.ja),
          fmt::format("You have chosen your post. You are ready for {} work, and the way up stays open.",
                      stage.en)};
}

Text without_field_work(const Assessment& assessment) {
  if (assessment.reached) {
    const auto& stage = (*assessment.rubric)[*assessment.reached].label;
    return {
        fmt::format("実務はこれからですが、{}を任せてもらえる準備ができています。次は現場に入ることです。",
                    stage.ja),
        fmt::format(
            "Field work is still ahead, yet you are prepared for {}. The next thing is to get into a post.",
            stage.en)};
  }
  return {"これから入るところです。まず、学んだことを一つ手を動かして形にするところからです。",
          "You are about to enter the field. Begin by making one thing of what you have learnt."};
}

Text provisional(const Assessment& assessment) {
  const auto& readiness = assessment.readiness;
  const auto& skills = assessment.skills;
  const auto unrated =
      std::count_if(skills.begin(), skills.end(), [](const auto& skill) { return skill.rating == nullptr; });
  if (readiness.confidence < assessment.rubric->settings.provisional_confidence && readiness.score > 0) {
    return {fmt::format("まだ言い切れません。点のうち裏付けがあるのは {} % "
                        "なので、幅で示します。まず裏付けを書き足すことからです。",
                        readiness.confidence),
            fmt::format("It is too early to say. Only {} % of the points are backed, so you get a range. "
                        "Begin by writing down what backs them.",
                        readiness.confidence)};
  }
  if (unrated == 0) {
    return {"まだ絞れません。自己評価の裏付けが少ないため、幅で示します。まず裏付けを書き足すことからです。",
            "It is too early for one number. Little of the own rating is backed, so you get a range. Begin "
            "by writing down what backs it."};
  }
  return {fmt::format("まだ絞れません。書かれていない技能が {} "
                      "個あるため、幅で示します。まず技能を書き足すことからです。",
                      unrated),
          fmt::format("It is too early for one number. {} skill{} not stated, so you get a range. Begin by "
                      "stating what you can do.",
                      unrated, unrated == 1 ? " is" : "s are")};
}

Text open_but_thin(const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  const auto& stage = rubric[rubric.target()].label;
  const int score = assessment.readiness.score;
  const auto band = wording::band(score, rubric);
  const Text where{
      fmt::format("{}の関門はすべて開いていますが、厚みはこれからです(到達度 {}、{})。", stage.ja, score,
                  band.ja),
      fmt::format("All gates to {} are open, but the depth is still thin (readiness {} of 100, {}). ",
                  stage.en, score, band.en)};
  if (assessment.seat.verdict == Verdict::supporting)
    return {where.ja + "今の席で積めます。", where.en + "Your post lets you add to it."};
  if (post_holds_back(assessment)) {
    return {where.ja + "今の席では積みにくいので、席も合わせて考える時です。",
            where.en + "Your post makes that hard, so think of the post too."};
  }
  return {where.ja + "まず、足りないものを一つ埋めることからです。",
          where.en + "Begin with one thing that is missing."};
}

Text at_the_top(const Assessment& assessment) {
  if (is_depth_thin(assessment)) return open_but_thin(assessment);
  const auto& rubric = *assessment.rubric;
  const auto& stage = rubric[rubric.target()].label;
  if (assessment.seat_stage == rubric.target()) {
    return {fmt::format("{}の仕事をしています。次は、どの道へ深めるかです。", stage.ja),
            fmt::format("You are doing {} work. The question now is which way to go on.", stage.en)};
  }
  const auto ready_ja = fmt::format("{}を任せられる所にいます。", stage.ja);
  const auto ready_en = fmt::format("You are ready for {} work. ", stage.en);
  switch (assessment.seat.verdict) {
    case Verdict::supporting:
      return {ready_ja + "今の席で、手を挙げる時です。",
              ready_en + "In your post this is the time to ask for it."};
    case Verdict::limiting:
    case Verdict::no_chance:
      return {ready_ja + "足りないのは席です。", ready_en + "What is missing is the post."};
    case Verdict::neutral:
      return {ready_ja + "次は、今の席で機会を引き寄せることです。",
              ready_en + "The next thing is to draw the chance to your post."};
    case Verdict::unknown:
      break;
  }
  return {ready_ja + "次は、その仕事がある席かどうかを確かめることです。",
          ready_en + "The next thing is to find out whether your post offers it."};
}

Text on_the_way(const Assessment& assessment) {
  const auto& stage = (*assessment.rubric)[*assessment.next].label;
  const auto gates = shut_gates(assessment);
  const auto names = obstacle(gates, *assessment.rubric);
  const auto next_ja = fmt::format("次は{}です。", stage.ja);
  const auto next_en = fmt::format("Next is {}. ", stage.en);
  if (post_holds_back(assessment)) {
    return {next_ja + fmt::format("止めているのは{}と、今の席です。", names.ja),
            next_en + fmt::format("What holds it shut: {}, and the post you are in.", names.en)};
  }
  if (assessment.seat.verdict == Verdict::supporting) {
    return {next_ja + fmt::format("残るのは{}で、今の席で積めます。", names.ja),
            next_en + fmt::format("What is left is {}, and your post lets you gather it.", names.en)};
  }
  return {next_ja + fmt::format("止めているのは{}{}です。", names.ja, gates.size() == 1 ? "だけ" : ""),
          next_en +
              fmt::format("{} holds it shut: {}.", gates.size() == 1 ? "Only one thing" : "This", names.en)};
}

}  // namespace

Text headline(const Assessment& assessment) {
  if (assessment.profile->preferences.goal == Goal::stay) return staying(assessment);
  if (!assessment.experienced) return without_field_work(assessment);
  if (assessment.profile->skills.empty()) {
    return {"技能がまだ書かれていないため、ここから先は言い切れません。まず技能を書くことからです。",
            "No skill is stated yet, so little can be said. Begin by stating what you can do."};
  }
  if (assessment.readiness.provisional) return provisional(assessment);
  return assessment.next ? on_the_way(assessment) : at_the_top(assessment);
}

Text band(int score, const Rubric& rubric) {
  const auto& bands = rubric.bands;
  const auto found =
      std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return score < band.below; });
  return found == bands.end() ? Text{} : found->label;
}

bool is_thin(int score, const Rubric& rubric) {
  const auto lower = rubric.bands.size() / 2;
  return lower > 0 && score < rubric.bands[lower - 1].below;
}

bool is_depth_thin(const Assessment& assessment) {
  return !assessment.next && is_thin(assessment.readiness.score, *assessment.rubric);
}

}  // namespace upstream::wording
