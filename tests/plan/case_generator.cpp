#include "plan/case_generator.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "upstream/rubric/load.hpp"

namespace upstream::test {
namespace {

/// A top-level section of the program's own rubric: what no plan depends on.
std::string builtin_section(std::string_view key) {
  const auto text = builtin_rubric_text();
  const auto begin = text.find(fmt::format("\n{}:", key)) + 1;
  auto end = text.find('\n', begin);
  while (end + 1 < text.size() && (text[end + 1] == ' ' || text[end + 1] == '\n' || text[end + 1] == '#'))
    end = text.find('\n', end + 1);
  return std::string(text.substr(begin, end + 1 - begin));
}

std::string words(std::string_view id) { return fmt::format("{{ja: {0}, en: {0}}}", id); }

}  // namespace

PlanCase CaseGenerator::make() {
  stages_ = number(2, 3);
  skills_ = number(2, 3);
  certificates_ = number(2, 3);
  PlanCase one;
  one.rubric = rubric();
  one.profile = profile();
  one.of_path = chance(25);
  one.stage = std::max(number(0, stages_ - 1), number(0, stages_ - 1));
  if (chance(50)) one.score = 10 * number(3, 9);
  one.certificates = chance(85);
  one.change_post = chance(50);
  return one;
}

std::string CaseGenerator::rubric() {
  std::string text =
      "rubric: {id: small, version: 1.0.0, title: {ja: 小, en: small}, about: {ja: 小, en: small}}\n";
  text += settings();
  for (const auto* key : {"credit", "families", "values"}) text += builtin_section(key);
  text += "domains:\n";
  for (int d = 0; d < skills_; ++d)
    text += fmt::format("  - {{id: domain-{0}, label: {1}, skill: skill-{0}, hosting: {2}}}\n", d,
                        words(fmt::format("domain-{}", d)), d == 0 ? "on-premises" : "cloud");
  text += "  - {id: other, label: {ja: other, en: other}, hosting: none, infrastructure: false}\n";
  text += stages_section() + proofs() + skills_section() + certifications() + path();
  text += "entry_routes: []\nconditions: []\n" + builtin_section("seat");
  text += "market:\n  - {id: anybody, min: null, max: null, text: {ja: 不明, en: unknown}, source: field}\n";
  text += builtin_section("bands") + builtin_section("findings");
  return text + actions() + "duties: []\n";
}

std::string CaseGenerator::settings() {
  const auto line = [](std::string_view key, int value) {
    return fmt::format("  {}: {{value: {}, source: field}}\n", key, value);
  };
  return "settings:\n" + line("arrival_months", number(2, 6)) + line("short_months", number(1, 3)) +
         line("short_level", number(0, 2)) + line("lab_proof_hours", number(4, 20)) +
         line("provisional_confidence", 30) + line("provisional_spread", 20) +
         line("path_reached_at", 10 * number(4, 8)) + line("review_difference", 2) +
         line("weekly_hours", number(1, 4)) + line("suggested_level", number(0, 2));
}

std::string CaseGenerator::some_stages(int least) {
  std::string list;
  for (int s = least; s < stages_; ++s) {
    if (chance(60)) list += fmt::format("{}stage-{}", list.empty() ? "" : ", ", s);
  }
  if (list.empty()) list = fmt::format("stage-{}", number(least, stages_ - 1));
  return "[" + list + "]";
}

std::string CaseGenerator::simple_need(bool gate) {
  const int kind = number(1, 100);
  if (kind <= 42 || (gate && kind > 88))
    return fmt::format("skill: skill-{}, level: {}", number(0, skills_ - 1), number(1, 3));
  if (kind <= 72) {
    std::string text = fmt::format("months: {}", number(1, 4));
    if (chance(70)) text += ", stages: " + some_stages(0);
    if (chance(10)) text += fmt::format(", domains: [domain-{}]", number(0, skills_ - 1));
    if (chance(8)) text += ", roles: [leader, manager]";
    if (chance(8)) text += ", customer_facing: true";
    return text;
  }
  if (kind <= 85) {
    std::string text = fmt::format("lab_hours: {}", number(3, 25));
    if (chance(50)) text += ", stages: " + some_stages(0);
    if (chance(50)) text += ", artifact: true";
    return text;
  }
  std::string list;
  for (int c = 0; c < certificates_; ++c) {
    if (chance(50)) list += fmt::format("{}cert-{}", list.empty() ? "" : ", ", c);
  }
  return list.empty() ? "certificates: [some]" : "certificates: [" + list + "]";
}

std::string CaseGenerator::need(int depth, bool gate) {
  if (depth == 0 || chance(50)) return simple_need(gate);
  std::vector<std::string> parts;
  const int count = number(2, 3);
  bool credit = false;
  const bool all = chance(40);
  for (int i = 0; i < count; ++i) {
    auto part = need(depth - 1, gate && (all || i == 0));
    if (!all && i > 0 && chance(20)) {
      part += fmt::format(", credit: {}", 100 * number(3, 9));
      credit = true;
    }
    parts.push_back("{" + part + "}");
  }
  std::string of;
  for (const auto& part : parts) of += (of.empty() ? "" : ", ") + part;
  if (all) return "all: [" + of + "]";
  if (count == 3 && !credit && chance(40)) return "at_least: 2, of: [" + of + "]";
  return "any: [" + of + "]";
}

std::string CaseGenerator::ladder(std::string_view of, int indent) {
  std::string text;
  const int count = number(2, 4);
  for (int i = 0; i < count; ++i)
    text += fmt::format(
        "{:{}}- {{id: {}-{}, label: {}, family: technique, weight: {}, need: {{{}}}, action: {{ja: する, en: "
        "do}}, effort: {{hours: [1, 2]}}, reason: {{ja: 理由, en: reason}}, source: field}}\n",
        "", indent, of, i, words(fmt::format("{}-{}", of, i)), number(1, 5), need(2, false));
  return text;
}

std::string CaseGenerator::stages_section() {
  std::string text = "stages:\n";
  for (int s = 0; s < stages_; ++s) {
    const auto id = fmt::format("stage-{}", s);
    text += fmt::format(
        "  - id: {0}\n    label: {1}\n    about: {{ja: 工程, en: stage}}\n    reason: {{ja: 理由, en: "
        "reason}}\n    source: field\n",
        id, words(id));
    const int gates = s == 0 ? number(0, 1) : number(1, 2);
    text += gates == 0 ? "    gates: []\n" : "    gates:\n";
    for (int g = 0; g < gates; ++g)
      text += fmt::format(
          "      - {{id: gate-{}-{}, label: {}, reason: {{ja: 理由, en: reason}}, action: {{ja: する, en: "
          "do}}, effort: {{hours: [1, 2]}}, need: {{{}}}, source: field}}\n",
          s, g, words(fmt::format("gate-{}-{}", s, g)), need(2, true));
    text += "    requirements:\n" + ladder(fmt::format("rung-{}", s), 6);
  }
  return text;
}

std::string CaseGenerator::rising_levels(int most) {
  std::string list;
  int level = number(0, 2);
  for (int s = 0; s < stages_; ++s) {
    list += fmt::format("{}{}", list.empty() ? "" : ", ", level);
    level = std::min(most, level + number(0, 2));
  }
  return "[" + list + "]";
}

std::string CaseGenerator::proofs() {
  std::string text = "proof:\n";
  for (int p = 0; p < 2; ++p) {
    text += fmt::format("  - {{id: proof-{}, own: {}, study: {}, lab: {}, field: {}", p, number(0, 2),
                        number(1, 3), number(1, 3), rising_levels(4));
    if (chance(30)) text += ", lab_stages: " + some_stages(0);
    if (chance(20)) text += ", role: [1, 2]";
    if (chance(20)) text += ", one_hosting: 2";
    text += fmt::format(", leader_bonus: {}, evidence_bonus: {}, by_domain: {}, source: field}}\n",
                        number(0, 1), number(0, 1), p == 0 ? "true" : "false");
  }
  return text;
}

std::string CaseGenerator::skills_section() {
  std::string text = "skills:\n";
  for (int s = 0; s < skills_; ++s) {
    const auto id = fmt::format("skill-{}", s);
    text += fmt::format(
        "  - id: {}\n    label: {}\n    proof: proof-{}\n    stale_months: {}\n    not_applicable: true\n"
        "    about: {{ja: 技能, en: skill}}\n    source: field\n    levels:\n",
        id, words(id + "-label"), number(0, 1), chance(20) ? number(2, 5) : 48);
    for (int level = 1; level <= 4; ++level) {
      const bool field_only = level > 1 && chance(25);
      const int least = field_only ? 0 : number(1, 10);
      text += fmt::format(
          "      - {{sentence: {{ja: できる, en: can}}, step: {{ja: する, en: do}}, effort: {{hours: [{}, "
          "{}], months: {}}}, field_only: {}}}\n",
          least, field_only ? 0 : least + number(0, 10), chance(40) && !field_only ? 0 : number(1, 3),
          field_only);
    }
  }
  return text;
}

std::string CaseGenerator::certifications() {
  std::string text =
      "certification_groups:\n  - {id: some, label: {ja: some, en: some}, of: [cert-0, cert-1], "
      "source: field}\ncertifications:\n";
  for (int c = 0; c < certificates_; ++c) {
    const auto id = fmt::format("cert-{}", c);
    text += fmt::format(
        "  - {{id: {0}, name: {0}-name, short: {1}, vendor: vendor, domain: network, tier: entry, ", id,
        words(id + "-short"));
    const bool lapses = chance(40);
    text += lapses ? fmt::format("validity: [{{months: {}}}], lapse: expires, ", number(4, 24))
                   : "validity: [{permanent: true}], lapse: none, ";
    if (lapses && chance(50))
      text += fmt::format("renewed_by: [cert-{}], ", (c + number(1, certificates_ - 1)) % certificates_);
    if (c == 2 && chance(15)) {
      text += "requires: [cert-1, cert-0], ";
    } else if (c > 0 && chance(40)) {
      text += fmt::format("requires: [cert-{}], ", number(0, c - 1));
    }
    if (chance(25))
      text += fmt::format("requires_experience: {{months: {}, stages: {}, label: {{ja: 実務, en: work}}}}, ",
                          number(1, 4), some_stages(0));
    if (chance(70)) text += fmt::format("shows: {{skill-{}: {}}}, ", number(0, skills_ - 1), number(1, 3));
    const int least = number(1, 20);
    text += fmt::format("hours: [{}, {}], source: field}}\n", chance(5) ? 0 : least, least + number(0, 10));
  }
  return text;
}

std::string CaseGenerator::path() {
  std::string text =
      "paths:\n  - id: way\n    label: {ja: 道, en: way}\n    about: {ja: 道, en: way}\n    gives: {ja: 道, "
      "en: "
      "way}\n    demand: {ja: 道, en: way}\n    values: [income]\n    source: field\n";
  text += fmt::format(
      "    direction: {{share: {{domains: [domain-{}]}}, weight: 100, reason: {{ja: 理由, en: "
      "reason}}}}\n    requirements:\n",
      number(0, skills_ - 1));
  return text + ladder("step", 6);
}

std::string CaseGenerator::actions() {
  std::string text = "actions:\n";
  const auto add = [&](std::string_view id, int least, int most, int months) {
    text += fmt::format("  - {{id: {}, label: {}, effort: {{hours: [{}, {}], months: {}}}, source: field}}\n",
                        id, words(id), least, most, months);
  };
  add("state-skill", 1, 1, 0);
  add("add-evidence", 1, number(1, 3), 0);
  add("ask-review", 1, number(1, 6), 0);
  add("date-certificate", 1, 1, 0);
  add("ask-reassignment", 2, number(2, 6), number(0, 1));
  add("change-employer", 3, number(4, 9), number(1, 2));
  add("prepare-application", 2, 4, 0);
  add("take-offered-work", 1, number(1, 3), 0);
  add("apply", 2, number(3, 8), number(0, 1));
  return text;
}

std::string CaseGenerator::rating(int skill) {
  std::string text = fmt::format("  skill-{}: {{level: {}", skill, std::min(number(0, 3), number(0, 3)));
  if (chance(15)) text += fmt::format(", reviewed_level: {}", number(0, 3));
  if (chance(30))
    text += fmt::format(", evidence: [{{kind: {}, note: seen, date: 2026-0{}}}]",
                        chance(50) ? "work" : (chance(50) ? "course" : "lab"), number(1, 9));
  return text + "}\n";
}

std::string CaseGenerator::profile() {
  std::string text = fmt::format("version: 1\nname: small\nas_of: {}\n",
                                 chance(75) ? "2026-10-31" : fmt::format("2026-10-{}", number(10, 30)));
  const auto entry = [&](std::string_view dates) {
    const int stage = std::min(number(0, stages_ - 1), number(0, stages_ - 1));
    std::string line = fmt::format("  - {{stage: stage-{}, {}", stage, dates);
    if (chance(60)) line += fmt::format(", domains: [domain-{}]", number(0, skills_ - 1));
    if (chance(15)) line += ", role: leader";
    if (chance(15)) line += ", customer_facing: true";
    return line + "}\n";
  };
  std::string experience;
  if (chance(30))
    experience += entry(fmt::format("from: 2025-0{}, to: 2025-{}", number(1, 9), number(10, 12)));
  if (chance(10)) experience += entry(fmt::format("months: {}", number(1, 4)));
  if (chance(60)) experience += entry(fmt::format("from: 2026-0{}", number(6, 9)));
  if (chance(12)) experience += entry(fmt::format("from: 2026-0{}", number(6, 9)));
  if (chance(8)) experience += entry(fmt::format("from: 2026-0{}, to: 2027-0{}", number(4, 9), number(1, 4)));
  if (!experience.empty()) text += "experience:\n" + experience;
  if (chance(20))
    text += fmt::format("labs:\n  - {{title: lab, stage: stage-{}, domains: [domain-{}], hours: {}{}}}\n",
                        number(0, stages_ - 1), number(0, skills_ - 1), number(1, 15),
                        chance(50) ? ", artifact: shown" : "");
  std::string ratings;
  for (int s = 0; s < skills_; ++s) {
    if (chance(55)) ratings += rating(s);
  }
  if (!ratings.empty()) text += "skills:\n" + ratings;
  if (chance(20))
    text += fmt::format("certifications: [{{name: cert-{}, acquired: 2026-0{}}}]\n",
                        number(0, certificates_ - 1), number(4, 9));
  if (chance(85)) {
    const int hours[] = {0, 1, 1, 2, 2, 3, 3, 4, 6, 15};
    text += fmt::format("preferences: {{study_hours_per_week: {}}}\n", hours[number(0, 9)]);
  }
  if (chance(50)) {
    std::string post;
    const auto add = [&](const std::string& one) { post += (post.empty() ? "" : ", ") + one; };
    if (chance(75)) add("stages_offered: " + some_stages(0));
    if (chance(30)) add(fmt::format("assignment_months: {}", number(2, 6)));
    if (chance(20)) add("customer_contact: true");
    if (post.empty()) add("sales_strength: weak");
    text += "environment: {" + post + "}\n";
  }
  return text;
}

}  // namespace upstream::test
