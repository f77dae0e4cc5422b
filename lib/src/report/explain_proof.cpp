#include <fmt/format.h>

#include "explain_pages.hpp"
#include "need_words.hpp"
#include "phrases.hpp"

/// What proves a level.
namespace upstream::explaining {
namespace {

Text field_levels(const std::vector<int>& levels, const Rubric& rubric) {
  Text text;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    text.ja += fmt::format("{}{} {}", i == 0 ? "" : "、", rubric.stages[i].label.ja, levels[i]);
    text.en += fmt::format("{}{} {}", i == 0 ? "" : ", ", rubric.stages[i].label.en, levels[i]);
  }
  return text;
}

}  // namespace

void write_proof(Page& page, const ProofClass& proof, const Rubric& rubric) {
  const auto row = [&](const Text& label, int level) {
    page.row(label, Text{fmt::format("{} まで", level), fmt::format("up to {}", level)});
  };
  row({"自己評価のみ", "own rating"}, proof.own);
  row({"研修", "course"}, proof.study);
  const auto hours = rubric.settings.lab_proof_hours;
  const auto stages = stages_phrase(proof.lab_stages, rubric);
  page.row({"ラボ", "lab"},
           Text{fmt::format("{} まで({}成果物つき、合わせて {} 時間から)", proof.lab, stages.ja, hours),
                fmt::format("up to {} ({}{}with something to show, {} hours in all)", proof.lab, stages.en,
                            stages.en.empty() ? "" : ", ", hours)});
  page.row({"実務", "field work"}, field_levels(proof.field, rubric));
  if (proof.field_with_customer != proof.field) {
    page.row({"顧客対応あり", "with customer"}, field_levels(proof.field_with_customer, rubric));
  }
  const auto least = phrases::months(rubric.settings.short_months);
  page.row(
      {"", ""},
      Text{fmt::format("{}から。それより短い実務は {} まで", least.ja, rubric.settings.short_level),
           fmt::format("from {} on; shorter work proves up to {}", least.en, rubric.settings.short_level)});
  if (proof.leader_bonus > 0) {
    page.row({"リーダー経験", "as leader"},
             Text{fmt::format("+{}", proof.leader_bonus), fmt::format("+{}", proof.leader_bonus)});
  }
  if (proof.role[1] > 0 || proof.role[2] > 0) {
    page.row({"立場", "role"}, Text{fmt::format("リーダー {}、マネージャー {}", proof.role[1], proof.role[2]),
                                    fmt::format("leader {}, manager {}", proof.role[1], proof.role[2])});
  }
  if (proof.evidence_bonus > 0) {
    page.row({"実務の裏付け", "work evidence"},
             Text{fmt::format("合う実務があれば +{}", proof.evidence_bonus),
                  fmt::format("+{} beside field work that matches", proof.evidence_bonus)});
  }
  if (proof.one_hosting < kHighestLevel) {
    page.row(
        {"環境", "environment"},
        Text{fmt::format("オンプレミスだけ、クラウドだけの実務では {} まで", proof.one_hosting),
             fmt::format("on-premises work alone, or cloud work alone, proves up to {}", proof.one_hosting)});
  }
  if (proof.by_domain) {
    page.row({"分野", "domain"},
             Text{"その技能の分野の実務とラボを数える", "work and labs in a domain of the skill count"});
  }
  page.row({"評価", "review"}, Text{"上長などの評価(reviewed_level)はそのまま裏付けになる",
                                    "a supervisor's rating (reviewed_level) is backing by itself"});
}

void write(Page& page, const ProofClass* proof, const Rubric& rubric) {
  page.section({"レベルを裏付けるもの", "What proves a level"});
  write_proof(page, *proof, rubric);
  page.section({"この決まりに従う技能", "Skills under this rule"});
  for (const auto& skill : rubric.skills) {
    if (&rubric.proofs[skill.proof] != proof) continue;
    page.item(
        {fmt::format("{}  {}", skill.label.ja, skill.id), fmt::format("{}  {}", skill.label.en, skill.id)});
  }
  page.source(proof->source);
}

}  // namespace upstream::explaining
