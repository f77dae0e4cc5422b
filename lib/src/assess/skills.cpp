#include <algorithm>

#include "facts.hpp"
#include "upstream/profile/evidence.hpp"
#include "upstream/text/contains_word.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

/// Whether backing that ended on `last` is too old; a later use of the skill keeps it fresh. Undated is never
/// stale.
class Freshness {
 public:
  Freshness(const Skill& skill, const SkillRating* rating, Day day, bool ignore)
      : months_(skill.stale_months), day_(month_index(day)), ignore_(ignore) {
    if (rating != nullptr && rating->last_used) last_used_ = month_index(rating->last_used->last_day());
  }
  [[nodiscard]] bool holds(std::optional<Day> last) const {
    if (ignore_) return true;
    if (!last && !last_used_) return true;
    const int used = std::max(last ? month_index(*last) : 0, last_used_.value_or(0));
    return day_ - used <= months_;
  }

 private:
  int months_;
  int day_;
  bool ignore_;
  std::optional<int> last_used_;
};

/// Collects what backs one skill; levels only rise, so that nothing that is added can lower a score.
struct Backing {
  int level = 0;
  int with_evidence = 0;
  BackingKind kind = BackingKind::own;

  void add(int proven, BackingKind by) {
    if (proven <= level) return;
    level = std::min(proven, kHighestLevel);
    kind = by;
  }
};

/// The highest level of the skill that one of the certificates marked in `held` shows.
int shown_level(const Facts& facts, SkillIndex skill, const std::vector<std::uint8_t>& held) {
  int level = 0;
  for (std::size_t c = 0; c < held.size(); ++c) {
    if (held[c] == 0) continue;
    for (const auto& shown : facts.rubric->certifications[c].shows) {
      if (shown.skill == skill) level = std::max(level, shown.level);
    }
  }
  return level;
}

class Judge {
 public:
  Judge(const Facts& facts, SkillIndex skill, const SkillRating* rating, bool ignore_age)
      : facts_(facts),
        rubric_(*facts.rubric),
        skill_(skill),
        rating_(rating),
        proof_(rubric_.proofs[rubric_[skill].proof]),
        fresh_(rubric_[skill], rating, facts.day, ignore_age) {}

  [[nodiscard]] Backing judge() const {
    Backing backing;
    certificates(backing);
    studies(backing);
    field_work(backing);
    roles(backing);
    if (rating_ != nullptr && rating_->reviewed_level)
      backing.add(*rating_->reviewed_level, BackingKind::review);
    return backing;
  }

 private:
  void certificates(Backing& backing) const {
    backing.add(std::min(shown_level(facts_, skill_, facts_.proven), proof_.study), BackingKind::certificate);
  }

  void studies(Backing& backing) const {
    int hours_with_artifact = 0;
    for (const auto& practice : facts_.labs) {
      const auto& lab = *practice.lab;
      if (!shows_skill(lab) || !fresh_.holds(last_day(lab.date))) continue;
      backing.add(std::min(proof_.study, proof_.lab), BackingKind::study);
      if (lab.artifact) hours_with_artifact += lab.hours;
    }
    if (hours_with_artifact >= rubric_.settings.lab_proof_hours) backing.add(proof_.lab, BackingKind::lab);
    if (rating_ == nullptr) return;
    for (const auto& evidence : rating_->evidence) {
      const bool studied = evidence.kind != EvidenceKind::work && !in_future(evidence);
      if (studied && fresh_.holds(last_day(evidence.date))) backing.add(proof_.study, BackingKind::study);
    }
  }

  [[nodiscard]] bool shows_skill(const Lab& lab) const {
    if (!proof_.by_domain)
      return proof_.lab_stages.empty() || (lab.stage && proof_.lab_stages.contains(*lab.stage));
    for (std::uint16_t d = 0; d < rubric_.domains.size(); ++d) {
      if (lab.domains.contains({d}) && rubric_.domains[d].skill == skill_) return true;
    }
    return false;
  }

  /// Months of fresh work with the skill at a stage or above, told apart by what raises the proof.
  struct Months {
    MonthSet dated;
    int undated = 0;
    void add(const Work& work) {
      dated.add(work.months);
      undated += work.undated;
    }
    [[nodiscard]] int count() const { return undated + dated.count(); }
  };

  void field_work(Backing& backing) const {
    std::vector<const Work*> works;
    bool on_premises = false;
    bool cloud = false;
    bool evidence = false;
    for (const auto& work : facts_.work) {
      if (!uses_skill(*work.entry, skill_, rubric_) || !fresh_.holds(work_end(work))) continue;
      works.push_back(&work);
      for (std::uint16_t d = 0; d < rubric_.domains.size(); ++d) {
        if (!work.entry->domains.contains({d})) continue;
        on_premises = on_premises || rubric_.domains[d].hosting == Hosting::on_premises;
        cloud = cloud || rubric_.domains[d].hosting == Hosting::cloud;
      }
      evidence = evidence || has_evidence(*work.entry);
    }
    // The cap on work in one kind of hosting binds field work only: other backing is not lowered by more
    // work.
    const int most = on_premises && cloud ? kHighestLevel : proof_.one_hosting;
    Months all;
    Months with_customers;
    Months as_leader;
    for (std::size_t s = rubric_.stages.size(); s-- > 0;) {
      const StageIndex stage{static_cast<std::uint16_t>(s)};
      for (const auto* work : works) {
        // From the top down, an entry joins at its highest stage and stays for those below.
        if (work->entry->stages.highest() != stage) continue;
        all.add(*work);
        if (work->entry->customer_facing) with_customers.add(*work);
        if (work->entry->role != Role::member) as_leader.add(*work);
      }
      const int months = all.count();
      if (months == 0) continue;
      int level = proof_.field[s];
      if (with_customers.count() >= rubric_.settings.short_months)
        level = std::max(level, proof_.field_with_customer[s]);
      if (months < rubric_.settings.short_months) {
        backing.add(std::min({level, rubric_.settings.short_level, most}), BackingKind::field);
        continue;
      }
      if (level > 0 && as_leader.count() >= rubric_.settings.short_months) level += proof_.leader_bonus;
      backing.add(std::min(level, most), BackingKind::field);
      if (s == 0 || level == 0) continue;
      const int evident = std::min({level + proof_.evidence_bonus, most, kHighestLevel});
      backing.with_evidence = std::max(backing.with_evidence, evident);
      if (evidence) backing.add(evident, BackingKind::work_evidence);
    }
  }

  void roles(Backing& backing) const {
    for (const auto role : {Role::leader, Role::manager}) {
      const int proven = proof_.role[static_cast<std::size_t>(role)];
      if (proven == 0) continue;
      Months months;
      for (const auto& work : facts_.work) {
        if (work.entry->role >= role && uses_skill(*work.entry, skill_, rubric_) &&
            fresh_.holds(work_end(work)))
          months.add(work);
      }
      if (months.count() == 0) continue;
      const bool brief = months.count() < rubric_.settings.short_months;
      backing.add(brief ? std::min(proven, rubric_.settings.short_level) : proven, BackingKind::role);
    }
  }

  [[nodiscard]] bool has_evidence(const Experience& entry) const {
    if (rating_ == nullptr) return false;
    return std::any_of(rating_->evidence.begin(), rating_->evidence.end(), [&](const Evidence& evidence) {
      return evidence.kind == EvidenceKind::work && !in_future(evidence) &&
             matches(evidence, entry, skill_, rubric_);
    });
  }

  [[nodiscard]] bool in_future(const Evidence& evidence) const {
    return evidence.date && evidence.date->first_day() > facts_.day;
  }
  static std::optional<Day> last_day(const std::optional<Date>& date) {
    return date ? std::optional(date->last_day()) : std::nullopt;
  }
  static std::optional<Day> work_end(const Work& work) {
    return work.dated ? std::optional(work.last) : std::nullopt;
  }

  const Facts& facts_;
  const Rubric& rubric_;
  SkillIndex skill_;
  const SkillRating* rating_;
  const ProofClass& proof_;
  Freshness fresh_;
};

bool speaks_of(std::string_view duty, const DutyRule& rule) {
  const auto stands_in = [&](const std::string& word) { return text::contains_word(duty, word); };
  return std::any_of(rule.any.begin(), rule.any.end(), stands_in) &&
         (rule.with.empty() || std::any_of(rule.with.begin(), rule.with.end(), stands_in)) &&
         std::none_of(rule.never.begin(), rule.never.end(), stands_in);
}

void suggest(SkillState& state, int level, Position at, bool by_duty) {
  const bool better =
      level > state.suggested || (level == state.suggested && by_duty && !state.suggested_by_duty) ||
      (level == state.suggested && by_duty == state.suggested_by_duty && at < state.suggested_at);
  if (level == 0 || !better) return;
  state.suggested = level;
  state.suggested_at = at;
  state.suggested_by_duty = by_duty;
}

void read_duties(Facts& facts) {
  for (const auto& work : facts.work) {
    for (const auto& duty : work.entry->duties) {
      const auto folded = text::fold(duty.text);
      for (const auto& rule : facts.rubric->duties) {
        if (!speaks_of(folded, rule)) continue;
        suggest(facts.skills[rule.skill.value], std::min(rule.level, facts.rubric->settings.suggested_level),
                duty.at, true);
      }
    }
  }
}

/// The line an experience-based suggestion points at: the earliest entry that uses the skill.
Position first_use(const Facts& facts, SkillIndex skill) {
  Position first;
  const auto take = [&](Position at) {
    if (first.line == 0 || at < first) first = at;
  };
  for (const auto& work : facts.work) {
    if (uses_skill(*work.entry, skill, *facts.rubric)) take(work.entry->at);
  }
  for (const auto& state : facts.certifications) {
    const auto& shows = (*facts.rubric)[state.certification].shows;
    if (state.counts() &&
        std::any_of(shows.begin(), shows.end(), [&](const SkillShown& s) { return s.skill == skill; }))
      take(state.at);
  }
  return first;
}

void collect_lines(const Facts& facts, SkillState& state) {
  state.lines.push_back(state.rating->at);
  for (const auto& evidence : state.rating->evidence) state.lines.push_back(evidence.at);
  if (state.best == BackingKind::field || state.best == BackingKind::work_evidence ||
      state.best == BackingKind::role) {
    for (const auto& work : facts.work) {
      if (uses_skill(*work.entry, state.skill, *facts.rubric)) state.lines.push_back(work.entry->at);
    }
  } else if (const auto used = first_use(facts, state.skill);
             state.best == BackingKind::certificate && used.line != 0) {
    state.lines.push_back(used);
  }
  std::sort(state.lines.begin(), state.lines.end());
  state.lines.erase(std::unique(state.lines.begin(), state.lines.end()), state.lines.end());
}

}  // namespace

Levels levels_of(int own, int proven, int credited, std::optional<int> reviewed) {
  const int review = reviewed.value_or(kHighestLevel);
  return {std::min({own, proven, review}), std::min({own, std::max(proven, credited), review}), own};
}

void judge_skills(Facts& facts) {
  const auto& rubric = *facts.rubric;
  facts.skills.assign(rubric.skills.size(), {});
  for (const auto& rating : facts.profile->skills) facts.skills[rating.skill.value].rating = &rating;
  for (std::uint16_t i = 0; i < rubric.skills.size(); ++i) {
    auto& state = facts.skills[i];
    state.skill = {i};
    const auto fresh = Judge(facts, {i}, state.rating, false).judge();
    state.proven = fresh.level;
    state.best = fresh.kind;
    state.with_evidence = fresh.with_evidence;
    const auto& proof = rubric.proofs[rubric.skills[i].proof];
    state.credited =
        std::max({fresh.level, proof.own, std::min(shown_level(facts, {i}, facts.held), proof.study)});
    state.with_stale = Judge(facts, {i}, state.rating, true).judge().level;
    if (state.rating == nullptr) {
      const int shown = std::max(fresh.level, shown_level(facts, {i}, facts.held));
      suggest(state, std::min(shown, rubric.settings.suggested_level), first_use(facts, {i}), false);
    }
  }
  read_duties(facts);
  for (auto& state : facts.skills) {
    if (state.rating == nullptr) {
      state.levels.high = state.suggested;
    } else if (!state.rating->not_applicable) {
      state.levels =
          levels_of(state.rating->level, state.proven, state.credited, state.rating->reviewed_level);
      collect_lines(facts, state);
    }
  }
}

}  // namespace upstream
