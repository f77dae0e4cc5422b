#include <algorithm>

#include <fmt/format.h>

#include "explain_pages.hpp"
#include "need_words.hpp"
#include "phrases.hpp"

/// Certificates and groups of them.
namespace upstream::explaining {
namespace {

const Text kWelcome{"資格は歓迎(必須ではない)。関門を開けるのは資格ではなく実践です。",
                    "Certificates are welcome, not required: practice opens gates, not they."};

Text months_or_years(int months) {
  if (months % 12 != 0) return phrases::months(months);
  const int years = months / 12;
  return {fmt::format("{} 年", years), fmt::format("{} year{}", years, years == 1 ? "" : "s")};
}

bool is_approximate(const Certification& certification, std::string_view what) {
  const auto& marks = certification.approximate;
  return std::find(marks.begin(), marks.end(), what) != marks.end();
}

Text marked(Text text, const Certification& certification, std::string_view what) {
  if (text.ja.empty() || !is_approximate(certification, what)) return text;
  return {text.ja + "(目安)", text.en + " (approx.)"};
}

Text names(const std::vector<CertificationIndex>& certifications, const Rubric& rubric) {
  std::vector<Text> labels;
  for (const auto one : certifications) labels.push_back(rubric[one].label);
  return phrases::list(labels);
}

Text lapse_words(const Certification& certification, const Rubric& rubric) {
  Text text;
  switch (certification.lapse) {
    case Lapse::none:
      return {"失効しない", "never"};
    case Lapse::expires:
      text = {"期限を過ぎると失効する", "at its end the certificate is gone"};
      break;
    case Lapse::inactive:
      text = {"有意性が切れる。認定の記録は残る", "it becomes inactive (有意性); the record stays"};
      break;
    case Lapse::registration:
      text = {"登録を更新しないと登録が失効する。合格は残る",
              "the registration lapses; the exam stays passed"};
      break;
  }
  if (const auto kept = names(certification.lapse_keeps, rubric); !kept.ja.empty()) {
    text.ja += fmt::format("({} は残る)", kept.ja);
    text.en += fmt::format(" ({} stays)", kept.en);
  }
  return text;
}

Text renewal(const Certification& certification, const Rubric& rubric) {
  if (certification.renewed_by.empty()) return {};
  const auto higher = names(certification.renewed_by, rubric);
  return {fmt::format("有効なうちに {} に合格すると、その期限まで延びる", higher.ja),
          fmt::format("passing {} while this is valid extends it to the new expiry", higher.en)};
}

Text prerequisites(const Certification& certification, const Rubric& rubric) {
  auto text = names(certification.prerequisites, rubric);
  if (certification.experience) {
    const auto& label = certification.experience->label;
    text.ja += (text.ja.empty() ? "" : "、") + label.ja;
    text.en += (text.en.empty() ? "" : ", ") + label.en;
  }
  return text;
}

Text shown_skills(const Certification& certification, const Rubric& rubric) {
  std::vector<Text> skills;
  for (const auto& shown : certification.shows) {
    const auto& label = rubric[shown.skill].label;
    skills.push_back(
        {fmt::format("{} {}", label.ja, shown.level), fmt::format("{} {}", label.en, shown.level)});
  }
  return phrases::list(skills);
}

Text study_hours(const Certification& certification) {
  const auto& effort = certification.effort;
  if (effort.hours_max == 0) return {};
  return marked(phrases::hours(effort.hours_min, effort.hours_max), certification, "hours");
}

Text tier_words(Tier tier) {
  switch (tier) {
    case Tier::entry:
      return {"入門", "entry"};
    case Tier::associate:
      return {"中級", "associate"};
    case Tier::professional:
      return {"上級", "professional"};
    case Tier::expert:
      break;
  }
  return {"最上級", "expert"};
}

}  // namespace

Text validity(const Certification& certification) {
  Text text;
  for (const auto& rule : certification.validity) {
    const auto length = rule.months ? months_or_years(*rule.months) : Text{"期限なし", "no end"};
    const auto before = rule.before ? iso(*rule.before) : std::string();
    text.ja += (text.ja.empty() ? "" : "、") +
               (before.empty() ? "" : fmt::format("{} より前の取得は ", before)) + length.ja;
    text.en += (text.en.empty() ? "" : ", ") + length.en +
               (before.empty() ? "" : fmt::format(" if earned before {}", before));
  }
  return marked(std::move(text), certification, "validity");
}

void write(Page& page, CertificationRef ref, const Rubric& rubric) {
  const auto& certification = rubric[ref.index];
  page.paragraph({certification.name, certification.name});
  page.blank();
  page.row({"提供", "vendor"}, certification.vendor);
  page.row({"分野", "domain"}, certification.domain);
  page.row({"等級", "tier"}, tier_words(certification.tier));
  if (certification.itss > 0) {
    const auto level = fmt::format("{}", certification.itss);
    page.row({"ITSS", "ITSS"}, marked({level, level}, certification, "itss"));
  }
  page.row({"有効期間", "validity"}, validity(certification));
  page.row({"期限のあと", "when it lapses"}, lapse_words(certification, rubric));
  page.row({"更新", "renewal"}, renewal(certification, rubric));
  page.row({"前提", "requires"}, marked(prerequisites(certification, rubric), certification, "requires"));
  page.row({"示す技能", "shows"}, shown_skills(certification, rubric));
  page.row({"学習時間", "study"}, study_hours(certification));
  page.row({"補足", "note"}, certification.note);
  page.blank();
  page.paragraph(kWelcome);
  page.source(certification.source);
}

void write(Page& page, const CertificationGroup* group, const Rubric& rubric) {
  page.section({"どれか一つ", "Any one of"});
  for (const auto member : group->of) {
    const auto& one = rubric[member];
    page.item({fmt::format("{}  {}", one.label.ja, one.id), fmt::format("{}  {}", one.label.en, one.id)});
  }
  page.blank();
  page.paragraph(kWelcome);
  page.source(group->source);
}

}  // namespace upstream::explaining
