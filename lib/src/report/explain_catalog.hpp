#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "upstream/diagnostic/rule.hpp"
#include "upstream/rubric/rubric.hpp"

/// Everything that can be explained, under one roof.
namespace upstream::explaining {

struct StageRef {
  StageIndex index;
};
struct GateRef {
  StageIndex stage;
  const Gate* gate;
};
/// Of a stage or of a path.
struct RequirementRef {
  std::variant<StageIndex, PathIndex> owner;
  const Requirement* requirement;
};
struct SkillRef {
  SkillIndex index;
};
struct CertificationRef {
  CertificationIndex index;
};
struct PathRef {
  PathIndex index;
};
struct DomainRef {
  DomainIndex index;
};
struct ValueRef {
  ValueIndex index;
};
struct FamilyRef {
  std::uint16_t index;
};
struct VerdictRef {
  Verdict verdict;
};
/// A text of the rubric with nothing more to it: a finding, an action, a signal.
struct Remark {
  Text text;
  const Effort* effort;
  std::string_view source;
};

using Thing = std::variant<const RuleInfo*, StageRef, GateRef, RequirementRef, SkillRef, CertificationRef,
                           const CertificationGroup*, PathRef, const EntryRoute*, const Condition*, DomainRef,
                           ValueRef, FamilyRef, VerdictRef, const MarketBand*, const ProofClass*, Remark>;

struct Subject {
  std::string_view kind;  ///< what may stand before the colon of kind:id
  std::string_view id;
  Text label;
  Thing thing;
};

/// In the order in which an id that several kinds share is looked up.
[[nodiscard]] std::vector<Subject> catalog(const Rubric& rubric);

}  // namespace upstream::explaining
