#include "timeline_events.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "report/phrases.hpp"

namespace upstream::ways {
namespace {

using Kind = TimelineEventKind;
constexpr std::chrono::days kOneDay{1};

/// The first day behind `before`, up to `after`, on which `holds` is no longer what it was.
template <typename Holds>
Day first_change(Day before, Day after, Snapshots& snapshots, Holds&& holds) {
  const auto was = holds(snapshots.at(before));
  while (after - before > kOneDay) {
    const Day middle = before + (after - before) / 2;
    if (holds(snapshots.at(middle)) == was) {
      before = middle;
    } else {
      after = middle;
    }
  }
  return after;
}

class Finder {
 public:
  Finder(const Profile& profile, const Rubric& rubric, Snapshots& snapshots)
      : profile_(profile), rubric_(rubric), snapshots_(snapshots) {}

  void entries(Day first, Day last) {
    for (const auto& entry : profile_.experience) {
      if (entry.stages.empty() || !entry.from) continue;
      const auto stage = entry.stages.highest();
      const auto& label = rubric_[stage].label;
      const auto within = [&](Day day) { return first < day && day <= last; };
      if (const auto day = entry.from->first_day(); within(day)) {
        add(day, Kind::entry_begins, rubric_[stage].id,
            {label.ja + "の実務が始まる", fmt::format("work in {} begins", label.en)});
      }
      if (entry.to && within(entry.to->last_day())) {
        add(entry.to->last_day(), Kind::entry_ends, rubric_[stage].id,
            {label.ja + "の実務が終わる", fmt::format("work in {} ends", label.en)});
      }
    }
  }

  void between(Day before, Day after) {
    gates(before, after);
    skills(before, after);
    certificates(before, after);
  }

  [[nodiscard]] std::vector<TimelineEvent> take() { return std::move(events_); }

 private:
  void add(Day day, Kind kind, std::string id, Text text) {
    events_.push_back({day, kind, std::move(id), 0, std::move(text)});
  }

  void gates(Day before, Day after) {
    std::size_t i = 0;
    for (const auto& stage : rubric_.stages) {
      for (const auto& gate : stage.gates) {
        const auto at = i++;
        const bool was = snapshots_.at(before).gates[at];
        if (was == snapshots_.at(after).gates[at]) continue;
        const auto day =
            first_change(before, after, snapshots_, [&](const Snapshot& s) -> bool { return s.gates[at]; });
        add(day, was ? Kind::gate_shuts : Kind::gate_opens, gate.id,
            {fmt::format("{}の関門「{}」が{}", stage.label.ja, gate.label.ja, was ? "閉じる" : "開く"),
             fmt::format("the gate '{}' of {} {}", gate.label.en, stage.label.en, was ? "shuts" : "opens")});
      }
    }
  }

  void skills(Day before, Day after) {
    for (std::size_t i = 0; i < rubric_.skills.size(); ++i) {
      const bool was = snapshots_.at(before).stale[i];
      if (was == snapshots_.at(after).stale[i]) continue;
      const auto day =
          first_change(before, after, snapshots_, [&](const Snapshot& s) -> bool { return s.stale[i]; });
      const auto& label = rubric_.skills[i].label;
      add(day, was ? Kind::proof_fresh : Kind::proof_stale, rubric_.skills[i].id,
          was ? Text{label.ja + "の裏付けが新しくなる",
                     fmt::format("the proof of {} is fresh again", label.en)}
              : Text{label.ja + "の裏付けが古くなる", fmt::format("the proof of {} goes stale", label.en)});
    }
  }

  void certificates(Day before, Day after) {
    for (std::size_t i = 0; i < profile_.certifications.size(); ++i) {
      const auto& old = snapshots_.at(before).certifications[i];
      const auto& now = snapshots_.at(after).certifications[i];
      if (old.status == now.status) continue;
      const auto& certification = rubric_[now.certification];
      const auto& label = certification.label;
      const auto& acquired = profile_.certifications[i].acquired;
      const auto& expires = old.expires ? old.expires : now.expires;
      if (old.status == CertificationStatus::not_yet && acquired) {
        add(acquired->first_day(), Kind::certificate_earned, certification.id,
            {label.ja + "を取る", label.en + " is earned"});
        if (now.counts()) continue;
      }
      if (!now.counts() && expires) {
        // Renewed and lapsed within the month, its old expiry is not the day.
        const auto day = expires->last_day() + kOneDay;
        lapse(before < day && day <= after ? day : after, now, certification);
      } else if (old.counts() && now.status == CertificationStatus::renewed) {
        const auto day = first_change(before, after, snapshots_,
                                      [&](const Snapshot& s) { return s.certifications[i].status; });
        add(day, Kind::certificate_renewed, certification.id,
            {label.ja + "が更新される", label.en + " is renewed"});
      }
    }
  }

  void lapse(Day day, const CertificationState& state, const Certification& certification) {
    const auto& label = certification.label;
    Text text{label.ja + " が失効する", label.en + " lapses"};
    if (state.covered) {
      text.ja += "(ほかの資格が補う)";
      text.en += " (other certificates cover it)";
    }
    add(day, Kind::certificate_lapses, certification.id, std::move(text));
  }

  const Profile& profile_;
  const Rubric& rubric_;
  Snapshots& snapshots_;
  std::vector<TimelineEvent> events_;
};

/// What the day does to the score, as a sentence's end; nothing where it does nothing.
Text effect_on_score(const TimelinePoint& before, const TimelinePoint& after) {
  const bool falls = after.permille < before.permille;
  const bool whole = before.score != after.score;
  const auto was = whole ? std::to_string(before.score) : phrases::points(before.permille);
  const auto is = whole ? std::to_string(after.score) : phrases::points(after.permille);
  return {fmt::format("。到達度は {} から {} に{}", was, is, falls ? "下がる" : "上がる"),
          fmt::format("; readiness {} from {} to {}", falls ? "drops" : "rises", was, is)};
}

}  // namespace

std::vector<TimelineEvent> find_events(const Profile& profile, const Rubric& rubric,
                                       const std::vector<Day>& days, Snapshots& snapshots) {
  Finder finder(profile, rubric, snapshots);
  finder.entries(days.front(), days.back());
  for (std::size_t i = 1; i < days.size(); ++i) finder.between(days[i - 1], days[i]);
  auto events = finder.take();
  std::sort(events.begin(), events.end(), [](const TimelineEvent& a, const TimelineEvent& b) {
    return std::tie(a.date, a.kind, a.id, a.text.en) < std::tie(b.date, b.kind, b.id, b.text.en);
  });
  return events;
}

void weigh_events(std::vector<TimelineEvent>& events, Day day, Snapshots& snapshots) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    auto& event = events[i];
    const auto& before = snapshots.at(event.date - kOneDay).point;
    const auto& after = snapshots.at(event.date).point;
    event.effect = after.permille - before.permille;
    const bool last_of_its_day = i + 1 == events.size() || events[i + 1].date != event.date;
    // The end of an entry is also the end of a month of it, which raises nothing that ends there.
    const bool is_told = event.kind != Kind::entry_ends || event.effect < 0;
    if (event.effect != 0 && last_of_its_day && is_told) {
      const auto effect = effect_on_score(before, after);
      event.text.ja += effect.ja;
      event.text.en += effect.en;
    }
    if (event.kind == Kind::certificate_lapses && event.date > day) {
      const auto last = iso(event.date - kOneDay);
      event.text.ja += fmt::format("。{} までに更新を", last);
      event.text.en += fmt::format("; renew it by {}", last);
    }
  }
}

}  // namespace upstream::ways
