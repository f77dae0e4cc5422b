#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "upstream/date/date.hpp"
#include "upstream/rubric/requirement.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/source/source_file.hpp"

/// What a profile file says, in the terms of a rubric. Texts are the user's own and hostile until printed
/// safely.
namespace upstream {

struct Duty {
  std::string text;
  Position at;
};

struct Experience {
  StageSet stages;  ///< empty: work that is no stage of the ladder, or was not understood
  std::optional<Date> from;
  std::optional<Date> to;  ///< absent with `from`: still going on
  int undated_months = 0;  ///< of the short form
  DomainSet domains;       ///< empty: not stated, taken for infrastructure work
  Role role = Role::member;
  std::optional<int> team_size;
  std::optional<Scale> scale;
  bool customer_facing = false;
  std::vector<Duty> duties;
  Position at;
};

struct Lab {
  std::string title;
  std::optional<StageIndex> stage;
  DomainSet domains;
  int hours = 0;
  bool artifact = false;
  std::optional<Date> date;
  Position at;
};

enum class EvidenceKind : std::uint8_t { work, lab, course };

struct Evidence {
  EvidenceKind kind = EvidenceKind::work;
  std::string note;
  std::optional<Date> date;
  Position at;
};

struct SkillRating {
  SkillIndex skill;
  int level = 0;  ///< own rating 0..4; 0 where not applicable
  bool not_applicable = false;
  std::optional<int> reviewed_level;
  std::vector<Evidence> evidence;
  std::optional<Date> last_used;
  Position at;
};

struct HeldCertification {
  CertificationIndex certification;
  std::optional<Date> acquired;
  std::optional<Date> expires;
  Position at;
  Span name_span;
};

enum class Goal : std::uint8_t { upstream, stay };

struct Preferences {
  Goal goal = Goal::upstream;
  std::vector<PathIndex> paths;  ///< wished, in order
  ValueSet values;
  std::optional<int> study_hours_per_week;
};

enum class Strength : std::uint8_t { weak, normal, strong };

/// The present seat. Whatever is absent is unknown.
struct Environment {
  std::optional<Strength> sales_strength;
  std::optional<bool> customer_contact;
  std::optional<int> assignment_months;
  std::optional<bool> other_direction;
  std::optional<StageSet> stages_offered;
  std::optional<int> subcontract_tier;
  Position at;
};

struct Profile {
  std::string path;
  std::string id;
  std::string name;
  std::optional<Day> as_of;
  std::vector<Experience> experience;
  std::vector<Lab> labs;
  std::vector<SkillRating> skills;                ///< at most one for each skill
  std::vector<HeldCertification> certifications;  ///< those the rubric knows
  Preferences preferences;
  std::optional<Environment> environment;
};

/// Whether the entry tells anything about work in infrastructure (application work alone does not).
[[nodiscard]] bool is_infrastructure(const Experience& experience, const Rubric& rubric);

/// Whether the entry has begun by `day`; entries without dates have.
[[nodiscard]] bool has_begun(const Experience& experience, Day day);

/// The months of a dated entry that count on `day`: those touched up to `to`, or those ended by the day.
/// Nothing (first > last) where none do.
struct MonthRange {
  int first = 0;
  int last = -1;
};
[[nodiscard]] MonthRange months_of(const Experience& experience, Day day);

}  // namespace upstream
