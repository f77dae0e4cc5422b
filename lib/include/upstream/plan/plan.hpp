#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "upstream/report/file_report.hpp"
#include "upstream/report/text_report.hpp"
#include "upstream/ways/whatif.hpp"

/// The way up: the cheapest set of actions that brings a person to a stage or a path (docs/planning.md).
namespace upstream {

struct PlanGoal {
  std::variant<StageIndex, PathIndex> of;
  std::optional<int> score;  ///< 0..100, readiness for it; of a path absent: the rubric's `path_reached_at`
};

struct PlanRequest {
  static constexpr int kMostWeeklyHours = 15;  ///< what can be kept up beside work; source: field

  PlanGoal goal;
  std::optional<int> weekly_hours;  ///< 0..kMostWeeklyHours; absent: what the profile says, or the rubric
  std::optional<Day> by;
  bool certificates = true;  ///< may be planned
  bool change_post = false;  ///< whether another post may be looked for
};

enum class PlanActionKind : std::uint8_t {
  state_skill,
  add_evidence,
  study,  ///< raise a skill by a level, by a course
  lab,    ///< the same by a lab, or a lab by itself
  certificate,
  review,
  practise,  ///< raise a skill by a level, by working with it
  ask_post,  ///< be given other work: in the present post, or in another
  work,      ///< months at a stage
};
[[nodiscard]] std::string_view id(PlanActionKind kind);

/// Least, likely and most.
struct PlanRange {
  int best = 0;
  int likely = 0;
  int worst = 0;
};

struct PlanAction {
  std::string id;  ///< of the plan: "lab-network-3"
  PlanActionKind kind = PlanActionKind::study;
  std::optional<SkillIndex> skill;
  int from = 0;  ///< level before, of a skill
  int to = 0;
  std::optional<CertificationIndex> certification;
  std::optional<StageIndex> stage;
  std::optional<DomainIndex> domain;
  std::optional<ActionKind> post;  ///< of ask_post
  bool in_new_post = false;        ///< asked for after a move
  PlanRange hours;
  int months = 0;  ///< of work
  Day start{};
  Day end{};
  std::vector<const Gate*> opens;
  int gain = 0;                     ///< permille of the goal's readiness
  std::vector<std::string> whatif;  ///< arguments of `whatif` that suppose it
};

struct PlanLapse {
  CertificationIndex certification;
  Date last;  ///< day or month that it lasts through
};

/// A level that counts for less by the end, were nothing done: what backs it is too old then, or has lapsed.
struct PlanFall {
  SkillIndex skill;
  int from = 0;
  int to = 0;
};

/// What the time of the plan itself brings, were none of its actions done: the present work may go on, and
/// certificates and proof get old.
struct PlanDrift {
  int gain = 0;                    ///< permille of the goal's readiness; with those of the actions, all of it
  std::vector<const Gate*> opens;  ///< gates that are shut today, and would not be
  std::vector<const Gate*> shuts;  ///< the other way round
  std::vector<PlanFall> falls;
};

/// What of the goal is there: its gates, and the points of its ladder.
struct PlanStanding {
  std::optional<StageIndex> reached;
  int readiness = 0;  ///< 0..100 of the goal
  int score = 0;      ///< 0..100 of the rubric's target, as the report has it
};

struct Plan {
  FileReport report;
  PlanRequest request;
  int weekly_hours = 0;
  std::vector<Text> unproven{};  ///< why it may not be the cheapest; empty where that is proven
  bool is_met = false;           ///< the goal is reached already; no actions
  /// Whether the goal is reached on the last day by the actions on their days: what is studied one after the
  /// other may in part be too old by then.
  bool reaches = true;
  PlanRange months{};
  PlanRange hours{};
  Day end{};
  std::vector<PlanAction> actions{};  ///< by their beginning
  std::vector<PlanLapse> lapses{};    ///< of certificates held, within the plan
  PlanDrift drift{};
  PlanStanding before{};
  PlanStanding after{};
  std::vector<Text> assumptions{};
  std::vector<std::string> whatif{};  ///< arguments that carry out the whole plan
};

enum class ObstacleKind : std::uint8_t {
  post,         ///< the post does not offer the work
  study_hours,  ///< there are none
  points,       ///< all that can be done does not come to so many
  time,         ///< not by that day
  bound,        ///< the search gave up
};
[[nodiscard]] std::string_view id(ObstacleKind kind);

struct Obstacle {
  ObstacleKind kind = ObstacleKind::post;
  std::string id;  ///< of the gate or the requirement; empty for the whole
  Text text;
};

/// A lower score for which there is a plan.
struct NearerGoal {
  int score = 0;
  int months = 0;
};

/// That there is no plan, and what stands in the way.
struct NoPlan {
  FileReport report;
  PlanRequest request;
  int weekly_hours = 0;
  std::vector<Obstacle> obstacles{};
  std::optional<int> months_without_limit{};  ///< of a plan that is not bound to the day
  std::optional<int> months_with_change{};    ///< of a plan that may change the post
  bool change_is_open = false;  ///< whether that is not known, the search having come to its bound
  std::optional<NearerGoal> nearer{};
};

/// Within five years, which the articles call the long end of the usual, from the day of the report, which
/// must be ok and assessed with `rubric`.
[[nodiscard]] std::variant<Plan, NoPlan> find_plan(FileReport report, const Rubric& rubric,
                                                   const PlanRequest& request);
inline constexpr int kMostPlanMonths = 60;

/// What the words of `PlanAction::whatif` or `Plan::whatif` say to suppose, looked at on that day; their days
/// are left to the caller.
[[nodiscard]] Supposition supposition_of(const std::vector<std::string>& words, Day at);

/// `operand` is what a command line calls the profile by; `-` is standard input.
[[nodiscard]] std::string render_plan_text(const std::variant<Plan, NoPlan>& answer,
                                           const TextOptions& options, std::string_view operand);
/// docs/json.md, plan.schema.json
[[nodiscard]] std::string render_plan_json(const std::variant<Plan, NoPlan>& answer, Language language);
[[nodiscard]] std::string_view plan_schema();

}  // namespace upstream
