#include <fmt/format.h>

#include "explain_pages.hpp"
#include "upstream/report/wording.hpp"

/// Rules of the checker, and the smaller things of a rubric.
namespace upstream::explaining {
namespace {

Text severity_words(Severity severity) {
  switch (severity) {
    case Severity::note:
      return {"メモ(結果は変わらない)", "note (changes nothing)"};
    case Severity::warning:
      return {"警告(評価はする。確かめてほしい)", "warning (assessed all the same; worth a look)"};
    case Severity::error:
      break;
  }
  return {"エラー(直すまで評価しない)", "error (not assessed until mended)"};
}

/// Millions with one decimal at most: the figures are no finer.
std::string millions(int yen) {
  const int tenths = yen / 100'000;
  return tenths % 10 == 0 ? fmt::format("{}", tenths / 10) : fmt::format("{}.{}", tenths / 10, tenths % 10);
}

Text yen(const MarketBand& band) {
  if (!band.min) return {"数字なし", "no figure"};
  const int min = *band.min;
  if (!band.max)
    return {fmt::format("年収 {} 万円以上", min / 10'000),
            fmt::format("{} million yen a year or more", millions(min))};
  return {fmt::format("年収 {}〜{} 万円", min / 10'000, *band.max / 10'000),
          fmt::format("{}–{} million yen a year", millions(min), millions(*band.max))};
}

}  // namespace

void write(Page& page, const RuleInfo* rule, const Rubric& /*rubric*/) {
  page.blank();
  page.row({"重さ", "severity"}, severity_words(rule->severity));
  page.row({"説明", "more"},
           Text{fmt::format("docs/diagnostics.md の {}(悪い例とよい例)", rule->id),
                fmt::format("{} in docs/diagnostics.md, with a bad and a good example", rule->id)});
}

void write(Page& page, DomainRef ref, const Rubric& rubric) {
  const auto& domain = rubric[ref.index];
  page.paragraph({"仕事の分野です(experience と labs の domains)。",
                  "A domain of work (domains in experience and labs)."});
  page.blank();
  if (domain.skill) {
    const auto& skill = rubric[*domain.skill];
    page.row({"示す技能", "shows"}, Text{fmt::format("{}({})", skill.label.ja, skill.id),
                                         fmt::format("{} ({})", skill.label.en, skill.id)});
  }
  if (domain.hosting != Hosting::none) {
    page.row({"環境", "environment"}, domain.hosting == Hosting::cloud ? Text{"クラウド", "cloud"}
                                                                       : Text{"オンプレミス", "on-premises"});
  }
  if (!domain.infrastructure) {
    page.row({"関門", "gates"}, Text{"この分野だけの実務はインフラの関門を開けない",
                                     "work here alone opens no infrastructure gate"});
  }
}

void write(Page& page, ValueRef ref, const Rubric& rubric) {
  page.paragraph({"仕事で大切にすること(preferences の values)です。",
                  "What may matter at work (values in preferences)."});
  page.section({"これを満たしやすい進路", "Paths that serve it"});
  for (const auto& path : rubric.paths) {
    if (!path.values.contains(ref.index)) continue;
    page.item({fmt::format("{}  {}", path.label.ja, path.id), fmt::format("{}  {}", path.label.en, path.id)});
  }
}

void write(Page& page, FamilyRef ref, const Rubric& rubric) {
  const auto& target = rubric[rubric.target()];
  page.paragraph({fmt::format("{}の到達度の内訳の一つです。", target.label.ja),
                  fmt::format("A part of the readiness for {} ({}).", target.label.en, target.label.ja)});
  std::vector<Requirement> members;
  for (const auto& one : target.requirements) {
    if (one.family == ref.index) members.push_back(one);
  }
  page.blank();
  write_ladder(page, members);
}

void write(Page& page, VerdictRef ref, const Rubric& rubric) {
  const auto& text = rubric.seat.verdicts[static_cast<std::size_t>(ref.verdict)];
  page.paragraph({"席(今の現場と会社)への判定です。人の力とは別に見ます。",
                  "A verdict on the post, which is kept apart from the person."});
  page.section({"これから力を付ける人へ", "To somebody who still grows into the stage"});
  page.paragraph(text.advice, 2);
  page.section({"力が足りている人へ", "To somebody who is ready"});
  page.paragraph(text.advice_ready, 2);
  page.source(rubric.seat.source);
}

void write(Page& page, const MarketBand* band, const Rubric& rubric) {
  page.paragraph(band->text);
  page.blank();
  page.row({"目安", "figure"}, yen(*band));
  if (band->stage) page.row({"工程", "stage"}, rubric[*band->stage].label);
  if (band->need) {
    page.section({"条件", "What is asked"});
    page.need(*band->need, rubric);
  }
  page.source(band->source);
}

void write(Page& page, const Remark& remark, const Rubric& /*rubric*/) {
  page.paragraph(remark.text);
  if (remark.effort != nullptr) page.row({"目安", "effort"}, wording::effort(*remark.effort));
  page.source(remark.source);
}

}  // namespace upstream::explaining
