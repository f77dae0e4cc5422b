#include <fmt/format.h>

#include "load_parts.hpp"

namespace upstream::rubric_reader {

using yaml::Node;

namespace {

Tier tier_of(std::string_view word) {
  for (const auto tier : {Tier::entry, Tier::associate, Tier::professional, Tier::expert}) {
    if (id(tier) == word) return tier;
  }
  return Tier::entry;
}

Lapse lapse_of(std::string_view word) {
  for (const auto lapse : {Lapse::none, Lapse::expires, Lapse::inactive, Lapse::registration}) {
    if (id(lapse) == word) return lapse;
  }
  return Lapse::none;
}

std::vector<ValidityRule> read_validity(const Reader& in, Node item) {
  std::vector<ValidityRule> rules;
  for_each_item(item.find("validity"), [&](Node node) {
    ValidityRule rule;
    if (const auto before = parse_date(in.word(node, "before"))) rule.before = before->first_day();
    if (!in.flag(node, "permanent")) rule.months = in.integer(node, "months");
    if (rule.months && *rule.months <= 0) {
      in.diagnostics().report(Rule::missing_key, node.span(),
                              {"months か permanent: true が要る", "months or permanent: true is needed"});
    }
    rules.push_back(rule);
  });
  if (rules.empty() || rules.back().before) {
    in.diagnostics().report(
        Rule::missing_key, item.span(),
        {"validity の最後には before のない規則が要る", "the last rule of validity has no before"});
  }
  return rules;
}

}  // namespace

std::vector<Certification> read_certifications(const Reader& in, Node root) {
  std::vector<Certification> all;
  for_each_item(root.find("certifications"), [&](Node item) {
    Certification one;
    one.id = in.word(item, "id");
    one.name = in.word(item, "name");
    one.label = in.text(item, "short");
    one.vendor = in.word(item, "vendor");
    one.domain = in.word(item, "domain");
    one.tier = tier_of(in.word(item, "tier"));
    one.itss = in.integer(item, "itss");
    one.validity = read_validity(in, item);
    one.lapse = lapse_of(in.word(item, "lapse"));
    one.lapse_keeps = in.certifications(item, "lapse_keeps");
    one.renewed_by = in.certifications(item, "renewed_by");
    one.prerequisites = in.certifications(item, "requires");
    if (const auto node = item.find("requires_experience"); node && node->is_mapping()) {
      one.experience =
          ExperiencePrerequisite{in.integer(*node, "months"), in.filter(*node), in.text(*node, "label")};
    }
    if (const auto shows = item.find("shows"); shows && shows->is_mapping()) {
      shows->for_each_entry([&](Node skill, Node level) {
        const auto index = in.index().skills.resolve(skill, in.diagnostics());
        if (index && level.integer()) one.shows.push_back({{*index}, static_cast<int>(*level.integer())});
      });
    }
    const auto hours = in.integers(item, "hours");
    if (hours.size() == 2) one.effort = {hours[0], hours[1], 0};
    one.approximate = in.words(item, "approx");
    one.note = in.text(item, "note");
    one.source = in.source(item);
    all.push_back(std::move(one));
  });
  return all;
}

}  // namespace upstream::rubric_reader
