#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "plan_words.hpp"
#include "report/page.hpp"
#include "report/phrases.hpp"
#include "report/text_gap_lines.hpp"
#include "upstream/report/wording.hpp"
#include "ways/side_by_side.hpp"

namespace upstream {
namespace {

using layout::Align;
using layout::Line;
using layout::Style;

/// "97 時間(60–134 時間)", the range only where there is one.
Text hours_text(const PlanRange& hours) {
  auto likely = phrases::hours(hours.likely, hours.likely);
  if (hours.best == hours.worst) return likely;
  const auto range = phrases::hours(hours.best, hours.worst);
  return {fmt::format("およそ {}({})", likely.ja, range.ja),
          fmt::format("about {} ({})", likely.en, range.en)};
}

Text months_text(const PlanRange& months) {
  auto likely = phrases::months(months.likely);
  if (months.best == months.worst) return likely;
  return {fmt::format("およそ {}({}–{} か月)", likely.ja, months.best, months.worst),
          fmt::format("about {} ({}–{} months)", likely.en, months.best, months.worst)};
}

/// "2026-04–2026-06"; one month where it takes days.
std::string span_text(const PlanAction& action) {
  constexpr std::size_t month = 7;
  constexpr std::chrono::days some{14};
  const auto start = iso(action.start).substr(0, month);
  const auto end = iso(action.end).substr(0, month);
  return start == end || action.end - action.start < some ? start : fmt::format("{}–{}", start, end);
}

bool stays(const FileReport& report) { return report.profile->preferences.goal == Goal::stay; }

void add_head(Page& page, const FileReport& report) {
  page.title(page.japanese() ? "計画" : "Plan", report.profile->name);
}

/// For somebody who stays by choice.
void add_no_pressure(Page& page, const FileReport& report) {
  if (!stays(report)) return;
  page.paragraph(
      {"お尋ねの目標までを計算したものです。今の仕事を続けるという選択を急かすものではありません。",
       "This only answers what was asked. To stay where you are is a choice of its own."});
}

/// What was asked for beside the goal.
Text conditions_text(const PlanRequest& request, int weekly_hours) {
  const auto pace = phrases::hours(weekly_hours, weekly_hours);
  std::vector<Text> parts{{fmt::format("学習は週 {}", pace.ja), fmt::format("{} of study a week", pace.en)}};
  if (request.by)
    parts.push_back({fmt::format("{} まで", iso(*request.by)), fmt::format("by {}", iso(*request.by))});
  if (!request.certificates) parts.push_back({"資格は取らない", "no certificates"});
  if (request.change_post) parts.push_back({"席を変えることも考える", "another post may be looked for"});
  return phrases::list(parts);
}

Text headline(const Plan& plan, const Rubric& rubric) {
  const auto goal = planning::goal_text(plan.request.goal, rubric);
  if (plan.is_met) {
    const auto* stage = std::get_if<StageIndex>(&plan.request.goal.of);
    const auto& post = plan.report.profile->environment;
    if (stage != nullptr && post && post->stages_offered && !post->stages_offered->contains(*stage)) {
      return {
          fmt::format("{}には、もう届いています。足りないのは席です。今の席に{}の仕事がないので、"
                      "配置換えの相談や応募が次の一手です。",
                      goal.ja, rubric[*stage].label.ja),
          fmt::format("You have reached {} already. What is missing is the post: yours offers no {}, so the "
                      "next thing is to ask for a reassignment, or to apply.",
                      goal.en, rubric[*stage].label.en)};
    }
    return {fmt::format("{}には、もう届いています。計画は要りません。", goal.ja),
            fmt::format("You have reached {} already. No plan is needed.", goal.en)};
  }
  const auto months = months_text(plan.months);
  const auto end = iso(plan.end);
  const bool is_thin = std::holds_alternative<StageIndex>(plan.request.goal.of) &&
                       wording::is_thin(plan.after.readiness, rubric);
  const Text depth =
      is_thin
          ? Text{fmt::format("そのときの到達度は {} で、厚みはこれからです。", plan.after.readiness),
                 fmt::format(" The readiness is {} then: the depth is still to come.", plan.after.readiness)}
          : Text{};
  if (plan.unproven.empty()) {
    return {fmt::format("{}まで、{}の計画です。早くて {} で、これより短い計画はありません(証明済み)。{}",
                        goal.ja, months.ja, end, depth.ja),
            fmt::format("Reaching {} takes {}, on {} at the earliest: no plan is shorter (proven).{}",
                        goal.en, months.en, end, depth.en)};
  }
  if (!plan.reaches) {
    return {
        fmt::format("{}まで、{}分の手順は見つかりましたが、日付に置くと届きません。先に学ぶものの裏付けが、"
                    "終わりまでに古くなるためです。",
                    goal.ja, months.ja),
        fmt::format("There are actions for {} that would reach {}, but not on the days they would be done: "
                    "the proof of what is learned first is too old by the end.",
                    months.en, goal.en)};
  }
  Text why;
  for (const auto& reason : plan.unproven) {
    why.ja += (why.ja.empty() ? "" : "。") + reason.ja;
    why.en += (why.en.empty() ? "" : "; ") + reason.en;
  }
  return {fmt::format("{}まで、{}の計画です。早くて {} です。最短とは証明できていません({})。", goal.ja,
                      months.ja, end, why.ja),
          fmt::format("Reaching {} takes {}, by {}. It is not proven to be the shortest plan: {}.", goal.en,
                      months.en, end, why.en)};
}

/// Months in which the work has to be done that the plan counts on.
int months_at_work(const Plan& plan) {
  int months = 0;
  int practised = 0;
  for (const auto& action : plan.actions) {
    if (action.kind == PlanActionKind::work) months += action.months;
    if (action.kind == PlanActionKind::practise) practised = std::max(practised, action.months);
  }
  return std::max(months, practised);
}

/// Where it stands before and after.
void add_standing(Page& page, const Plan& plan, const Rubric& rubric) {
  const bool is_target = std::get_if<StageIndex>(&plan.request.goal.of) != nullptr &&
                         std::get<StageIndex>(plan.request.goal.of) == rubric.target();
  layout::Table table({{}, {}, {}, {Align::right}});
  const auto row = [&](const Text& label, const Line& before, const Line& after, const Line& change) {
    table.add({Line(page.in(label), Style::dim), before, after, change});
  };
  const auto points = [&](const Text& label, int before, int after) {
    row(label, Line(std::to_string(before)), Line(std::to_string(after), Style::strong),
        Line(after == before ? "±0" : fmt::format("{:+}", after - before),
             after > before ? Style::good : Style::dim));
  };
  const auto stage = [&](std::optional<StageIndex> reached) {
    return Line(page.in(reached ? rubric[*reached].label : Text{"なし", "none"}));
  };
  row({}, Line(page.japanese() ? "今" : "now", Style::dim),
      Line(page.japanese() ? "計画の後" : "then", Style::dim), {});
  row({"到達した工程", "stage reached"}, stage(plan.before.reached), stage(plan.after.reached), {});
  if (!is_target)
    points(
        {fmt::format("目標への{}", planning::readiness_noun(plan.request.goal).ja), "readiness for the goal"},
        plan.before.readiness, plan.after.readiness);
  const auto& target = rubric[rubric.target()].label;
  points({fmt::format("{}への到達度", target.ja), fmt::format("readiness for {}", target.en)},
         plan.before.score, plan.after.score);
  page.blank();
  page.add(table, 2);
}

/// What it takes, under what is to be done.
Line small_print(const Page& page, const PlanAction& action) {
  std::vector<std::string> parts;
  const auto add = [&](const Text& text) { parts.emplace_back(page.in(text)); };
  if (action.kind == PlanActionKind::lab && action.skill)
    add({"ラボ(成果物を残す)", "a lab, with something to show"});
  if (action.hours.worst > 0) add(phrases::hours(action.hours.best, action.hours.worst));
  if (action.kind == PlanActionKind::practise) {
    const auto months = phrases::months(action.months);
    add({fmt::format("仕事をしながら {}", months.ja), fmt::format("{} at work", months.en)});
  }
  if (action.kind == PlanActionKind::ask_post && action.months > 0) {
    const auto months = phrases::months(action.months);
    add({fmt::format("結果まで {}以上", months.ja), fmt::format("{} or more to an outcome", months.en)});
  }
  return text_report::small_print(parts);
}

/// "+5.2 点", "-3 pt"; nothing for nothing.
Line points(const Page& page, int gain) {
  if (gain == 0) return {};
  return {fmt::format("{} {}", ways::signed_points(gain), page.japanese() ? "点" : "pt"),
          gain > 0 ? Style::good : Style::warn};
}

Line opens(const Page& page, const Gate& gate) {
  return {page.in({fmt::format("関門「{}」が開く", gate.label.ja),
                   fmt::format("opens the gate '{}'", gate.label.en)}),
          Style::good};
}

/// Of a gate that is open today.
Line holds(const Page& page, const Gate& gate) {
  return {page.in({fmt::format("関門「{}」を保つ(何もしないと閉じる)", gate.label.ja),
                   fmt::format("holds the gate '{}', which would shut otherwise", gate.label.en)}),
          Style::good};
}

/// What comes without any of the actions, so that the points add up and every gate that opens is told.
void add_drift(Page& page, const PlanDrift& drift, layout::Table& table) {
  if (drift.gain == 0 && drift.opens.empty()) return;
  const Text passing = drift.gain < 0 ? Text{"時間がたつことで減る分(資格の期限、裏付けの古さ)",
                                             "what time takes: certificates lapse, proof gets old"}
                                      : Text{"時間がたつことで増える分(続く仕事、先の日付の仕事)",
                                             "what time brings: work that goes on or is to come"};
  table.add({{}, {}, Line(page.in(passing), Style::dim), points(page, drift.gain)});
  for (const auto* gate : drift.opens) table.add({{}, {}, opens(page, *gate), {}});
}

void add_schedule(Page& page, const Plan& plan) {
  page.section({"手順", "What to do"});
  layout::Table table({{Align::right}, {}, {Align::left, true}, {Align::right}});
  int number = 0;
  const auto& shuts = plan.drift.shuts;
  for (const auto& action : plan.actions) {
    const auto text = planning::action_text(action, *plan.report.assessment);
    table.add({Line(std::to_string(++number), Style::accent), Line(span_text(action), Style::dim),
               Line(page.in(text)), points(page, action.gain)});
    if (auto print = small_print(page, action); !print.empty()) table.add({{}, {}, std::move(print), {}});
    for (const auto* gate : action.opens) {
      const bool is_open_today = std::find(shuts.begin(), shuts.end(), gate) != shuts.end();
      table.add({{}, {}, is_open_today ? holds(page, *gate) : opens(page, *gate), {}});
    }
  }
  add_drift(page, plan.drift, table);
  page.add(table, 2);
}

void add_falls(Page& page, const Plan& plan, const Rubric& rubric) {
  if (plan.drift.falls.empty()) return;
  page.section({"何もしないと下がる技能(裏付けが古くなる、または資格が切れる)",
                "Skills that fall if nothing is done: their backing gets old, or lapses"});
  for (const auto& [skill, from, to] : plan.drift.falls) {
    const auto& label = rubric[skill].label;
    page.item(
        {fmt::format("{}: {} → {}", label.ja, from, to), fmt::format("{}: {} → {}", label.en, from, to)});
  }
}

void add_lapses(Page& page, const Plan& plan, const Rubric& rubric) {
  if (plan.lapses.empty()) return;
  page.section({"その間に期限を迎える資格", "Certificates that lapse meanwhile"});
  for (const auto& lapse : plan.lapses) {
    const auto& label = rubric[lapse.certification].label;
    page.item({fmt::format("{}: {} まで", label.ja, lapse.last.iso()),
               fmt::format("{}: valid to {}", label.en, lapse.last.iso())});
  }
}

void add_whatif(Page& page, const Plan& plan, std::string_view operand) {
  if (plan.whatif.empty()) return;
  page.section({"この計画の後を見る", "To look at what comes out of it"});
  const auto command = planning::whatif_command(plan, operand);
  if (command.empty()) {
    const auto why =
        planning::can_be_pasted(operand)
            ? Text{"ここに並べるにはオプションが多すぎます。", "There are too many options to list here. "}
            : Text{"このファイル名には貼り付けられない文字があり、コマンドは示せません。",
                   "The name of the file has characters that cannot be pasted into a shell, so no "
                   "command is shown. "};
    page.paragraph(
        {why.ja + "whatif のオプションは --format json の whatif にあります。渡し方は docs/planning.md "
                  "にあります。",
         why.en +
             "The options of whatif are in --format json, under whatif; docs/planning.md shows how to pass "
             "them on."},
        2);
    return;
  }
  for (const auto& line : command) page.add(layout::Lines{Line("  " + line)});
}

void add_caveat(Page& page) {
  page.blank();
  page.paragraph({"時間は公開情報による目安の幅です。昇進や配属を約束するものではありません。",
                  "Hours are ranges from public sources. A plan promises no promotion and no post."});
}

std::string render(const Plan& plan, const TextOptions& options, std::string_view operand) {
  Page page(options);
  const auto& rubric = *plan.report.assessment->rubric;
  add_head(page, plan.report);
  page.paragraph(headline(plan, rubric));
  add_no_pressure(page, plan.report);
  if (plan.is_met) return page.render();
  page.blank();
  page.row({"時間", "hours"}, hours_text(plan.hours));
  if (const int months = months_at_work(plan); months > 0) {
    const auto work = phrases::months(months);
    page.row({"実務", "work"}, {work.ja, work.en});
  }
  page.row({"条件", "given"}, conditions_text(plan.request, plan.weekly_hours));
  add_standing(page, plan, rubric);
  add_schedule(page, plan);
  add_lapses(page, plan, rubric);
  add_falls(page, plan, rubric);
  if (!plan.assumptions.empty()) {
    page.section({"前提", "Taken for granted"});
    for (const auto& assumption : plan.assumptions) page.item(assumption);
  }
  add_whatif(page, plan, operand);
  add_caveat(page);
  return page.render();
}

bool has(const NoPlan& none, ObstacleKind kind) {
  return std::any_of(none.obstacles.begin(), none.obstacles.end(),
                     [&](const Obstacle& obstacle) { return obstacle.kind == kind; });
}

/// What would make a plan of it.
std::vector<Text> ways_out(const NoPlan& none) {
  std::vector<Text> ways;
  if (none.months_without_limit) {
    const auto months = phrases::months(*none.months_without_limit);
    ways.push_back({fmt::format("日を決めなければ(--by なし)、{}の計画がある", months.ja),
                    fmt::format("without a day (--by) there is a plan of {}", months.en)});
  }
  if (none.months_with_change) {
    const auto months = phrases::months(*none.months_with_change);
    ways.push_back(
        {fmt::format("席を変えることも考えるなら(--change-post)、{}の計画がある", months.ja),
         fmt::format("if another post may be looked for (--change-post) there is a plan of {}", months.en)});
  }
  if (none.weekly_hours == 0) {
    ways.push_back({"学習の時間が取れるときの計画は --hours-per-week で見られる",
                    "--hours-per-week shows the plan for when there is time to study"});
  }
  if (none.change_is_open) {
    ways.push_back(
        {"席を変えることも考える計画(--change-post)は、あるかどうかまだ分からない",
         "whether there is a plan if another post may be looked for (--change-post) is not known yet"});
  }
  if (none.nearer) {
    const auto months = phrases::months(none.nearer->months);
    ways.push_back({fmt::format("{2} {0} までなら、{1}の計画がある(--score {0})", none.nearer->score,
                                months.ja, planning::readiness_noun(none.request.goal).ja),
                    fmt::format("for a readiness of {0} there is a plan of {1} (--score {0})",
                                none.nearer->score, months.en)});
  } else if (has(none, ObstacleKind::points)) {
    ways.push_back({"手前の目標の計画は --score で見られる", "--score shows the plan for a nearer goal"});
  }
  if (has(none, ObstacleKind::bound))
    ways.push_back({"手前の工程や低い --score を目標にすると答えが出ることがある",
                    "a stage below or a lower --score may have an answer"});
  return ways;
}

std::string render(const NoPlan& none, const TextOptions& options) {
  Page page(options);
  const auto& rubric = *none.report.assessment->rubric;
  const auto goal = planning::goal_text(none.request.goal, rubric);
  add_head(page, none.report);
  // That the program gave up is no matter of the person.
  const bool gave_up = has(none, ObstacleKind::bound);
  page.paragraph(
      gave_up ? Text{fmt::format("{}までの計画は見つかりませんでした。探索を途中で打ち切ったので、"
                                 "計画があるかどうかは分かりません。",
                                 goal.ja),
                     fmt::format("No plan was found that reaches {}. The search was broken off, so there may "
                                 "be one.",
                                 goal.en)}
              : Text{fmt::format("{}までの計画は、今の条件ではまだ組めません。", goal.ja),
                     fmt::format("As things stand there is no plan yet that reaches {}.", goal.en)});
  add_no_pressure(page, none.report);
  page.blank();
  page.row({"条件", "given"}, conditions_text(none.request, none.weekly_hours));
  page.section(gave_up ? Text{"打ち切った理由", "Why it was broken off"}
                       : Text{"止めているもの", "What is in the way"});
  for (const auto& obstacle : none.obstacles) page.item(obstacle.text);
  if (const auto ways = ways_out(none); !ways.empty()) {
    page.section({"届くには", "What would help"});
    for (const auto& way : ways) page.item(way);
  }
  add_caveat(page);
  return page.render();
}

}  // namespace

std::string render_plan_text(const std::variant<Plan, NoPlan>& answer, const TextOptions& options,
                             std::string_view operand) {
  const auto* plan = std::get_if<Plan>(&answer);
  return plan != nullptr ? render(*plan, options, operand) : render(std::get<NoPlan>(answer), options);
}

}  // namespace upstream
