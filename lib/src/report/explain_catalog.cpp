#include "explain_catalog.hpp"

#include <string>

namespace upstream::explaining {
namespace {

class Collector {
 public:
  Collector(const Rubric& rubric, std::vector<Subject>& all) : rubric_(rubric), all_(all) {}

  void collect() {
    each<StageIndex>(rubric_.stages, "stage", [](StageIndex i) { return StageRef{i}; });
    each<SkillIndex>(rubric_.skills, "skill", [](SkillIndex i) { return SkillRef{i}; });
    each<CertificationIndex>(rubric_.certifications, "certification",
                             [](CertificationIndex i) { return CertificationRef{i}; });
    each<PathIndex>(rubric_.paths, "path", [](PathIndex i) { return PathRef{i}; });
    collect_ladders();
    each_pointer(rubric_.entry_routes, "entry-route");
    each_pointer(rubric_.certification_groups, "certification-group");
    each_pointer(rubric_.conditions, "condition");
    each<DomainIndex>(rubric_.domains, "domain", [](DomainIndex i) { return DomainRef{i}; });
    each<ValueIndex>(rubric_.values, "value", [](ValueIndex i) { return ValueRef{i}; });
    for (const auto& rule : rules()) {
      add("rule", rule.id, {std::string(rule.summary_ja), std::string(rule.summary_en)}, &rule);
    }
    collect_seat();
    collect_remarks();
    for (std::uint16_t i = 0; i < rubric_.families.size(); ++i) {
      add("family", rubric_.families[i].id, rubric_.families[i].label, FamilyRef{i});
    }
    for (const auto& band : rubric_.market) add("market", band.id, {}, &band);
    for (const auto& proof : rubric_.proofs) add("proof", proof.id, {}, &proof);
  }

 private:
  void add(std::string_view kind, std::string_view id, Text label, Thing thing) {
    all_.push_back({kind, id, std::move(label), std::move(thing)});
  }
  template <typename Index, typename Things, typename Make>
  void each(const Things& things, std::string_view kind, Make&& make) {
    for (std::uint16_t i = 0; i < things.size(); ++i)
      add(kind, things[i].id, things[i].label, make(Index{i}));
  }
  template <typename Things>
  void each_pointer(const Things& things, std::string_view kind) {
    for (const auto& thing : things) add(kind, thing.id, thing.label, &thing);
  }

  void collect_ladders() {
    for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
      const auto& stage = rubric_.stages[s];
      for (const auto& gate : stage.gates) add("gate", gate.id, gate.label, GateRef{{s}, &gate});
      for (const auto& one : stage.requirements) {
        add("requirement", one.id, one.label, RequirementRef{StageIndex{s}, &one});
      }
    }
    for (std::uint16_t p = 0; p < rubric_.paths.size(); ++p) {
      for (const auto& one : rubric_.paths[p].requirements) {
        add("requirement", one.id, one.label, RequirementRef{PathIndex{p}, &one});
      }
    }
  }

  void collect_seat() {
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      const auto verdict = static_cast<Verdict>(i);
      add("verdict", id(verdict), rubric_.seat.verdicts[i].label, VerdictRef{verdict});
    }
    for (std::size_t i = 0; i < kSignals; ++i) {
      const auto& signal = rubric_.seat.signals[i];
      add("signal", id(static_cast<Signal>(i)), signal.label, Remark{{}, nullptr, signal.source});
    }
  }

  void collect_remarks() {
    for (std::size_t i = 0; i < kFindings; ++i) {
      const auto& finding = rubric_.findings[i];
      add("finding", id(static_cast<FindingKind>(i)), finding.label,
          Remark{finding.text, nullptr, finding.source});
    }
    for (std::size_t i = 0; i < kActions; ++i) {
      const auto& action = rubric_.actions[i];
      add("action", id(static_cast<ActionKind>(i)), action.label, Remark{{}, &action.effort, action.source});
    }
  }

  const Rubric& rubric_;
  std::vector<Subject>& all_;
};

}  // namespace

std::vector<Subject> catalog(const Rubric& rubric) {
  std::vector<Subject> all;
  Collector(rubric, all).collect();
  return all;
}

}  // namespace upstream::explaining
