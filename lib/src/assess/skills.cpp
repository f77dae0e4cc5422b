#include <algorithm>

#include "facts.hpp"
#include "upstream/profile/evidence.hpp"
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
  /// `last`: as `month_index` counts.
  [[nodiscard]] bool holds(std::optional<int> last) const {
    if (ignore_) return true;
    if (!last && !last_used_) return true;
    return day_ - std::max(last.value_or(0), last_used_.value_or(0)) <= months_;
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
  int by_work = 0;
  int suggested = 0;  ///< the level that may be supposed of who has not rated the skill
  BackingKind kind = BackingKind::own;
  bool left_out_stale = false;  ///< something would back it, were it not too old

  void add(int proven, BackingKind by, bool suggests = true) {
    if (suggests) suggested = std::max(suggested, std::min(proven, kHighestLevel));
    if (proven <= level) return;
    level = std::min(proven, kHighestLevel);
    kind = by;
  }
  void add_work(int proven, BackingKind by) {
    by_work = std::max(by_work, std::min(proven, kHighestLevel));
    add(proven, by);
  }
};

/// The highest level of each skill that one of the certificates marked in `held` shows.
std::vector<int> shown_levels(const Rubric& rubric, const std::vector<std::uint8_t>& held) {
  std::vector<int> levels(rubric.skills.size());
  for (std::size_t c = 0; c < held.size(); ++c) {
    if (held[c] == 0) continue;
    for (const auto& shown : rubric.certifications[c].shows) {
      auto& level = levels[shown.skill.value];
      level = std::max(level, shown.level);
    }
  }
  return levels;
}

class Judge {
 public:
  using Works = std::vector<const Work*>;
  /// `shown`: the level that certificates show. `works`: room for those that use the skill, which need not be
  /// made anew for every skill.
  Judge(const Facts& facts, SkillIndex skill, int shown, const SkillRating* rating, bool ignore_age,
        Works& works)
      : facts_(facts),
        works_(works),
        rubric_(*facts.rubric),
        skill_(skill),
        shown_(shown),
        rating_(rating),
        proof_(rubric_.proofs[rubric_[skill].proof]),
        fresh_(rubric_[skill], rating, facts.day, ignore_age) {}

  [[nodiscard]] Backing judge() const {
    Backing backing;
    backing.add(std::min(shown_, proof_.study), BackingKind::certificate);
    studies(backing);
    field_work(backing);
    roles(backing);
    if (rating_ != nullptr && rating_->reviewed_level)
      backing.add(*rating_->reviewed_level, BackingKind::review);
    return backing;
  }

 private:
  void studies(Backing& backing) const {
    int hours_with_artifact = 0;
    for (const auto& practice : facts_.labs) {
      const auto& lab = *practice.lab;
      if (!shows(lab, skill_, rubric_) || !is_fresh(last_month(lab.date), backing)) continue;
      backing.add(std::min(proof_.study, proof_.lab), BackingKind::study, false);
      if (lab.artifact) hours_with_artifact += lab.hours;
    }
    // An hour in a lab suggests nothing, and a lab that any skill could have been used in nothing of this
    // one.
    const bool is_about_it = proof_.by_domain || !proof_.lab_stages.empty();
    if (hours_with_artifact >= rubric_.settings.lab_proof_hours)
      backing.add(proof_.lab, BackingKind::lab, is_about_it);
    if (rating_ == nullptr) return;
    for (const auto& evidence : rating_->evidence) {
      const bool studied = evidence.kind != EvidenceKind::work && !in_future(evidence);
      if (studied && is_fresh(last_month(evidence.date), backing))
        backing.add(proof_.study, BackingKind::study);
    }
  }

  /// Months of fresh work with the skill at a stage or above, told apart by what raises the proof.
  struct Months {
    MonthSet dated;
    int undated = 0;
    int count = 0;  ///< of both
    void add(const Work& work) {
      dated.add(work.months);
      undated += work.undated;
      count = undated + dated.count();
    }
  };

  void field_work(Backing& backing) const {
    works_.clear();
    DomainSet domains;
    bool evidence = false;
    for (const auto& work : facts_.work) {
      if (!uses_skill(*work.entry, skill_, rubric_) || !is_fresh(work_end(work), backing)) continue;
      works_.push_back(&work);
      domains.insert(work.entry->domains);
      evidence = evidence || has_evidence(*work.entry);
    }
    if (works_.empty()) return;
    // The cap on work in one kind of hosting binds field work only: other backing is not lowered by more
    // work.
    const bool both = domains.meets(rubric_.on_premises) && domains.meets(rubric_.cloud);
    const int most = both ? kHighestLevel : proof_.one_hosting;
    Months all;
    Months with_customers;
    Months as_leader;
    for (std::size_t s = rubric_.stages.size(); s-- > 0;) {
      const StageIndex stage{static_cast<std::uint16_t>(s)};
      for (const auto* work : works_) {
        // From the top down, an entry joins at its highest stage and stays for those below.
        if (work->entry->stages.highest() != stage) continue;
        all.add(*work);
        if (work->entry->customer_facing) with_customers.add(*work);
        if (work->entry->role != Role::member) as_leader.add(*work);
      }
      const int months = all.count;
      if (months == 0) continue;
      int level = proof_.field[s];
      if (with_customers.count >= rubric_.settings.short_months)
        level = std::max(level, proof_.field_with_customer[s]);
      if (months < rubric_.settings.short_months) {
        backing.add_work(std::min({level, rubric_.settings.short_level, most}), BackingKind::field);
        continue;
      }
      if (level > 0 && as_leader.count >= rubric_.settings.short_months) level += proof_.leader_bonus;
      backing.add_work(std::min(level, most), BackingKind::field);
      if (s == 0 || level == 0) continue;
      const int evident = std::min({level + proof_.evidence_bonus, most, kHighestLevel});
      backing.with_evidence = std::max(backing.with_evidence, evident);
      backing.by_work = std::max(backing.by_work, evident);
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
            is_fresh(work_end(work), backing))
          months.add(work);
      }
      if (months.count == 0) continue;
      const bool brief = months.count < rubric_.settings.short_months;
      backing.add_work(brief ? std::min(proven, rubric_.settings.short_level) : proven, BackingKind::role);
    }
  }

  [[nodiscard]] bool has_evidence(const Experience& entry) const {
    if (rating_ == nullptr) return false;
    return std::any_of(rating_->evidence.begin(), rating_->evidence.end(), [&](const Evidence& evidence) {
      return evidence.kind == EvidenceKind::work && !in_future(evidence) &&
             matches(evidence, entry, skill_, rubric_);
    });
  }

  [[nodiscard]] bool is_fresh(std::optional<int> last, Backing& backing) const {
    const bool fresh = fresh_.holds(last);
    if (!fresh) backing.left_out_stale = true;
    return fresh;
  }
  [[nodiscard]] bool in_future(const Evidence& evidence) const {
    return evidence.date && evidence.date->first_day() > facts_.day;
  }
  static std::optional<int> last_month(const std::optional<Date>& date) {
    return date ? std::optional(month_index(date->last_day())) : std::nullopt;
  }
  static std::optional<int> work_end(const Work& work) {
    return work.dated ? std::optional(work.last_month) : std::nullopt;
  }

  const Facts& facts_;
  Works& works_;
  const Rubric& rubric_;
  SkillIndex skill_;
  int shown_;
  const SkillRating* rating_;
  const ProofClass& proof_;
  Freshness fresh_;
};

/// `found`: which words of the rubric stand in the duty.
bool speaks_of(const std::vector<bool>& found, const DutyRule& rule) {
  const auto stands_in = [&](std::size_t word) { return found[word]; };
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
      const auto found = facts.rubric->duty_words.find(text::fold(duty.text));
      for (const auto& rule : facts.rubric->duties) {
        if (!speaks_of(found, rule)) continue;
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

namespace {

void judge_one(Facts& facts, SkillIndex skill, int shown_by_proven, int shown_by_held, Judge::Works& works) {
  const auto& rubric = *facts.rubric;
  auto& state = facts.skills[skill.value];
  const auto judge = [&](bool ignore_age) {
    return Judge(facts, skill, shown_by_proven, state.rating, ignore_age, works).judge();
  };
  const auto fresh = judge(facts.ever_fresh);
  state.proven = fresh.level;
  state.best = fresh.kind;
  state.with_evidence = fresh.with_evidence;
  state.by_work = fresh.by_work;
  const auto& proof = rubric.proofs[rubric[skill].proof];
  state.credited = std::max({fresh.level, proof.own, std::min(shown_by_held, proof.study)});
  state.has_stale = fresh.left_out_stale;
  state.with_stale = fresh.left_out_stale ? judge(true).level : fresh.level;
  if (state.rating == nullptr) {
    const int likely = std::max(fresh.suggested, shown_by_held);
    suggest(state, std::min(likely, rubric.settings.suggested_level), first_use(facts, skill), false);
  } else if (!state.rating->not_applicable) {
    state.levels = levels_of(state.rating->level, state.proven, state.credited, state.rating->reviewed_level);
  }
}

}  // namespace

void judge_ratings(Facts& facts, const std::vector<SkillIndex>& skills) {
  const auto shown_by_held = shown_levels(*facts.rubric, facts.held);
  const bool proven_is_less = facts.proven != facts.held;
  const auto shown_by_proven = proven_is_less ? shown_levels(*facts.rubric, facts.proven) : shown_by_held;
  Judge::Works works;
  works.reserve(facts.work.size());
  for (const auto skill : skills)
    judge_one(facts, skill, shown_by_proven[skill.value], shown_by_held[skill.value], works);
}

void take_ratings(Facts& facts) {
  facts.skills.assign(facts.rubric->skills.size(), {});
  for (std::uint16_t i = 0; i < facts.skills.size(); ++i) facts.skills[i].skill = {i};
  for (const auto& rating : facts.profile->skills) facts.skills[rating.skill.value].rating = &rating;
}

void judge_skills(Facts& facts) {
  take_ratings(facts);
  std::vector<SkillIndex> all;
  all.reserve(facts.skills.size());
  for (const auto& state : facts.skills) all.push_back(state.skill);
  judge_ratings(facts, all);
  read_duties(facts);
  for (auto& state : facts.skills) {
    if (state.rating == nullptr) state.levels.high = state.suggested;
  }
}

void collect_lines(Facts& facts) {
  for (auto& state : facts.skills) {
    if (state.rating != nullptr && !state.rating->not_applicable) collect_lines(facts, state);
  }
}

}  // namespace upstream
