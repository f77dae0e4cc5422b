#pragma once

#include "explain_catalog.hpp"
#include "page.hpp"

/// One function for each kind of thing; each writes what stands below the title.
namespace upstream::explaining {

void write(Page& page, const RuleInfo* rule, const Rubric& rubric);
void write(Page& page, StageRef stage, const Rubric& rubric);
void write(Page& page, GateRef gate, const Rubric& rubric);
void write(Page& page, const RequirementRef& requirement, const Rubric& rubric);
void write(Page& page, SkillRef skill, const Rubric& rubric);
void write(Page& page, CertificationRef certification, const Rubric& rubric);
void write(Page& page, const CertificationGroup* group, const Rubric& rubric);
void write(Page& page, PathRef path, const Rubric& rubric);
void write(Page& page, const EntryRoute* route, const Rubric& rubric);
void write(Page& page, const Condition* condition, const Rubric& rubric);
void write(Page& page, DomainRef domain, const Rubric& rubric);
void write(Page& page, ValueRef value, const Rubric& rubric);
void write(Page& page, FamilyRef family, const Rubric& rubric);
void write(Page& page, VerdictRef verdict, const Rubric& rubric);
void write(Page& page, const MarketBand* band, const Rubric& rubric);
void write(Page& page, const ProofClass* proof, const Rubric& rubric);
void write(Page& page, const Remark& remark, const Rubric& rubric);

/// Weight, label and id of every requirement of a ladder.
void write_ladder(Page& page, const std::vector<Requirement>& requirements);
/// What proves a level of the skills of this class.
void write_proof(Page& page, const ProofClass& proof, const Rubric& rubric);
/// "3 年", "期限なし" for every rule of validity, marked where it is approximate.
[[nodiscard]] Text validity(const Certification& certification);

}  // namespace upstream::explaining
