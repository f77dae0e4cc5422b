#include "wording.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "report/phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::team_wording {
namespace {

std::string_view plural(int count) { return count == 1 ? "" : "s"; }

std::string counted_people(int count) { return count == 1 ? "1 person" : fmt::format("{} people", count); }

Text single_points_of(const TeamPicture& picture) {
  const auto count = static_cast<int>(picture.single_points.size());
  if (count == 0) return {"属人化している技能・工程はありません。", "No skill or stage rests on one person."};
  return {fmt::format("属人化している(できる人が一人だけの)技能・工程は {} 件です。", count),
          fmt::format("Skills and stages that rest on one person: {}.", count)};
}

Text uncovered_of(const TeamPicture& picture) {
  const auto count = static_cast<int>(picture.uncovered.size());
  if (count == 0) return {};
  return {fmt::format("できる人がまだいないものが {} つあります。", count),
          fmt::format(" On nobody yet: {}.", count)};
}

}  // namespace

std::string_view id(const Subject& subject, const Rubric& rubric) {
  return std::visit([&](auto index) -> std::string_view { return rubric[index].id; }, subject);
}

std::string_view kind(const Subject& subject) {
  return std::holds_alternative<SkillIndex>(subject) ? "skill" : "stage";
}

const Text& label(const Subject& subject, const Rubric& rubric) {
  return std::visit([&](auto index) -> const Text& { return rubric[index].label; }, subject);
}

std::string person(PersonIndex index, const TeamPicture& picture) {
  const auto& one = picture.persons[index];
  if (one.name.empty()) return one.id;
  const auto same_name = [&](const Person& other) { return other.name == one.name; };
  const bool shared = std::count_if(picture.persons.begin(), picture.persons.end(), same_name) > 1;
  return shared ? fmt::format("{} ({})", one.name, one.id) : one.name;
}

std::string people(const std::vector<PersonIndex>& all, const TeamPicture& picture, Language language) {
  std::string list;
  for (const auto index : all) {
    if (!list.empty()) list += language == Language::ja ? "、" : ", ";
    list += person(index, picture);
  }
  return list;
}

std::string figure(const Figure& figure, const TeamPicture& picture) {
  if (figure.people) return std::to_string(*figure.people);
  return figure.small ? fmt::format("<{}", picture.options.min_group) : "–";
}

Text count_people(const Figure& figure, const TeamPicture& picture) {
  const int minimum = picture.options.min_group;
  if (figure.people) return {fmt::format("{} 人", *figure.people), counted_people(*figure.people)};
  if (figure.small) return {fmt::format("{} 人未満", minimum), fmt::format("fewer than {} people", minimum)};
  return {"伏せた人数", "a number withheld"};
}

Text size(const TeamPicture& picture) {
  const auto& inputs = picture.options.inputs;
  if (inputs.profiles == picture.people)
    return {fmt::format("{} 人", picture.people), counted_people(picture.people)};
  return {fmt::format("{} 人中 {} 人", inputs.profiles, picture.people),
          fmt::format("{} of {}", picture.people, counted_people(inputs.profiles))};
}

Text day(const TeamPicture& picture) {
  const auto& inputs = picture.options.inputs;
  Text text{"全員をこの一日でそろえて見ています。各プロフィールの as_of は使いません。",
            "Everybody is looked at for this one day; the as_of of a profile is not used."};
  if (inputs.with_errors > 0) {
    text.ja += fmt::format("書き方に誤りのある {} 件は含みません。", inputs.with_errors);
    text.en += fmt::format(" Left out: {} with errors.", inputs.with_errors);
  }
  if (inputs.unreadable > 0) {
    text.ja += fmt::format("読めなかった {} 件は含みません。", inputs.unreadable);
    text.en += fmt::format(" Left out: {} that could not be read.", inputs.unreadable);
  }
  return text;
}

Text headline(const TeamPicture& picture) {
  if (!picture.by_person()) return {};
  const auto& target = (*picture.rubric)[picture.rubric->target()].label;
  const auto now = count_people(picture.bench.now, picture);
  const auto one = count_people(picture.bench.one_gate, picture);
  Text text{
      fmt::format("{}を任せられる候補は {}、関門があと一つの候補は {}です。", target.ja, now.ja, one.ja),
      fmt::format("Candidates for {}: {} now, {} one gate away.", target.en, now.en, one.en)};
  const auto single = single_points_of(picture);
  const auto none = uncovered_of(picture);
  return {text.ja + single.ja + none.ja, text.en + " " + single.en + none.en};
}

const Text& subject(const SharedGap& gap) {
  return gap.gate != nullptr ? gap.gate->label : gap.requirement->label;
}

Text subject(const Training& training, const Rubric& rubric) {
  switch (training.kind) {
    case TrainingKind::skill: {
      const auto& label = rubric[training.skill].label;
      return {fmt::format("{}を 1 レベルずつ", label.ja), fmt::format("{}, one level up", label.en)};
    }
    case TrainingKind::certificate:
      return rubric[training.certification].label;
    case TrainingKind::lab:
      break;
  }
  const auto hours = phrases::hours(training.lab->hours, training.lab->hours);
  const bool artifact = training.lab->artifact;
  if (training.lab->stages.empty()) {
    return {fmt::format("ラボ {}{}", hours.ja, artifact ? "(成果物あり)" : ""),
            fmt::format("{} of lab{}", hours.en, artifact ? " with an artifact" : "")};
  }
  const auto stages = phrases::stages(training.lab->stages, rubric);
  return {fmt::format("{}のラボ {}{}", stages.ja, hours.ja, artifact ? "(成果物あり)" : ""),
          fmt::format("{} of {} lab{}", hours.en, stages.en, artifact ? " with an artifact" : "")};
}

Text kind(TrainingKind kind) {
  switch (kind) {
    case TrainingKind::skill:
      return {"技能", "skill"};
    case TrainingKind::certificate:
      return {"資格", "certificate"};
    case TrainingKind::lab:
      break;
  }
  return {"ラボ", "lab"};
}

Text lifted(const TrainingEffect& effect, const TeamPicture& picture) {
  if (effect.lifted.people.value_or(0) == 0) return {};
  const auto count = count_people(effect.lifted, picture);
  return {fmt::format("うち {}は次の工程へ", count.ja), fmt::format("{} to the next stage", count.en)};
}

Text lapse_window(const TeamPicture& picture) {
  const int days = picture.options.lapses_within;
  const auto until = iso(picture.day + std::chrono::days(days));
  return {fmt::format("{} 日以内({} まで)", days, until),
          fmt::format("within {} day{}, to {}", days, plural(days), until)};
}

Text withholding(const TeamPicture& picture) {
  const int minimum = picture.options.min_group;
  return {fmt::format("{} 人に満たない人数は <{} とし、引き算で分かってしまう人数は – として伏せています。"
                      "人ごとの表、id、--without はこの形では出しません。",
                      minimum, minimum),
          fmt::format("Numbers below {} are shown as <{}; – is a number that would give one of them away. "
                      "There are no ids and no rows by person in this form.",
                      minimum, minimum)};
}

Text caveat() {
  return {
      "本人の自己点検を重ねたもので、昇格も能力も測っていません。給与・評価・順位づけ・配置の強制・解雇や契約"
      "の"
      "判断には使わないでください。見せた相手と範囲を本人に伝え、直せるようにしてください。",
      "Structured self-checks laid over each other: they measure no one and predict no promotion. Not for "
      "pay, appraisal, ranking, forced moves, dismissal or contracts. Tell people who sees it, and let "
      "them mend what they wrote."};
}

}  // namespace upstream::team_wording
