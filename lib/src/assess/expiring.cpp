#include <algorithm>
#include <chrono>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "facts.hpp"
#include "upstream/assess/assess.hpp"

namespace upstream {

std::vector<LapseToCome> lapses_to_come(const Profile& profile, const Rubric& rubric, Day day,
                                        int within_days) {
  const Day end = day + std::chrono::days(within_days);
  std::map<Day, std::vector<std::size_t>> by_last;
  const auto states = certification_states(profile, rubric, day);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const auto& state = states[i];
    if (!state.counts() || !state.expires) continue;
    const auto last = state.expires->last_day();
    if (last <= end) by_last[last].push_back(i);
  }
  std::vector<LapseToCome> lapses;
  for (const auto& [last, some] : by_last) {
    // What the same list of certificates is worth on the day after tells whether anything is lost.
    const auto then = certification_states(profile, rubric, last + std::chrono::days(1));
    for (const auto i : some) {
      const auto& state = then[i];
      if (!state.counts()) {
        lapses.push_back({i, last, state.covered});
      } else if (state.expires && state.expires->last_day() <= end) {
        by_last[state.expires->last_day()].push_back(i);  // renewed meanwhile, by one that is still to come
      }
    }
  }
  std::sort(lapses.begin(), lapses.end(),
            [](const LapseToCome& a, const LapseToCome& b) { return a.held < b.held; });
  return lapses;
}

void check_expiring(const Profile& profile, const Rubric& rubric, Day day, int within_days,
                    Diagnostics& diagnostics) {
  for (const auto& lapse : lapses_to_come(profile, rubric, day, within_days)) {
    const auto& held = profile.certifications[lapse.held];
    const auto& label = rubric[held.certification].label;
    const auto left = (lapse.last - day).count();
    const Text message{fmt::format("{} は {} で失効する(あと {} 日)", label.ja, iso(lapse.last), left),
                       fmt::format("{} lapses on {} ({} {} left)", label.en, iso(lapse.last), left,
                                   left == 1 ? "day" : "days")};
    if (lapse.covered) {
      diagnostics.report(Rule::certification_expiring, Severity::note, held.name_span, message,
                         {"ほかの有効な資格で足りるので、失効しても評価は変わりません",
                          "other certificates cover it: its lapse changes nothing"});
    } else {
      diagnostics.report(
          Rule::certification_expiring, held.name_span, message,
          {"続けるなら、それまでに更新する予定を立ててください", "plan the renewal if you mean to keep it"});
    }
  }
}

}  // namespace upstream
