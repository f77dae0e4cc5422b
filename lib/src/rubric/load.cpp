#include "upstream/rubric/load.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "lint.hpp"
#include "reader.hpp"
#include "upstream/text/hash.hpp"
#include "upstream/text/unicode.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream {
namespace embedded {
std::string_view rubric() noexcept;
std::string_view packed_rubric() noexcept;
}  // namespace embedded

namespace {

using rubric_reader::for_each_item;
using rubric_reader::Ids;
using rubric_reader::Reader;
using yaml::Node;

/// Matches the ids of a list's items with an enumeration and hands each item to `visit(index, item)`.
template <typename Enum, std::size_t kCount, typename Visit>
void for_each_of(const Reader& in, std::optional<Node> list, std::string_view what_ja,
                 std::string_view what_en, Visit&& visit) {
  std::array<bool, kCount> seen{};
  for_each_item(list, [&](Node item) {
    const auto name = in.word(item, "id");
    for (std::size_t i = 0; i < kCount; ++i) {
      if (id(static_cast<Enum>(i)) != name) continue;
      seen[i] = true;
      visit(i, item);
      return;
    }
    in.diagnostics().report(Rule::rubric_unknown_id, item.span(),
                            {fmt::format("「{}」という{}はない", name, what_ja),
                             fmt::format("there is no {} '{}'", what_en, name)});
  });
  for (std::size_t i = 0; list && i < kCount; ++i) {
    if (seen[i]) continue;
    const auto name = id(static_cast<Enum>(i));
    in.diagnostics().report(Rule::missing_key, list->span(),
                            {fmt::format("{}「{}」の文がない", what_ja, name),
                             fmt::format("the {} '{}' has no text", what_en, name)});
  }
}

/// Adds id, labels and aliases of every item under `kind`.
class NameReader {
 public:
  NameReader(const Reader& in, Names& names) : in_(in), names_(names) {}

  void collect(NameKind kind, std::optional<Node> list, std::string_view label = "label") {
    std::uint16_t index = 0;
    for_each_item(list, [&](Node item) {
      add(kind, item, "id", index);
      add(kind, item, "name", index);
      if (const auto text = item.find(label)) {
        add(kind, *text, "ja", index);
        add(kind, *text, "en", index);
      }
      add_list(kind, item, "aliases", index, false);
      add_list(kind, item, "noted_aliases", index, true);
      ++index;
    });
  }

  void collect_questions(NameKind kind, std::optional<Node> list, const Ids& ids, std::string_view question,
                         bool excluded) {
    for_each_item(list, [&](Node item) {
      Names::Ambiguity ambiguity{in_.words(item, "candidates"), in_.text(item, question), excluded};
      (void)in_.indices(item, "candidates", ids);  // says which candidates do not exist
      const auto names = item.find("names");
      if (!names || !names->is_sequence()) return;
      names->for_each_item([&](Node name) {
        if (name.is_string() && !names_.add_ambiguous(kind, name.text(), ambiguity)) report_collision(name);
      });
    });
  }

 private:
  void add(NameKind kind, Node map, std::string_view key, std::uint16_t index, bool noted = false) {
    const auto node = map.find(key);
    if (node && node->is_string()) add(kind, *node, index, noted);
  }
  void add(NameKind kind, Node node, std::uint16_t index, bool noted) {
    if (names_.add(kind, node.text(), index, noted)) report_collision(node);
  }
  void add_list(NameKind kind, Node item, std::string_view key, std::uint16_t index, bool noted) {
    const auto list = item.find(key);
    if (!list || !list->is_sequence()) return;
    list->for_each_item([&](Node alias) {
      if (alias.is_string()) add(kind, alias, index, noted);
    });
  }
  void report_collision(Node name) {
    in_.diagnostics().report(
        Rule::rubric_collision, name.span(),
        {fmt::format("名前「{}」はほかの意味でもう使われている", name.text()),
         fmt::format("the name '{}' already means something else", name.text())},
        {"どれか一つにするか、ambiguous_… に移してください", "keep one, or move the name to ambiguous_…"});
  }

  const Reader& in_;
  Names& names_;
};

Settings read_settings(const Reader& in, Node root) {
  const auto node = root.find("settings");
  const auto value = [&](std::string_view key) {
    const auto item = node ? node->find(key) : std::nullopt;
    if (!item || !item->is_mapping()) return 0;
    (void)in.source(*item);
    return in.integer(*item, "value");
  };
  return {value("arrival_months"),  value("short_months"),           value("short_level"),
          value("lab_proof_hours"), value("provisional_confidence"), value("provisional_spread"),
          value("path_reached_at"), value("review_difference"),      value("weekly_hours"),
          value("suggested_level")};
}

void read_credit(const Reader& in, Node root, Rubric& rubric) {
  std::array<bool, kHighestLevel + 1> seen{};
  for_each_item(root.find("credit"), [&](Node item) {
    const int need = std::clamp(in.integer(item, "need", 1), 1, kHighestLevel);
    auto by_level = in.integers(item, "by_level");
    const bool whole = by_level.size() == static_cast<std::size_t>(need) + 1 && by_level.front() == 0 &&
                       by_level.back() == 1000;
    if (!whole || !std::is_sorted(by_level.begin(), by_level.end()) || seen[static_cast<std::size_t>(need)]) {
      in.diagnostics().report(
          Rule::rubric_weights, item.span(),
          {fmt::format("レベル {} の配点は 0 から 1000 まで下がらない {} 個の数", need, need + 1),
           fmt::format("the credit of need {} is {} numbers from 0 to 1000 that never fall", need,
                       need + 1)});
      return;
    }
    seen[static_cast<std::size_t>(need)] = true;
    auto& row = rubric.credit[static_cast<std::size_t>(need)];
    row.fill(1000);
    std::copy(by_level.begin(), by_level.end(), row.begin());
  });
}

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

Gate read_gate(const Reader& in, Node item) {
  return {in.word(item, "id"),       in.text(item, "label"),
          in.text(item, "reason"),   in.text(item, "action"),
          in.effort(item, "effort"), in.need(item, "need").value_or(Need{}),
          in.source(item),           item.span()};
}

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

Direction read_direction(const Reader& in, Node path) {
  Direction direction;
  const auto node = path.find("direction");
  if (!node || !node->is_mapping()) return direction;
  const auto share = node->find("share");
  const auto months = node->find("months");
  direction.by_share = share.has_value();
  if (const auto filter = share ? share : months; filter && filter->is_mapping()) {
    direction.filter = in.filter(*filter);
    direction.months = std::max(1, in.integer(*filter, "months"));
  }
  direction.weight = in.integer(*node, "weight");
  direction.reason = in.text(*node, "reason");
  return direction;
}

std::vector<Path> read_paths(const Reader& in, Node root) {
  std::vector<Path> paths;
  for_each_item(root.find("paths"), [&](Node item) {
    Path path;
    path.id = in.word(item, "id");
    path.label = in.text(item, "label");
    path.about = in.text(item, "about");
    path.gives = in.text(item, "gives");
    path.demand = in.text(item, "demand");
    path.values = in.set<ValueIndex>(item, "values", in.index().values);
    path.direction = read_direction(in, item);
    path.requirements = read_requirements(in, item);
    path.source = in.source(item);
    paths.push_back(std::move(path));
  });
  return paths;
}

std::vector<EntryRoute> read_routes(const Reader& in, Node root) {
  std::vector<EntryRoute> routes;
  for_each_item(root.find("entry_routes"), [&](Node item) {
    EntryRoute route{in.word(item, "id"),
                     in.text(item, "label"),
                     in.text(item, "about"),
                     in.need(item, "need").value_or(Need{}),
                     {},
                     in.text(item, "next"),
                     in.source(item)};
    for_each_item(item.find("voices"), [&](Node voice) {
      route.voices.push_back({in.text(voice, "text"), in.source(voice)});
    });
    routes.push_back(std::move(route));
  });
  return routes;
}

SignalSet read_signals(const Reader& in, Node map, std::string_view key) {
  SignalSet set;
  const auto list = map.find(key);
  if (!list || !list->is_sequence()) return set;
  list->for_each_item([&](Node item) {
    for (std::size_t i = 0; i < kSignals; ++i) {
      if (id(static_cast<Signal>(i)) == item.text()) {
        set.insert(index_of(static_cast<Signal>(i)));
        return;
      }
    }
    in.diagnostics().report(Rule::rubric_unknown_id, item.span(),
                            {fmt::format("「{}」という席の特徴はない", item.text()),
                             fmt::format("there is no signal '{}'", item.text())});
  });
  return set;
}

Verdict read_verdict(const Reader& in, Node rule) {
  const auto word = in.word(rule, "verdict");
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    if (id(static_cast<Verdict>(i)) == word) return static_cast<Verdict>(i);
  }
  in.diagnostics().report(
      Rule::rubric_unknown_id, rule.span(),
      {fmt::format("「{}」という判定はない", word), fmt::format("there is no verdict '{}'", word)});
  return Verdict::unknown;
}

Seat read_seat(const Reader& in, Node root) {
  Seat seat;
  const auto node = root.find("seat");
  if (!node || !node->is_mapping()) return seat;
  seat.short_assignment_months = in.integer(*node, "short_assignment_months");
  seat.deep_tier = in.integer(*node, "deep_tier");
  for_each_of<Signal, kSignals>(in, node->find("signals"), "席の特徴", "signal",
                                [&](std::size_t i, Node item) {
                                  seat.signals[i] = {in.text(item, "label"), in.source(item)};
                                });
  for_each_item(node->find("rules"), [&](Node item) {
    seat.rules.push_back({read_verdict(in, item), read_signals(in, item, "all"),
                          read_signals(in, item, "any"), in.integer(item, "count", 1),
                          read_signals(in, item, "none")});
  });
  seat.leave_early = read_signals(in, *node, "leave_early");
  for_each_of<Verdict, kVerdicts>(
      in, node->find("verdicts"), "判定", "verdict", [&](std::size_t i, Node item) {
        seat.verdicts[i] = {in.text(item, "label"), in.text(item, "advice"), in.text(item, "advice_ready")};
      });
  seat.source = in.source(*node);
  return seat;
}

std::vector<Condition> read_conditions(const Reader& in, Node root) {
  std::vector<Condition> conditions;
  for_each_item(root.find("conditions"), [&](Node item) {
    conditions.push_back({in.word(item, "id"), in.text(item, "label"), in.need(item, "need"),
                          read_signals(in, item, "signals"), read_signals(in, item, "against"),
                          in.source(item)});
  });
  return conditions;
}

std::vector<MarketBand> read_market(const Reader& in, Node root) {
  std::vector<MarketBand> market;
  for_each_item(root.find("market"), [&](Node item) {
    MarketBand band{in.word(item, "id"), std::nullopt,          in.need(item, "need"), std::nullopt,
                    std::nullopt,        in.text(item, "text"), in.source(item)};
    if (const auto stage = in.reference(item, "stage", in.index().stages)) band.stage = StageIndex{*stage};
    if (const int min = in.integer(item, "min", -1); min >= 0) band.min = min;
    if (const int max = in.integer(item, "max", -1); max >= 0) band.max = max;
    market.push_back(std::move(band));
  });
  return market;
}

void read_duties(const Reader& in, Node root, Rubric& rubric) {
  const auto numbers = [&](Node item, std::string_view key) {
    std::vector<std::size_t> all;
    for (const auto& word : in.words(item, key)) all.push_back(rubric.duty_words.add(text::fold(word)));
    return all;
  };
  for_each_item(root.find("duties"), [&](Node item) {
    rubric.duties.push_back({{in.reference(item, "skill", in.index().skills).value_or(0)},
                             in.integer(item, "level", 1),
                             numbers(item, "any"),
                             numbers(item, "with"),
                             numbers(item, "not"),
                             in.source(item)});
  });
}

/// Puts the domains of a kind together.
void collect_domains(Rubric& rubric) {
  for (std::uint16_t i = 0; i < rubric.domains.size(); ++i) {
    const auto& domain = rubric.domains[i];
    if (domain.infrastructure) rubric.infrastructure.insert(DomainIndex{i});
    if (domain.hosting == Hosting::on_premises) rubric.on_premises.insert(DomainIndex{i});
    if (domain.hosting == Hosting::cloud) rubric.cloud.insert(DomainIndex{i});
    // Of a rubric with errors some skills may not have been read.
    if (domain.skill && domain.skill->value < rubric.skills.size())
      rubric.skills[domain.skill->value].domains.insert(DomainIndex{i});
  }
}

/// The sets of `IndexSet` hold 32; a rubric with more of a kind than that is refused before anything is
/// indexed.
bool fits(Node root, Diagnostics& diagnostics) {
  bool all_fit = true;
  for (const auto* section : {"values", "domains", "stages", "skills"}) {
    const auto list = root.find(section);
    if (!list || list->size() <= StageSet::kMost) continue;
    all_fit = false;
    diagnostics.report(Rule::too_many_entries, list->span(),
                       {fmt::format("{} は {} 個まで", section, StageSet::kMost),
                        fmt::format("at most {} {} are possible", StageSet::kMost, section)});
  }
  return all_fit;
}

void collect_ids(rubric_reader::Index& index, Node root, Diagnostics& diagnostics) {
  index.families.collect(root.find("families"), diagnostics);
  index.values.collect(root.find("values"), diagnostics);
  index.domains.collect(root.find("domains"), diagnostics);
  index.stages.collect(root.find("stages"), diagnostics);
  index.proofs.collect(root.find("proof"), diagnostics);
  index.skills.collect(root.find("skills"), diagnostics);
  index.certifications.collect(root.find("certifications"), diagnostics);
  index.groups.collect(root.find("certification_groups"), diagnostics);
  index.paths.collect(root.find("paths"), diagnostics);
}

void collect_names(const Reader& in, Node root, Names& names) {
  NameReader reader(in, names);
  reader.collect(NameKind::stage, root.find("stages"));
  reader.collect(NameKind::skill, root.find("skills"));
  reader.collect(NameKind::domain, root.find("domains"));
  reader.collect(NameKind::value, root.find("values"));
  reader.collect(NameKind::path, root.find("paths"));
  reader.collect(NameKind::certification, root.find("certifications"), "short");
  reader.collect_questions(NameKind::stage, root.find("ambiguous_stages"), in.index().stages, "ask", false);
  reader.collect_questions(NameKind::stage, root.find("not_stages"), in.index().stages, "reason", true);
  reader.collect_questions(NameKind::certification, root.find("ambiguous_certifications"),
                           in.index().certifications, "ask", false);
}

/// Takes the rubric out of a tree that has been checked against `rubric_shape`.
Rubric read_rubric(Node root, std::string_view hash, Diagnostics& diagnostics) {
  rubric_reader::Index index;
  collect_ids(index, root, diagnostics);
  const Reader in(index, diagnostics);
  Rubric rubric;
  for_each_item(root.find("certification_groups"), [&](Node item) {
    CertificationGroup group{in.word(item, "id"), in.text(item, "label"), {}, in.source(item)};
    for (const auto member : in.indices(item, "of", index.certifications)) group.of.push_back({member});
    index.group_members.push_back(group.of);
    rubric.certification_groups.push_back(std::move(group));
  });
  index.group_members.resize(root.find("certification_groups") ? root.find("certification_groups")->size()
                                                               : 0);

  rubric.hash = hash;
  if (const auto head = root.find("rubric"); head && head->is_mapping()) {
    rubric.id = in.word(*head, "id");
    rubric.version = in.word(*head, "version");
    rubric.title = in.text(*head, "title");
    rubric.about = in.text(*head, "about");
  }
  rubric.settings = read_settings(in, root);
  read_credit(in, root, rubric);
  for_each_item(root.find("families"), [&](Node item) {
    rubric.families.push_back({in.word(item, "id"), in.text(item, "label")});
  });
  for_each_item(root.find("values"), [&](Node item) {
    rubric.values.push_back({in.word(item, "id"), in.text(item, "label")});
  });
  rubric.domains = read_domains(in, root);
  rubric.stages = read_stages(in, root);
  rubric.proofs = read_proofs(in, root, rubric.stages.size());
  rubric.skills = read_skills(in, root);
  collect_domains(rubric);
  rubric.certifications = read_certifications(in, root);
  rubric.paths = read_paths(in, root);
  rubric.entry_routes = read_routes(in, root);
  rubric.conditions = read_conditions(in, root);
  rubric.seat = read_seat(in, root);
  rubric.market = read_market(in, root);
  for_each_item(root.find("bands"), [&](Node item) {
    rubric.bands.push_back({in.integer(item, "below"), in.text(item, "label")});
  });
  for_each_of<FindingKind, kFindings>(
      in, root.find("findings"), "所見", "finding", [&](std::size_t i, Node item) {
        rubric.findings[i] = {in.integer(item, "months"), in.text(item, "label"), in.text(item, "text"),
                              in.source(item)};
      });
  for_each_of<ActionKind, kActions>(
      in, root.find("actions"), "行動", "action", [&](std::size_t i, Node item) {
        rubric.actions[i] = {in.text(item, "label"), in.effort(item, "effort"), in.source(item)};
      });
  read_duties(in, root, rubric);
  collect_names(in, root, rubric.names);
  return rubric;
}

}  // namespace

std::optional<Rubric> load_rubric(const SourceFile& source, Diagnostics& diagnostics) {
  const auto document = yaml::read(source, diagnostics);
  if (!document) return std::nullopt;
  const auto root = document->root();
  shape::check(rubric_shape(), root, diagnostics);
  if (!root.is_mapping() || !fits(root, diagnostics)) return std::nullopt;
  auto rubric = read_rubric(root, text::Hash().add(source.text()).hex(), diagnostics);
  // Lint walks the finished model, which is only whole where nothing was wrong before.
  if (!diagnostics.has_errors()) lint(rubric, root, diagnostics);
  diagnostics.sort();
  if (diagnostics.has_errors()) return std::nullopt;
  return rubric;
}

std::string_view builtin_rubric_text() { return embedded::rubric(); }

std::string_view packed_builtin_rubric() { return embedded::packed_rubric(); }

Rubric load_builtin_rubric() {
  constexpr std::size_t hash_size = 16;
  const auto packed = packed_builtin_rubric();
  const auto document = yaml::Document::unpack(packed.substr(hash_size));
  Diagnostics nothing;  // the tests see to it
  return read_rubric(document.root(), packed.substr(0, hash_size), nothing);
}

}  // namespace upstream
