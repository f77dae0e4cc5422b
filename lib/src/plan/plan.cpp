#include "upstream/plan/plan.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "assess/evaluate.hpp"
#include "capacity.hpp"
#include "choices.hpp"
#include "menus.hpp"
#include "obstacles.hpp"
#include "outcome.hpp"
#include "report/phrases.hpp"
#include "search.hpp"
#include "steps.hpp"
#include "upstream/ways/whatif.hpp"
#include "whatif_words.hpp"

namespace upstream {
namespace {

using namespace planning;

Target target_of(const PlanGoal& goal, const Rubric& rubric) {
  if (const auto* stage = std::get_if<StageIndex>(&goal.of))
    return {*stage, goal.score ? &rubric[*stage].requirements : nullptr, 10 * goal.score.value_or(0)};
  const auto& path = rubric[std::get<PathIndex>(goal.of)];
  return {rubric.target(), &path.requirements, 10 * goal.score.value_or(rubric.settings.path_reached_at)};
}

const std::vector<Requirement>& ladder_of(const PlanGoal& goal, const Rubric& rubric) {
  if (const auto* stage = std::get_if<StageIndex>(&goal.of)) return rubric[*stage].requirements;
  return rubric[std::get<PathIndex>(goal.of)].requirements;
}

/// In which domains other posts are looked for: those that the work of the path is in.
DomainSet wished_domains(const PlanGoal& goal, const Rubric& rubric) {
  const auto* path = std::get_if<PathIndex>(&goal.of);
  return path == nullptr ? DomainSet{} : rubric[*path].direction.filter.domains;
}

Text wished_labels(const PlanGoal& goal, const Rubric& rubric) {
  std::vector<Text> labels;
  const auto wished = wished_domains(goal, rubric);
  for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) {
    if (wished.contains({d})) labels.push_back(rubric.domains[d].label);
  }
  return phrases::list(labels);
}

/// The stage of labs that belong to none: the lowest that serves most of the needs of lab hours.
StageIndex practice_stage(const Target& target, const Facts& facts) {
  const auto labs = asked_labs(needs_of(target, facts));
  StageIndex best{};
  int most = -1;
  for (std::uint16_t s = 0; s < facts.rubric->stages.size(); ++s) {
    const auto serves = [&](const LabHoursAtLeast* need) { return need->stages.contains({s}); };
    const int count = static_cast<int>(std::count_if(labs.begin(), labs.end(), serves));
    if (count <= most) continue;
    most = count;
    best = {s};
  }
  return best;
}

int weekly_hours(const PlanRequest& request, const Facts& facts) {
  return std::min(request.weekly_hours.value_or(facts.weekly_hours), PlanRequest::kMostWeeklyHours);
}

PlanStanding standing(const Facts& facts, const PlanGoal& goal) {
  const auto& rubric = *facts.rubric;
  return {reached_stage(facts), total(ladder_of(goal, rubric), facts, View::score) / 10,
          total(rubric[rubric.target()].requirements, facts, View::score) / 10};
}

/// Everything that one search needs, kept together.
struct Setting {
  Facts facts;
  Post post;
  Budget budget;
  KnownGains known_gains;
  HeldByMonth held;
  Menus menus;
  Problem problem;

  Setting(const FileReport& report, const Rubric& rubric, const PlanRequest& request)
      : facts(gather_facts(*report.profile, rubric, report.day)),
        post(facts, request.change_post, wished_domains(request.goal, rubric)),
        held(facts),
        problem{rubric,
                facts,
                post,
                target_of(request.goal, rubric),
                target_of(request.goal, rubric).ladder,
                weekly_hours(request, facts),
                request.certificates,
                {},
                budget,
                known_gains,
                held,
                menus} {
    if (problem.ladder != nullptr) problem.rungs = rungs_of(*problem.ladder, rubric);
    // Work above the goal's stage may bring points, and has gates of its own.
    const auto everything = problem.everything();
    const auto needs = all_needs_of(everything, rubric);
    problem.months_asked = asked_months(needs);
    const auto levels = asked_levels(needs, rubric);
    for (std::uint16_t i = 0; i < levels.size(); ++i) {
      if (levels[i] > 0) problem.skills_asked.push_back({i});
    }
    const auto shut = needs_of(everything, facts);
    problem.labs_asked = asked_labs(shut);
    problem.levels_asked = asked_levels(shut, rubric);
    problem.practice = practice_stage(problem.goal, facts);
    problem.study_labs = study_labs(rubric, problem.practice);
    post.leave_out_lower_work(needs_of(problem.goal, facts), reached_stage(facts));
  }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
};

/// No further than dates reach.
int most_months(const Problem& problem) {
  constexpr int last = (Date::kLastYear - Date::kFirstYear + 1) * 12 - 1;
  return std::clamp(last - problem.post.last_ended() - 1, 0, kMostPlanMonths);
}

int months_until(Day day, const Problem& problem) {
  int months = -1;
  while (months < most_months(problem) && problem.day_of(months + 1) <= day) ++months;
  return months;
}

struct Found {
  std::optional<Solution> solution;
  bool exhaustive = true;
};

/// The first number of months for which there is a solution has the cheapest.
std::optional<Solution> first_from(int months, const Problem& problem, int most) {
  Search search(problem);
  std::optional<Solution> solution;
  for (; months <= most && !solution && !problem.budget.is_spent(); ++months) {
    if (search.may_reach(months)) solution = search.cheapest(months);
  }
  return solution;
}

Found find_within(const Problem& problem, int most) {
  int months = 0;
  if (problem.goal.ladder != nullptr && gates_need_no_study_labs(problem)) {
    // Whatever comes to the points opens the gates as well, so that it takes no less than what only does
    // that.
    auto gates = problem;
    gates.goal = {problem.goal.stage, nullptr, 0};
    auto opening = first_from(0, gates, most);
    if (!opening) return {std::nullopt, !problem.budget.is_spent()};
    months = opening->months;
    if (is_reached(problem, carried_out(problem, opening->course, opening->decisions, months), months))
      return {std::move(opening), !problem.budget.is_spent()};
  }
  auto solution = first_from(months, problem, most);
  return {std::move(solution), !problem.budget.is_spent()};
}

/// What a profile is worth on a day: points of the goal's ladder, and the gates that are open.
struct Worth {
  int permille = 0;
  std::vector<const Gate*> open;

  Worth(const Profile& profile, const Rubric& rubric, Day day, const std::vector<Requirement>& ladder) {
    const auto facts = gather_facts(profile, rubric, day);
    permille = total(ladder, facts, View::score);
    for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
      for (const auto& gate : rubric.stages[s].gates) {
        if (is_open(gate, {s}, facts)) open.push_back(&gate);
      }
    }
  }
};

std::vector<const Gate*> only_in(const std::vector<const Gate*>& these,
                                 const std::vector<const Gate*>& others) {
  std::vector<const Gate*> all;
  std::copy_if(these.begin(), these.end(), std::back_inserter(all), [&](const Gate* gate) {
    return std::find(others.begin(), others.end(), gate) == others.end();
  });
  return all;
}

PlanDrift drift_of(const Facts& first, const Worth& at_first, const Profile& idle, const Worth& at_last,
                   Day last) {
  PlanDrift drift{at_last.permille - at_first.permille,
                  only_in(at_last.open, at_first.open),
                  only_in(at_first.open, at_last.open),
                  {}};
  const auto facts = gather_facts(idle, *first.rubric, last);
  for (std::size_t i = 0; i < facts.skills.size(); ++i) {
    const auto& was = first.skills[i];
    const auto& now = facts.skills[i];
    if (now.levels.score < was.levels.score)
      drift.falls.push_back({was.skill, was.levels.score, now.levels.score});
  }
  return drift;
}

/// Carries the steps out in the order in which they end, on the last day: what each adds and opens, and what
/// comes without any.
Profile replay(const Setting& setting, const Solution& solution, std::vector<PlannedStep>& steps,
               const PlanGoal& goal, PlanDrift& drift) {
  const auto& rubric = setting.problem.rubric;
  const Day last = setting.problem.day_of(solution.months);
  const auto& original = *setting.facts.profile;
  const auto worked = setting.post.work_through(solution.course, solution.months);
  auto profile = original;
  for (std::size_t i = 0; i < profile.experience.size(); ++i)
    profile.experience[i].to = worked.experience[i].to;
  bool stayed =
      std::none_of(steps.begin(), steps.end(), [](const PlannedStep& step) { return step.is_stay; });
  const auto now = [&] {
    auto then = profile;
    if (!stayed) setting.post.leave_at_once(then);
    return then;
  };
  const auto worth = [&] { return Worth(now(), rubric, last, ladder_of(goal, rubric)); };
  std::stable_sort(steps.begin(), steps.end(),
                   [](const PlannedStep& a, const PlannedStep& b) { return a.action.end < b.action.end; });
  auto before = worth();
  drift = drift_of(setting.facts, Worth(original, rubric, setting.facts.day, ladder_of(goal, rubric)), now(),
                   before, last);
  for (auto& step : steps) {
    const auto was = profile;
    if (step.segment)
      profile.experience.push_back(worked.experience[original.experience.size() + *step.segment]);
    if (step.decision) carry_out(profile, *step.decision, rubric, setting.problem.practice, step.action.end);
    stayed = stayed || step.is_stay;
    const auto after = worth();
    step.action.gain = after.permille - before.permille;
    step.action.opens = only_in(after.open, before.open);
    step.action.whatif = whatif_words(was, profile, rubric);
    before = after;
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const PlannedStep& a, const PlannedStep& b) { return is_before(a.action, b.action); });
  return profile;
}

std::vector<PlanLapse> lapses_of(const Facts& facts, Day end) {
  std::vector<PlanLapse> lapses;
  for (const auto& state : facts.certifications) {
    if (state.counts() && state.expires && state.expires->last_day() < end)
      lapses.push_back({state.certification, *state.expires});
  }
  std::stable_sort(lapses.begin(), lapses.end(), [](const PlanLapse& a, const PlanLapse& b) {
    return a.last.last_day() < b.last.last_day();
  });
  return lapses;
}

bool is_move(const Segment& segment) { return segment.job.is_elsewhere(); }

std::vector<Text> assumptions_of(const Setting& setting, const PlanRequest& request,
                                 const Solution& solution) {
  std::vector<Text> all;
  const int hours = setting.problem.weekly_hours;
  if (!request.weekly_hours && !setting.facts.profile->preferences.study_hours_per_week) {
    all.push_back({fmt::format("週の学習時間は書かれていないので {} 時間とした", hours),
                   fmt::format("study hours a week are not stated; taken to be {}", hours)});
  } else if (!request.weekly_hours && setting.facts.weekly_hours > hours) {
    all.push_back(
        {fmt::format("仕事と並べて続けられる週 {} 時間までで見積もった", hours),
         fmt::format("reckoned with {} hours a week, the most that can be kept up beside work", hours)});
  }
  const auto& segments = solution.course.segments;
  if (!segments.empty() && setting.post.is_unknown()) {
    all.push_back(
        {"今の席で担当できる工程が書かれていないので、関門が開いた工程は担当できるものとした",
         "the stages your post offers are not stated; it is taken to offer those whose gates are open"});
  }
  const bool moves = std::any_of(segments.begin(), segments.end(), is_move);
  const auto wished = wished_labels(request.goal, setting.problem.rubric);
  if (moves && setting.post.is_there() && !wished.ja.empty()) {
    all.push_back(
        {fmt::format("新しい工程も今と同じ役割で担当し、移った先では{}も扱うものとした", wished.ja),
         fmt::format("work at a new stage is taken to be in the present role, and in the new post in {} "
                     "as well",
                     wished.en)});
  } else if (!segments.empty()) {
    all.push_back(
        setting.post.is_there()
            ? Text{"新しい工程も今と同じ役割と分野で担当し、毎月続けるものとした",
                   "work at a new stage is taken to be in the present role and domains, month after month"}
        : wished.ja.empty()
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
  if (stage != nullptr && !moves && setting.facts.offered && !setting.facts.offered->contains(*stage) &&
      !works_there) {
    const auto& label = setting.problem.rubric[*stage].label;
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
    const auto* rating = setting.facts.skills[choice->skill.value].rating;
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
  const auto& entries = setting.facts.profile->experience;
  const auto later = std::find_if(entries.begin(), entries.end(), [&](const Experience& entry) {
    return !entry.stages.empty() && !has_begun(entry, setting.facts.day);
  });
  if (later != entries.end()) {
    const auto from = later->from->iso();
    all.push_back(
        {fmt::format("先の日付で書かれた仕事({} から)は、計画とは別に書かれたとおりにあるものとした", from),
         fmt::format("work that the profile has for later (from {}) is taken to happen as written, "
                     "whatever the plan does",
                     from)});
  }
  if (solution.course.stay > 0 && setting.post.stage_now()) {
    all.push_back(segments.empty() ? Text{"今の仕事は計画のあいだ続くものとした",
                                          "the present work is taken to go on throughout the plan"}
                                   : Text{"今の仕事は、移る月まで続くものとした",
                                          "the present work is taken to go on until the month of change"});
  }
  return all;
}

/// What is known of the post that is left does not hold for the new one, which is taken to offer the work
/// that the plan counts on.
void move_on(Profile& profile, const Setting& setting, const Solution& solution) {
  const auto& segments = solution.course.segments;
  const auto move = std::find_if(segments.begin(), segments.end(), is_move);
  if (move == segments.end() || !profile.environment) return;
  StageSet offered;
  for (auto segment = move; segment != segments.end(); ++segment) offered.insert(segment->job.stage);
  offered.insert(setting.problem.goal.stage);
  profile.environment = Environment{};
  profile.environment->stages_offered = offered;
}

/// Writes the actions into the plan, and the options of whatif that make the profile they come to. The
/// assessment has the last word: what speaks against that the goal is reached then.
std::optional<Text> write_actions(Plan& plan, const Setting& setting, const Solution& solution, Pace pace) {
  const auto& problem = setting.problem;
  const auto& rubric = problem.rubric;
  auto steps = schedule(problem, solution, pace);
  auto after = replay(setting, solution, steps, plan.request.goal, plan.drift);
  move_on(after, setting, solution);
  plan.actions.clear();
  for (auto& step : steps) plan.actions.push_back(std::move(step.action));
  plan.after = standing(gather_facts(after, rubric, plan.end), plan.request.goal);
  plan.whatif = whatif_words(*plan.report.profile, after, rubric);
  Supposition supposition;
  for (std::size_t i = 0; i + 1 < plan.whatif.size(); i += 2) {
    if (plan.whatif[i] == "--set") supposition.set.push_back(plan.whatif[i + 1]);
    if (plan.whatif[i] == "--add-cert") supposition.add_certificates.push_back(plan.whatif[i + 1]);
  }
  if (plan.report.profile->as_of != plan.report.day) {
    plan.whatif.emplace_back("--as-of");
    plan.whatif.push_back(iso(plan.report.day));
  }
  if (plan.end != plan.report.day) {
    plan.whatif.emplace_back("--at");
    plan.whatif.push_back(iso(plan.end));
    supposition.at = plan.end;
  }
  auto again =
      report_on(plan.report.source, rubric, {plan.report.day, plan.report.day, Severity::note, false});
  const auto outcome = suppose(std::move(again), rubric, supposition);
  if (const auto* faults = std::get_if<std::vector<Fault>>(&outcome)) {
    plan.whatif.clear();
    const auto& why = faults->front().message;
    return Text{fmt::format("whatif では確かめられませんでした。{}", why.ja),
                fmt::format("it could not be carried out by whatif: {}", why.en)};
  }
  const auto facts = gather_facts(*std::get<Whatif>(outcome).after.profile, rubric, plan.end);
  plan.after = standing(facts, plan.request.goal);
  plan.reaches = is_met(problem.goal, facts);
  if (plan.reaches) return std::nullopt;
  return Text{"書いた日付のとおりに進めると目標に届きません", "on the days written here it misses the goal"};
}

Plan make_plan(FileReport report, const PlanRequest& request, const Setting& setting, const Found& found) {
  const auto& solution = *found.solution;
  const auto& problem = setting.problem;
  Plan plan{std::move(report), request};
  plan.weekly_hours = problem.weekly_hours;
  plan.end = problem.day_of(solution.months);
  plan.before = standing(setting.facts, request.goal);
  plan.is_met = solution.months == 0 && solution.decisions.empty();
  plan.months = months_of(problem, solution);
  // What is done early may be stale or have lapsed by the end.
  auto doubt = write_actions(plan, setting, solution, Pace::early);
  if (doubt) doubt = write_actions(plan, setting, solution, Pace::late);
  for (const auto& action : plan.actions) {
    plan.hours = {plan.hours.best + action.hours.best, plan.hours.likely + action.hours.likely,
                  plan.hours.worst + action.hours.worst};
  }
  plan.lapses = lapses_of(setting.facts, plan.end);
  plan.assumptions = assumptions_of(setting, request, solution);
  if (!found.exhaustive) {
    plan.unproven.push_back({"組み合わせが多く、探索の上限に達しました",
                             "there are many combinations, and the search hit its bound"});
  }
  if (doubt) plan.unproven.push_back(std::move(*doubt));
  return plan;
}

/// The nearest score below, by fives, for which there is a plan.
std::optional<NearerGoal> nearer_goal(const FileReport& report, const Rubric& rubric, PlanRequest request,
                                      int score, int most) {
  constexpr int step = 5;
  Budget budget(Budget::kOfHint);
  for (score = (score - 1) / step * step; score > 0 && !budget.is_spent(); score -= step) {
    request.goal.score = score;
    Setting nearer(report, rubric, request);
    nearer.budget = budget;
    const auto found = find_within(nearer.problem, most);
    budget = nearer.budget;
    if (found.solution) return NearerGoal{score, found.solution->months};
  }
  return std::nullopt;
}

}  // namespace

std::string_view id(PlanActionKind kind) {
  static constexpr std::array<std::string_view, 9> words{
      "state-skill", "add-evidence", "study", "lab", "certificate", "review", "practise", "ask-post", "work"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view id(ObstacleKind kind) {
  static constexpr std::array<std::string_view, 5> words{"post", "study-hours", "points", "time", "bound"};
  return words[static_cast<std::size_t>(kind)];
}

std::variant<Plan, NoPlan> find_plan(FileReport report, const Rubric& rubric, const PlanRequest& request) {
  const Setting setting(report, rubric, request);
  const auto& problem = setting.problem;
  const int most = request.by ? months_until(*request.by, problem) : most_months(problem);
  const auto found = find_within(problem, most);
  if (found.solution) return make_plan(std::move(report), request, setting, found);
  NoPlan none{std::move(report), request};
  none.weekly_hours = problem.weekly_hours;
  if (!found.exhaustive) {
    none.obstacles.push_back({ObstacleKind::bound,
                              "",
                              {"組み合わせが多すぎて、上限までに答えが出なかった",
                               "there are too many combinations: the search gave up at its bound"}});
  } else if (request.by) {
    if (const auto later = find_within(problem, most_months(problem)); later.solution) {
      none.months_without_limit = later.solution->months;
      none.obstacles.push_back(
          {ObstacleKind::time,
           "",
           {fmt::format("{} までには届かない。早くて {}({} か月後)", iso(*request.by),
                        iso(problem.day_of(later.solution->months)), later.solution->months),
            fmt::format("not by {}: {} at the earliest, in {} months", iso(*request.by),
                        iso(problem.day_of(later.solution->months)), later.solution->months)}});
    }
  }
  if (most_months(problem) < kMostPlanMonths && none.obstacles.empty()) {
    none.obstacles.push_back({ObstacleKind::time,
                              "",
                              {fmt::format("計画は {} 年までしか立てられず、{} か月しか残っていない",
                                           Date::kLastYear, most_months(problem)),
                               fmt::format("plans reach to the end of {}, and only {} months are left",
                                           Date::kLastYear, most_months(problem))}});
  }
  if (none.obstacles.empty()) none.obstacles = obstacles(problem, request.goal, most_months(problem));
  if (none.obstacles.empty() && problem.weekly_hours == 0) {
    none.obstacles.push_back(
        {ObstacleKind::study_hours,
         "",
         {"週の学習時間が 0 なので、学びも、書き足しや上長の確認(1 時間ほど)も入らない",
          "with 0 hours a week there is room neither for study nor for the hour that writing "
          "something down or a review takes"}});
  } else if (none.obstacles.empty()) {
    none.obstacles.push_back({ObstacleKind::time,
                              "",
                              {fmt::format("{} か月以内に届く組み合わせがない", most_months(problem)),
                               fmt::format("nothing gets there within {} months", most_months(problem))}});
  }
  if (!request.change_post && !none.months_without_limit) {
    auto changed = request;
    changed.change_post = true;
    Setting elsewhere(none.report, rubric, changed);
    elsewhere.budget = Budget(Budget::kOfHint);
    const auto other = find_within(elsewhere.problem, most);
    if (other.solution) none.months_with_change = other.solution->months;
    none.change_is_open = !other.solution && !other.exhaustive;
  }
  const bool lacks_points = std::any_of(none.obstacles.begin(), none.obstacles.end(),
                                        [](const Obstacle& one) { return one.kind == ObstacleKind::points; });
  if (lacks_points) none.nearer = nearer_goal(none.report, rubric, request, problem.goal.permille / 10, most);
  return none;
}

}  // namespace upstream
