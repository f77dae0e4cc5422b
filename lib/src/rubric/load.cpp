#include "upstream/rubric/load.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "lint.hpp"
#include "load_parts.hpp"
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
using rubric_reader::for_each_of;
using rubric_reader::Ids;
using rubric_reader::Reader;
using yaml::Node;

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
  rubric.domains = rubric_reader::read_domains(in, root);
  rubric.stages = rubric_reader::read_stages(in, root);
  rubric.proofs = rubric_reader::read_proofs(in, root, rubric.stages.size());
  rubric.skills = rubric_reader::read_skills(in, root);
  collect_domains(rubric);
  rubric.certifications = rubric_reader::read_certifications(in, root);
  rubric.paths = rubric_reader::read_paths(in, root);
  rubric.entry_routes = rubric_reader::read_routes(in, root);
  rubric.conditions = rubric_reader::read_conditions(in, root);
  rubric.seat = rubric_reader::read_seat(in, root);
  rubric.market = rubric_reader::read_market(in, root);
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
