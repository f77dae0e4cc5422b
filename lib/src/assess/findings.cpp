#include "findings.hpp"

#include <algorithm>

#include "evaluate.hpp"
#include "steps.hpp"

namespace upstream {
namespace {

bool holds_listed_certificate(const Facts& facts) {
  for (const auto& group : facts.rubric->certification_groups) {
    if (std::any_of(group.of.begin(), group.of.end(),
                    [&](CertificationIndex c) { return facts.held[c.value] != 0; }))
      return true;
  }
  return false;
}

class Finder {
 public:
  Finder(const Assessment& assessment, const Facts& facts) : assessment_(assessment), facts_(facts) {}

  std::vector<Finding> find() {
    stuck();
    thin_base();
    fragmented();
    application_work();
    one_hosting();
    self_only();
    if (!facts_.has_field_work()) add(FindingKind::no_field_work, 0, {});
    if (facts_.profile->preferences.goal == Goal::stay) add(FindingKind::stays, 0, {});
    return std::move(findings_);
  }

 private:
  void add(FindingKind kind, int months, Position at) { findings_.push_back({kind, months, at}); }
  [[nodiscard]] int limit(FindingKind kind) const {
    return facts_.rubric->findings[static_cast<std::size_t>(kind)].months;
  }
  [[nodiscard]] int months_at(std::size_t stage) const { return assessment_.months_at[stage]; }

  void stuck() {
    if (assessment_.experienced != StageIndex{0} || months_at(0) < limit(FindingKind::stuck)) return;
    if (!holds_listed_certificate(facts_)) add(FindingKind::stuck, months_at(0), first_entry());
  }

  /// Works at the top without the stages that carry it.
  void thin_base() {
    const auto target = facts_.rubric->target();
    if (assessment_.experienced != target || target.value < 2) return;
    MonthsFilter between;
    for (std::uint16_t s = 1; s < target.value; ++s) between.stages.insert(StageIndex{s});
    const int months = facts_.months(between);
    if (months < facts_.rubric->settings.arrival_months) add(FindingKind::thin_base, months, first_entry());
  }

  /// Half of what is rated, or more, is claimed higher than anything proves.
  void self_only() {
    int rated = 0;
    int unproven = 0;
    for (const auto& skill : facts_.skills) {
      if (skill.rating == nullptr || skill.rating->level == 0) continue;
      ++rated;
      if (skill.levels.low < skill.rating->level) ++unproven;
    }
    if (assessment_.readiness.provisional && rated > 0 && unproven * 2 >= rated)
      add(FindingKind::self_only, 0, {});
  }

  void fragmented() {
    int short_entries = 0;
    Position first;
    for (const auto& work : facts_.work) {
      const bool ended = work.dated && work.entry->to && work.last < facts_.day;
      if (!ended || !work.infrastructure || work.months.count() >= limit(FindingKind::fragmented)) continue;
      if (short_entries++ == 0 || work.entry->at < first) first = work.entry->at;
    }
    constexpr int several = 3;  // one short assignment happens to everybody
    if (short_entries >= several) add(FindingKind::fragmented, limit(FindingKind::fragmented), first);
  }

  void application_work() {
    MonthsFilter everything;
    everything.any_domain = true;
    const int months = facts_.months(everything) - facts_.months({});
    if (months <= 0) return;
    for (const auto& work : facts_.work) {
      if (!work.infrastructure) return add(FindingKind::application_work, months, work.entry->at);
    }
  }

  void one_hosting() {
    DomainSet domains;
    for (const auto& work : facts_.work) {
      if (work.infrastructure) domains.insert(work.entry->domains);
    }
    const bool one = domains.meets(facts_.rubric->on_premises) != domains.meets(facts_.rubric->cloud);
    if (one && caps_something()) add(FindingKind::one_hosting, facts_.months({}), first_entry());
  }

  /// Whether work so far would prove more of some skill than work in a single kind of hosting may.
  [[nodiscard]] bool caps_something() const {
    const auto& rubric = *facts_.rubric;
    for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
      if (months_from({s}, facts_) < rubric.settings.short_months) continue;
      for (const auto& proof : rubric.proofs) {
        if (proof.field[s] > proof.one_hosting) return true;
      }
    }
    return false;
  }

  [[nodiscard]] Position first_entry() const {
    Position first;
    for (const auto& work : facts_.work) {
      if (work.infrastructure && (first.line == 0 || work.entry->at < first)) first = work.entry->at;
    }
    return first;
  }

  const Assessment& assessment_;
  const Facts& facts_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> find_findings(const Assessment& assessment, const Facts& facts) {
  return Finder(assessment, facts).find();
}

std::vector<RouteState> judge_routes(const Facts& facts) {
  std::vector<RouteState> routes;
  if (facts.has_field_work()) return routes;
  for (const auto& route : facts.rubric->entry_routes) {
    const auto judgement = judge(route.need, facts, View::score);
    routes.push_back({&route, judgement.met, static_cast<int>(judgement.share * 100 / kWhole),
                      cheapest_way(route.need, facts).steps});
  }
  return routes;
}

const MarketBand* market_band(const Assessment& assessment, const Facts& facts) {
  for (const auto& band : facts.rubric->market) {
    // Nobody pays for a stage that was reached by study alone.
    if (band.stage && (!assessment.is_reached(*band.stage) || !facts.has_field_work())) continue;
    if (!band.need || is_met(*band.need, facts, View::score)) return &band;
  }
  return nullptr;
}

}  // namespace upstream
