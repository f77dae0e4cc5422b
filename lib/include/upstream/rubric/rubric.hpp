#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "upstream/date/date.hpp"
#include "upstream/rubric/names.hpp"
#include "upstream/rubric/requirement.hpp"
#include "upstream/text/text.hpp"
#include "upstream/text/word_finder.hpp"

/// The rules and facts that a profile is held against: one YAML file, read once, never changed.
namespace upstream {

constexpr int kHighestLevel = 4;

struct Family {
  std::string id;
  Text label;
};

struct Value {
  std::string id;
  Text label;
};

enum class Hosting : std::uint8_t { none, on_premises, cloud };

struct Domain {
  std::string id;
  Text label;
  std::optional<SkillIndex> skill;  ///< the skill that work in it shows
  Hosting hosting = Hosting::none;
  bool infrastructure = true;
};

struct Stage {
  std::string id;
  Text label;
  Text about;
  Text reason;
  std::string source;
  std::vector<Gate> gates;  ///< all must be open
  std::vector<Requirement> requirements;
};

/// What backs a level of a skill, and up to which level. Levels 0..4.
struct ProofClass {
  std::string id;
  int own = 0;    ///< the own rating alone
  int study = 0;  ///< a course, a lab without artifact; also the most that a certificate shows
  int lab = 0;    ///< labs with artifact
  StageSet lab_stages;
  std::vector<int> field;                ///< by stage: so long at it or above
  std::vector<int> field_with_customer;  ///< the same for customer-facing work
  int leader_bonus = 0;
  std::array<int, 3> role{};  ///< by Role: proven by having held it
  int evidence_bonus = 0;
  int one_hosting = kHighestLevel;  ///< most that field work of a single hosting kind proves
  bool by_domain = false;
  bool any_domain = false;
  std::string source;
};

struct LevelStep {
  Text sentence;  ///< what somebody at this level can say of themselves, yes or no
  Text step;      ///< what lifts one here from the level below
  Effort effort;
  bool field_only = false;  ///< not to be had by study
};

struct Skill {
  std::string id;
  Text label;
  Text short_label;  ///< for heads of tables, 4 columns; the label where the rubric has none
  Text about;
  std::uint16_t proof = 0;
  DomainSet domains;  ///< work in one of them shows it
  int stale_months = 0;
  bool not_applicable = false;                  ///< may be marked n/a
  std::array<LevelStep, kHighestLevel> levels;  ///< levels 1..4
  std::string source;
};

enum class Tier : std::uint8_t { entry, associate, professional, expert };
enum class Lapse : std::uint8_t { none, expires, inactive, registration };

struct ValidityRule {
  std::optional<Day> before;  ///< for certificates earned before this day
  std::optional<int> months;  ///< absent: permanent
};

struct ExperiencePrerequisite {
  int months = 0;
  MonthsFilter filter;
  Text label;
};

struct SkillShown {
  SkillIndex skill;
  int level = 0;
};

struct Certification {
  std::string id;
  std::string name;
  Text label;  ///< short
  std::string vendor;
  std::string domain;
  Tier tier = Tier::entry;
  int itss = 0;
  std::vector<ValidityRule> validity;
  Lapse lapse = Lapse::none;
  std::vector<CertificationIndex> lapse_keeps;
  std::vector<CertificationIndex> renewed_by;
  std::vector<CertificationIndex> prerequisites;
  std::optional<ExperiencePrerequisite> experience;
  std::vector<SkillShown> shows;
  Effort effort;
  std::vector<std::string> approximate;  ///< which of validity, requires, hours, itss are
  Text note;
  std::string source;
};

struct CertificationGroup {
  std::string id;
  Text label;
  std::vector<CertificationIndex> of;
  std::string source;
};

/// How a path's fit with the work done so far is measured, in percent.
struct Direction {
  bool by_share = true;  ///< share of all field months; otherwise months up to `months` = 100
  int months = 0;
  MonthsFilter filter;
  int weight = 100;
  Text reason;
};

struct Path {
  std::string id;
  Text label;
  Text about;
  Text gives;
  Text demand;
  ValueSet values;
  Direction direction;
  std::vector<Requirement> requirements;
  std::string source;
};

struct Voice {
  Text text;
  std::string source;
};

struct EntryRoute {
  std::string id;
  Text label;
  Text about;
  Need need;
  std::vector<Voice> voices;
  Text next;
  std::string source;
};

/// What can be said of a post. Computed by the program, worded and weighed by the rubric.
enum class Signal : std::uint8_t {
  offered,
  not_offered,
  strong_sales,
  weak_sales,
  contact,
  no_contact,
  prime_contractor,
  deep_tier,
  short_assignments,
  other_direction,
};
inline constexpr std::size_t kSignals = 10;
using SignalSet = IndexSet<Index<struct SignalTag>>;
constexpr Index<SignalTag> index_of(Signal signal) { return {static_cast<std::uint16_t>(signal)}; }

enum class Verdict : std::uint8_t { supporting, neutral, limiting, no_chance, unknown };
inline constexpr std::size_t kVerdicts = 5;

struct SeatRule {
  Verdict verdict = Verdict::unknown;
  SignalSet all;
  SignalSet any;
  int count = 1;  ///< how many of `any`
  SignalSet none;
};

struct SignalText {
  Text label;
  std::string source;
};

struct VerdictText {
  Text label;
  Text advice;        ///< for somebody who still grows into the stage
  Text advice_ready;  ///< for somebody whose gates to it are open
};

struct Seat {
  int short_assignment_months = 0;
  int deep_tier = 0;
  std::array<SignalText, kSignals> signals;
  std::vector<SeatRule> rules;  ///< the first that holds
  SignalSet leave_early;        ///< any of them
  std::array<VerdictText, kVerdicts> verdicts;
  std::string source;
};

/// A line of S1's checklist: something to meet, or something to be said of the post.
struct Condition {
  std::string id;
  Text label;
  std::optional<Need> need;
  SignalSet signals;
  SignalSet against;
  std::string source;
};

struct MarketBand {
  std::string id;
  std::optional<StageIndex> stage;  ///< reached at least; absent: anybody
  std::optional<Need> need;
  std::optional<int> min;  ///< yen a year
  std::optional<int> max;
  Text text;
  std::string source;
};

struct Band {
  int below = 0;
  Text label;
};

enum class FindingKind : std::uint8_t {
  stuck,
  thin_base,
  fragmented,
  application_work,
  one_hosting,
  self_only,
  no_field_work,
  stays,
};
inline constexpr std::size_t kFindings = 8;

struct FindingText {
  int months = 0;
  Text label;
  Text text;
  std::string source;
};

enum class ActionKind : std::uint8_t {
  state_skill,
  add_evidence,
  ask_review,
  date_certificate,
  ask_reassignment,
  change_employer,
  prepare_application,
  take_offered_work,
  apply,
};
inline constexpr std::size_t kActions = 9;

struct ActionText {
  Text label;
  Effort effort;
  std::string source;
};

/// Words in a duty that suggest a skill, as numbers of `Rubric::duty_words`.
struct DutyRule {
  SkillIndex skill;
  int level = 0;
  std::vector<std::size_t> any;
  std::vector<std::size_t> with;
  std::vector<std::size_t> never;
  std::string source;
};

struct Settings {
  int arrival_months = 0;
  int short_months = 0;
  int short_level = 0;
  int lab_proof_hours = 0;
  int provisional_confidence = 0;
  int provisional_spread = 0;
  int path_reached_at = 0;
  int review_difference = 0;
  int weekly_hours = 0;
  int suggested_level = 0;
};

struct Rubric {
  std::string id;
  std::string version;
  std::string hash;  ///< of the file's bytes, 16 hexadecimal digits
  Text title;
  Text about;
  Settings settings;
  /// credit[need][level]: permille of the points, convex, 1000 from level = need on.
  std::array<std::array<int, kHighestLevel + 1>, kHighestLevel + 1> credit{};
  std::vector<Family> families;
  std::vector<Value> values;
  std::vector<Domain> domains;
  std::vector<Stage> stages;
  std::vector<ProofClass> proofs;
  std::vector<Skill> skills;
  std::vector<CertificationGroup> certification_groups;
  std::vector<Certification> certifications;
  std::vector<Path> paths;
  std::vector<EntryRoute> entry_routes;
  std::vector<Condition> conditions;
  Seat seat;
  std::vector<MarketBand> market;
  std::vector<Band> bands;
  std::array<FindingText, kFindings> findings;
  std::array<ActionText, kActions> actions;
  std::vector<DutyRule> duties;
  text::WordFinder duty_words;  ///< all that the rules speak of, folded
  Names names;

  DomainSet infrastructure;  ///< all domains that are
  DomainSet on_premises;     ///< all domains that are, as the next
  DomainSet cloud;

  [[nodiscard]] const Stage& operator[](StageIndex i) const { return stages[i.value]; }
  [[nodiscard]] const Skill& operator[](SkillIndex i) const { return skills[i.value]; }
  [[nodiscard]] const Domain& operator[](DomainIndex i) const { return domains[i.value]; }
  [[nodiscard]] const Value& operator[](ValueIndex i) const { return values[i.value]; }
  [[nodiscard]] const Path& operator[](PathIndex i) const { return paths[i.value]; }
  [[nodiscard]] const Certification& operator[](CertificationIndex i) const {
    return certifications[i.value];
  }

  /// The stage whose readiness is the score: the top of the ladder, where upstream work begins.
  [[nodiscard]] StageIndex target() const { return {static_cast<std::uint16_t>(stages.size() - 1)}; }
};

[[nodiscard]] std::string_view id(Tier tier);
[[nodiscard]] std::string_view id(Lapse lapse);
[[nodiscard]] std::string_view id(Signal signal);
[[nodiscard]] std::string_view id(Verdict verdict);
[[nodiscard]] std::string_view id(FindingKind finding);
[[nodiscard]] std::string_view id(ActionKind action);
[[nodiscard]] std::string_view id(Role role);
[[nodiscard]] std::string_view id(Scale scale);

}  // namespace upstream
