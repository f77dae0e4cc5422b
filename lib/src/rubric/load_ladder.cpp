#include <algorithm>

#include <fmt/format.h>

#include "lint.hpp"
#include "load_parts.hpp"

namespace upstream::rubric_reader {

using yaml::Node;

std::vector<Domain> read_domains(const Reader& in, Node root) {
  std::vector<Domain> domains;
  for_each_item(root.find("domains"), [&](Node item) {
    Domain domain{in.word(item, "id"), in.text(item, "label"), std::nullopt, Hosting::none,
                  in.flag(item, "infrastructure", true)};
    if (const auto skill = in.reference(item, "skill", in.index().skills)) domain.skill = SkillIndex{*skill};
    const auto hosting = in.word(item, "hosting");
    if (hosting == "on-premises") domain.hosting = Hosting::on_premises;
    if (hosting == "cloud") domain.hosting = Hosting::cloud;
    domains.push_back(std::move(domain));
  });
  return domains;
}

namespace {

Gate read_gate(const Reader& in, Node item) {
  return {in.word(item, "id"),       in.text(item, "label"),
          in.text(item, "reason"),   in.text(item, "action"),
          in.effort(item, "effort"), in.need(item, "need").value_or(Need{}),
          in.source(item),           item.span()};
}

}  // namespace

std::vector<Requirement> read_requirements(const Reader& in, Node owner) {
  std::vector<Requirement> requirements;
  for_each_item(owner.find("requirements"), [&](Node item) {
    Requirement requirement;
    requirement.id = in.word(item, "id");
    requirement.label = in.text(item, "label");
    requirement.family = in.reference(item, "family", in.index().families).value_or(0);
    requirement.weight = std::max(0, in.integer(item, "weight"));
    requirement.need = in.need(item, "need").value_or(Need{});
    requirement.action = in.text(item, "action");
    requirement.effort = in.effort(item, "effort");
    requirement.reason = in.text(item, "reason");
    requirement.source = in.source(item);
    requirement.origin = item.span();
    const bool single_skill = std::holds_alternative<SkillAtLeast>(requirement.need.kind);
    if (!single_skill && requirement.action.ja.empty()) {
      in.diagnostics().report(Rule::missing_key, item.span(),
                              {"技能一つではない条件には action が要る",
                               "a requirement that is no single skill needs an action"});
    }
    requirements.push_back(std::move(requirement));
  });
  apportion(requirements, owner.span(), in.diagnostics());
  return requirements;
}

std::vector<Stage> read_stages(const Reader& in, Node root) {
  std::vector<Stage> stages;
  for_each_item(root.find("stages"), [&](Node item) {
    Stage stage{in.word(item, "id"),
                in.text(item, "label"),
                in.text(item, "about"),
                in.text(item, "reason"),
                in.source(item),
                {},
                {}};
    for_each_item(item.find("gates"), [&](Node gate) { stage.gates.push_back(read_gate(in, gate)); });
    stage.requirements = read_requirements(in, item);
    stages.push_back(std::move(stage));
  });
  return stages;
}

namespace {

std::vector<int> read_field(const Reader& in, Node item, std::string_view key, std::size_t stages) {
  auto field = in.integers(item, key);
  if (field.size() != stages || !std::is_sorted(field.begin(), field.end())) {
    in.diagnostics().report(Rule::rubric_levels, item.span(),
                            {fmt::format("{} には工程の数だけの、下がらないレベルが要る", key),
                             fmt::format("{} needs a level for every stage, never falling", key)});
    field.assign(stages, 0);
  }
  return field;
}

}  // namespace

std::vector<ProofClass> read_proofs(const Reader& in, Node root, std::size_t stages) {
  std::vector<ProofClass> proofs;
  for_each_item(root.find("proof"), [&](Node item) {
    ProofClass proof;
    proof.id = in.word(item, "id");
    proof.own = in.integer(item, "own");
    proof.study = in.integer(item, "study");
    proof.lab = in.integer(item, "lab");
    proof.lab_stages = in.set<StageIndex>(item, "lab_stages", in.index().stages);
    proof.field = read_field(in, item, "field", stages);
    proof.field_with_customer =
        item.find("field_with_customer") ? read_field(in, item, "field_with_customer", stages) : proof.field;
    proof.leader_bonus = in.integer(item, "leader_bonus");
    const auto role = in.integers(item, "role");
    if (role.size() == 2) proof.role = {0, role[0], role[1]};
    proof.evidence_bonus = in.integer(item, "evidence_bonus");
    proof.one_hosting = in.integer(item, "one_hosting", kHighestLevel);
    proof.by_domain = in.flag(item, "by_domain");
    proof.any_domain = in.flag(item, "any_domain");
    proof.source = in.source(item);
    proofs.push_back(std::move(proof));
  });
  return proofs;
}

std::vector<Skill> read_skills(const Reader& in, Node root) {
  std::vector<Skill> skills;
  for_each_item(root.find("skills"), [&](Node item) {
    Skill skill;
    skill.id = in.word(item, "id");
    skill.label = in.text(item, "label");
    skill.short_label = item.find("short") ? in.text(item, "short") : skill.label;
    skill.about = in.text(item, "about");
    skill.proof = in.reference(item, "proof", in.index().proofs).value_or(0);
    skill.stale_months = in.integer(item, "stale_months");
    skill.not_applicable = in.flag(item, "not_applicable");
    std::size_t level = 0;
    for_each_item(item.find("levels"), [&](Node step) {
      if (level < skill.levels.size()) {
        skill.levels[level] = {in.text(step, "sentence"), in.text(step, "step"), in.effort(step, "effort"),
                               in.flag(step, "field_only")};
      }
      ++level;
    });
    if (level != skill.levels.size()) {
      in.diagnostics().report(
          Rule::rubric_levels, item.span(),
          {fmt::format("「{}」にはレベル 1〜4 の四つの文が要る({} 個ある)", skill.id, level),
           fmt::format("'{}' needs a sentence for each of the levels 1 to 4 ({} found)", skill.id, level)});
    }
    skill.source = in.source(item);
    skills.push_back(std::move(skill));
  });
  return skills;
}

}  // namespace upstream::rubric_reader
