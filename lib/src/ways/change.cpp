#include "upstream/ways/change.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "report/phrases.hpp"
#include "upstream/report/wording.hpp"

namespace upstream {
namespace {

/// Of a stage that the rubric does not have, its id.
Text stage_label(const std::optional<std::string>& id, const Rubric& rubric) {
  if (!id) return {"なし", "none"};
  const auto found = std::find_if(rubric.stages.begin(), rubric.stages.end(),
                                  [&](const Stage& stage) { return stage.id == *id; });
  return found == rubric.stages.end() ? Text{*id, *id} : found->label;
}

std::optional<std::string> stage_id(std::optional<StageIndex> stage, const Rubric& rubric) {
  return stage ? std::optional(rubric[*stage].id) : std::nullopt;
}

Text from_to(const Text& about, const Text& before, const Text& after) {
  return {fmt::format("{}: {} → {}", about.ja, before.ja, after.ja),
          fmt::format("{}: {} → {}", about.en, before.en, after.en)};
}

/// "1 point", "2.5 points"
std::string points_in_words(int permille) {
  const auto points = phrases::points(permille);
  return points + (points == "1" ? " point" : " points");
}

/// The level that counts, of what is rated.
Text level(const SkillState& state) {
  if (state.rating == nullptr) return {"未記入", "not stated"};
  if (state.rating->not_applicable) return {"対象外", "n/a"};
  const auto number = std::to_string(state.levels.score);
  return {number, number};
}

Text same(std::string text) { return {text, text}; }

/// Collects the differences of two assessments, one kind after the other.
class Comparison {
 public:
  Comparison(const Assessment& before, const Assessment& after)
      : before_(before), after_(after), rubric_(*after.rubric) {}

  [[nodiscard]] std::vector<Change> collect() {
    stage();
    gates();
    requirements();
    gaps(before_, after_, ChangeKind::gap_closed);
    gaps(after_, before_, ChangeKind::gap_opened);
    skills();
    paths();
    certificates();
    post();
    goal();
    return std::move(changes_);
  }

 private:
  void add(Change change) { changes_.push_back(std::move(change)); }

  void stage() {
    if (before_.reached == after_.reached) return;
    add(stage_change(stage_id(before_.reached, rubric_), stage_id(after_.reached, rubric_), rubric_));
  }

  void gates() {
    for (std::size_t i = 0; i < before_.gates.size(); ++i) {
      const auto& old = before_.gates[i];
      const auto& now = after_.gates[i];
      if (old.open != now.open) add(gate_change(*now.gate, rubric_[now.stage], now.open));
    }
  }

  void requirements() {
    for (std::size_t i = 0; i < before_.ledger.size(); ++i) {
      const auto& old = before_.ledger[i];
      const auto& now = after_.ledger[i];
      if (old.earned == now.earned) continue;
      const auto& requirement = *now.requirement;
      add(requirement_change(requirement.id, requirement.label, old.earned, now.earned));
    }
  }

  static const std::string& id_of(const Gap& gap) {
    return gap.gate != nullptr ? gap.gate->id : gap.requirement->id;
  }

  /// Those of `one` that `other` does not have. Shut gates are told as gates.
  void gaps(const Assessment& one, const Assessment& other, ChangeKind kind) {
    for (const auto& gap : one.gaps) {
      if (gap.gate != nullptr) continue;
      const bool in_both = std::any_of(other.gaps.begin(), other.gaps.end(), [&](const Gap& g) {
        return g.gate == nullptr && g.requirement == gap.requirement;
      });
      if (in_both) continue;
      const bool closed = kind == ChangeKind::gap_closed;
      const ChangeValue there(std::string(upstream::id(gap.kind)));
      const auto& label = gap.requirement->label;
      const auto points = phrases::points(gap.gain);
      add({kind, id_of(gap), closed ? there : ChangeValue(), closed ? ChangeValue() : there,
           closed ? gap.gain : -gap.gain,
           closed ? Text{fmt::format("不足「{}」がなくなる({} 点)", label.ja, points),
                         fmt::format("the gap '{}' closes ({})", label.en, points_in_words(gap.gain))}
                  : Text{fmt::format("不足「{}」が生じる({} 点)", label.ja, points),
                         fmt::format("the gap '{}' opens ({})", label.en, points_in_words(gap.gain))}});
    }
  }

  void skills() {
    for (std::size_t i = 0; i < before_.skills.size(); ++i) {
      const int old = before_.skills[i].levels.score;
      const int now = after_.skills[i].levels.score;
      if (old == now) continue;
      const auto& skill = rubric_.skills[i];
      add({ChangeKind::skill, skill.id, old, now, 0,
           from_to(skill.label, level(before_.skills[i]), level(after_.skills[i]))});
    }
  }

  static std::size_t rank(const Assessment& assessment, PathIndex path) {
    const auto found = std::find_if(assessment.paths.begin(), assessment.paths.end(),
                                    [&](const PathFit& fit) { return fit.path == path; });
    return static_cast<std::size_t>(found - assessment.paths.begin());
  }

  /// Best first, as the paths are afterwards.
  void paths() {
    for (std::size_t rank_now = 0; rank_now < after_.paths.size(); ++rank_now) {
      const auto& now = after_.paths[rank_now];
      const auto old_rank = rank(before_, now.path);
      const auto& old = before_.paths[old_rank];
      if (old.readiness == now.readiness && old_rank == rank_now) continue;
      const auto& path = rubric_[now.path];
      const bool is_as_ready = old.readiness == now.readiness;
      const auto ready =
          is_as_ready ? Text{fmt::format("{} のまま", now.readiness), fmt::format("still {}", now.readiness)}
                      : same(fmt::format("{} → {}", old.readiness, now.readiness));
      const auto place =
          old_rank == rank_now
              ? Text{fmt::format("{} 位のまま", rank_now + 1), fmt::format("still place {}", rank_now + 1)}
              : Text{fmt::format("{} 位 → {} 位", old_rank + 1, rank_now + 1),
                     fmt::format("place {} → {}", old_rank + 1, rank_now + 1)};
      add({ChangeKind::path,
           path.id,
           old.readiness,
           now.readiness,
           0,
           {fmt::format("{}: {}({})", path.label.ja, ready.ja, place.ja),
            fmt::format("{}: {} ({})", path.label.en, ready.en, place.en)}});
    }
  }

  /// One that counts before one that does not, then what lasts longer.
  static bool is_better(const CertificationState& a, const CertificationState& b) {
    return std::tuple(a.counts(), last_day(a), b.status) > std::tuple(b.counts(), last_day(b), a.status);
  }
  static Day last_day(const CertificationState& state) {
    return state.expires ? state.expires->last_day() : Day::max();
  }

  /// Of a certificate that stands in the profile several times the best.
  static std::map<CertificationIndex, const CertificationState*> by_certificate(
      const Assessment& assessment) {
    std::map<CertificationIndex, const CertificationState*> all;
    for (const auto& state : assessment.certifications) {
      const auto*& best = all[state.certification];
      if (best == nullptr || is_better(state, *best)) best = &state;
    }
    return all;
  }

  static ChangeValue status_value(const CertificationState* state) {
    if (state == nullptr) return {};
    return std::string(upstream::id(state->status));
  }

  static Text status_text(const CertificationState* state, const Assessment& assessment) {
    if (state == nullptr) return {"なし", "none"};
    return wording::certification_status(*state, assessment);
  }

  void certificates() {
    const auto old = by_certificate(before_);
    const auto now = by_certificate(after_);
    const auto find = [](const auto& all, CertificationIndex i) {
      const auto found = all.find(i);
      return found == all.end() ? nullptr : found->second;
    };
    for (std::uint16_t i = 0; i < rubric_.certifications.size(); ++i) {
      const auto* was = find(old, {i});
      const auto* is = find(now, {i});
      const auto before = status_value(was);
      const auto after = status_value(is);
      const auto end = [](const auto* state) { return state == nullptr ? Day::min() : last_day(*state); };
      if (before == after && end(was) == end(is)) continue;
      const auto& certification = rubric_.certifications[i];
      add({ChangeKind::certificate, certification.id, before, after, 0,
           from_to(certification.label, status_text(was, before_), status_text(is, after_))});
    }
  }

  void post() {
    if (before_.seat.verdict == after_.seat.verdict) return;
    add({ChangeKind::post, "verdict", std::string(upstream::id(before_.seat.verdict)),
         std::string(upstream::id(after_.seat.verdict)), 0,
         from_to({"今の席", "present post"}, wording::seat_label(before_.seat, rubric_),
                 wording::seat_label(after_.seat, rubric_))});
  }

  void goal() {
    const auto old = before_.profile->preferences.goal;
    const auto now = after_.profile->preferences.goal;
    if (old == now) return;
    const auto word = [](Goal goal) { return std::string(goal == Goal::stay ? "stay" : "upstream"); };
    const auto text = [](Goal goal) {
      return goal == Goal::stay ? Text{"今の仕事を選ぶ", "to stay by choice"}
                                : Text{"上流を目指す", "to go upstream"};
    };
    add({ChangeKind::goal, "goal", word(old), word(now), 0, from_to({"目標", "goal"}, text(old), text(now))});
  }

  const Assessment& before_;
  const Assessment& after_;
  const Rubric& rubric_;
  std::vector<Change> changes_;
};

}  // namespace

std::string_view id(ChangeKind kind) {
  static constexpr std::array<std::string_view, 10> words{"stage",      "gate",  "requirement", "gap-closed",
                                                          "gap-opened", "skill", "path",        "certificate",
                                                          "post",       "goal"};
  return words[static_cast<std::size_t>(kind)];
}

Change requirement_change(const std::string& id, const Text& label, int before, int after) {
  const auto was = phrases::points(before);
  return {ChangeKind::requirement,
          id,
          before,
          after,
          after - before,
          {fmt::format("{}: {} → {} 点", label.ja, was, phrases::points(after)),
           fmt::format("{}: {} → {}", label.en, was, points_in_words(after))}};
}

Change stage_change(const std::optional<std::string>& before, const std::optional<std::string>& after,
                    const Rubric& rubric) {
  const auto value = [](const std::optional<std::string>& id) {
    return id ? ChangeValue(*id) : ChangeValue();
  };
  return {
      ChangeKind::stage,
      "reached",
      value(before),
      value(after),
      0,
      from_to({"到達した工程", "stage reached"}, stage_label(before, rubric), stage_label(after, rubric))};
}

Change gate_change(const Gate& gate, const Stage& stage, bool opens) {
  const auto word = [](bool open) { return std::string(open ? "open" : "shut"); };
  return {ChangeKind::gate,
          gate.id,
          word(!opens),
          word(opens),
          0,
          {fmt::format("{}の関門「{}」が{}", stage.label.ja, gate.label.ja, opens ? "開く" : "閉じる"),
           fmt::format("the gate '{}' of {} {}", gate.label.en, stage.label.en, opens ? "opens" : "shuts")}};
}

std::vector<Change> changes_between(const Assessment& before, const Assessment& after) {
  return Comparison(before, after).collect();
}

}  // namespace upstream
