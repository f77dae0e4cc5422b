#include "lint.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include <fmt/format.h>

#include "reader.hpp"

namespace upstream {
namespace {

using rubric_reader::for_each_item;
using yaml::Node;

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

int highest_proof(const Rubric& rubric, SkillIndex skill) {
  const auto& proof = rubric.proofs[rubric[skill].proof];
  int highest = std::max({proof.own, proof.study, proof.lab, proof.role[1], proof.role[2]});
  for (const auto* field : {&proof.field, &proof.field_with_customer}) {
    for (const int level : *field)
      highest = std::max(highest, level == 0 ? 0 : level + proof.leader_bonus + proof.evidence_bonus);
  }
  return std::min(highest, kHighestLevel);
}

bool can_open(const Rubric& rubric, const Need& need, bool with_certificates) {
  const auto count_openable = [&](const std::vector<Need>& of) {
    return std::count_if(of.begin(), of.end(),
                         [&](const Need& one) { return can_open(rubric, one, with_certificates); });
  };
  return std::visit(
      Overloaded{
          [&](const SkillAtLeast& n) { return n.level <= highest_proof(rubric, n.skill); },
          [](const MonthsAtLeast&) { return true; },
          [&](const CertificateAmong& n) { return with_certificates && !n.of.empty(); },
          [](const LabHoursAtLeast&) { return true; },
          [&](const AllOf& n) { return count_openable(n.of) == static_cast<std::ptrdiff_t>(n.of.size()); },
          [&](const AtLeast& n) { return count_openable(n.of) >= n.count; },
      },
      need.kind);
}

void lint_gates(const Rubric& rubric, Diagnostics& diagnostics) {
  for (const auto& stage : rubric.stages) {
    for (const auto& gate : stage.gates) {
      if (can_open(rubric, gate.need, false)) continue;
      if (can_open(rubric, gate.need, true)) {
        diagnostics.report(Rule::rubric_gate, gate.origin,
                           {fmt::format("関門「{}」は資格でしか開かない", gate.id),
                            fmt::format("only a certificate can open the gate '{}'", gate.id)},
                           {"資格は歓迎であって必須ではありません。ほかの開け方を加えてください",
                            "certificates are welcome, not required: add another way"});
      } else {
        diagnostics.report(Rule::rubric_gate, gate.origin,
                           {fmt::format("関門「{}」は何をしても開かない", gate.id),
                            fmt::format("nothing can open the gate '{}'", gate.id)});
      }
    }
  }
}

/// Ids are unique across kinds, so that `explain ID` has one answer. Domains share names with skills by
/// design.
void lint_ids(Node root, Diagnostics& diagnostics) {
  std::map<std::string, Span, std::less<>> seen;
  const auto add = [&](Node item) {
    const auto id = item.find("id");
    if (!id || !id->is_string()) return;
    const auto [first, fresh] = seen.emplace(std::string(id->text()), id->span());
    if (fresh) return;
    diagnostics
        .report(Rule::rubric_collision, id->span(),
                {fmt::format("id「{}」がほかのものと同じ", id->text()),
                 fmt::format("the id '{}' is taken", id->text())})
        .notes.push_back({first->second, {"先に使われたのはここ", "first used here"}});
  };
  for (const auto* section : {"stages", "skills", "paths", "certifications", "certification_groups",
                              "entry_routes", "conditions"}) {
    for_each_item(root.find(section), [&](Node item) {
      add(item);
      for_each_item(item.find("gates"), add);
      for_each_item(item.find("requirements"), add);
    });
  }
}

/// Depth first; `state` 1 = on the way, 2 = done.
bool in_circle(const Rubric& rubric, CertificationIndex at, std::vector<std::uint8_t>& state) {
  state[at.value] = 1;
  for (const auto before : rubric[at].prerequisites) {
    if (state[before.value] == 1) return true;
    if (state[before.value] == 0 && in_circle(rubric, before, state)) return true;
  }
  state[at.value] = 2;
  return false;
}

void lint_prerequisites(const Rubric& rubric, Node root, Diagnostics& diagnostics) {
  std::vector<std::uint8_t> state(rubric.certifications.size());
  for (std::uint16_t i = 0; i < state.size(); ++i) {
    if (state[i] != 0 || !in_circle(rubric, {i}, state)) continue;
    std::uint16_t at = 0;
    for_each_item(root.find("certifications"), [&](Node item) {
      if (at++ != i) return;
      diagnostics.report(
          Rule::rubric_cycle, item.span(),
          {fmt::format("「{}」の前提をたどると自分に戻る", rubric[CertificationIndex{i}].id),
           fmt::format("the prerequisites of '{}' lead back to it", rubric[CertificationIndex{i}].id)});
    });
  }
}

}  // namespace

void apportion(std::vector<Requirement>& requirements, Span place, Diagnostics& diagnostics) {
  constexpr std::int64_t whole = 1000;
  std::int64_t sum = 0;
  for (const auto& requirement : requirements) sum += requirement.weight;
  if (sum == 0) return;  // reported by the shape
  struct Share {
    std::size_t at;
    std::int64_t remainder;
  };
  std::vector<Share> shares;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const auto scaled = requirements[i].weight * whole;
    requirements[i].weight = static_cast<int>(scaled / sum);
    given += scaled / sum;
    shares.push_back({i, scaled % sum});
  }
  std::stable_sort(shares.begin(), shares.end(),
                   [](const Share& a, const Share& b) { return a.remainder > b.remainder; });
  for (std::size_t i = 0; given < whole; ++i, ++given) ++requirements[shares[i].at].weight;
  for (const auto& requirement : requirements) {
    if (requirement.weight > 0) continue;
    diagnostics.report(
        Rule::rubric_weights, requirement.origin == Span{} ? place : requirement.origin,
        {fmt::format("「{}」の配点は全体の 1000 分の 1 に満たない", requirement.id),
         fmt::format("the weight of '{}' is less than a thousandth of the whole", requirement.id)},
        {"配点を上げるか、項目をまとめてください", "raise the weight or merge the line with another"});
  }
}

void lint(const Rubric& rubric, Node root, Diagnostics& diagnostics) {
  lint_gates(rubric, diagnostics);
  lint_ids(root, diagnostics);
  lint_prerequisites(rubric, root, diagnostics);
}

}  // namespace upstream
