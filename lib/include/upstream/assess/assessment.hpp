#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "upstream/date/date.hpp"
#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

/// What a profile is worth under a rubric on a day. Values only: no words beyond those that point into the
/// rubric and the profile, which must both outlive the assessment.
namespace upstream {

// --- certificates
// ---------------------------------------------------------------------------------------------------

enum class CertificationStatus : std::uint8_t {
  valid,
  renewed,
  undated,
  inactive,
  registration_lapsed,
  expired,
  not_yet
};
[[nodiscard]] std::string_view id(CertificationStatus status);

/// One entry of the profile's list on the day. Entries acquired after the day are `not_yet` and count
/// nothing.
struct CertificationState {
  CertificationIndex certification;
  CertificationStatus status = CertificationStatus::valid;
  std::optional<Date> expires;  ///< after renewal; absent: permanent or unknown
  std::optional<CertificationIndex> renewed_by;
  /// Lapsed, but a higher certificate that counts covers it, so that nothing changes.
  bool covered = false;
  Position at;

  /// Whether it backs anything on the day.
  [[nodiscard]] bool counts() const {
    return status == CertificationStatus::valid || status == CertificationStatus::renewed ||
           status == CertificationStatus::undated;
  }
};

// --- skills
// ---------------------------------------------------------------------------------------------------------

/// Three views of one person: what is proven, what is credited, what is claimed. low ≤ score ≤ high.
struct Levels {
  int low = 0;
  int score = 0;
  int high = 0;
};

/// What stands behind a level.
enum class BackingKind : std::uint8_t { own, certificate, study, lab, field, role, work_evidence, review };

struct SkillState {
  SkillIndex skill;
  const SkillRating* rating = nullptr;  ///< absent: not rated
  Levels levels;
  int proven = 0;          ///< highest level that fresh backing proves (a review is backing)
  int credited = 0;        ///< highest level that the score may take: proven, or carried by the own rating
  int with_stale = 0;      ///< the same with stale backing counted
  bool has_stale = false;  ///< whether any backing is too old
  int with_evidence = 0;   ///< the same had one line of work evidence been written
  int by_work = 0;         ///< highest level that work alone proves, or would with such a line
  BackingKind best = BackingKind::own;
  int suggested = 0;      ///< what the experience suggests for a skill that is not rated
  Position suggested_at;  ///< the line that suggests it: a duty, an entry, a certificate
  bool suggested_by_duty = false;
  std::vector<Position> lines;  ///< of the rating and of what backs it, in file order
};

// --- the ledger
// -----------------------------------------------------------------------------------------------------

struct LedgerEntry {
  const Requirement* requirement = nullptr;
  int possible = 0;  ///< permille
  int earned = 0;    ///< on the score levels; low ≤ earned ≤ high ≤ possible
  int low = 0;
  int high = 0;
  bool met = false;
  std::vector<Position> lines;  ///< what earned it
};

// --- gaps
// -----------------------------------------------------------------------------------------------------------

enum class GapKind : std::uint8_t { blocker, stale, unproven, unarticulated, partial, missing };
[[nodiscard]] std::string_view id(GapKind kind);

/// One way of closing a gap, said as data; wording turns it into a sentence.
enum class StepKind : std::uint8_t {
  state_skill,    ///< write down what the entries already suggest
  prove_skill,    ///< add evidence or ask for a review
  refresh_skill,  ///< use it again, or state that it was used
  raise_skill,    ///< learn
  work_months,    ///< field work
  lab_hours,
  pass_certificate,
};
[[nodiscard]] std::string_view id(StepKind kind);
[[nodiscard]] bool is_about_skill(StepKind kind);

struct Step {
  StepKind kind = StepKind::raise_skill;
  SkillIndex skill;                     ///< of the …_skill kinds
  int from = 0;                         ///< level before
  int to = 0;                           ///< level after
  bool evidence_will_do = false;        ///< of prove_skill: work evidence does, no review is needed
  int amount = 0;                       ///< months or hours still to go
  StageSet stages;                      ///< of work_months and lab_hours; empty: any
  const MonthsAtLeast* work = nullptr;  ///< of work_months: which work counts
  const CertificateAmong* certificates = nullptr;  ///< of pass_certificate
  bool met = false;                                ///< this part of a larger need is there already
  Effort effort;
};

struct Gap {
  GapKind kind = GapKind::missing;
  const Requirement* requirement = nullptr;  ///< of a ledger gap
  const Gate* gate = nullptr;                ///< of a blocker
  StageIndex stage;
  int gain = 0;               ///< permille of the target's readiness
  Effort effort;              ///< of the cheapest way
  std::vector<Step> steps;    ///< the cheapest way, in order
  std::vector<Step> options;  ///< other ways, each by itself
  Position at;                ///< a line of the profile that has to do with it; 0:0 where none has
};

// --- paths, post, findings
// ------------------------------------------------------------------------------------------

enum class PathReason : std::uint8_t { direction, values, wished, premise_missing, near_goal };

struct PathFit {
  PathIndex path;
  int readiness = 0;  ///< 0..100
  int permille = 0;
  int fit = 0;        ///< 0..100
  int direction = 0;  ///< 0..100, the part of fit that the work so far gives
  bool wished = false;
  bool reached = false;
  std::vector<PathReason> reasons;
  std::vector<LedgerEntry> ledger;
  std::vector<Gap> gaps;  ///< by gain
};

struct SeatState {
  Verdict verdict = Verdict::unknown;
  bool leave_early = false;
  std::optional<StageIndex> aim;  ///< the stage to be won there; absent: nothing above
  bool ready = false;             ///< the gates to it are open
  SignalSet signals;
  Position at;
};

struct Finding {
  FindingKind kind = FindingKind::stuck;
  int months = 0;  ///< what was counted, where something was
  Position at;
};

struct RouteState {
  const EntryRoute* route = nullptr;
  bool open = false;
  int percent = 0;  ///< of the way
  std::vector<Step> steps;
};

enum class Answer : std::uint8_t { no, yes, unknown };

struct ConditionState {
  const Condition* condition = nullptr;
  Answer answer = Answer::unknown;
};

// --- what is to be done
// ---------------------------------------------------------------------------------------------

/// Why an estimate is what it is.
enum class EstimateBasis : std::uint8_t {
  nothing_missing,
  study,
  field_work,
  post_cannot_give,
  no_study_hours,
  top
};
[[nodiscard]] std::string_view id(EstimateBasis basis);

/// The least calendar months until the gates of a stage are open; a lower bound of any plan.
struct Estimate {
  std::optional<int> months_to_next;
  std::optional<int> months_to_target;
  EstimateBasis next_basis = EstimateBasis::nothing_missing;
  EstimateBasis target_basis = EstimateBasis::nothing_missing;
  int weekly_hours = 0;
  bool weekly_hours_stated = false;
};

/// One of the next actions: a gap to close, or something to do about the post.
struct NextAction {
  std::optional<std::size_t> gap;   ///< place in Assessment::gaps
  std::optional<ActionKind> kind;   ///< of an action that is no gap: about the post, or a certificate's date
  std::optional<StageIndex> stage;  ///< of an action about the post: the work that is wanted
  Effort effort;
  int score_after = 0;  ///< readiness (0..100) once done, all else unchanged
  bool opens_gate = false;

  /// Something that is done beside everything else, and whose outcome is others' to decide.
  [[nodiscard]] bool about_post() const { return kind && *kind >= ActionKind::ask_reassignment; }
  /// A line of text or a talk: done today.
  [[nodiscard]] bool at_once() const {
    constexpr int most_hours = 2;
    return !about_post() && effort.months == 0 && effort.hours_max <= most_hours;
  }
};

struct LevelSensitivity {
  SkillIndex skill;
  int from = 0;
  int to = 0;
  std::optional<StageIndex> reached;  ///< the stage reached then
};

struct PathSensitivity {
  PathIndex path;  ///< whose weight changes
  const Requirement* requirement = nullptr;
  int percent = 0;  ///< +20 or −20
  PathIndex first;  ///< the path that would come first
};

struct Readiness {
  int score = 0;  ///< ⌊permille / 10⌋
  int permille = 0;
  int low = 0;
  int high = 0;
  int confidence = 0;  ///< ⌊100·low/score⌋
  bool provisional = false;
  std::vector<int> by_stage;  ///< 0..100, by StageIndex
};

struct GateState {
  const Gate* gate = nullptr;
  StageIndex stage;
  bool open = false;
  std::vector<Step> steps;  ///< its parts: what is met and what is still to do, the cheapest way
};

struct Assessment {
  const Profile* profile = nullptr;
  const Rubric* rubric = nullptr;
  Day day{};

  std::optional<StageIndex> experienced;  ///< highest stage of infrastructure field work
  std::optional<StageIndex> seat_stage;   ///< stage of the going-on entry
  std::optional<StageIndex> reached;      ///< highest stage whose gates, and those below, are open
  std::optional<StageIndex> next;         ///< the one above; absent at the top
  std::vector<int> months_at;             ///< infrastructure months by stage
  std::vector<GateState> gates;           ///< all, in ladder order

  Readiness readiness;
  std::vector<SkillState> skills;  ///< by SkillIndex
  std::vector<LedgerEntry> ledger;
  std::vector<Gap> gaps;  ///< blockers of the next stage, other blockers, then by gain
  std::vector<CertificationState> certifications;
  std::vector<PathFit> paths;  ///< all, best first
  SeatState seat;
  std::vector<Finding> findings;
  std::vector<RouteState> entry_routes;  ///< only for people without field work
  std::vector<ConditionState> conditions;
  const MarketBand* market = nullptr;
  Estimate estimate;
  std::vector<NextAction> next_actions;  ///< at most three
  std::vector<LevelSensitivity> level_sensitivity;
  std::vector<PathSensitivity> path_sensitivity;

  [[nodiscard]] bool is_reached(StageIndex stage) const { return reached && *reached >= stage; }
};

}  // namespace upstream
