#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "upstream/rubric/index.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/text/text.hpp"

namespace upstream {

enum class Role : std::uint8_t { member, leader, manager };
enum class Scale : std::uint8_t { small, medium, large };

using RoleSet = IndexSet<Index<struct RoleTag>>;
using ScaleSet = IndexSet<Index<struct ScaleTag>>;
constexpr Index<RoleTag> index_of(Role role) { return {static_cast<std::uint16_t>(role)}; }
constexpr Index<ScaleTag> index_of(Scale scale) { return {static_cast<std::uint16_t>(scale)}; }

/// Which months of work are meant. An empty set does not filter.
struct MonthsFilter {
  StageSet stages;
  DomainSet domains;        ///< work in at least one of them
  bool any_domain = false;  ///< application work too; otherwise infrastructure work only
  RoleSet roles;
  ScaleSet scales;
  bool customer_facing = false;
};

// The closed vocabulary of what a rubric may ask. A new kind is code with tests, not a rubric language.
struct SkillAtLeast {
  SkillIndex skill;
  int level = 0;  ///< 1..4
};
struct MonthsAtLeast {
  int months = 0;
  MonthsFilter filter;
};
struct CertificateAmong {
  std::vector<CertificationIndex> of;  ///< ascending
  std::vector<std::string> written;    ///< ids of certificates and groups as the rubric names them
};
struct LabHoursAtLeast {
  int hours = 0;
  StageSet stages;  ///< empty: any
  bool artifact = false;
};
struct Need;
struct AllOf {
  std::vector<Need> of;
};
/// AnyOf is count 1.
struct AtLeast {
  int count = 1;
  std::vector<Need> of;
};

struct Need {
  std::variant<SkillAtLeast, MonthsAtLeast, CertificateAmong, LabHoursAtLeast, AllOf, AtLeast> kind;
  int credit = 1000;  ///< permille of the points this can earn at most, as one of several ways
};

/// Work for somebody: hours of study or lab, and months of field work. A range of hours, a least number of
/// months.
struct Effort {
  int hours_min = 0;
  int hours_max = 0;
  int months = 0;
};

/// One line of a ledger: what is asked, and how many of 1000 permille it brings.
struct Requirement {
  std::string id;
  Text label;
  std::uint16_t family = 0;
  int weight = 0;  ///< permille, apportioned so that a ladder's weights sum to 1000
  Need need;
  Text action;  ///< empty where the skill's own step says it
  Effort effort;
  Text reason;
  std::string source;
  Span origin;
};

/// What must be met before a stage's work can be given to somebody. Judged yes or no.
struct Gate {
  std::string id;
  Text label;
  Text reason;
  Text action;
  Effort effort;
  Need need;
  std::string source;
  Span origin;
};

}  // namespace upstream
