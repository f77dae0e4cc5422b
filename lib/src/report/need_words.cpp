#include "need_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "phrases.hpp"

namespace upstream {
namespace {

const std::array<Text, 3> kRoles{Text{"メンバー", "member"}, Text{"リーダー", "leader"},
                                 Text{"マネージャー", "manager"}};
const std::array<Text, 3> kScales{Text{"小規模", "small"}, Text{"中規模", "medium"}, Text{"大規模", "large"}};

template <typename Item, typename Words>
Choice choice_of(const IndexSet<Item>& set, const Words& words) {
  Choice choice;
  for (std::uint16_t i = 0; i < words.size(); ++i) {
    if (set.contains(Item{i})) choice.add(words[i]);
  }
  return choice;
}

template <typename Item, typename Things>
Choice labels_of(const IndexSet<Item>& set, const Things& things) {
  Choice choice;
  for (std::uint16_t i = 0; i < things.size(); ++i) {
    if (set.contains(Item{i})) choice.add(things[i].label);
  }
  return choice;
}

Text phrase(const SkillAtLeast& need, const Rubric& rubric) {
  const auto& label = rubric[need.skill].label;
  return {fmt::format("{} {} 以上", label.ja, need.level),
          fmt::format("{} at {} or above", label.en, need.level)};
}

Text phrase(const MonthsAtLeast& need, const Rubric& rubric) {
  const auto& filter = need.filter;
  Text before;
  Text after;
  if (const auto roles = choice_of(filter.roles, kRoles); !roles.empty()) {
    before.ja += roles.joined().ja + "としての";
    after.en += " as " + roles.joined().en;
  }
  if (filter.customer_facing) {
    before.ja += "顧客と直接やり取りする";
    before.en += "customer-facing ";
  }
  if (const auto scales = choice_of(filter.scales, kScales); !scales.empty()) {
    before.ja += scales.joined().ja + "案件での";
    after.en += fmt::format(" on {} projects", scales.joined().en);
  }
  if (const auto domains = labels_of(filter.domains, rubric.domains); !domains.empty()) {
    before.ja += domains.joined().ja + "の";
    after.en += " in " + domains.joined().en;
  }
  if (filter.any_domain) {
    after.ja += "(開発も含む)";
    after.en += " (application work counts too)";
  }
  const auto stages = stages_phrase(filter.stages, rubric);
  const bool plain = before.ja.empty() && stages.ja.empty() && !filter.any_domain;
  return {fmt::format("{}{}{}実務{} {} か月以上", before.ja, stages.ja, plain ? "インフラの" : "", after.ja,
                      need.months),
          fmt::format("{} {} of {}field work{}{}{}", need.months, need.months == 1 ? "month" : "months",
                      before.en, plain ? "infrastructure " : "", stages.en.empty() ? "" : " ", stages.en,
                      after.en)};
}

Text phrase(const CertificateAmong& need, const Rubric& rubric) {
  Choice choice;
  for (const auto& written : need.written) {
    const auto has_id = [&](const auto& thing) { return thing.id == written; };
    const auto& groups = rubric.certification_groups;
    if (const auto group = std::find_if(groups.begin(), groups.end(), has_id); group != groups.end()) {
      choice.add(group->label);
      continue;
    }
    const auto& all = rubric.certifications;
    if (const auto one = std::find_if(all.begin(), all.end(), has_id); one != all.end())
      choice.add(one->label);
  }
  const auto names = choice.joined("、");
  return {fmt::format("資格のどれか一つ: {}", names.ja), fmt::format("any one certificate of: {}", names.en)};
}

Text phrase(const LabHoursAtLeast& need, const Rubric& rubric) {
  const auto stages = stages_phrase(need.stages, rubric);
  return {fmt::format("{}ラボ {} 時間以上{}", stages.ja, need.hours, need.artifact ? "(成果物あり)" : ""),
          fmt::format("{} hours of lab{}{}{}", need.hours, stages.en.empty() ? "" : " ", stages.en,
                      need.artifact ? " with something to show" : "")};
}

std::string counted(int count) {
  constexpr std::array<std::string_view, 4> words{"none", "one", "two", "three"};
  const auto at = static_cast<std::size_t>(count);
  return at < words.size() ? std::string(words[at]) : fmt::format("{}", count);
}

/// "one of network, server at 2": any number of skills at one level need no tree.
std::optional<Text> same_level(const AtLeast& need, const Rubric& rubric) {
  Choice skills;
  int level = 0;
  for (const auto& part : need.of) {
    const auto* skill = std::get_if<SkillAtLeast>(&part.kind);
    if (skill == nullptr || part.credit != 1000 || (level != 0 && skill->level != level)) return std::nullopt;
    level = skill->level;
    skills.add(rubric[skill->skill].label);
  }
  if (skills.empty()) return std::nullopt;
  const auto names = skills.joined("、");
  return Text{fmt::format("{}のうち {} つが {} 以上", names.ja, need.count, level),
              fmt::format("{} of {} at {} or above", counted(need.count), names.en, level)};
}

class Writer {
 public:
  Writer(const Rubric& rubric, std::vector<NeedLine>& lines) : rubric_(rubric), lines_(lines) {}

  void write(const Need& need, std::size_t depth) {
    const auto at = lines_.size();
    std::visit([&](const auto& kind) { write(kind, depth); }, need.kind);
    if (need.credit == 1000 || at == lines_.size()) return;
    lines_[at].text.ja += fmt::format("(配点の {} % まで)", need.credit / 10);
    lines_[at].text.en += fmt::format(" (up to {} % of the points)", need.credit / 10);
  }

 private:
  template <typename Simple>
  void write(const Simple& need, std::size_t depth) {
    lines_.push_back({depth, phrase(need, rubric_)});
  }
  void write(const AllOf& need, std::size_t depth) { write_parts({"次のすべて", "all of"}, need.of, depth); }
  void write(const AtLeast& need, std::size_t depth) {
    if (auto line = same_level(need, rubric_)) {
      lines_.push_back({depth, std::move(*line)});
    } else if (need.count == 1) {
      write_parts({"次のどれか一つ", "any one of"}, need.of, depth);
    } else {
      write_parts(
          {fmt::format("次のうち {} つ以上", need.count), fmt::format("at least {} of", counted(need.count))},
          need.of, depth);
    }
  }
  void write_parts(Text heading, const std::vector<Need>& parts, std::size_t depth) {
    // A list of one says the same without its heading.
    if (parts.size() == 1) return write(parts.front(), depth);
    lines_.push_back({depth, std::move(heading)});
    for (const auto& part : parts) write(part, depth + 1);
  }

  const Rubric& rubric_;
  std::vector<NeedLine>& lines_;
};

}  // namespace

void Choice::add(const Text& word) { words_.push_back(word); }

Text Choice::joined(std::string_view ja_separator) const {
  Text all;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (i > 0) {
      all.ja += ja_separator;
      all.en += i + 1 == words_.size() ? " or " : ", ";
    }
    all.ja += words_[i].ja;
    all.en += words_[i].en;
  }
  return all;
}

Text stages_phrase(const StageSet& stages, const Rubric& rubric) {
  if (stages.empty() || stages.size() == static_cast<int>(rubric.stages.size())) return {};
  const auto words = phrases::stages(stages, rubric);
  return {words.ja + "の", "at " + words.en};
}

Text stage_title(StageIndex stage, const Rubric& rubric) {
  const auto& label = rubric[stage].label;
  return {label.ja, fmt::format("{} ({})", label.en, label.ja)};
}

std::vector<NeedLine> need_lines(const Need& need, const Rubric& rubric) {
  std::vector<NeedLine> lines;
  Writer(rubric, lines).write(need, 0);
  return lines;
}

}  // namespace upstream
