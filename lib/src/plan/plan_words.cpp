#include "plan_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/phrases.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::planning {
namespace {

Text joined(const Text& head, const Text& sentence) {
  return {fmt::format("{}: {}", head.ja, sentence.ja), fmt::format("{}: {}", head.en, sentence.en)};
}

/// "ネットワーク 2→3"
Text rise(const PlanAction& action, const Rubric& rubric) {
  const auto& skill = rubric[*action.skill];
  return {fmt::format("{} {}→{}", skill.label.ja, action.from, action.to),
          fmt::format("{} {}→{}", skill.label.en, action.from, action.to)};
}

/// With the step of the rubric that lifts one to the level.
Text study(const PlanAction& action, const Rubric& rubric) {
  return joined(rise(action, rubric),
                rubric[*action.skill].levels[static_cast<std::size_t>(action.to - 1)].step);
}

/// With the sentence that one can say then: steps are mostly things to do at home.
Text practise(const PlanAction& action, const Rubric& rubric) {
  const auto& sentence = rubric[*action.skill].levels[static_cast<std::size_t>(action.to - 1)].sentence;
  return joined(rise(action, rubric),
                {fmt::format("仕事の中で、「{}」と言える所まで力をつけてください。", sentence.ja),
                 fmt::format("at work, until you can say: \"{}\"", sentence.en)});
}

Text state(const PlanAction& action, const Rubric& rubric) {
  const auto& label = rubric[*action.skill].label;
  return {
      fmt::format("「{}」の技能を書き足してください。経験からは {} ほどと読めます。", label.ja, action.to),
      fmt::format("State your skill in {}: your experience suggests about {}.", label.en, action.to)};
}

Text evidence(const PlanAction& action, const Rubric& rubric) {
  const auto& label = rubric[*action.skill].label;
  return {fmt::format("「{}」{} の裏付けになる仕事を evidence に一行書いてください。", label.ja, action.to),
          fmt::format("Back {} {} with a line of work evidence: a job, something you made.", label.en,
                      action.to)};
}

Text review(const PlanAction& action, const Rubric& rubric) {
  const auto& label = rubric[*action.skill].label;
  return {
      fmt::format("「{}」{} を上長に見てもらい、reviewed_level に書いてください。", label.ja, action.to),
      fmt::format("Ask your lead to look at {} {}, and write it under reviewed_level.", label.en, action.to)};
}

Text lab(const PlanAction& action, const Rubric& rubric) {
  if (action.skill) return study(action, rubric);
  const auto& stage = rubric[*action.stage].label;
  const Text keep{"組み、構成図や手順書など見せられるものを残してください。",
                  "and keep something to show: a diagram, a procedure."};
  if (!action.domain) {
    return {fmt::format("{}のラボを{}", stage.ja, keep.ja), fmt::format("Do a {} lab {}", stage.en, keep.en)};
  }
  const auto& domain = rubric[*action.domain].label;
  return {fmt::format("{}のラボを「{}」で{}", stage.ja, domain.ja, keep.ja),
          fmt::format("Do a {} lab in {} {}", stage.en, domain.en, keep.en)};
}

Text certificate(const PlanAction& action, const Rubric& rubric) {
  const auto& label = rubric[*action.certification].label;
  return {fmt::format("{} に合格してください。資格は歓迎(必須ではない)です。", label.ja),
          fmt::format("Pass {}: a certificate is welcome, not required.", label.en)};
}

Text ask(const PlanAction& action, const Rubric& rubric) {
  const auto& stage = rubric[*action.stage].label;
  switch (*action.post) {
    case ActionKind::ask_reassignment:
      return {fmt::format("{}の仕事がある部署への配置換えを相談してください。", stage.ja),
              fmt::format("Ask for a reassignment to {} work.", stage.en)};
    case ActionKind::change_employer:
      return {fmt::format("{}の仕事がある会社に転職してください。", stage.ja),
              fmt::format("Change to an employer with {} work.", stage.en)};
    case ActionKind::apply:
      return {fmt::format("{}の求人に応募してください。", stage.ja),
              fmt::format("Apply for a post with {} work.", stage.en)};
    default:
      break;
  }
  return {
      fmt::format("{}で{}の仕事に手を挙げてください。", action.in_new_post ? "移った先" : "今の席", stage.ja),
      fmt::format("Volunteer for {} work in your {} post.", stage.en,
                  action.in_new_post ? "new" : "present")};
}

Text work(const PlanAction& action, const Rubric& rubric) {
  const auto months = phrases::months(action.months);
  if (!action.stage) {
    return {fmt::format("今の仕事を {}続けてください。", months.ja),
            fmt::format("Go on with your present work for {}.", months.en)};
  }
  const auto& stage = rubric[*action.stage].label;
  if (action.id == "go-on") {
    return {fmt::format("今の仕事({})を {}続けてください。", stage.ja, months.ja),
            fmt::format("Go on with your present work ({}) for {}.", stage.en, months.en)};
  }
  return {fmt::format("{}の仕事を {}担当してください。", stage.ja, months.ja),
          fmt::format("Do {} work for {}.", stage.en, months.en)};
}

constexpr std::size_t kMostOptions = 14;

bool is_plain(std::string_view word) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=@:+,";
  return !word.empty() && word.find_first_not_of(plain) == std::string_view::npos;
}

/// As one word of a shell.
std::string quoted(std::string_view word) {
  if (is_plain(word)) return std::string(word);
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
  return text + "'";
}

/// The operand as a shell takes it for one. Standard input stays standard input.
std::string in_shell(std::string_view operand) {
  if (operand == "-") return "-";
  return quoted(operand.starts_with('-') ? fmt::format("./{}", operand) : std::string(operand));
}

}  // namespace

Text action_text(const PlanAction& action, const Assessment& assessment) {
  const auto& rubric = *assessment.rubric;
  switch (action.kind) {
    case PlanActionKind::state_skill:
      return state(action, rubric);
    case PlanActionKind::add_evidence:
      return evidence(action, rubric);
    case PlanActionKind::study:
      return study(action, rubric);
    case PlanActionKind::practise:
      return practise(action, rubric);
    case PlanActionKind::lab:
      return lab(action, rubric);
    case PlanActionKind::certificate:
      return certificate(action, rubric);
    case PlanActionKind::review:
      return review(action, rubric);
    case PlanActionKind::ask_post:
      return ask(action, rubric);
    case PlanActionKind::work:
      break;
  }
  return work(action, rubric);
}

std::optional<int> goal_score(const PlanGoal& goal, const Rubric& rubric) {
  if (goal.score || std::holds_alternative<StageIndex>(goal.of)) return goal.score;
  return rubric.settings.path_reached_at;
}

Text readiness_noun(const PlanGoal& goal) {
  return {std::holds_alternative<PathIndex>(goal.of) ? "準備" : "到達度", "readiness"};
}

Text goal_text(const PlanGoal& goal, const Rubric& rubric) {
  const auto* stage = std::get_if<StageIndex>(&goal.of);
  const auto& label = stage != nullptr ? rubric[*stage].label : rubric[std::get<PathIndex>(goal.of)].label;
  const auto score = goal_score(goal, rubric);
  if (!score) return {fmt::format("「{}」", label.ja), label.en};
  const auto noun = readiness_noun(goal);
  return {fmt::format("「{}」({} {})", label.ja, noun.ja, *score),
          fmt::format("{} ({} {})", label.en, noun.en, *score)};
}

bool can_be_pasted(std::string_view operand) { return text::printable(operand) == operand; }

std::vector<std::string> whatif_command(const Plan& plan, std::string_view operand) {
  const auto& words = plan.whatif;
  if (words.empty() || words.size() > 2 * kMostOptions || !can_be_pasted(operand)) return {};
  std::vector<std::string> lines{fmt::format("upstream-check whatif {}", in_shell(operand))};
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    lines.back() += " \\";
    lines.push_back(fmt::format("  {} {}", words[i], quoted(words[i + 1])));
  }
  return lines;
}

}  // namespace upstream::planning
