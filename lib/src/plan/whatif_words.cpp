#include "whatif_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "upstream/plan/plan.hpp"

namespace upstream::planning {
namespace {

std::string_view id(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::lab:
      return "lab";
    case EvidenceKind::course:
      return "course";
    case EvidenceKind::work:
      break;
  }
  return "work";
}

class Words {
 public:
  Words(const Profile& before, const Profile& after, const Rubric& rubric)
      : before_(before), after_(after), rubric_(rubric) {}

  std::vector<std::string> collect() {
    for (std::size_t i = 0; i < after_.experience.size(); ++i) experience(i);
    for (std::size_t i = before_.labs.size(); i < after_.labs.size(); ++i) lab(i);
    for (const auto& rating : after_.skills) skill(rating);
    for (std::size_t i = before_.certifications.size(); i < after_.certifications.size(); ++i) {
      const auto& held = after_.certifications[i];
      words_.emplace_back("--add-cert");
      words_.push_back(fmt::format("{}@{}", rubric_[held.certification].id, held.acquired->iso()));
    }
    environment();
    return std::move(words_);
  }

 private:
  void set(std::string_view path, std::string_view value) {
    words_.emplace_back("--set");
    words_.push_back(fmt::format("{}={}", path, value));
  }

  template <typename Set, typename Things>
  [[nodiscard]] static std::string ids(const Set& set, const Things& things) {
    std::string list;
    for (std::uint16_t i = 0; i < things.size(); ++i) {
      if (set.contains({i})) list += (list.empty() ? "" : ", ") + things[i].id;
    }
    return "[" + list + "]";
  }

  void experience(std::size_t i) {
    const auto& entry = after_.experience[i];
    if (i < before_.experience.size()) {
      if (before_.experience[i].to != entry.to) set(fmt::format("experience.{}.to", i + 1), entry.to->iso());
      return;
    }
    std::string value = fmt::format("{{stage: {}, from: {}, to: {}", ids(entry.stages, rubric_.stages),
                                    entry.from->iso(), entry.to->iso());
    if (!entry.domains.empty()) value += ", domains: " + ids(entry.domains, rubric_.domains);
    if (entry.role != Role::member) value += fmt::format(", role: {}", upstream::id(entry.role));
    if (entry.scale) value += fmt::format(", scale: {}", upstream::id(*entry.scale));
    if (entry.customer_facing) value += ", customer_facing: true";
    set(fmt::format("experience.{}", i + 1), value + "}");
  }

  void lab(std::size_t i) {
    const auto& lab = after_.labs[i];
    std::string value = fmt::format("{{title: planned, hours: {}", lab.hours);
    if (lab.stage) value += ", stage: " + rubric_[*lab.stage].id;
    if (!lab.domains.empty()) value += ", domains: " + ids(lab.domains, rubric_.domains);
    if (lab.artifact) value += ", artifact: planned";
    if (lab.date) value += ", date: " + lab.date->iso();
    set(fmt::format("labs.{}", i + 1), value + "}");
  }

  void skill(const SkillRating& now) {
    const auto found = std::find_if(before_.skills.begin(), before_.skills.end(),
                                    [&](const SkillRating& rating) { return rating.skill == now.skill; });
    static const SkillRating none;
    const auto& was = found == before_.skills.end() ? none : *found;
    const auto path = "skills." + rubric_[now.skill].id;
    if (found == before_.skills.end() || was.level != now.level || was.not_applicable != now.not_applicable)
      set(path, std::to_string(now.level));
    if (was.reviewed_level != now.reviewed_level)
      set(path + ".reviewed_level", std::to_string(*now.reviewed_level));
    for (auto i = was.evidence.size(); i < now.evidence.size(); ++i) {
      const auto& evidence = now.evidence[i];
      std::string value = fmt::format("{{kind: {}, note: planned", id(evidence.kind));
      if (evidence.date) value += ", date: " + evidence.date->iso();
      set(fmt::format("{}.evidence.{}", path, i + 1), value + "}");
    }
  }

  /// Of a new post, of which nothing else is known.
  void environment() {
    if (!after_.environment || !after_.environment->stages_offered) return;
    const auto& offered = *after_.environment->stages_offered;
    if (before_.environment && before_.environment->stages_offered == offered) return;
    set("environment", fmt::format("{{stages_offered: {}}}", ids(offered, rubric_.stages)));
  }

  const Profile& before_;
  const Profile& after_;
  const Rubric& rubric_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> whatif_words(const Profile& before, const Profile& after, const Rubric& rubric) {
  return Words(before, after, rubric).collect();
}

}  // namespace upstream::planning

namespace upstream {

Supposition supposition_of(const std::vector<std::string>& words, Day at) {
  Supposition supposition;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    if (words[i] == "--set") supposition.set.push_back(words[i + 1]);
    if (words[i] == "--add-cert") supposition.add_certificates.push_back(words[i + 1]);
  }
  supposition.at = at;
  return supposition;
}

}  // namespace upstream
