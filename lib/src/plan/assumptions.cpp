#include "assumptions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/phrases.hpp"

namespace upstream::planning {
namespace {

Text labels_of(DomainSet domains, const Rubric& rubric) {
  std::vector<Text> labels;
  for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) {
    if (domains.contains({d})) labels.push_back(rubric.domains[d].label);
  }
  return phrases::list(labels);
}

}  // namespace

std::vector<Text> assumptions_of(const Problem& problem, const PlanRequest& request, DomainSet wished,
                                 const Solution& solution) {
  std::vector<Text> all;
  const int hours = problem.weekly_hours;
  if (!request.weekly_hours && !problem.facts.profile->preferences.study_hours_per_week) {
    all.push_back({fmt::format("週の学習時間は書かれていないので {} 時間とした", hours),
                   fmt::format("study hours a week are not stated; taken to be {}", hours)});
  } else if (!request.weekly_hours && problem.facts.weekly_hours > hours) {
    all.push_back(
        {fmt::format("仕事と並べて続けられる週 {} 時間までで見積もった", hours),
         fmt::format("reckoned with {} hours a week, the most that can be kept up beside work", hours)});
  }
  const auto& segments = solution.course.segments;
  if (!segments.empty() && problem.post.is_unknown()) {
    all.push_back(
        {"今の席で担当できる工程が書かれていないので、関門が開いた工程は担当できるものとした",
         "the stages your post offers are not stated; it is taken to offer those whose gates are open"});
  }
  const bool moves = std::any_of(segments.begin(), segments.end(), is_move);
  const auto labels = labels_of(wished, problem.rubric);
  if (moves && problem.post.is_there() && !labels.ja.empty()) {
    all.push_back(
        {fmt::format("新しい工程も今と同じ役割で担当し、移った先では{}も扱うものとした", labels.ja),
         fmt::format("work at a new stage is taken to be in the present role, and in the new post in {} "
                     "as well",
                     labels.en)});
  } else if (!segments.empty()) {
    all.push_back(
        problem.post.is_there()
            ? Text{"新しい工程も今と同じ役割と分野で担当し、毎月続けるものとした",
                   "work at a new stage is taken to be in the present role and domains, month after month"}
        : labels.ja.empty()
            ? Text{"新しい仕事は毎月続けるものとした(分野は決めていない)",
                   "new work is taken to go on month after month (in no domain in particular)"}
            : Text{"新しい仕事は、進路に合う分野で毎月続けるものとした",
                   "new work is taken to be in the domains of the path, month after month"});
  }
  const bool asks_for_work = std::any_of(segments.begin(), segments.end(), [](const Segment& segment) {
    return segment.job.by == ActionKind::take_offered_work;
  });
  if (asks_for_work) {
    all.push_back({"担当替えは、申し出ればすぐ通るものとした。実際は待つことがある",
                   "other work is taken to be given as soon as it is asked for; often it takes longer"});
  }
  // Its gates can be opened by study, too; that does not bring the work.
  const auto* stage = std::get_if<StageIndex>(&request.goal.of);
  const bool works_there = std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
    return stage != nullptr && segment.job.stage == *stage;
  });
  if (stage != nullptr && !moves && problem.facts.offered && !problem.facts.offered->contains(*stage) &&
      !works_there) {
    const auto& label = problem.rubric[*stage].label;
    all.push_back(
        {fmt::format("関門が開いても、今の席に{}の仕事はない。担当するには席を移ることが要る", label.ja),
         fmt::format("your post offers no {} work: with its gates open it takes another post to do it",
                     label.en)});
  }
  if (moves) {
    all.push_back({"移った先では、関門が開いた工程を担当できるものとした",
                   "the new post is taken to offer the stages whose gates are open"});
  }
  int practised = 0;
  int unstated = 0;
  int not_applicable = 0;
  bool reviewed = false;
  for (const auto& decision : solution.decisions) {
    const auto* choice = std::get_if<SkillChoice>(&decision.what);
    if (choice == nullptr) continue;
    if (choice->to > choice->studied_to) ++practised;
    reviewed = reviewed || choice->review;
    const auto* rating = problem.facts.skills[choice->skill.value].rating;
    const bool is_rated = rating != nullptr;
    if (is_rated && rating->not_applicable && choice->from == 0) ++not_applicable;
    if (!is_rated && !choice->stated && choice->from == 0) ++unstated;
  }
  if (unstated > 0) {
    all.push_back(
        {fmt::format("書かれていない技能({} つ)は 0 から始めるものとした。書き足すと計画は短くなることがある",
                     unstated),
         fmt::format("skills that are not stated ({}) are taken to begin at 0; to state them may shorten "
                     "the plan",
                     unstated)});
  }
  if (not_applicable > 0) {
    all.push_back(
        {fmt::format("対象外(n/a)とされた技能({} つ)も、目標に効くので学ぶものとした", not_applicable),
         fmt::format("skills marked n/a ({}) are learned too, since they count for the goal",
                     not_applicable)});
  }
  if (practised > 1) {
    all.push_back({fmt::format("仕事では同じ月に複数の技能({} つ)を伸ばせるものとした", practised),
                   fmt::format("{} skills are taken to grow at work, several in the same month", practised)});
  }
  if (reviewed) {
    all.push_back({"上長の評価は、そのレベルになるものとした。違えば計画を立て直してください",
                   "your lead is taken to confirm the level; if not, plan anew"});
  }
  const auto& entries = problem.facts.profile->experience;
  const auto later = std::find_if(entries.begin(), entries.end(), [&](const Experience& entry) {
    return !entry.stages.empty() && !has_begun(entry, problem.facts.day);
  });
  if (later != entries.end()) {
    const auto from = later->from->iso();
    all.push_back(
        {fmt::format("先の日付で書かれた仕事({} から)は、計画とは別に書かれたとおりにあるものとした", from),
         fmt::format("work that the profile has for later (from {}) is taken to happen as written, "
                     "whatever the plan does",
                     from)});
  }
  if (solution.course.stay > 0 && problem.post.stage_now()) {
    all.push_back(segments.empty() ? Text{"今の仕事は計画のあいだ続くものとした",
                                          "the present work is taken to go on throughout the plan"}
                                   : Text{"今の仕事は、移る月まで続くものとした",
                                          "the present work is taken to go on until the month of change"});
  }
  return all;
}

}  // namespace upstream::planning
