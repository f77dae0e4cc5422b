#include <algorithm>

#include <fmt/format.h>

#include "facts.hpp"
#include "upstream/assess/assess.hpp"

namespace upstream {
namespace {

Span at_line(Position at) { return {at, {at.line, at.column + 1}}; }

class DayChecker {
 public:
  DayChecker(const Facts& facts, Severity future_entries, Diagnostics& diagnostics)
      : facts_(facts), rubric_(*facts.rubric), future_(future_entries), diagnostics_(diagnostics) {}

  void check() {
    const auto& profile = *facts_.profile;
    for (const auto& entry : profile.experience) check_future(entry.from, entry.at);
    for (const auto& lab : profile.labs) check_future(lab.date, lab.at);
    for (const auto& rating : profile.skills) {
      for (const auto& evidence : rating.evidence) check_future(evidence.date, evidence.at);
    }
    for (std::size_t i = 0; i < profile.certifications.size(); ++i) {
      const auto& held = profile.certifications[i];
      check_future(held.acquired, held.at);
      if (facts_.certifications[i].status == CertificationStatus::not_yet) continue;
      check_lapse(held, facts_.certifications[i]);
      check_prerequisites(held);
    }
  }

 private:
  void check_future(const std::optional<Date>& begins, Position at) {
    if (!begins || begins->first_day() <= facts_.day) return;
    diagnostics_.report(
        Rule::starts_after_day, future_, at_line(at),
        {fmt::format("基準日 {} より後({})に始まるので数えない", iso(facts_.day), begins->iso()),
         fmt::format("begins on {}, after the day {}; it is not counted", begins->iso(), iso(facts_.day))},
        {"日付か --as-of を確かめてください", "check the date, or --as-of"});
  }

  void check_lapse(const HeldCertification& held, const CertificationState& state) {
    if (state.counts()) return;
    const auto& label = rubric_[held.certification].label;
    const auto last = state.expires ? state.expires->last_day() : facts_.day;
    if (state.covered) {
      diagnostics_.report(Rule::lapse_without_effect, held.name_span,
                          {fmt::format("{} は {} で失効したが、ほかの有効な資格で足りるので評価は変わらない",
                                       label.ja, iso(last)),
                           fmt::format("{} lapsed on {}; other certificates cover it, nothing changes",
                                       label.en, iso(last))});
      return;
    }
    const bool inactive = state.status == CertificationStatus::inactive;
    diagnostics_.report(
        Rule::certification_lapsed, held.name_span,
        {fmt::format("{} は {} で{}", label.ja, iso(last), inactive ? "有意性の期限が切れた" : "失効した"),
         fmt::format("{} {} {}", label.en, inactive ? "became inactive on" : "lapsed on", iso(last))},
        {"更新したなら新しい取得日を書いてください。基準日に有効なものだけを数えます",
         "if it was renewed, write the new date; only what is valid on the day counts"});
  }

  void check_prerequisites(const HeldCertification& held) {
    const auto& certification = rubric_[held.certification];
    for (const auto before : certification.prerequisites) {
      const auto& list = facts_.profile->certifications;
      const bool listed = std::any_of(list.begin(), list.end(),
                                      [&](const HeldCertification& h) { return h.certification == before; });
      if (listed) continue;
      diagnostics_.report(
          Rule::missing_prerequisite, held.name_span,
          {fmt::format("{} の前提の {} が書かれていない", certification.label.ja, rubric_[before].label.ja),
           fmt::format("{} needs {}, which is not listed", certification.label.en, rubric_[before].label.en)},
          {"持っているなら certifications に加えてください", "add it to certifications if you hold it"});
    }
    if (!certification.experience ||
        facts_.months(certification.experience->filter) >= certification.experience->months)
      return;
    diagnostics_.report(Rule::missing_prerequisite, held.name_span,
                        {fmt::format("{} の前提({})に当たる実務が書かれていない", certification.label.ja,
                                     certification.experience->label.ja),
                         fmt::format("the profile shows no work that meets the prerequisite of {} ({})",
                                     certification.label.en, certification.experience->label.en)},
                        {"当たる実務の期間と分野を experience に書いてください",
                         "state the period and domains of that work under experience"});
  }

  const Facts& facts_;
  const Rubric& rubric_;
  Severity future_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_on_day(const Profile& profile, const Rubric& rubric, Day day, Severity future_entries,
                  Diagnostics& diagnostics) {
  const auto facts = gather_entries(profile, rubric, day);
  DayChecker(facts, future_entries, diagnostics).check();
}

}  // namespace upstream
